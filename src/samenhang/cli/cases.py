"""Cases from files: a CSV of days, a JSON of what was planned. A mistake is named by its line."""

import csv
import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

if TYPE_CHECKING:
    from samenhang.analysis.case import Case, Plan
    from samenhang.analysis.draws import Draw

_HEADER = ["case_id", "day", "phase", "value"]


class CasesError(Exception):
    """One sentence, naming case and line, on what cannot be read."""


@dataclass
class _Rows:
    """The lines of one case as text, and where they stood."""

    days: list[str] = field(default_factory=list)
    phases: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    def add(self, day: str, phase: str, value: str, line: int) -> None:
        self.days.append(day)
        self.phases.append(phase)
        self.values.append(value)
        self.lines.append(line)


def read_cases(cases: Path, meta: Path) -> dict[str, "Case"]:
    """Every case of the JSON with its rows of the CSV, in the order of the JSON."""
    described = _read_meta(meta)
    rows: dict[str, _Rows] = {case_id: _Rows() for case_id in described}
    for line, row in _read_csv(cases, _HEADER):
        case_id = row["case_id"]
        if case_id not in rows:
            raise CasesError(f"{cases.name}, regel {line}: casus ‘{case_id}’ staat niet in {meta.name}.")
        rows[case_id].add(row["day"], row["phase"], row["value"], line)
    return {case_id: _case(case_id, rows[case_id], about, cases.name) for case_id, about in described.items()}


def read_diary(diary: Path, about: dict[str, Any]) -> "Case":
    """One diary without a JSON: columns day, phase, value (a case_id column may be there)."""
    rows = _Rows()
    for line, row in _read_csv(diary, _HEADER[1:]):
        rows.add(row["day"], row["phase"], row["value"], line)
    return _case(diary.stem, rows, about, diary.name)


def _read_csv(path: Path, needed: list[str]) -> Iterable[tuple[int, dict[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as trouble:
        raise CasesError(f"{path.name} is niet te lezen ({type(trouble).__name__}).") from None
    reader = csv.DictReader(text.splitlines())
    missing = [name for name in needed if name not in (reader.fieldnames or [])]
    if missing:
        raise CasesError(f"{path.name}, regel 1: kolom {', '.join(missing)} ontbreekt.")
    for row in reader:
        if None in row or None in row.values():
            case_id = row.get("case_id") or "?"
            where = f"{path.name}, regel {reader.line_num}, casus ‘{case_id}’"
            raise CasesError(f"{where}: te veel of te weinig velden.")
        yield reader.line_num, {name: row[name].strip() for name in needed}


def _read_meta(path: Path) -> dict[str, dict[str, Any]]:
    try:
        described = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as trouble:
        raise CasesError(f"{path.name} is niet te lezen ({type(trouble).__name__}).") from None
    if not isinstance(described, dict) or not all(isinstance(v, dict) for v in described.values()):
        raise CasesError(f"{path.name}: verwacht een object met per casus een object.")
    return described


def _case(case_id: str, rows: _Rows, about: dict[str, Any], file: str) -> "Case":
    from samenhang.analysis.case import InputError, read_case

    kind, better, design = _choices(case_id, about)
    try:
        return read_case(
            rows.days,
            rows.values,
            rows.phases,
            kind=kind,
            better=better,
            design=design,
            plan=_plan(case_id, about, rows.days),
        )
    except InputError as wrong:
        where = "" if wrong.row is None else f", regel {rows.lines[wrong.row]}"
        raise CasesError(f"{file}{where}, casus ‘{case_id}’: {wrong.sentence}") from None


def _choices(case_id: str, about: dict[str, Any]) -> tuple[Any, Any, Any]:
    from samenhang.analysis.case import Better, Design, Kind

    found = []
    for key, allowed in (("type", Kind), ("better", Better), ("design", Design)):
        value = about.get(key)
        if value not in get_args(allowed):
            choices = ", ".join(get_args(allowed))
            raise CasesError(f"Casus ‘{case_id}’: {key} is {value!r}; het kan zijn: {choices}.")
        found.append(value)
    return found[0], found[1], found[2]


def _plan(case_id: str, about: dict[str, Any], days: list[str]) -> "Plan":
    from samenhang.analysis.case import Plan

    try:
        return Plan(
            days=_planned_days(about),
            start_weekday=_optional_int(about.get("start_weekday")),
            smallest_change=_optional_float(about.get("smallest_change")),
            start_window=_window(about.get("start_window"), days),
            draw=read_draw(about.get("randomisation")),
            other_actions=_optional_int(about.get("other_actions")) or 0,
        )
    except (TypeError, ValueError, KeyError) as wrong:
        raise CasesError(f"Casus ‘{case_id}’: een afspraak is niet te lezen ({wrong}).") from None


def _planned_days(about: dict[str, Any]) -> int | None:
    a, b = _optional_int(about.get("planned_A")), _optional_int(about.get("planned_B"))
    if a is not None and b is not None:
        return a + b
    return _optional_int(about.get("days"))


def _optional_int(value: Any) -> int | None:
    return None if value is None else int(value)


def _optional_float(value: Any) -> float | None:
    return None if value is None else float(value)


def _window(value: Any, days: list[str]) -> tuple[int, int] | None:
    """Day numbers, or dates counted from the first row."""
    if value is None:
        return None
    first, last = (_window_day(one, days) for one in value)
    if last < first:
        raise ValueError(f"start_window {value!r} loopt achteruit")
    return first, last


def _window_day(value: Any, days: list[str]) -> int:
    if isinstance(value, str) and "-" in value:
        return (dt.date.fromisoformat(value) - dt.date.fromisoformat(days[0])).days + 1
    return int(value)


def read_draw(value: Any) -> "Draw | None":
    """The agreed way of drawing, from its object or its text; None where it is not known."""
    from samenhang.analysis.draws import Draw

    if isinstance(value, str):
        value = {"method": next((m for m in ("pairs", "balanced") if value.startswith(m)), None)}
    if not value or value.get("method") is None:
        return None
    if value["method"] not in {"pairs", "balanced", "max_run"}:
        raise ValueError(f"randomisation {value['method']!r} is niet bekend")
    limit = int(value["max_run"]) if value["method"] == "max_run" else 0
    if value["method"] == "max_run" and limit < 1:
        raise ValueError("max_run is minstens 1")
    return Draw(value["method"], limit)
