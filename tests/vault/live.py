"""Run as a program: fill a practice on disk, work in it as people do, and copy it while it is open.

Arguments: the directory for the copy, the canary word. What it prints on stderr is the log.
"""

import itertools
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from samenhang.cli.frame import start_frame

start_frame(migrate=True)

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes  # noqa: E402
from allauth.mfa.totp.internal.auth import TOTP  # noqa: E402
from django.apps import apps  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.messages import error  # noqa: E402
from django.test import Client as Browser  # noqa: E402

from samenhang.desk import views  # noqa: E402
from samenhang.vault import keys  # noqa: E402
from samenhang.vault.backup import back_up  # noqa: E402
from samenhang.vault.erase import erase  # noqa: E402
from samenhang.vault.models import AuditLine  # noqa: E402
from tests.vault import full  # noqa: E402

COPY, CANARY = Path(sys.argv[1]), sys.argv[2]
_numbers = itertools.count()


def mark() -> str:
    return f"{CANARY}{next(_numbers):05d}"


def broken_name(*_: Any) -> str:
    raise ValueError(mark())


def with_message(request: Any) -> Any:
    error(request, f"{mark()} is bewaard")
    return views.today(request)


def main() -> None:
    keys.make_root_key(settings.ROOT_KEY_FILE)
    practice, scope, clients = full.fill(mark, clients=3)
    account, signed_in = full.add_person(practice, mark, "coach")
    TOTP.activate(account, f"{CANARY}SECRET")
    RecoveryCodes.activate(account)
    browser = Browser(HTTP_HOST="localhost", raise_request_exception=False)
    browser.force_login(account, settings.AUTHENTICATION_BACKENDS[0])
    session = browser.session
    session["second_step"], session["onderweg"] = True, mark()
    session.save()
    browser.get(f"/clienten/{clients[0].pk}/?naam={mark()}")
    browser.post("/vandaag/", {"naam": mark()})
    Browser(HTTP_HOST="localhost").post(
        "/toegang/aanmelden/", {"login": f"{mark()}@example.org", "password": mark()}
    )
    views.person_name = broken_name
    print(browser.get("/vandaag/").status_code, file=sys.stderr)
    with scope.entered():
        erase(scope.practice, clients[2].pk)
    back_up(settings.DATA / "back-ups")
    empty = [
        m.__name__ for m in apps.get_app_config("samenhang").get_models() if not m._base_manager.exists()
    ]
    shutil.copytree(settings.DATA, COPY / "data")
    shutil.copytree(tempfile.gettempdir(), COPY / "temp", dirs_exist_ok=True)
    print(AuditLine.objects.count(), signed_in.practice == practice.pk, ",".join(empty))


main()
