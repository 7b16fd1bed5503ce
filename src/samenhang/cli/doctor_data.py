"""What `doctor` sees inside: tables, settings of the database, who has no second step, the audit."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

from samenhang.cli.doctor import DANGER, WARNING, Finding
from samenhang.practice.models import Practice, Practitioner
from samenhang.vault import audit
from samenhang.vault.backup import noted, remembered_heads
from samenhang.vault.house import practices, whole_house
from samenhang.vault.keys import NoKey, NoRootKey, Owner, raw_key
from samenhang.vault.models import AuditLine
from samenhang.vault.scope import within
from samenhang.vault.sealed import Tampered
from samenhang.vault.stream import BrokenBackup

WALKED = 20_000
WANTED = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 2, "foreign_keys": 1}


def findings() -> Iterator[Finding]:
    """Everything inside; a database that does not answer is a finding and no failure."""
    if settings.DEMO:
        text = "Dit is een oefenpraktijk: iedereen met een link komt binnen."
        yield Finding("demo_data", WARNING, text, "Neem voor echte cliënten een andere SAMENHANG_DATA.")
    try:
        behind = list(_tables())
        yield from behind
        if not behind:
            yield from _inside()
    except Error as trouble:
        text = f"De databank antwoordt niet ({type(trouble).__name__})."
        fix = "Kijk of de schijf er is en of de databank draait; zet anders een back-up terug."
        yield Finding("database", DANGER, text, fix)


def _tables() -> Iterator[Finding]:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        text = "De tabellen zijn ouder dan het programma."
        yield Finding("migrations_behind", WARNING, text, "Maak een back-up en start dan: samenhang serve")


def _inside() -> Iterator[Finding]:
    every: tuple[Callable[[], Iterator[Finding]], ...] = (_engine, _key_fits, _sheet, _second_step, _chain)
    for look in every:
        yield from look()


def _engine() -> Iterator[Finding]:
    return _sqlite() if connection.vendor == "sqlite" else _postgres()


def _sqlite() -> Iterator[Finding]:
    with connection.cursor() as cursor:
        found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in WANTED}
    odd = {name: value for name, value in found.items() if value != WANTED[name]}
    if odd:
        text = f"SQLite staat niet zoals het hoort: {', '.join(f'{n}={v}' for n, v in odd.items())}."
        fix = "Zet de databank op een gewone lokale schijf (geen netwerkschijf) en herstart."
        yield Finding("sqlite_settings", DANGER, text, fix)


def _postgres() -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone()[0]:
            text = "De databankrol mag langs de muur tussen praktijken kijken."
            fix = "Geef de toepassing een eigen rol: NOSUPERUSER NOBYPASSRLS (zie docs/beheer/vertrouwen)."
            yield Finding("database_role", DANGER, text, fix)


def _key_fits() -> Iterator[Finding]:
    for practice in practices():
        with within(practice):
            try:
                raw_key(Owner.of_practice(practice))
            except NoRootKey as trouble:
                fix = "Zoek het juiste sleutelbestand, of maak het met: samenhang restore --words"
                yield Finding("key_not_fitting", DANGER, str(trouble), fix)
            except (NoKey, Tampered):
                fix = "Zet de laatste back-up terug: samenhang restore DATA KEYS --force"
                yield Finding("key_lost", DANGER, "De sleutel van een praktijk ontbreekt.", fix)


def _sheet() -> Iterator[Finding]:
    with whole_house() as every:
        unchecked = every(Practice).filter(recovery_checked_at=None).exists()
    if unchecked:
        text = "Het herstelblad is niet nagekeken: zonder sleutel zijn alle gegevens voorgoed weg."
        yield Finding("sheet_unchecked", DANGER, text, "Druk het af en typ er woorden van over op /begin/.")


def _second_step() -> Iterator[Finding]:
    with whole_house() as every:
        working = set(every(Practitioner).filter(left_at=None).values_list("account", flat=True))
    steps = Authenticator.objects.filter(type__in=["totp", "webauthn"]).values_list("user", flat=True)
    if without := len(working - set(steps)):
        people = "één persoon meldt" if without == 1 else f"{without} personen melden"
        text = f"In dit huis {people} zich aan zonder tweede stap."
        yield Finding("no_second_step", WARNING, text, "Laat een passkey of code-app instellen.")


def _chain() -> Iterator[Finding]:
    heads, now = _heads(), datetime.now(UTC)
    for practice in practices():
        try:
            broken = audit.verify(practice, expected=heads.get(practice), last=WALKED)
        except (NoKey, Tampered):
            continue
        if broken:
            text = f"Het logboek klopt niet meer: regel {broken[0].seq} {broken[0].why}."
            fix = "Kijk alles na met: samenhang audit verify; vergelijk met de laatste back-up."
            yield Finding("audit_broken", DANGER, text, fix)
        with within(practice):
            newest: Any = AuditLine.objects.filter(practice=practice).order_by("seq").last()
        if newest and newest.at > now + timedelta(minutes=5):
            text = f"De klok loopt achter op het logboek ({newest.at:%d-%m-%Y %H:%M} UTC)."
            yield Finding("clock_odd", DANGER, text, "Zet de klok gelijk: timedatectl set-ntp true")


def _heads() -> dict[Any, tuple[int, bytes]]:
    note = noted()
    try:
        return remembered_heads(note.keys) if note else {}
    except (BrokenBackup, NoKey):
        return {}
