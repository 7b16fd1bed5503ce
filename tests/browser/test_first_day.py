"""Noor's first day: an empty house, her first client, a scan, one micro-action, a check-in, one A4."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from tests.browser import house
from tests.practice.arrive import PASSWORD, code_now

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MAIL = "noor@delinde.example"
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
SCAN = {
    "bio_strength": "Ze wandelt elke middag",
    "bio_bottleneck": "Ze slaapt laat in door mail in bed",
    "bio_action": "Vanavond om 22.15 het scherm weg",
    "psycho_strength": "Ze kan om zichzelf lachen",
    "psycho_bottleneck": "Alles moet in één keer goed",
    "psycho_action": "Morgen één mail zonder nalezen",
    "social_strength": "Een zus die altijd opneemt",
    "social_bottleneck": "Een collega schuift werk door",
    "social_action": "Donderdag vragen wat eerst mag",
}
QUESTION = "Hoe kom ik ’s avonds van mijn werk los?"
SENTENCE = "Elke avond om 22.15 tien minuten lezen in een boek"
ACTION = "Lezen in een boek"
DIARY = "Hoeveel minuten tot je sliep?"
NOTE = "Het boek lag klaar."
FOCUS = "[document.activeElement.id, document.activeElement.textContent]"
MAY_LEAVE = "window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"


@pytest.fixture(scope="module")
def practice(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[house.Open]:
    with house.practice(tmp_path_factory.mktemp("first") / "data") as place:
        yield place


def test_the_first_day(practice: house.Open, browser: Any) -> None:
    noor = browser.new_context(viewport=DESK, accept_downloads=True).new_page()
    secret = set_up(noor, practice)
    take_on(noor)
    scan_by_keyboard(noor)
    choose(noor)
    fill_in_on_the_phone(browser, connect_a_phone(noor))
    read_the_client(noor)
    print_the_canvas(noor)
    leave_and_come_back(noor, secret)


def press(page: Any, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def set_up(page: Any, practice: house.Open) -> str:
    """The wizard, with the code from the terminal; gives the secret of the app."""
    code = practice.said[-1].rpartition(" ")[2]
    page.goto(practice.url)
    page.get_by_label("De code uit je terminal").fill(code)
    press(page, "Ga verder")
    page.get_by_label("Hoe heet je praktijk?").fill("De Linde")
    page.get_by_label("België", exact=True).check()
    page.locator("input[name=retention]").first.check()
    press(page, "Bewaar en ga verder")
    page.get_by_label("Je naam").fill("Noor Peeters")
    page.get_by_label("E-mailadres").fill(MAIL)
    page.locator("input[name=password]").fill(PASSWORD)
    press(page, "Bewaar en ga verder")
    secret: str = page.locator(".secret code").inner_text().replace(" ", "")
    page.get_by_label("De zes cijfers uit je app").fill(code_now(secret))
    press(page, "Zet de tweede stap aan")
    page.locator(".codes li").first.wait_for()
    assert page.locator(".codes li").count() == 10
    press(page, "Ik heb ze bewaard")
    page.locator(".sheet-words span").first.wait_for()
    words = page.locator(".sheet-words span").all_inner_texts()
    page.get_by_role("link", name="Het ligt voor mij op papier").click()
    page.locator("input[name^=word_]").first.wait_for()
    for field in page.locator("input[name^=word_]").all():
        field.fill(words[int(field.get_attribute("name").removeprefix("word_"))])
    press(page, "Open mijn praktijk")
    return secret


def take_on(page: Any) -> None:
    """The first client, who agrees; then her own page."""
    page.get_by_label("Voornaam").fill("Emma")
    page.get_by_label("Familienaam").fill("Claes")
    page.get_by_label("Deze cliënt stemt ermee in").check()
    press(page, "Begin het dossier")
    page.wait_for_url("**/vandaag/")
    page.get_by_role("link", name="Cliënten", exact=True).click()
    page.get_by_role("link", name="Emma Claes").click()
    page.get_by_role("link", name="Toestemming").click()
    page.locator("input[name=purpose]:not(:checked)").first.check()
    press(page, "Bewaren")
    assert page.locator(".told").inner_text().strip() == "Bewaard."
    page.get_by_role("link", name="Naar Emma").click()


def scan_by_keyboard(page: Any) -> None:
    """The whole scan without a mouse; half-way the window is reloaded and nothing is lost."""
    page.get_by_role("link", name="Intakescan").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/vullen/intakescan/")
    half = list(SCAN)[:5]
    for name in half:
        tab_to(page, name)
        page.keyboard.type(SCAN[name])
    wait_until_kept(page)
    assert page.inner_text("[data-saved]").startswith("Bewaard om ")
    page.reload()
    assert {name: page.input_value(f"#{name}") for name in half} == {name: SCAN[name] for name in half}
    for name in list(SCAN)[5:]:
        tab_to(page, name)
        page.keyboard.type(SCAN[name])
    tab_to(page, "", "Bewaren")
    page.keyboard.press("Enter")
    page.wait_for_url("**/blad/**")
    assert all(text in page.inner_text("main") for text in SCAN.values())


def wait_until_kept(page: Any) -> None:
    """Until leaving would no longer ask first."""
    for _ in range(100):
        if page.evaluate(MAY_LEAVE):
            return
        page.wait_for_timeout(100)
    raise AssertionError("Het concept wordt niet bewaard")


def tab_to(page: Any, field: str, button: str = "") -> None:
    """Press Tab until the focus is where it must be; it never takes long."""
    for _ in range(60):
        page.keyboard.press("Tab")
        id_, text = page.evaluate(FOCUS)
        if id_ == field and (not button or text == button):
            return
    raise AssertionError(f"Tab komt niet bij {field or button}")


def choose(page: Any) -> None:
    """The canvas: one question, one lever, one micro-action with a question for the diary."""
    page.get_by_role("link", name="Emma Claes").click()
    page.get_by_role("link", name="Sessiecanvas").click()
    page.get_by_label("Vraag", exact=True).fill(QUESTION)
    page.locator("input[name=lever]").first.check(force=True)
    page.get_by_label("Hypothese").fill("Mail in bed houdt haar hoofd aan het werk.")
    page.get_by_role("textbox", name="Interventie").press_sequentially(SENTENCE)
    for read in ("elke dag", "om 22.15", "10 minuten"):
        page.locator(".chip").get_by_text(read, exact=True).wait_for()
    assert page.locator(".ask").count() == 0
    page.get_by_label("Observatie").fill("Ze valt sneller in slaap.")
    page.get_by_text("Nieuwe vraag voor de check-in").click()
    page.get_by_label("De vraag", exact=True).fill(DIARY)
    page.get_by_label("Antwoord").select_option("minutes")
    page.get_by_label("Vervolg").fill("Alleen het scherm weg telt ook.")
    press(page, "Dit testen we")
    page.wait_for_url("**/blad/**")
    page.get_by_role("link", name="Emma Claes").click()
    assert ACTION in page.inner_text("main")


def connect_a_phone(page: Any) -> str:
    page.get_by_role("link", name="Telefoon").click()
    press(page, "Maak een link")
    link: str = page.locator(".link").inner_text()
    page.get_by_role("link", name="Emma Claes").click()
    return link


def fill_in_on_the_phone(browser: Any, link: str) -> None:
    """Emma's phone: connect, fill in, done."""
    emma = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True).new_page()
    emma.goto(link)
    press(emma, "Verbind deze telefoon")
    emma.get_by_role("link", name="Vul in, een halve minuut").tap()
    emma.get_by_text("Gedaan", exact=True).tap()
    emma.get_by_label(DIARY).fill("35")
    emma.get_by_label("Nog iets?").fill(NOTE)
    emma.get_by_role("button", name="Bewaar").tap()
    emma.wait_for_url("**/bewaard/")
    emma.goto(link)
    assert emma.inner_text("h1") == "Deze link werkt niet meer"
    emma.context.close()


def read_the_client(page: Any) -> None:
    """What Emma filled in stands on her page and in her diary."""
    page.reload()
    main = page.inner_text("main")
    assert QUESTION in main
    assert "één keer gedaan" in main.casefold()
    page.get_by_role("link", name="Dagboek", exact=True).click()
    assert NOTE in page.inner_text("main")


def print_the_canvas(page: Any) -> None:
    page.get_by_role("link", name="Dossier", exact=True).click()
    page.get_by_role("link", name="Sessiecanvas").first.click()
    address = page.get_by_role("link", name="A4").get_attribute("href")
    answer = page.request.get(page.url.partition("/clienten")[0] + address)
    assert answer.headers["content-type"] == "application/pdf"
    (paper,) = PdfReader(BytesIO(answer.body())).pages
    text = re.sub(r"\s+", " ", paper.extract_text())
    assert QUESTION in text
    assert SENTENCE in text
    assert "Emma Claes" in text


def leave_and_come_back(page: Any, secret: str) -> None:
    press(page, "Afmelden")
    if page.get_by_role("button", name="Meld me af").count():
        press(page, "Meld me af")
    page.goto(page.url.partition("/toegang")[0].rstrip("/") + "/vandaag/")
    page.get_by_label("E-mailadres").fill(MAIL)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    press(page, "Meld me aan")
    page.get_by_label("Code uit je app").fill(code_now(secret))
    press(page, "Meld me aan")
    page.wait_for_url("**/vandaag/")
    assert "Noor" in page.inner_text("h1")
