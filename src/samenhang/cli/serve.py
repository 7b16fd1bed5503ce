"""`samenhang serve`: opens the practice, on this machine unless told otherwise."""

from collections.abc import Sequence
from functools import partial

from samenhang.cli.arguments import Arguments, port
from samenhang.cli.doors import serve_at
from samenhang.cli.frame import start_frame
from samenhang.cli.ports import LOOPBACK, USUAL_PORT, open_this_door
from samenhang.environment import Environment, WrongConfiguration


def serve_command(argv: Sequence[str]) -> int:
    """Check what must be right, bring the tables up to date, say the address and open the doors."""
    asked = _parser().parse_args(argv)
    _check_workers(asked.workers, Environment.read())
    door = open_this_door(asked.host, asked.port)
    ready = partial(make_ready, asked.host, asked.port)
    if asked.workers == 1:
        return serve_at(door, ready)
    ready()
    _share_no_connection()
    return serve_at(door, start_frame, workers=asked.workers)


def _check_workers(workers: int, environment: Environment) -> None:
    if workers < 1:
        raise WrongConfiguration("Het aantal werkers is één of meer.")
    if workers > 1 and "sqlite" in environment.database()["ENGINE"]:
        raise WrongConfiguration(
            "Op SQLite werkt één werker: meer kan met PostgreSQL, waarheen je wijst met DATABASE_URL."
        )


def _share_no_connection() -> None:
    """Two processes on one connection would read each other's answers."""
    from django.db import connections

    connections.close_all()


def make_ready(host: str, at: int) -> None:
    """Bring the tables up to date, see that the key fits the data, and say where the door is."""
    start_frame(migrate=True)
    _check_key()
    _welcome(host, at)


def _check_key() -> None:
    """Refuse to open a house full of sealed records without the key to them."""
    from samenhang.vault.keys import NoKey, Owner, raw_key
    from samenhang.vault.models import WrappedKey
    from samenhang.vault.sealed import Tampered

    practice = WrappedKey.objects.filter(kind="practice").values_list("practice", flat=True).first()
    if practice is None:
        return
    try:
        raw_key(Owner.of_practice(practice))
    except NoKey as absent:
        raise WrongConfiguration(f"Er staan gegevens, maar ze gaan niet open. {absent.what}") from None
    except Tampered:
        raise WrongConfiguration(
            "Er staan gegevens, maar ze gaan niet open: dit sleutelbestand hoort er niet bij."
        ) from None


def _welcome(host: str, at: int) -> None:
    """Say where the door is, and at the first start the code that opens it."""
    from django.conf import settings
    from django.urls import reverse

    from samenhang.practice.start import is_started, start_code

    print(f"Samenhang is open op {settings.SITE_URL} (luistert op {host}, poort {at}).", flush=True)
    if not is_started():
        print(f"Eerste start: ga naar {settings.SITE_URL}{reverse('start:code')}", flush=True)
        print(f"en geef daar deze code: {start_code()}", flush=True)


def _parser() -> Arguments:
    parser = Arguments("serve", "De praktijk openen.")
    parser.add_argument("--port", type=port, default=USUAL_PORT, metavar="P", help="poort (anders 8000)")
    parser.add_argument(
        "--host", default=LOOPBACK, metavar="ADRES", help="luister op ADRES (anders alleen hier)"
    )
    parser.add_argument(
        "--workers", type=int, default=1, metavar="N", help="werkers; meer dan één vraagt PostgreSQL"
    )
    return parser
