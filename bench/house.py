"""Run as a program: fills the data directory that the environment names, through the services, with one
practice of a client with one year and one with three years of daily check-ins, one of 4 clients and one of
40. Prints as JSON who can come in and how.
"""

import json
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from itertools import pairwise
from random import Random
from typing import Any

from samenhang.cli.frame import start_frame

start_frame(migrate=True)

from django.conf import settings  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client as Browser  # noqa: E402
from django.utils import timezone  # noqa: E402
from fold import shape  # noqa: E402

from samenhang.dossier import services as dossier  # noqa: E402
from samenhang.experiments import services as experiments  # noqa: E402
from samenhang.experiments.queries import dossier_of  # noqa: E402
from samenhang.experiments.recording import Filled, record_check_in  # noqa: E402
from samenhang.method.diary import DiaryItem, Kind, Slot  # noqa: E402
from samenhang.method.influence_map import Influence, InfluenceMap, Strength  # noqa: E402
from samenhang.method.intake_scan import Fate  # noqa: E402
from samenhang.method.map_now import map_now  # noqa: E402
from samenhang.method.micro_action import MicroAction  # noqa: E402
from samenhang.method.rhythm import Rhythm  # noqa: E402
from samenhang.method.sheet import Audience  # noqa: E402
from samenhang.practice import services  # noqa: E402
from samenhang.practice.access import Scope, scope_of_account  # noqa: E402
from samenhang.practice.cards import ClientCard  # noqa: E402
from samenhang.practice.models import Account, Client, Role  # noqa: E402
from samenhang.vault import keys  # noqa: E402

RANDOM = Random(29)
KINDS = (Kind.SCALE, Kind.SCALE, Kind.MINUTES, Kind.COUNT, Kind.YES_NO, Kind.TIME)
NAMES = "Emma Joris Hanne Yusuf Nadia Bart Lotte Karim Sofie Wout Amina Pieter Fien Omar Elke Jonas".split()  # noqa: SIM905
TODAY = timezone.localdate()
A_YEAR = 365
GAPS = 0.06
FACTORS = 10


@dataclass(frozen=True)
class Kept:
    """A client, and what a phone needs to send a check-in."""

    client: Client
    token: str
    items: tuple[DiaryItem, ...]
    action: MicroAction
    sheet: str

    def told(self) -> dict[str, Any]:
        return {
            "id": str(self.client.pk),
            "token": self.token,
            "items": {item.id: _answer(item.kind) for item in self.items},
            "action": self.action.id,
        }


def _moment(ago: int, clock: time = time(21, 15)) -> datetime:
    return timezone.make_aware(datetime.combine(TODAY - timedelta(days=ago), clock))


def _answer(kind: Kind) -> Any:
    return {
        Kind.SCALE: max(0, min(10, round(RANDOM.gauss(6, 1.5)))),
        Kind.MINUTES: 5 * RANDOM.randint(2, 9),
        Kind.COUNT: RANDOM.choice((0, 0, 1, 1, 2, 3)),
        Kind.YES_NO: RANDOM.random() < 0.6,
        Kind.TIME: f"{RANDOM.randint(22, 23)}:{RANDOM.choice((0, 15, 30, 45)):02}",
    }[kind]


def open_practice(name: str) -> tuple[Scope, str]:
    practice = services.open_practice(name, "BE")
    practice.recovery_checked_at = timezone.now()
    practice.save()
    account = Account.objects.create_user(f"{name.lower()}@example.org", uuid.uuid4().hex)
    services.add_practitioner(practice.pk, account, "Noor", (Role.COACH,))
    scope = scope_of_account(account.pk)
    assert scope
    browser = Browser(HTTP_HOST="localhost")
    browser.force_login(account, settings.AUTHENTICATION_BACKENDS[0])
    session = browser.session
    session["second_step"] = True
    session.save()
    return scope, browser.cookies[settings.SESSION_COOKIE_NAME].value


def add_client(scope: Scope, number: int, *, days: int, sheets: int, today: bool = False) -> Kept:
    card = ClientCard(NAMES[number % len(NAMES)], f"Nummer {number}", email=f"c{number}@example.org")
    with scope.entered(), transaction.atomic():
        client = services.take_on(scope, card, came_at=_moment(days))
        for purpose in ("diary", "analysis"):
            services.give_consent(client, purpose)
        items = tuple(_items(client, days))
        action = MicroAction(
            str(uuid.uuid4()),
            "Laptop dicht om kwart over tien",
            rhythm=Rhythm.DAILY,
            times=("22:15",),
            plan_b="Eén bladzijde lezen telt ook.",
        )
        action = experiments.choose(client, action, by=scope.person, at=_moment(max(days - 20, 1)))
        for sheet in range(sheets):
            keeping = dossier.Keeping(
                client, scope.person, Audience.SHARED, at=_moment(days - sheet * days // sheets)
            )
            kept = dossier.keep_sheet(keeping, shape(sheet))
        for ago in range(days, 0, -1):
            if RANDOM.random() >= GAPS:
                record_check_in(client, _filled(items, action, ago), received_at=_moment(ago))
        _draw_map(scope, client, items)
        _meet(client, days, today=today)
        return Kept(
            client,
            services.join_device(client)[1],
            items,
            action,
            f"/clienten/{client.pk}/blad/{kept.pk}/a4/",
        )


def _draw_map(scope: Scope, client: Client, items: tuple[DiaryItem, ...]) -> None:
    """A map of what the scans found, ten at most: six measured, each with a thread to the next."""
    found = map_now(dossier_of(client)).standing
    drawn = tuple(replace(one, fate=Fate.KEEP if n < FACTORS else Fate.CLOSE) for n, one in enumerate(found))
    standing = [one.id for one in drawn if one.is_open]
    told = InfluenceMap(drawn, tuple(Influence(a, b, Strength.CLEARLY) for a, b in pairwise(standing)))
    keeping = dossier.Keeping(client, scope.person, Audience.SHARED, at=_moment(1))
    dossier.keep_sheet(keeping, told)
    experiments.let_measure(client, {a: item.id for a, item in zip(standing, items, strict=False)})


def _items(client: Client, days: int) -> Iterator[DiaryItem]:
    for number, kind in enumerate(KINDS):
        slot = Slot.EVENING if kind is Kind.TIME else Slot.DAY
        item = DiaryItem(str(uuid.uuid4()), f"Hoe ging het met nummer {number}?", kind, slot=slot)
        yield experiments.ask(client, replace(item, opened=TODAY - timedelta(days=days)))


def _filled(items: tuple[DiaryItem, ...], action: MicroAction, ago: int) -> Filled:
    return Filled(
        uuid.uuid4(),
        TODAY - timedelta(days=ago),
        _moment(ago),
        {item.id: _answer(item.kind) for item in items},
        {action.id: RANDOM.choice(("done", "done", "done", "plan_b", "not_done"))},
        "Het liep vandaag wat anders dan gedacht, maar het lukte." if ago % 3 == 0 else "",
    )


def _meet(client: Client, days: int, *, today: bool) -> None:
    """A gesprek every month so far, and one today or next week."""
    for ago in range(days, 0, -30):
        met = dossier.plan_encounter(client, _moment(ago, time(14)), place="online")
        dossier.begin_encounter(met, _moment(ago, time(14, 2)))
        dossier.end_encounter(met, _moment(ago, time(15)))
    dossier.plan_encounter(client, _moment(0 if today else -7, time(16)), place="online")


def main() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
    keys.make_root_key(settings.ROOT_KEY_FILE)
    long, long_session = open_practice("Lang")
    four, four_session = open_practice("Vier")
    forty, forty_session = open_practice("Veertig")
    one_year = add_client(long, 0, days=A_YEAR, sheets=16)
    three_years = add_client(long, 1, days=3 * A_YEAR, sheets=48)
    for number in range(4):
        add_client(four, number, days=60, sheets=8, today=True)
    crowd = [add_client(forty, number, days=60, sheets=8, today=number < 4) for number in range(40)]
    told = {
        "cookie": settings.SESSION_COOKIE_NAME,
        "long": {
            "session": long_session,
            "year": str(one_year.client.pk),
            "years": str(three_years.client.pk),
            "paper": three_years.sheet,
        },
        "four": four_session,
        "forty": forty_session,
        "phones": [each.told() for each in crowd],
    }
    json.dump(told, sys.stdout)


main()
