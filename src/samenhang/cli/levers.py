"""`samenhang levers`: a map and a diary in, one JSON out: which one place to push."""

import argparse
import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samenhang.cli.arguments import Arguments
from samenhang.cli.writing import write_out

if TYPE_CHECKING:
    from samenhang.analysis import Fit

Columns = dict[str, list[str]]

_OK, _BAD_INPUT, _TOO_LITTLE = 0, 2, 3
_NEEDED = {"dagboek": ["date"], "knopen": ["node"], "kaart": ["source", "target", "strength"]}


class FileError(Exception):
    """One sentence, naming file and line, on what cannot be read."""


def levers_command(argv: Sequence[str]) -> int:
    """Weigh map and diary: 0 = done, 2 = bad input (nothing written), 3 = the map alone could speak."""
    try:
        args = _parser().parse_args(argv)
    except SystemExit as stop:
        return _OK if stop.code in {0, None} else _BAD_INPUT
    try:
        found = _estimate(args)
        write_out(found.to_json(), args.out, FileError)
    except FileError as wrong:
        print(wrong, file=sys.stderr)
        return _BAD_INPUT
    notes = "; ".join(found.notes())
    if notes:
        print(f"{notes[0].upper()}{notes[1:]}.", file=sys.stderr)
    return _OK if found.refused is None else _TOO_LITTLE


def _parser() -> Arguments:
    parser = Arguments("levers", "Welke ene plek is het waard om aan te duwen, en hoe zeker is dat?")
    files: dict[str, Any] = {"type": Path, "required": True, "metavar": "CSV"}
    parser.add_argument("--diary", **files, help="date en een kolom per factor, 0-10, leeg = niet ingevuld")
    parser.add_argument("--nodes", **files, help="node,domain,polarity,goal_weight,modifiable,slot")
    parser.add_argument("--map", type=Path, metavar="CSV", help="source,target,strength (-3 tot 3)")
    parser.add_argument("--mode", choices=["fast", "full"], default="full", help="vlug of volledig")
    parser.add_argument("--draws", type=int, default=4000, metavar="N", help="aantal trekkingen (4000)")
    parser.add_argument("--horizon", type=int, default=28, metavar="DAGEN", help="hoe lang volhouden (28)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="begingetal van het toeval (1)")
    parser.add_argument("--out", type=Path, metavar="JSON", help="waar de JSON komt (zonder: op het scherm)")
    parser.add_argument("--json", action="store_true", help="alleen JSON op het scherm (dat is altijd zo)")
    return parser


def _estimate(args: argparse.Namespace) -> "Fit":
    from samenhang.analysis.case import InputError
    from samenhang.analysis.levers.fit import fit
    from samenhang.analysis.levers.tables import read_nodes, refuse_off_scale

    diary, nodes = _read(args.diary, "dagboek"), _read(args.nodes, "knopen")
    told = _read(args.map, "kaart") if args.map else None
    settings = {"mode": args.mode, "draws": args.draws, "horizon": args.horizon, "seed": args.seed}
    try:
        refuse_off_scale(diary, read_nodes(nodes))
        return fit(diary, nodes, told, **settings)
    except InputError as wrong:
        where = "" if wrong.row is None else f"Rij {wrong.row + 1}: "
        raise FileError(f"{where}{wrong.sentence}") from None


def _read(path: Path, what: str) -> Columns:
    """The columns of a CSV as text, by name."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        reader = csv.reader(lines, delimiter=_delimiter(lines))
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except (OSError, UnicodeDecodeError, csv.Error) as trouble:
        raise FileError(f"{path.name} is niet te lezen ({type(trouble).__name__}).") from None
    names = [name.strip() for name in rows[0][1]] if rows else []
    missing = [name for name in _NEEDED[what] if name not in names]
    if missing:
        raise FileError(f"{path.name}, regel 1: kolom {', '.join(missing)} ontbreekt.")
    if len(set(names)) < len(names):
        raise FileError(f"{path.name}, regel 1: twee kolommen hebben dezelfde naam.")
    for at, row in rows[1:]:
        if len(row) != len(names):
            raise FileError(f"{path.name}, regel {at}: te veel of te weinig velden.")
    return {name: [row[i] for _, row in rows[1:]] for i, name in enumerate(names)}


def _delimiter(lines: list[str]) -> str:
    """A spreadsheet set to Dutch parts its fields with ';' and writes 7,5."""
    return ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
