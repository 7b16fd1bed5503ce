"""How a command reads its words: help in Dutch, a mistake in one sentence."""

import argparse
import json
import sys
from typing import Any, NoReturn

BAD_INPUT = 2


class _Layout(argparse.HelpFormatter):
    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix or "Gebruik: ")


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Dutch; every command can answer in JSON."""

    def __init__(self, command: str, what: str) -> None:
        super().__init__(
            prog=f"samenhang {command}",
            description=what,
            add_help=False,
            allow_abbrev=False,
            formatter_class=_Layout,
        )
        self._positionals.title = "wat je geeft"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="deze uitleg")
        self.add_argument("--json", action="store_true", help="antwoord als één JSON-document")

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 argparse words it in English
        print(f"Zo begrijpt Samenhang het niet. Kijk met: {self.prog} --help", file=sys.stderr)
        raise SystemExit(BAD_INPUT)


def answer(args: argparse.Namespace, document: dict[str, Any], sentence: str) -> None:
    """Print the answer: one JSON document, or what it says in words."""
    print(json.dumps(document, ensure_ascii=False) if args.json else sentence)
