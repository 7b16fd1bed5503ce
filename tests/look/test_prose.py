from samenhang.look.prose import draw_prose
from tests.look.render import render


def test_headings_lists_and_paragraphs() -> None:
    assert draw_prose("# Zo werkt het\n\n- Vraag eerst.\n- Schrijf daarna.\n\nNeem\nde tijd.\n") == (
        '<h2 class="aside-title">Zo werkt het</h2>'
        '<ul class="lines lines-open"><li>Vraag eerst.</li><li>Schrijf daarna.</li></ul>'
        "<p>Neem de tijd.</p>"
    )


def test_a_heading_may_stand_right_above_its_text() -> None:
    assert draw_prose("# Kop\nTekst") == '<h2 class="aside-title">Kop</h2><p>Tekst</p>'
    assert draw_prose("") == ""


def test_a_page_shows_prose_as_prose_and_marks_as_text() -> None:
    assert render("{{ it|prose }}", it="Tekst") == "<p>Tekst</p>"
    assert render("{{ it|prose }}", it="# <b>\n\n- <i>\n\n<script>") == (
        '<h2 class="aside-title">&lt;b&gt;</h2><ul class="lines lines-open"><li>&lt;i&gt;</li></ul>'
        "<p>&lt;script&gt;</p>"
    )


def test_a_mapping_answers_by_name() -> None:
    assert render("{{ it|at:name }}", it={"a": "Te lang."}, name="a") == "Te lang."
    assert render("{{ it|at:name }}", it={}, name="a") == ""
