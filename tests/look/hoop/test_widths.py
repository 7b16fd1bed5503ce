import pytest

from samenhang.look.hoop.widths import KIND, NAME, plain, wrap

LONGEST = 164.0


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ("",)),
        ("Slaap", ("Slaap",)),
        ("‘Goed is pas goed als het foutloos is’", ("‘Goed is pas goed", "als het foutloos is’")),
        ("Laat nog op het scherm", ("Laat nog op", "het scherm")),
        (
            "werk-privébalans en/of verantwoordelijkheid",
            ("werk-privébalans", "en/of verantwoor-", "delijkheid"),
        ),
        ("kort\u00adwoord", ("kortwoord",)),
        ("heel\u00adlange\u00adwoordendie\u00adbreken", ("heellange-", "woordendie-", "breken")),
        ("a\u200bb", ("ab",)),
        (
            "Arbeidsongeschiktheidsverzekeringsmaatschappij",
            ("Arbeidson-", "geschiktheids-", "verzekerings-", "maatschappij"),
        ),
    ],
)
def test_names_break_evenly_and_where_a_reader_would(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, NAME, LONGEST) == lines


@pytest.mark.parametrize("sign", ["a", "W", "é", "e\u0301", "Ω", "字", "👩‍👩‍👧‍👦", "ع", "\u0301", "-", "/"])
@pytest.mark.parametrize("many", [1, 7, 60])
def test_no_line_is_wider_than_there_is_room(sign: str, many: int) -> None:
    lines = wrap(sign * many, NAME, LONGEST)
    assert [line for line in lines if NAME.width(line) > LONGEST] == []
    assert "".join(line.removesuffix("-") for line in lines).replace("-", "") == (sign * many).replace(
        "-", ""
    )


def test_a_mark_stays_with_its_letter() -> None:
    assert not [line for line in wrap("e\u0301" * 60, NAME, LONGEST) if line.startswith("\u0301")]


def test_what_no_document_may_hold_is_left_out() -> None:
    assert plain("a\x00b\n c\u202ed\ud800e\ufffe ") == "a b c d e"


def test_a_text_is_as_wide_as_the_widest_face_makes_it() -> None:
    assert round(KIND.width("knelpunt"), 2) == 59.08
    assert NAME.width("") == 0
    assert NAME.width("\u0301\u200d") == 0
    assert (NAME.width("ع"), NAME.width("字"), NAME.width("🙂")) == (13.5, 24.3, 24.3)
