"""What is unsafe here, in Dutch, each with its fix; within five seconds."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import chain

from samenhang.cli.frame import start_frame
from samenhang.cli.parser import Parser

DANGER, WARNING, NOTE = "danger", "warning", "note"
_SIGNS = {DANGER: "GEVAAR", WARNING: "LET OP", NOTE: "ter info"}


@dataclass(frozen=True)
class Finding:
    """One thing that is not safe: what, how bad, in words, and what to do."""

    code: str
    level: str
    text: str
    fix: str


def doctor_command(words: Sequence[str]) -> int:
    """Say what is unsafe; exit 0 also when something is, for it was asked and answered."""
    parser = Parser("doctor", "Zegt binnen vijf seconden wat er onveilig is, en hoe je het verhelpt.")
    args = parser.parse_args(words)
    start_frame()
    found = list(findings())
    if args.json:
        document = {"ok": is_well(found), "findings": [asdict(each) for each in found]}
        print(json.dumps(document, ensure_ascii=False))
    else:
        print("\n\n".join(map(_told, found)) or "Alles in orde.")
    return 0


def findings() -> Iterator[Finding]:
    """Everything that is found, the files first."""
    from samenhang.cli import doctor_data, doctor_files

    return chain(doctor_files.findings(), doctor_data.findings())


def is_well(found: Sequence[Finding]) -> bool:
    return all(each.level == NOTE for each in found)


def _told(finding: Finding) -> str:
    return f"{_SIGNS[finding.level]}: {finding.text}\n  → {finding.fix}"
