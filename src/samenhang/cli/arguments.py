"""Options in Dutch: help that reads like the rest, and one sentence for what was not understood."""

import argparse
import sys
from typing import NoReturn


class Arguments(argparse.ArgumentParser):
    def __init__(self, command: str, description: str) -> None:
        super().__init__(
            prog=f"samenhang {command}", description=description, add_help=False, allow_abbrev=False
        )
        self._positionals.title, self._optionals.title = "wat", "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "Gebruik:", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "Gebruik:", 1)

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 argparse says it in English
        print(f"Dit begrijpt Samenhang niet. Kijk met: {self.prog} --help", file=sys.stderr)
        sys.exit(2)


def port(text: str) -> int:
    """A port as it may be typed."""
    number = int(text)
    if not 0 < number < 2**16:
        raise ValueError(text)
    return number
