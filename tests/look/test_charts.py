import re
import time
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest

from samenhang.look.charts import draw_chart
from samenhang.look.spans import Mark, by_day, by_span, span_of
from samenhang.look.spark import draw_spark
from samenhang.method.diary import DiaryItem, Kind
from samenhang.method.dossier import Series
from tests.look.cast import ACHE, BED, FIRST, LAST, REST, SLEEP, START, needs, series

HOSTILE = "\"><script>alert(1)</script>&'</title>"


def parse(figure: str) -> ET.Element:
    return ET.fromstring(figure)  # noqa: S314  our own drawing


def test_a_small_line_on_a_fixed_scale() -> None:
    assert draw_spark(needs(3, 6)) == (
        '<svg viewBox="0 0 88 40" aria-hidden="true">'
        '<line class="spark-base" x1="3" x2="85" y1="35" y2="35"/>'
        '<path class="spark" d="M3 25.4L85 15.8"/><circle class="spark-end" cx="85" cy="15.8" r="3"/></svg>'
    )
    assert draw_spark([]) == ""
    assert 'd="M85 19"' in draw_spark(needs(5))
    assert draw_spark(needs(1, 2, 3, 4, 5, 6)) == draw_spark(needs(2, 3, 4, 5, 6))


def test_three_days_with_a_gap() -> None:
    item = DiaryItem("a", "Hoe was het?", Kind.SCALE)
    figure = draw_chart(Series(item, ((FIRST, 5.0), (FIRST + timedelta(days=2), 10.0))))
    root = parse(figure)
    wide = root.find("svg")
    assert wide is not None
    paths = {path.get("class"): path.get("d") for path in wide.iter("path")}
    assert paths == {"c-gap": "M96.3 195v-13", "c-dots": "M49.4 103h0M143.1 10h0"}
    assert [svg.get("class") for svg in root.findall("svg")] == ["at-wide", "at-narrow"]
    assert wide.findtext("title") == "Hoe was het? 12 tot 14 oktober 2026"
    assert wide.findtext("desc") == "2 van de 3 dagen ingevuld. Van 5 tot 10, laatst 10."


def test_a_start_is_a_line_with_its_name_and_parts_the_points() -> None:
    root = parse(draw_chart(series(SLEEP), [(START, "slaapanker")]))
    wide = root.find("svg")
    assert wide is not None
    assert [text.text for text in wide.iter("text") if "c-key" in text.get("class", "")] == [
        "26 okt: slaapanker"
    ]
    dots = {p.get("class"): p.get("d", "").count("M") for p in wide.iter("path")}
    assert dots == {"c-gap": 3, "c-dots": 13, "c-dots c-dots-a": 26}
    assert "Op 26 oktober 2026 begint slaapanker." in (wide.findtext("desc") or "")


def test_a_start_outside_the_days_is_not_drawn() -> None:
    assert draw_chart(series(SLEEP), [(FIRST, "toen al"), (LAST + timedelta(days=9), "later")]) == draw_chart(
        series(SLEEP)
    )


def test_the_axis_can_run_on_to_today() -> None:
    root = parse(draw_chart(series(SLEEP), last=LAST + timedelta(days=2)))
    gap = next(p for p in root.iter("path") if p.get("class") == "c-gap")
    assert gap.get("d", "").count("M") == 5


def test_more_than_one_start_is_numbered_and_named_in_the_key() -> None:
    starts = [(START, "een"), (START + timedelta(days=1), "twee"), (START + timedelta(days=1), "drie")]
    root = parse(draw_chart(series(SLEEP), starts))
    wide = root.find("svg")
    assert wide is not None
    written = [(t.text, t.get("y")) for t in wide.iter("text") if "c-key" in t.get("class", "")]
    assert written == [("1", "-25"), ("2 3", "-5")]
    assert [li.text for li in root.findall("figcaption/ol/li")] == [
        "26 okt: een",
        "27 okt: drie",
        "27 okt: twee",
    ]


@pytest.mark.parametrize("item", [SLEEP, REST, BED, ACHE])
@pytest.mark.parametrize("days", [1, 2, 60, 201, 1095])
def test_everything_stays_inside_and_the_same_answers_give_the_same_picture(
    item: DiaryItem, days: int
) -> None:
    starts = [(FIRST + timedelta(days=n), "x" * 60) for n in (1, 2, days - 1)]
    figure = draw_chart(series(item, days), starts)
    assert figure == draw_chart(series(item, days), starts)
    for svg in parse(figure).findall("svg"):
        _, top, width, height = map(float, (svg.get("viewBox") or "").split())
        for path in svg.iter("path"):
            for x, y in re.findall(r"M([\d.-]+) ([\d.-]+)", path.get("d", "")):
                assert 0 <= float(x) <= width
                assert top <= float(y) <= top + height


def test_hostile_words_stay_words() -> None:
    item = DiaryItem(HOSTILE, HOSTILE, Kind.SCALE, low=HOSTILE, high=HOSTILE)
    figure = draw_chart(Series(item, ((FIRST, 1.0), (LAST, 2.0))), [(START, HOSTILE)])
    assert "<script" not in figure
    assert parse(figure).findtext("svg/title", "").startswith(HOSTILE)


def test_nothing_yet_is_said() -> None:
    assert draw_chart(Series(SLEEP, ())) == '<p class="quiet">Nog niets ingevuld.</p>'


def test_long_diaries_go_by_weeks_that_never_cross_the_start() -> None:
    assert [span_of(days) for days in (1, 200, 201, 420, 421, 1095, 8000)] == [1, 1, 7, 7, 14, 28, 224]
    monday = date(2026, 10, 12)
    answers = [(monday, 2.0), (monday + timedelta(days=1), 8.0), (monday + timedelta(days=3), 4.0)]
    last = monday + timedelta(days=20)
    marks, gaps = by_span(Kind.SCALE, answers, last, monday + timedelta(days=3), 7)
    assert marks == [
        Mark(monday + timedelta(days=1), 5.0, 2.0, 8.0),
        Mark(monday + timedelta(days=6), 4.0, 4.0, 4.0),
    ]
    assert gaps == [monday + timedelta(days=10), monday + timedelta(days=17)]
    part, _ = by_span(Kind.YES_NO, [(monday, 1.0), (last, 0.0)], last, monday, 28)
    assert part == [Mark(monday + timedelta(days=10), 0.5, 0.5, 0.5)]


def test_a_mark_a_day_and_a_gap_for_each_day_without_answer() -> None:
    assert by_day([(FIRST, 1.0)], 2) == ([Mark(FIRST, 1.0, 1.0, 1.0)], [FIRST + timedelta(days=1)])


def test_three_years_are_drawn_quickly_and_small() -> None:
    diary = series(SLEEP, days=1095, missing=frozenset(range(0, 1095, 9)))
    starts = [(START + timedelta(days=90 * n), f"stap {n}") for n in range(6)]
    took = []
    for _ in range(9):
        began = time.process_time()
        figure = draw_chart(diary, starts)
        took.append(time.process_time() - began)
    assert min(took) <= 0.006
    assert len(figure.encode()) <= 40_000
