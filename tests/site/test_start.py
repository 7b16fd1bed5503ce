"""The first start, from the code in the terminal to the first client."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client as Browser
from django.utils import timezone

from samenhang.environment import WrongConfiguration
from samenhang.practice import start
from samenhang.practice.access import scope_of_account
from samenhang.practice.models import Account, Client, Consent, Practice, Tally
from samenhang.practice.queries import card_of, practice_card
from samenhang.vault import keys
from samenhang.vault.recovery import to_words
from samenhang.vault.scope import rows, unscoped
from tests.practice.arrive import PASSWORD, mends, open_browser, set_up_app, typed, words

PRACTICE = {"name": "De Linde", "country": "BE", "retention": "coach"}
NOOR = {"name": "Noor Peeters", "email": "Noor@delinde.example", "password": PASSWORD}


@pytest.fixture(autouse=True)
def nothing_yet(db: None, tmp_path: Path, settings) -> Iterator[None]:
    settings.DATA = tmp_path / "data"
    settings.ROOT_KEY_FILE = tmp_path / "key" / "root.key"
    keys.forget()
    yield
    keys.forget()


@pytest.fixture
def browser() -> Browser:
    return open_browser()


def go_on(browser: Browser) -> str:
    """Where the first page leads now."""
    page = browser.get("/", follow=True)
    return page.redirect_chain[-1][0]


def give_code(browser: Browser) -> None:
    assert browser.post("/begin/", {"code": start.start_code()}).status_code == 302


def up_to_practice(browser: Browser) -> None:
    give_code(browser)
    assert browser.post("/begin/praktijk/", PRACTICE).status_code == 302


def up_to_coach(browser: Browser) -> None:
    up_to_practice(browser)
    assert browser.post("/begin/jij/", NOOR).status_code == 302


def up_to_sheet(browser: Browser) -> str:
    up_to_coach(browser)
    secret = set_up_app(browser, "/begin/tweede-stap/")
    assert browser.post("/begin/herstelcodes/").status_code == 302
    return secret


def retype(browser: Browser, wrong: int = 0) -> dict[str, str]:
    """The words asked for, read from the paper; the first `wrong` ones misread."""
    page = browser.get("/begin/herstelblad/nakijken/")
    asked = [int(at) for at in re.findall(r'name="word_(\d+)"', page.content.decode())]
    sheet = to_words(keys.root_key())
    return {f"word_{at}": "mis" if n < wrong else f" {sheet[at].upper()} " for n, at in enumerate(asked)}


def test_the_whole_first_start(browser: Browser) -> None:
    start.start_code()
    assert go_on(browser) == "/begin/"
    give_code(browser)
    assert settings.ROOT_KEY_FILE.stat().st_mode & 0o777 == 0o600
    assert go_on(browser) == "/begin/praktijk/"
    browser.post("/begin/praktijk/", PRACTICE)
    assert go_on(browser) == "/begin/jij/"
    browser.post("/begin/jij/", NOOR)
    assert go_on(browser) == "/begin/tweede-stap/"
    set_up_app(browser, "/begin/tweede-stap/")
    assert go_on(browser) == "/begin/herstelcodes/"
    codes = browser.get("/begin/herstelcodes/").content.decode()
    assert len(re.findall(r"<li><code>\d{4} \d{4}</code></li>", codes)) == 10
    browser.post("/begin/herstelcodes/")
    assert go_on(browser) == "/begin/herstelblad/"
    sheet = words(browser.get("/begin/herstelblad/"))
    assert all(word in sheet for word in to_words(keys.root_key()))
    assert not start.is_started()
    assert browser.post("/begin/herstelblad/nakijken/", retype(browser)).url == "/begin/eerste-client/"
    assert start.is_started()
    emma = {
        "first_name": "Emma",
        "last_name": "Claes",
        "birth_date": "1997-03-14",
        "email": "emma@example.org",
    }
    assert browser.post("/begin/eerste-client/", {**emma, "record": "on"}).url == "/vandaag/"
    account = Account.objects.get(email="noor@delinde.example")
    scope = scope_of_account(account.pk)
    assert scope
    assert scope.roles == {"owner", "coach"}
    with scope.entered():
        assert practice_card(scope.practice).name == "De Linde"
        (client,) = scope.clients()
        assert card_of(client).name == "Emma Claes"
        assert [c.purpose for c in rows(Consent, scope.practice)] == ["record"]


@pytest.mark.parametrize(
    "step",
    [
        "praktijk",
        "jij",
        "tweede-stap",
        "tweede-stap/sleutel",
        "herstelcodes",
        "herstelblad",
        "herstelblad/nakijken",
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_without_the_code_nothing_else_opens(browser: Browser, step: str, method: str) -> None:
    start.start_code()
    assert getattr(browser, method)(f"/begin/{step}/", {**PRACTICE, **NOOR}).url == "/begin/"
    with unscoped("of er iets gemaakt werd") as every:
        assert not every(Practice).exists()


def test_the_sign_in_waits_for_the_code_too(browser: Browser) -> None:
    assert browser.get("/toegang/aanmelden/").url == "/begin/"


def test_nothing_is_kept_of_the_code_but_its_hash(browser: Browser) -> None:
    code = start.start_code()
    path = settings.DATA / "start.code"
    assert path.stat().st_mode & 0o777 == 0o600
    assert code not in path.read_text()
    assert code.replace("-", "") not in path.read_text()


def test_a_newer_code_ends_the_older(browser: Browser) -> None:
    first = start.start_code()
    second = start.start_code()
    assert not start.is_right_code(first)
    assert start.is_right_code(second.lower().replace("-", " "))


def test_a_wrong_code_is_said_at_its_field(browser: Browser) -> None:
    start.start_code()
    page = browser.post("/begin/", {"code": "AAAA-<b>BB"})
    assert mends(page) == ["Deze code klopt niet. Kijk in het venster waar samenhang serve loopt."]
    assert typed(page, "code") == "AAAA-<b>BB"
    assert b"<b>BB" not in page.content


def test_five_wrong_codes_and_then_one_waits_even_with_the_right_one(browser: Browser) -> None:
    code = start.start_code()
    for _ in range(5):
        assert browser.post("/begin/", {"code": "mis"}).status_code == 200
    page = open_browser().post("/begin/", {"code": code}, headers={"x-forwarded-for": "9.9.9.9"})
    assert page.status_code == 429
    assert page["Retry-After"] == "900"
    assert mends(page) == ["Dit was vijf keer mis. Wacht een kwartier en probeer het opnieuw."]
    for row in Tally.objects.all():
        row.value = [at - timedelta(minutes=16).total_seconds() for at in row.value]
        row.save()
    assert browser.post("/begin/", {"code": code}).status_code == 302


def test_each_step_says_what_is_missing_and_keeps_what_was_typed(browser: Browser) -> None:
    give_code(browser)
    page = browser.post("/begin/praktijk/", {"name": "", "country": "FR", "retention": ""})
    assert mends(page) == [
        "Geef je praktijk een naam. Je eigen naam mag ook.",
        "Kies een van de mogelijkheden.",
        "Kies een van de mogelijkheden.",
    ]
    browser.post("/begin/praktijk/", PRACTICE)
    page = browser.post("/begin/jij/", {"name": "Noor", "email": "noor@", "password": "kort"})
    assert mends(page) == [
        "Dit lijkt geen e-mailadres. Staat er een @ en een punt in?",
        "Neem minstens 12 tekens. Een paar woorden na elkaar is prima.",
    ]
    assert typed(page, "name") == "Noor"
    assert typed(page, "email") == "noor@"
    assert b"kort" not in page.content


def test_what_was_said_can_be_corrected_by_going_back(browser: Browser) -> None:
    up_to_coach(browser)
    assert typed(browser.get("/begin/praktijk/"), "name") == "De Linde"
    browser.post("/begin/praktijk/", {**PRACTICE, "name": "De Wilg", "country": "NL"})
    assert typed(browser.get("/begin/jij/"), "email") == "noor@delinde.example"
    browser.post("/begin/jij/", {"name": "Noor P.", "email": "noor@wilg.example", "password": ""})
    assert Account.objects.get().email == "noor@wilg.example"
    assert Account.objects.get().check_password(PASSWORD)
    practice = start.begun()
    assert practice
    assert practice_card(practice.pk).name == "De Wilg"
    assert practice_card(practice.pk).help_lines[1].number == "113"
    assert go_on(browser) == "/begin/tweede-stap/"


def test_the_scanned_square_stays_good_over_a_reload(browser: Browser) -> None:
    up_to_coach(browser)
    first = browser.get("/begin/tweede-stap/").content
    again = browser.get("/begin/tweede-stap/").content
    secret = re.search(rb'<p class="secret"><code>[^<]+', first)
    assert secret
    assert secret.group() in again


def test_another_browser_goes_on_where_it_was(browser: Browser) -> None:
    up_to_practice(browser)
    other = open_browser()
    assert go_on(other) == "/begin/"
    give_code(other)
    assert go_on(other) == "/begin/jij/"
    other.post("/begin/jij/", NOOR)
    third = open_browser()
    give_code(third)
    assert go_on(third) == "/begin/jij/"
    assert b"noor@" not in third.get("/begin/jij/").content
    third.post("/begin/jij/", {**NOOR, "password": "een ander lang wachtwoord"})
    assert go_on(third) == "/begin/tweede-stap/"
    assert Account.objects.count() == 1


def test_whoever_has_a_second_step_signs_in_to_go_on(browser: Browser) -> None:
    up_to_sheet(browser)
    other = open_browser()
    give_code(other)
    assert other.get("/begin/herstelblad/").url == "/toegang/aanmelden/?next=/begin/"
    assert other.post("/begin/jij/", NOOR).url == "/toegang/aanmelden/?next=/begin/"
    page = other.post("/toegang/aanmelden/?next=/begin/", {"login": NOOR["email"], "password": PASSWORD})
    assert page.url.startswith("/toegang/tweede-stap/aanmelden/")


def test_the_codes_stay_until_they_are_kept_and_then_never_come_back(browser: Browser) -> None:
    up_to_coach(browser)
    set_up_app(browser, "/begin/tweede-stap/")
    first = browser.get("/begin/herstelcodes/").content.decode()
    again = browser.get("/begin/herstelcodes/").content.decode()
    codes = re.findall(r"\d{4} \d{4}", first)
    assert codes == re.findall(r"\d{4} \d{4}", again)
    browser.post("/begin/herstelcodes/")
    later = browser.get("/toegang/tweede-stap/codes/").content.decode()
    assert codes[0] not in later


def test_misread_words_are_said_one_by_one_and_nothing_opens(browser: Browser) -> None:
    up_to_sheet(browser)
    said = retype(browser, wrong=2)
    page = browser.post("/begin/herstelblad/nakijken/", said)
    first, second, _ = (int(name.removeprefix("word_")) + 1 for name in said)
    assert mends(page) == [
        f"Dit is niet woord {first}. Kijk het na op je blad.",
        f"Dit is niet woord {second}. Kijk het na op je blad.",
    ]
    assert not start.is_started()
    assert retype(browser).keys() == said.keys()


def test_once_open_the_steps_are_gone(browser: Browser) -> None:
    up_to_sheet(browser)
    browser.post("/begin/herstelblad/nakijken/", retype(browser))
    for step in ("", "praktijk/", "jij/", "tweede-stap/", "herstelcodes/", "herstelblad/"):
        assert browser.get(f"/begin/{step}").url == "/"
    assert not (settings.DATA / "start.code").exists()


def test_the_first_client_may_wait_and_needs_consent(browser: Browser) -> None:
    up_to_sheet(browser)
    browser.post("/begin/herstelblad/nakijken/", retype(browser))
    page = browser.post(
        "/begin/eerste-client/", {"first_name": "Emma", "birth_date": "2999-01-01", "phone": "bel me"}
    )
    assert mends(page) == [
        "Deze geboortedatum kan niet. Kijk het jaar na.",
        "Een telefoonnummer bestaat uit cijfers, spaties en + ( ) / -.",
        "Zonder deze toestemming begint er geen dossier. Vraag het eerst aan je cliënt.",
    ]
    assert typed(page, "first_name") == "Emma"
    with unscoped("of er iemand bijkwam") as every:
        assert not every(Client).exists()
    assert browser.get("/vandaag/").status_code == 200


def test_no_place_for_the_key_stops_the_start_with_one_sentence(settings, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    settings.ROOT_KEY_FILE = blocked / "root.key"
    with pytest.raises(WrongConfiguration, match=f"De sleutel kan niet in {blocked} bewaard worden"):
        start.start_code()


def test_a_key_that_is_there_is_left_alone() -> None:
    start.start_code()
    key = settings.ROOT_KEY_FILE.read_bytes()
    start.start_code()
    assert settings.ROOT_KEY_FILE.read_bytes() == key


def test_a_practice_without_its_sheet_is_not_open(browser: Browser) -> None:
    up_to_sheet(browser)
    assert browser.get("/vandaag/").url == "/begin/"
    with unscoped("of het blad nagekeken is") as every:
        every(Practice).update(recovery_checked_at=timezone.now())
    assert browser.get("/vandaag/").status_code == 200
