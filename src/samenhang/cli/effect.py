"""`samenhang effect` and `samenhang indices`: files in, one JSON out."""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samenhang.cli.cases import CasesError, read_cases, read_diary, read_draw
from samenhang.cli.writing import write_out

if TYPE_CHECKING:
    from samenhang.analysis.case import Case

_KINDS = {"slider": "slider", "minuten": "minutes", "aantal": "count", "janee": "yesno"}
_BETTER = {"hoger": "higher", "lager": "lower"}
_DESIGNS = {"ab": "AB", "ab-geloot": "AB_random_start", "wissel": "alternation"}
_OK, _BAD_INPUT, _TOO_LITTLE = 0, 2, 3


def effect_command(argv: Sequence[str]) -> int:
    """Weigh each case: 0 = done, 2 = bad input (nothing written), 3 = too little in every case."""
    about = "Wat veranderde er sinds de actie, en hoe zeker is dat?"
    return _run("effect", about, argv, _effects)


def indices_command(argv: Sequence[str]) -> int:
    """Known single-case indices of each case; exit codes as `effect_command`."""
    about = "Bekende indices voor één persoon (NAP, Tau, Tau-U, ...), gelijk aan hun R-versies."
    return _run("indices", about, argv, _indices)


def _run(
    name: str,
    about: str,
    argv: Sequence[str],
    compute: Callable[[dict[str, "Case"]], tuple[dict[str, Any], bool]],
) -> int:
    parser = _parser(name, about)
    try:
        args = parser.parse_args(argv)
    except SystemExit as stop:
        return _OK if stop.code in {0, None} else _BAD_INPUT
    try:
        document, enough = compute(_read(args))
        text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
        write_out(text, args.out, CasesError)
    except CasesError as wrong:
        print(wrong, file=sys.stderr)
        return _BAD_INPUT
    return _OK if enough else _TOO_LITTLE


class _DutchParser(argparse.ArgumentParser):
    """argparse, with its own headings in Dutch."""

    def format_help(self) -> str:
        text = super().format_help()
        for english, dutch in _HEADINGS.items():
            text = text.replace(english, dutch)
        return text

    def error(self, message: str) -> None:  # type: ignore[override]
        self.exit(_BAD_INPUT, f"{self.prog}: dit klopt niet ({message}). Zie --help.\n")


_HEADINGS = {
    "usage:": "gebruik:",
    "positional arguments:": "wat je meegeeft:",
    "options:": "keuzes:",
    "show this help message and exit": "toon deze uitleg",
}


def _parser(name: str, about: str) -> argparse.ArgumentParser:
    parser = _DutchParser(prog=f"samenhang {name}", description=about, allow_abbrev=False)
    parser.add_argument("dagboek", nargs="?", type=Path, help="één dagboek: CSV met day,phase,value")
    parser.add_argument("--cases", type=Path, help="CSV met case_id,day,phase,value")
    parser.add_argument("--meta", type=Path, help="JSON met per casus wat er afgesproken was")
    parser.add_argument("--out", type=Path, help="waar de JSON komt (zonder: op het scherm)")
    parser.add_argument("--json", action="store_true", help="alleen JSON op het scherm")
    parser.add_argument("--soort", choices=_KINDS, help="wat voor dagboekvraag")
    parser.add_argument("--beter", choices=_BETTER, help="welke kant op is beter")
    parser.add_argument("--ontwerp", choices=_DESIGNS, default="ab", help="hoe de dagen verdeeld zijn")
    parser.add_argument("--kleinste-verschil", type=float, help="kleinste verschil dat telt")
    parser.add_argument("--startvenster", help="eerste:laatste dag waarop de actie kon beginnen")
    parser.add_argument("--loting", help="paren, half, of hoogstens:2 (hoogstens 2 gelijke dagen na elkaar)")
    parser.add_argument("--dagen", type=int, help="aantal afgesproken dagen")
    parser.add_argument("--eerste-weekdag", type=int, choices=range(7), help="van dag 1; 0 is maandag")
    parser.add_argument("--andere-acties", type=int, default=0, help="hoeveel andere acties er liepen")
    return parser


def _read(args: argparse.Namespace) -> dict[str, "Case"]:
    if args.dagboek is None:
        if args.cases is None or args.meta is None:
            raise CasesError("Geef een dagboek, of --cases en --meta samen.")
        return read_cases(args.cases, args.meta)
    if args.cases or args.meta:
        raise CasesError("Geef één dagboek, of --cases en --meta; niet allebei.")
    if args.soort is None or args.beter is None:
        raise CasesError("Bij één dagboek horen --soort en --beter.")
    return {args.dagboek.stem: read_diary(args.dagboek, _about(args))}


def _about(args: argparse.Namespace) -> dict[str, Any]:
    """The options of one diary, as the JSON would have said it."""
    return {
        "type": _KINDS[args.soort],
        "better": _BETTER[args.beter],
        "design": _DESIGNS[args.ontwerp],
        "days": args.dagen,
        "start_weekday": args.eerste_weekdag,
        "smallest_change": args.kleinste_verschil,
        "start_window": args.startvenster.split(":") if args.startvenster else None,
        "randomisation": _drawing(args.loting),
        "other_actions": args.andere_acties,
    }


def _drawing(text: str | None) -> dict[str, Any] | None:
    if text is None:
        return None
    word, _, limit = text.partition(":")
    method = {"paren": "pairs", "half": "balanced", "hoogstens": "max_run"}.get(word)
    about = {"method": method or word, "max_run": limit}
    try:
        read_draw(about)
    except ValueError:
        raise CasesError(f"--loting ‘{text}’ is niet bekend: paren, half of hoogstens:2.") from None
    return about


def _effects(cases: dict[str, "Case"]) -> tuple[dict[str, Any], bool]:
    from samenhang.analysis.effect import ENGINE, Effect, estimate_case, to_row

    started = time.process_time()
    results = {case_id: estimate_case(case) for case_id, case in cases.items()}
    spent = 1000 * (time.process_time() - started) / max(1, len(cases))
    document = {
        "cases": {case_id: to_row(result) for case_id, result in results.items()},
        "engine": ENGINE,
        "version": version("samenhang"),
        "ms_per_case": round(spent, 3),
    }
    return document, any(isinstance(result, Effect) for result in results.values())


def _indices(cases: dict[str, "Case"]) -> tuple[dict[str, Any], bool]:
    from samenhang.analysis.indices import Indices, compute_indices

    names = list(Indices.__dataclass_fields__)
    found = {case_id: compute_indices(case) for case_id, case in cases.items()}
    rows = {case_id: dict.fromkeys(names) if one is None else asdict(one) for case_id, one in found.items()}
    return {"cases": rows, "version": version("samenhang")}, any(found.values())
