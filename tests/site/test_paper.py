"""The recovery sheet prints on one A4, with the longest words there can be."""

import io
import re
import shutil
from pathlib import Path

import django_htmx
import pytest
from django.utils import timezone
from pypdf import PdfReader

from samenhang.look import dates
from samenhang.practice import start
from samenhang.vault.keys import root_key
from samenhang.vault.recovery import to_words
from tests.look.browser import chromium, serve
from tests.look.render import HOUSE
from tests.practice.arrive import PASSWORD, open_browser, set_up_app

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db,
]
A4 = (595, 842)


def sheet_page() -> str:
    browser = open_browser()
    browser.post("/begin/", {"code": start.start_code()})
    browser.post("/begin/praktijk/", {"name": "De Linde " * 8, "country": "BE", "retention": "coach"})
    browser.post("/begin/jij/", {"name": "Noor", "email": "noor@example.org", "password": PASSWORD})
    set_up_app(browser, "/begin/tweede-stap/")
    browser.post("/begin/herstelcodes/")
    page = browser.get("/begin/herstelblad/").content.decode()
    return re.sub(r"<li><span>\w+</span></li>", "<li><span>verantwoording</span></li>", page)


def test_the_recovery_sheet_is_one_page(tmp_path: Path) -> None:
    static = tmp_path / "static"
    shutil.copytree(HOUSE / "static", static)
    shutil.copytree(Path(django_htmx.__file__).parent / "static", static, dirs_exist_ok=True)
    (tmp_path / "blad.html").write_text(sheet_page())
    with serve(tmp_path) as base, chromium() as browser:
        page = browser.new_page()
        page.goto(f"{base}blad.html")
        cut = page.eval_on_selector(".sheet-body", "e => e.scrollHeight - e.clientHeight")
        wide = page.eval_on_selector_all(
            ".sheet-words span", "l => l.filter(e => e.scrollWidth > e.clientWidth + 1).length"
        )
        paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert (cut, wide) == (0, 0)
    assert [tuple(round(n) for n in sheet.mediabox[2:]) for sheet in paper.pages] == [A4]
    text = paper.pages[0].extract_text()
    assert text.count("verantwoording") == len(to_words(root_key()))
    assert dates.say_date(timezone.localdate(), 1) in text
    assert "Stoppen mag" not in text
