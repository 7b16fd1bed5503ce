"""Emma presses "Bewaar" without a connection: nothing she typed is lost, and it is kept once."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.tour import FULL, Tour

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SENT, NOT_YET = "[data-sent]", "Nog niet verzonden."
STORED = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie, ...(await caches.keys()),
  ...(await indexedDB.databases()).map((each) => each.name),
  ...(await navigator.serviceWorker.getRegistrations()),
]"""
MAY_LEAVE = "window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"
DOUBLE_TAP = "(button) => { button.click(); button.click(); }"


@pytest.fixture
def phone(demo: Tour) -> Iterator[Any]:
    """Emma's phone with her check-in of today open."""
    context = demo.enter("phone", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(demo.url + "/mij/check-in/vandaag/")
    yield page
    context.close()


def fill_in(page: Any, note: str) -> None:
    page.locator("input[value=plan_b]").first.check(force=True)
    page.fill("#note", note)


def press(page: Any) -> None:
    page.get_by_role("button", name="Bewaar").evaluate(DOUBLE_TAP)


def wait_for(page: Any, words: str) -> None:
    page.locator(SENT).get_by_text(words).wait_for()


def answers_of(page: Any) -> list[int]:
    """The statuses that come back for a check-in from now on."""
    found: list[int] = []
    page.on(
        "response", lambda answer: found.append(answer.status) if answer.request.method == "POST" else None
    )
    return found


def times_in_the_diary(demo: Tour, note: str) -> int:
    page = demo.enter("desk").new_page()
    page.goto(demo.find(f"/clienten/{FULL}/dagboek/"))
    count: int = page.locator("main").text_content().count(note)
    page.context.close()
    return count


def test_without_a_connection_everything_stays_and_goes_along_later(demo: Tour, phone: Any) -> None:
    note, answers = "Zonder verbinding getypt.", answers_of(phone)
    assert phone.evaluate(MAY_LEAVE), "nothing was filled in yet"
    phone.context.set_offline(True)
    fill_in(phone, note)
    for _ in range(2):
        press(phone)
        wait_for(phone, NOT_YET)
        assert phone.input_value("#note") == note
        assert phone.locator("input[value=plan_b]").first.is_checked()
        assert phone.url.endswith("/mij/check-in/vandaag/")
        assert not phone.evaluate(MAY_LEAVE), "leaving asks first"
    assert phone.evaluate(STORED) == [""], "nothing is written on the phone"
    phone.context.set_offline(False)
    phone.wait_for_url("**/mij/bewaard/")
    assert phone.inner_text("h1") == "Bewaard."
    assert phone.evaluate(MAY_LEAVE)
    assert answers == [201], "a double tap sends once"
    assert times_in_the_diary(demo, note) == 1


def test_an_answer_that_got_lost_on_the_way_back_is_kept_once(demo: Tour, phone: Any) -> None:
    note, answers = "Het antwoord ging verloren.", answers_of(phone)
    fill_in(phone, note)
    kept = []

    def lose(route: Any) -> None:
        kept.append(route.fetch().status)
        route.abort()

    phone.route("**/mij/check-in/**", lose)
    press(phone)
    wait_for(phone, NOT_YET)
    phone.unroute("**/mij/check-in/**")
    press(phone)
    phone.wait_for_url("**/mij/bewaard/")
    assert (kept, answers) == ([201], [200])
    assert times_in_the_diary(demo, note) == 1


def test_what_is_changed_after_a_try_waits_for_a_tap_and_is_kept_too(demo: Tour, phone: Any) -> None:
    phone.context.set_offline(True)
    fill_in(phone, "Eerst dit.")
    press(phone)
    wait_for(phone, NOT_YET)
    phone.fill("#note", "Toch liever dit.")
    phone.context.set_offline(False)
    phone.wait_for_timeout(300)
    assert phone.url.endswith("/mij/check-in/vandaag/")
    press(phone)
    phone.wait_for_url("**/mij/bewaard/")
    assert (times_in_the_diary(demo, "Toch liever dit."), times_in_the_diary(demo, "Eerst dit.")) == (1, 0)


def test_what_cannot_be_is_named_at_its_field_without_leaving_the_page(phone: Any) -> None:
    phone.fill("#note", "w" * 5001)
    press(phone)
    phone.locator("#note-mend").wait_for()
    assert phone.input_value("#note") == "w" * 5001
    assert phone.evaluate("document.activeElement.id") == "note"
    phone.fill("#note", "Korter.")
    press(phone)
    phone.wait_for_url("**/mij/bewaard/")


def test_heavy_words_are_kept_and_open_the_help_lines_on_the_page_itself(demo: Tour, phone: Any) -> None:
    note = "Ik wil niet meer leven."
    phone.fill("#note", note)
    press(phone)
    phone.locator("#help").wait_for()
    assert phone.evaluate("document.activeElement.id") == "help"
    assert phone.url.endswith("/mij/check-in/vandaag/")
    assert phone.evaluate(MAY_LEAVE), "it is kept"
    assert times_in_the_diary(demo, note) == 1


def test_help_opens_beside_what_was_not_sent(phone: Any) -> None:
    phone.fill("#note", "Nog niet verzonden.")
    with phone.context.expect_page() as opened:
        phone.get_by_role("link", name="Het gaat niet goed").tap()
    opened.value.get_by_role("heading", name="Het gaat niet goed").wait_for()
    assert phone.input_value("#note") == "Nog niet verzonden."
