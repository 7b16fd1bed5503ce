"""The command `samenhang`: one word, one command, each loaded when it is asked for."""

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from samenhang.environment import WrongConfiguration

OK, BAD_INPUT, TOO_LITTLE = 0, 2, 3

COMMANDS: Mapping[str, tuple[str, str]] = {
    "demo": ("samenhang.cli.demo:demo_command", "een oefenpraktijk met de fictieve casus Emma"),
    "serve": ("samenhang.cli.serve:serve_command", "de praktijk openen"),
    "urls": ("samenhang.cli.urls:urls_command", "elk adres met zijn regel"),
    "toolkit": ("samenhang.cli.toolkit:toolkit_command", "elk werkblad als leeg A4"),
    "backup": ("samenhang.cli.keeping:backup_command", "een back-up maken en meteen nakijken"),
    "restore": ("samenhang.cli.keeping:restore_command", "een back-up terugzetten"),
    "erase": ("samenhang.cli.keeping:erase_command", "een cliënt voorgoed wissen"),
    "audit": ("samenhang.cli.keeping:audit_command", "het logboek nakijken: audit verify"),
    "plan": ("samenhang.cli.plan:plan_command", "een Nederlandse zin als plan lezen"),
    "lean": ("samenhang.cli.plan:lean_command", "een canvas nakijken op te veel en te vaag"),
    "effect": ("samenhang.cli.effect:effect_command", "wat een actie deed, met zijn onzekerheid"),
    "indices": ("samenhang.cli.effect:indices_command", "de maten voor een dagboek in twee fasen"),
    "levers": ("samenhang.cli.levers:levers_command", "welke ene plek het waard is om aan te duwen"),
    "doctor": ("samenhang.cli.doctor:doctor_command", "zeggen wat er onveilig is, en hoe je het verhelpt"),
    "bench": ("samenhang.cli.bench:bench_command", "meten hoe snel het hier is"),
}

_HELP = "samenhang: praktijksoftware voor holistische coaches\n\nGebruik: samenhang OPDRACHT [opties]\n"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 is well, 2 is bad input with one sentence, 3 is too little data."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or words[0] in ("-h", "--help", "help"):
        print(_overview())
        return OK if words else BAD_INPUT
    if words[0] not in COMMANDS:
        print(f"Samenhang kent de opdracht ‘{words[0]}’ niet. Kijk met: samenhang --help", file=sys.stderr)
        return BAD_INPUT
    try:
        return _command(words[0])(words[1:])
    except WrongConfiguration as wrong:
        print(wrong, file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        return OK


def _command(name: str) -> Callable[[Sequence[str]], int]:
    module, function = COMMANDS[name][0].split(":")
    found: Callable[[Sequence[str]], int] = getattr(import_module(module), function)
    return found


def _overview() -> str:
    width = max(map(len, COMMANDS))
    return _HELP + "\n" + "\n".join(f"  {name:<{width}}  {what}" for name, (_, what) in COMMANDS.items())


if __name__ == "__main__":
    sys.exit(main())
