"""The way into a demo: fresh links for everyone at each start, and the list of who is there."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from samenhang.experiments.queries import actions_of, items_of
from samenhang.practice.access import Scope, scope_of_account
from samenhang.practice.models import Client, OneTimeLink, Practice, Practitioner
from samenhang.practice.queries import card_of, person_name, practice_card
from samenhang.practice.services import join_device, make_link
from samenhang.vault.scope import rows, unscoped

type_of_guests = dict[str, Any]


def welcome(base_url: str) -> type_of_guests:
    """Say who is in this demo, each with a new way in; what was handed out before no longer works."""
    with unscoped("een demo stelt al haar praktijken voor") as every:
        practices = list(every(Practice).order_by("started_at"))
        every(OneTimeLink).filter(used_at=None).update(used_at=timezone.now())
    guests: type_of_guests = {"base_url": base_url, "practices": [], "people": [], "clients": []}
    with transaction.atomic():
        for practice in practices:
            guests["practices"].append({"id": str(practice.pk), "name": practice_card(practice.pk).name})
            for person in rows(Practitioner, practice.pk).order_by("joined_at"):
                _greet(guests, person)
    return guests


def _greet(guests: type_of_guests, person: Practitioner) -> None:
    scope = scope_of_account(person.account_id)
    if scope is None:
        return
    name = person_name(scope.practice, scope.person)
    token = make_link(scope.practice, OneTimeLink.Kind.SIGN_IN, person.pk)
    guests["people"].append(
        {
            "name": name,
            "role": scope.role,
            "practice": str(scope.practice),
            "sign_in": f"{guests['base_url']}/binnen/{token}/",
        }
    )
    with scope.entered():
        own = rows(Client, scope.practice).filter(coach=person.pk).order_by("came_at")
        guests["clients"] += [_client(guests["base_url"], scope, name, client) for client in own]


def _client(base_url: str, scope: Scope, coach: str, client: Client) -> type_of_guests:
    link = make_link(scope.practice, OneTimeLink.Kind.PHONE, client.pk)
    return {
        "id": str(client.pk),
        "name": card_of(client).first_name,
        "practice": str(scope.practice),
        "coach": coach,
        "phone_link": f"{base_url}/mij/link/{link}/",
        "device_token": join_device(client)[1],
        "items": [{"id": i.id, "kind": i.kind.value, "text": i.text} for i in items_of(client)],
        "actions": [{"id": a.id, "text": a.behaviour, "state": a.state.value} for a in actions_of(client)],
    }


def in_three_lines(guests: type_of_guests) -> str:
    """What someone at a terminal needs: where it is, and two ways in."""
    coach, client = guests["people"][0], guests["clients"][0]
    return "\n".join(
        (
            f"Samenhang staat klaar op {guests['base_url']}",
            f"Als coach {coach['name']} (werkt één keer): {coach['sign_in']}",
            f"Als {client['name']}, op de telefoon (werkt één keer): {client['phone_link']}",
        )
    )
