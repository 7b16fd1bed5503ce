"""Coming in as people do: typing, clicking, with the codes their phones would show."""

import html
import re
import time
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client as Browser

from tests.conftest import Person

PASSWORD = "een lang wachtwoord dat blijft"


def open_browser() -> Browser:
    return Browser(HTTP_HOST="localhost")


def words(page: Any) -> str:
    """What a page says, without its tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.content.decode())).split())


def mends(page: Any) -> list[str]:
    """The sentences at the fields."""
    found = re.findall(r'<p class="mend"[^>]*>(.*?)</p>', page.content.decode(), re.DOTALL)
    return [html.unescape(text) for text in found if text.strip()]


def typed(page: Any, name: str) -> str:
    """What stands in a field."""
    tag = re.search(rf'<(?:input|select)[^>]*name="{name}"[^>]*>', page.content.decode())
    value = re.search(r'value="([^"]*)"', tag.group()) if tag else None
    return html.unescape(value.group(1)) if value else ""


def code_now(secret: str) -> str:
    """The six digits of an app; waits out the last second of a half minute."""
    if time.time() % 30 > 28.5:
        time.sleep(1.6)
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def secret_on(page: Any) -> str:
    found = re.search(r'<p class="secret"><code>([A-Z2-7 ]+)</code>', page.content.decode())
    assert found
    return found.group(1).replace(" ", "")


def set_up_app(browser: Browser, address: str) -> str:
    """Scan the square, type the code; give the secret."""
    secret = secret_on(browser.get(address))
    answer = browser.post(address, {"code": code_now(secret)})
    assert answer.status_code == 302, mends(answer)
    return secret


def freshly(person: Person) -> Browser:
    """A browser in which someone signed in a moment ago."""
    browser = person.browser()
    session = browser.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
    session["account_authentication_methods_user"] = str(person.account.pk)
    session.save()
    return browser
