"""`samenhang serve`: opens the practice, on this machine unless told otherwise."""

from collections.abc import Iterator, Sequence

from samenhang.cli.arguments import Arguments, port
from samenhang.cli.doors import open_doors
from samenhang.cli.frame import start_frame
from samenhang.cli.ports import LOOPBACK, USUAL_PORT, is_free
from samenhang.environment import WrongConfiguration


def serve_command(argv: Sequence[str]) -> int:
    """Check what must be right, bring the tables up to date, say the address and open the doors."""
    asked = _parser().parse_args(argv)
    if not is_free(asked.port, asked.host):
        raise WrongConfiguration(
            f"Poort {asked.port} is niet vrij op {asked.host}: kies een andere met --port."
        )
    start_frame()
    _check_workers(asked.workers)
    start_frame(migrate=True)
    _check_key()
    for line in _welcome(asked.host, asked.port):
        print(line, flush=True)
    return open_doors(asked.host, asked.port, asked.workers)


def _check_workers(workers: int) -> None:
    from django.db import connection

    if workers < 1:
        raise WrongConfiguration("Het aantal werkers is één of meer.")
    if workers > 1 and connection.vendor == "sqlite":
        raise WrongConfiguration(
            "Op SQLite werkt één werker: meer kan met PostgreSQL, waarheen je wijst met DATABASE_URL."
        )


def _check_key() -> None:
    """Refuse to open a house full of sealed records without the key to them."""
    from samenhang.vault.keys import NoKey, root_key
    from samenhang.vault.models import WrappedKey

    if not WrappedKey.objects.exists():
        return
    try:
        root_key()
    except NoKey as absent:
        raise WrongConfiguration(f"Er staan gegevens, maar ze gaan niet open. {absent.what}") from None


def _welcome(host: str, at: int) -> Iterator[str]:
    from django.conf import settings

    from samenhang.practice.start import is_started

    yield f"Samenhang is open op {settings.SITE_URL} (luistert op {host}, poort {at})."
    if not is_started():
        from samenhang.practice import start

        code = getattr(start, "start_code", None)  # the first start brings its own way in
        if code is not None:
            yield f"Eerste start: ga naar {settings.SITE_URL}/begin/ met deze code: {code()}"


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
