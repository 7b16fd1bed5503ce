"""The map on paper: the print shop takes the file as it is."""

from pathlib import Path

import pytest
import typst

from samenhang.look.hoop.drawing import draw_for_paper
from samenhang.look.paper import FONTS, STANDARD
from tests.look.hoop.cast import LONG, TITLED, by_chance, emma

PAGE = '#set page(paper: "a4")\n#set document(title: "Kaart")\n#image("map.svg", width: 100%, alt: "Kaart")'


@pytest.mark.parametrize("hoop", [emma(), by_chance(4, 15, 18), by_chance(6, 12, 12, names=LONG)])
def test_a_map_becomes_one_page_that_reads_aloud(hoop, tmp_path: Path) -> None:
    (tmp_path / "map.svg").write_text(draw_for_paper(hoop, **TITLED), "utf-8")
    (tmp_path / "page.typ").write_text(PAGE, "utf-8")
    shop = typst.Compiler(root=str(tmp_path), font_paths=[str(FONTS)], ignore_system_fonts=True)
    printed = shop.compile(input=str(tmp_path / "page.typ"), pdf_standards=STANDARD)
    assert printed.startswith(b"%PDF")
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type/Page/") <= 1
