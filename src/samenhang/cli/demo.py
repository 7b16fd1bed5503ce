"""`samenhang demo`: a practice to try, with Emma's whole trajectory, fresh at each start."""

import json
import os
import subprocess
import sys
from argparse import SUPPRESS, Namespace
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from samenhang.cli.arguments import Arguments, port
from samenhang.cli.frame import start_frame
from samenhang.cli.ports import LOOPBACK, USUAL_PORT, open_next_door
from samenhang.demo.place import settle_in
from samenhang.environment import WrongConfiguration

OF_THE_PRACTICE = (
    "SAMENHANG_ROOT_KEY_FILE",
    "SAMENHANG_URL",
    "SAMENHANG_SMTP",
    "DATABASE_URL",
    "CREDENTIALS_DIRECTORY",
)


def demo_command(argv: Sequence[str]) -> int:
    """Make or open a demo, say the ways in, and serve it."""
    asked = _parser().parse_args(argv)
    if asked.make:
        return _make(asked.seed)
    for name in OF_THE_PRACTICE:
        os.environ.pop(name, None)  # a demo never comes near a real practice
    ready = partial(make_ready, as_json=asked.json)
    if asked.no_serve:
        _settle(asked, asked.port)
        ready()
        return 0
    from samenhang.cli.doors import serve_at

    door = open_next_door(LOOPBACK, asked.port)
    at = door.getsockname()[1]
    if at != asked.port:
        print(f"Poort {asked.port} is bezet; deze oefenpraktijk opent op poort {at}.", file=sys.stderr)
    _settle(asked, at)
    return serve_at(door, ready)


def _settle(asked: Namespace, at: int) -> None:
    """Point the environment to a demo that is complete."""
    os.environ["SAMENHANG_URL"] = f"http://localhost:{at}"
    data = settle_in(asked.data, lambda half: _make_apart(half, asked.seed))
    os.environ["SAMENHANG_DATA"] = str(data)


def _make_apart(half: Path, seed: int | None) -> None:
    """Fill a directory in a process of its own: the frame knows one data directory in its life."""
    words = [sys.executable, "-m", "samenhang.cli.main", "demo", "--make"]
    if seed is not None:
        words += ["--seed", str(seed)]
    made = subprocess.run(words, env={**os.environ, "SAMENHANG_DATA": str(half)}, check=False)
    if made.returncode:
        raise WrongConfiguration("De oefenpraktijk kon niet klaargezet worden. Start gerust opnieuw.")


def _make(seed: int | None) -> int:
    start_frame()
    from samenhang.demo.making import make_here

    make_here(seed)
    return 0


def make_ready(*, as_json: bool) -> None:
    """Bring the tables up to date and say the ways in, before anything else is said."""
    start_frame(migrate=True)
    from django.conf import settings

    from samenhang.demo.welcome import in_three_lines, welcome

    guests = welcome(settings.SITE_URL)
    print(json.dumps(guests, ensure_ascii=False) if as_json else in_three_lines(guests), flush=True)


def _parser() -> Arguments:
    parser = Arguments("demo", "Een oefenpraktijk met de fictieve casus Emma, alleen op deze computer.")
    parser.add_argument("--port", type=port, default=USUAL_PORT, metavar="P", help="poort (anders 8000)")
    parser.add_argument(
        "--data", type=Path, metavar="MAP", help="bewaar deze oefenpraktijk in MAP, of open ze daar"
    )
    parser.add_argument(
        "--seed", type=int, metavar="N", help="twee praktijken, telkens dezelfde bij dezelfde N"
    )
    parser.add_argument("--json", action="store_true", help="eerst één JSON-document met alle toegangen")
    parser.add_argument("--no-serve", action="store_true", help="zet klaar en stop")
    parser.add_argument("--make", action="store_true", help=SUPPRESS)
    return parser
