from datetime import UTC, date, datetime, time

import pytest

from samenhang.look.charts import draw_chart
from samenhang.look.signs import draw_key, draw_knot, draw_lens, draw_mark, draw_strip, draw_week
from samenhang.look.spark import draw_spark
from samenhang.method.lens import Lens
from samenhang.method.micro_action import DayState
from tests.look.cast import SLEEP, START, STRIP, needs, series
from tests.look.render import render

MOMENT = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


def test_tags_are_thin() -> None:
    assert render("{% mark %}") == draw_mark()
    assert render("{% lens it %}", it=Lens.BIO) == draw_lens(Lens.BIO)
    assert render("{% lens it %}", it=None) == ""
    assert render('{% knot "done" %}') == draw_knot(DayState.DONE)
    assert render('{% knot "" %}') == render("{% knot it %}", it=None) == draw_knot(None)
    assert render("{% strip days %}{% key days %}", days=STRIP) == draw_strip(STRIP) + draw_key(STRIP)
    assert render("{% week days %}", days=STRIP[-7:]) == draw_week(STRIP[-7:])
    assert render("{% spark it %}", it=needs(3, 4)) == draw_spark(needs(3, 4))


def test_a_chart_takes_days_or_moments_and_may_do_without() -> None:
    diary = series(SLEEP)
    assert render("{% chart it %}", it=diary) == draw_chart(diary)
    assert render("{% chart it nowhere %}", it=diary) == draw_chart(diary)
    begun = [(datetime(2026, 10, 25, 23, 30, tzinfo=UTC), "anker")]
    assert render("{% chart it starts %}", it=diary, starts=begun) == draw_chart(diary, [(START, "anker")])
    last = date(2026, 12, 1)
    assert render("{% chart it starts last %}", it=diary, starts=[], last=last) == draw_chart(
        diary, last=last
    )


def test_a_hostile_name_of_an_action_stays_text() -> None:
    page = render("{% chart it starts %}", it=series(SLEEP), starts=[(START, "<b>x</b>")])
    assert "<b>" not in page


def test_zero_to_ten_is_never_filled_in_beforehand() -> None:
    page = render('{% tens "rust" "Hoe uitgerust?" %}')
    assert page.startswith(
        '<fieldset class="q"><legend>Hoe uitgerust?</legend><div class="tens">'
        '<label><input type="radio" name="rust" value="0">0</label>'
    )
    assert page.endswith(
        '<label><input type="radio" name="rust" value="10">10</label>'
        '<label class="pass"><input type="radio" name="rust" value=""><span>sla over</span></label>'
        "</div></fieldset>"
    )
    assert page.count("<input") == 12
    assert "checked" not in page + render('{% tens "rust" "?" nowhere %}') + render(
        '{% tens "rust" "?" "" %}'
    )


@pytest.mark.parametrize(("given", "value"), [(0, "0"), (10, "10"), (7.0, "7"), ("4", "4")])
def test_what_was_given_stays_chosen(given: object, value: str) -> None:
    page = render('{% tens "a" "?" it "niet" "veel" %}', it=given)
    assert page.count(" checked") == 1
    assert f'value="{value}" checked' in page
    assert '<p class="ends"><span>0 niet</span><span>10 veel</span></p>' in page


def test_hostile_words_in_a_question_stay_words() -> None:
    page = render("{% tens bad bad bad bad bad %}", bad='"><script>')
    assert "<script" not in page
    assert "checked" not in page


def test_the_timer_stands_where_it_was() -> None:
    page = render("{% timer 300 72 %}")
    assert 'data-timer="300" data-left="72" aria-label="Nog 1.12"' in page
    assert 'stroke-dashoffset="76.0"' in page
    assert ">1.12</text>" in page
    assert "Reken op vijf minuten." in page
    assert ">5.00</text>" in render("{% timer 300 %}")
    assert ">5.00</text>" in render("{% timer 300 999 %}")


def test_filters_speak_dutch_in_local_time() -> None:
    assert render("{{ it|day:2026 }}", it=date(2026, 11, 23)) == "maandag 23 november"
    assert render("{{ it|day:2026 }}", it=MOMENT) == "maandag 23 november"
    assert render("{{ it|day:2020 }}", it=MOMENT) == "maandag 23 november 2026"
    assert render("{{ it|plain_day:2026 }}", it=MOMENT) == "23 november"
    assert render("{{ it|short_day }}", it=MOMENT) == "23 nov"
    assert render("{{ it|weekday }}", it=MOMENT) == "maandag"
    assert render("{{ it|clock }}", it=MOMENT) == "0.30"
    assert render("{{ it|clock }}", it=time(22, 15)) == render("{{ it|clock }}", it="22:15") == "22.15"
    assert render("{{ it|ago:today }}", it=MOMENT, today=date(2026, 11, 24)) == "gisteren"
    assert render("{{ it|ago:today }}", it=datetime(2026, 11, 24), today=date(2026, 11, 24)) == "vandaag"  # noqa: DTZ001
    assert render("{{ 4|words }}") == "vier"


def test_this_year_is_known_when_not_given() -> None:
    assert render("{{ it|day }}|{{ it|plain_day }}", it=date(1999, 1, 1)) == (
        "vrijdag 1 januari 1999|1 januari 1999"
    )
    assert render("{{ it|ago }}", it=date(1999, 1, 1)) == "1 januari 1999"


@pytest.mark.parametrize("name", ["day", "plain_day", "short_day", "weekday", "clock", "ago"])
def test_nothing_says_nothing(name: str) -> None:
    assert render("{{ it|" + name + " }}", it=None) == ""
