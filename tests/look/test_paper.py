"""One page, every word, nothing private, readable aloud, the same every time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from zlib import crc32

import pytest

from samenhang.look import paper
from samenhang.look.glyphs import PAPER, legible
from samenhang.look.paper import ROOT, PaperFailed, join
from samenhang.look.paper_data import paper_data
from samenhang.method.canvas import Canvas, Intervention, Later
from samenhang.method.lever import Lever
from samenhang.method.needs_meter import NeedsMeter, Reading
from samenhang.method.sheet import Shape
from tests.look.papers import REST, SHAPES, printed, read, stuffed, template_of, text_of

MARKUP = "#let a = [b] $x^2$ *vet* _schuin_ @naar <hier> \\ `c` // d /* e */ ~ = - + 'f' \"g\""
LONG = "Het gesprek ging over de ochtend, over de mail, en over wie wat doet. "
EXTREME = {
    "long": (LONG * 80)[:5000],
    "one word": "w" * 400,
    "no spaces": "w" * 5000,
    "lines": "\n".join(["ja"] * 1600),
    "blank lines": "begin" + "\n" * 4000 + "einde",
    "signs": "🙂👩‍👧 مرحبا بالعالم 漢字 Ἀθῆναι Київ 𝒳 ẹ́ \u202e \x00 \ufe0f \u0336",
    "markup": MARKUP,
    "nothing": " \n\t ",
}
WORDS = {"practice": "De Linde", "person": "Emma Claes", "encounter": "5", "foot": "Onderaan"}

each_shape = pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.slug)


@each_shape
@pytest.mark.parametrize("text", EXTREME.values(), ids=EXTREME)
def test_any_text_makes_one_page(shape: type[Shape], text: str) -> None:
    sheet = stuffed(shape, lambda _: text)
    pdf = printed(shape, sheet, practice=text, person=text, encounter=text, foot=text, foot_right=text)
    assert len(read(pdf).pages) == 1
    assert _lowest(pdf) > 20, "nothing hangs below the foot"


@each_shape
def test_what_does_not_fit_says_where_the_rest_is(shape: type[Shape]) -> None:
    assert REST in " ".join(text_of(printed(shape, stuffed(shape, lambda _: LONG * 70))).split())
    assert REST not in text_of(printed(shape, stuffed(shape, lambda _: LONG)))


@each_shape
def test_every_shared_word_is_on_paper_and_no_private_one(shape: type[Shape]) -> None:
    shared, private = _words(shape)
    said = text_of(printed(shape, stuffed(shape, _word), **WORDS))
    assert [word for word in shared if word not in said] == []
    assert [word for word in private if word in said] == []
    assert [word for word in WORDS.values() if word not in said] == []


def _word(path: str) -> str:
    """A word of its own for every field: letters only, and easy to find again."""
    return "".join(chr(ord("a") + int(figure)) for figure in f"{crc32(path.encode()):010}")


def _words(shape: type[Shape]) -> tuple[list[str], list[str]]:
    """The words of the fields that are shared and stay in sight, and those of the coach's own."""
    paths: list[str] = []
    stuffed(shape, lambda path: paths.append(path) or "")
    own = {"canvas": (".notes", ".later"), "safety_ladder": (".sighting",)}.get(shape.slug, ())
    private = [path for path in paths if path.startswith(own)] if own else []
    return [_word(p) for p in paths if p not in private], [_word(p) for p in private]


@each_shape
def test_an_empty_page_holds_no_one(shape: type[Shape]) -> None:
    said = paper_data(shape, title="Leeg")
    assert (said["sheet"], said["person"], said["day"]) == (None, "", "")
    pdf = printed(shape, title="Leeg")
    assert len(read(pdf).pages) == 1
    assert b"gekozen" not in pdf
    assert REST not in text_of(pdf)


@each_shape
def test_it_reads_aloud(shape: type[Shape]) -> None:
    whole = read(printed(shape, stuffed(shape, _word), title="Blad van Emma"))
    root = whole.trailer["/Root"].get_object()
    assert "/StructTreeRoot" in root
    assert root["/Lang"].startswith("nl")
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert whole.metadata is not None
    assert whole.metadata.title == "Blad van Emma"
    assert b"<pdfuaid:part>1" in root["/Metadata"].get_object().get_data()


def test_the_same_page_is_the_same_bytes_in_every_thread() -> None:
    stamp = datetime(2026, 11, 23, 10, tzinfo=UTC)
    said = paper_data(Canvas, Canvas(question="Wat telt?"), title="Blad")

    def one(_: int) -> bytes:
        return join([(template_of(Canvas), said)], title="Blad", stamp=stamp)

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(one, range(8)))) == 1
    assert printed(Canvas) == printed(Canvas)
    assert read(one(0)).metadata.creation_date == stamp  # type: ignore[union-attr]


@each_shape
def test_markup_is_shown_as_it_was_written(shape: type[Shape]) -> None:
    said = "".join(text_of(printed(shape, stuffed(shape, lambda _: MARKUP))).split())
    assert "".join(MARKUP.split()) in said


@each_shape
def test_only_fonts_that_came_along_are_used(shape: type[Shape]) -> None:
    pages = read(printed(shape, stuffed(shape, _word))).pages
    fonts = {str(f.get_object()["/BaseFont"]) for page in pages for f in page["/Resources"]["/Font"].values()}
    assert {name.split("+")[1].split("-")[0] for name in fonts} <= {"LibertinusSerif", "NotoSans"}


def test_every_sign_that_paper_promises_can_be_drawn() -> None:
    signs = [chr(at) for first, last in PAPER for at in range(first, last + 1)]
    signs = [sign for sign in signs if legible(f"a{sign}b") == f"a{sign}b"]
    canvases = [
        paper_data(Canvas, Canvas(question=" ".join(signs[at : at + 400])), title="Tekens")
        for at in range(0, len(signs), 400)
    ]
    paper._print([(template_of(Canvas), said) for said in canvases], "Tekens", None)


def test_a_sign_without_a_font_is_seen_to_be_missing() -> None:
    said = text_of(printed(Canvas, Canvas(question="voor 漢字 na")))
    assert "voor ▯ na" in said
    assert "▯ lees je op het scherm" in said


def test_signs_that_only_clash_together_still_print() -> None:
    data = {**paper_data(Canvas, Canvas(), title="t"), "person": "漢 en Emma"}
    assert "▯ en Emma" in text_of(paper.render(template_of(Canvas), data, title="t"))


def test_a_long_text_takes_the_room_of_short_ones() -> None:
    long = Canvas(question=LONG * 25, hypothesis="Kort.", follow_up="Ook kort.")
    assert REST not in text_of(printed(Canvas, long))


def test_what_is_chosen_says_so() -> None:
    assert b"gekozen" in printed(Canvas, Canvas(lever=Lever.NEED))


def test_what_waits_is_not_on_the_canvas() -> None:
    canvas = Canvas(intervention=Intervention("Ademen"), later=(Later("Verhuizen"),))
    assert "Verhuizen" not in text_of(printed(Canvas, canvas))


def test_pages_are_joined_in_their_order() -> None:
    pages = [(template_of(shape), paper_data(shape, title=shape.slug)) for shape in SHAPES]
    whole = read(join(pages, title="Alles"))
    assert [page.extract_text().split("\n")[0] for page in whole.pages] == [s.slug for s in SHAPES]


def test_a_template_that_does_not_hold_fails_without_quoting_anyone() -> None:
    broken = {**paper_data(Canvas, title="t"), "sheet": "Emma huilde"}
    with pytest.raises(PaperFailed) as failed:
        paper.render(template_of(Canvas), broken, title="t")
    assert failed.value.templates == ("canvas",)
    assert "Emma" not in str(failed.value)
    with pytest.raises(ValueError, match="subpath"):
        paper.render(Path("/elders/paper.typ"), {}, title="t")


def test_the_fonts_travel_with_their_licence() -> None:
    fonts = sorted(path.name for path in (ROOT / "look/paper/fonts").iterdir())
    assert fonts == ["NotoSans-Bold.ttf", "NotoSans-Italic.ttf", "NotoSans-Regular.ttf", "OFL.txt"]


def _lowest(pdf: bytes) -> float:
    heights: list[float] = []

    def seen(text: str, page: list[float], line: list[float], *_: object) -> None:
        if text.strip():
            heights.append(line[4] * page[1] + line[5] * page[3] + page[5])

    read(pdf).pages[0].extract_text(visitor_text=seen)
    return min(heights)


def test_the_needs_page_says_what_the_method_says_is_lowest() -> None:
    def said(*scores: int | None) -> str:
        meter = NeedsMeter(*(Reading(score) for score in scores))
        return " ".join(text_of(printed(NeedsMeter, meter)).split())

    assert "Competentie kreeg het minst: 3 van 10." in said(5, 3, 8)
    assert "Autonomie en Verbondenheid kregen het minst: elk 0 van 10." in said(0, None, 0)
    assert "Alle drie even gevoed: 10 van 10." in said(10, 10, 10)
    for empty in (said(None, None, None), " ".join(text_of(printed(NeedsMeter)).split())):
        assert "Kleur per behoefte het bolletje" in empty
