from datetime import date, timedelta

import pytest

from samenhang.look.signs import (
    SIGNS,
    draw_key,
    draw_knot,
    draw_lens,
    draw_sign,
    draw_strip,
    draw_week,
    say_tally,
)
from samenhang.method.dossier import StripDay
from samenhang.method.lens import Lens
from samenhang.method.lever import Lever
from samenhang.method.micro_action import DayState
from tests.look.cast import STRIP
from tests.look.render import HOUSE

MONDAY = date(2026, 10, 26)
DONE = draw_knot(DayState.DONE)


def days(*states: DayState | None) -> list[StripDay]:
    return [StripDay(MONDAY + timedelta(days=n), state) for n, state in enumerate(states)]


def test_a_sign_points_into_the_sprite() -> None:
    assert draw_sign("bio") == '<svg class="sign" aria-hidden="true"><use href="#bio"/></svg>'
    sprite = (HOUSE / "look/sprite.html").read_text()
    assert {name for name in SIGNS if f'<symbol id="{name}"' in sprite} == SIGNS
    assert sprite.count("<symbol") == len(SIGNS)


def test_an_unknown_sign_stops_at_once() -> None:
    with pytest.raises(ValueError, match="no such sign"):
        draw_sign('x"><script>')


def test_every_lens_and_lever_has_its_word_and_only_lenses_have_ink() -> None:
    assert draw_lens(Lens.PSYCHO) == f'<span class="lens psy">{draw_sign("psy")}Psycho</span>'
    assert draw_lens(Lever.SOCIAL) == f'<span class="lens soc">{draw_sign("soc")}Sociaal</span>'
    assert draw_lens(Lever.NEED) == f'<span class="lens">{draw_sign("need")}Behoeften</span>'
    assert draw_lens(Lever.SAFETY) == f'<span class="lens">{draw_sign("safe")}Veiligheid</span>'


def test_five_days_have_five_drawings() -> None:
    drawn = {draw_knot(state) for state in (*DayState, None)}
    assert len(drawn) == 5
    assert DONE == (
        '<svg viewBox="0 0 24 22" aria-hidden="true"><line class="k-line" x1="-4" x2="28" y1="11" y2="11"/>'
        '<circle class="k-full" cx="12" cy="11" r="6"/></svg>'
    )


def test_a_strip_says_each_day_and_each_week_in_words() -> None:
    assert draw_strip(days(DayState.DONE, None)) == (
        '<ol class="strip"><li class="wk"><span aria-hidden="true">26 okt</span>'
        '<span class="hush">week vanaf 26 oktober: één keer gedaan</span></li>'
        f'<li><span class="day" aria-hidden="true">m</span>{DONE}'
        '<span class="hush">maandag 26 oktober: gedaan</span></li>'
        f'<li><span class="day" aria-hidden="true">d</span>{draw_knot(None)}'
        '<span class="hush">dinsdag 27 oktober: niet ingevuld</span></li></ol>'
    )
    whole = draw_strip(STRIP)
    assert whole.count('<li class="wk">') == 4
    assert whole.count("<li>") == 28


def test_an_empty_week_is_said_without_blame() -> None:
    assert "week vanaf 26 oktober: niet ingevuld" in draw_strip(days(*[None] * 7))


def test_on_a_day_outside_the_plan_the_thread_passes() -> None:
    rest = StripDay(MONDAY, None, planned=False)
    thread = '<line class="k-line" x1="-4" x2="28" y1="11" y2="11"/>'
    line = f'<svg viewBox="0 0 24 22" aria-hidden="true">{thread}</svg>'
    assert draw_strip([rest]).endswith(
        '<span class="hush">week vanaf 26 oktober: niet gepland</span></li>'
        f'<li><span class="day" aria-hidden="true">m</span>{line}'
        '<span class="hush">maandag 26 oktober: niet gepland</span></li></ol>'
    )
    assert draw_week([rest]) == (
        f'<ol class="week"><li class="is-today">{line}<span class="day" aria-hidden="true">ma</span>'
        '<span class="hush">maandag: niet gepland</span></li></ol>'
    )
    extra = StripDay(MONDAY, DayState.DONE, planned=False)
    assert "maandag 26 oktober: gedaan" in draw_strip([extra])


def test_before_it_began_there_is_no_thread() -> None:
    before = StripDay(MONDAY, None, planned=False, begun=False)
    nothing = '<svg viewBox="0 0 24 22" aria-hidden="true"></svg>'
    assert draw_strip([before]).endswith(
        '<span class="hush">week vanaf 26 oktober: nog niet begonnen</span></li>'
        f'<li><span class="day" aria-hidden="true">m</span>{nothing}'
        '<span class="hush">maandag 26 oktober: nog niet begonnen</span></li></ol>'
    )
    assert draw_week([before]) == (
        f'<ol class="week"><li class="is-today is-na">{nothing}<span class="day" aria-hidden="true">ma</span>'
        '<span class="hush">maandag: nog niet begonnen</span></li></ol>'
    )


def test_on_the_phone_the_last_day_stays_open() -> None:
    drawn = draw_week(days(DayState.DONE, DayState.NOT_APPLICABLE, None, None))
    assert drawn == (
        f'<ol class="week"><li>{DONE}<span class="day" aria-hidden="true">ma</span>'
        '<span class="hush">maandag: gedaan</span></li>'
        f'<li class="is-na">{draw_knot(DayState.NOT_APPLICABLE)}'
        '<span class="day" aria-hidden="true">di</span><span class="hush">dinsdag: telt niet mee</span></li>'
        f'<li class="is-na">{draw_knot(None)}<span class="day" aria-hidden="true">wo</span>'
        '<span class="hush">woensdag: niet ingevuld</span></li>'
        '<li class="is-today is-na"><svg viewBox="0 0 24 22" aria-hidden="true">'
        '<circle class="k-next" cx="12" cy="11" r="5"/></svg><span class="day" aria-hidden="true">do</span>'
        '<span class="hush">donderdag: nog in te vullen</span></li></ol>'
    )


def test_the_count_is_said_in_words_and_keyed_in_figures() -> None:
    some = days(DayState.DONE, DayState.DONE, DayState.PLAN_B, DayState.NOT_APPLICABLE, None)
    assert say_tally(some) == "twee keer gedaan, één keer plan B, één dag telt niet mee"
    assert say_tally(days(*[DayState.NOT_APPLICABLE] * 2)) == "twee dagen tellen niet mee"
    assert say_tally([]) == ""
    assert draw_key(days(DayState.DONE)) == f'<ul class="key"><li>{DONE}1 keer gedaan</li></ul>'
