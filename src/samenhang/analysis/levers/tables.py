"""What was handed in, as values: nodes, arrows and diary columns. A mistake is one Dutch sentence."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from samenhang.analysis.case import InputError
from samenhang.analysis.distributions import Floats

LENSES = ("bio", "psycho", "sociaal")
MOST_NODES = 60
STRONGEST = 3
SCALE = (0.0, 10.0)
SLOTS = 4
EXOGENOUS = "x_"
_ARROW = ("source", "target", "strength")
_DATE = re.compile(r"^(\d{4}-\d\d-\d\d)[T ].*$")  # what stands behind the day is the time of it
_COMMA = re.compile(r"^\s*[+-]?\d+,\d+\s*$")

Columns = dict[str, list[Any]]


@dataclass(frozen=True)
class Node:
    """A factor that a diary item measures. polarity: 1 = higher is better, -1 = lower is better.

    goal_weight >= 0; slot: when it is asked or happens, 0 night, 1 morning, 2 day, 3 evening.
    """

    name: str
    lens: str = "bio"
    polarity: int = 1
    goal_weight: float = 1.0
    modifiable: bool = True
    slot: int = 2


@dataclass(frozen=True)
class Arrow:
    """An influence as it was told, in the words of the nodes: strength -3 (dampens) to 3."""

    source: str
    target: str
    strength: float


@dataclass(frozen=True)
class Diary:
    """days: (r,) ordinals, rising; values: column -> (r,) points, NaN = nothing filled in."""

    days: tuple[int, ...]
    values: dict[str, Floats]
    exogenous: dict[str, Floats]


def read_nodes(given: Any) -> tuple[Node, ...]:
    """Nodes from rows, columns, a DataFrame, or `Node`s; order as given."""
    nodes = tuple(_node(row, i) for i, row in enumerate(_rows(given, "de lijst van factoren")))
    names = [node.name for node in nodes]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError("KNOOP_DUBBEL", f"Factor ‘{twice[0]}’ staat er meer dan eens in.")
    if "date" in names:
        raise InputError("KNOOP_DATUM", "Een factor kan niet ‘date’ heten: zo heet de kolom met de dagen.")
    if not nodes:
        raise InputError("GEEN_KNOPEN", "Er is geen enkele factor opgegeven.")
    if len(nodes) > MOST_NODES:
        raise InputError("TE_VEEL_KNOPEN", f"Dit zijn {len(nodes)} factoren: meer dan {MOST_NODES} kan niet.")
    if not any(node.goal_weight > 0 for node in nodes):
        raise InputError("GEEN_DOEL", "Geen enkele factor heeft een doelgewicht boven 0.")
    if not any(node.modifiable for node in nodes):
        raise InputError("NIETS_TE_DOEN", "Geen enkele factor staat als beïnvloedbaar opgegeven.")
    return nodes


def _node(row: Any, at: int) -> Node:
    if isinstance(row, Node):
        row = {**vars(row), "node": row.name, "domain": row.lens}
    name = _text(row, "node", at)
    lens = _word(row.get("domain")) or "bio"
    if lens not in LENSES:
        raise InputError("DOMEIN", f"Factor ‘{name}’: domein ‘{lens}’ is geen van {', '.join(LENSES)}.", at)
    return Node(
        name=name,
        lens=lens,
        polarity=_whole(row, "polarity", 1, (-1, 1), name=name, at=at),
        goal_weight=_weight(row, name, at),
        modifiable=bool(_whole(row, "modifiable", 1, (0, 1), name=name, at=at)),
        slot=_whole(row, "slot", 2, tuple(range(SLOTS)), name=name, at=at),
    )


def _whole(row: Any, key: str, default: int, allowed: tuple[int, ...], *, name: str, at: int) -> int:
    number = _number(row.get(key, default))
    number = default if np.isnan(number) else number
    if number not in allowed:
        choices = ", ".join(map(str, allowed))
        raise InputError("KNOOP", f"Factor ‘{name}’: {key} kan zijn: {choices}.", at)
    return int(number)


def _weight(row: Any, name: str, at: int) -> float:
    weight = _number(row.get("goal_weight", 1.0))
    weight = 0.0 if np.isnan(weight) else weight
    if not 0 <= weight < 1e6:  # noqa: PLR2004 - infinity, text, and weights nobody gives
        raise InputError("KNOOP", f"Factor ‘{name}’: goal_weight is geen getal vanaf 0.", at)
    return weight


def read_map(given: Any, nodes: tuple[Node, ...]) -> tuple[Arrow, ...]:
    """The arrows with a strength, each between two known nodes; order as given."""
    known = {node.name for node in nodes}
    arrows = [_arrow(row, i) for i, row in enumerate(_rows(given, "de kaart"))]
    seen: set[tuple[str, str]] = set()
    for at, arrow in enumerate(arrows):
        for end in (arrow.source, arrow.target):
            if end not in known:
                raise InputError("KAART_ONBEKEND", f"Op de kaart staat ‘{end}’, en dat is geen factor.", at)
        if arrow.source == arrow.target:
            raise InputError("KAART_ZELF", f"Op de kaart wijst ‘{arrow.source}’ naar zichzelf.", at)
        if (arrow.source, arrow.target) in seen:
            told = f"‘{arrow.source}’ naar ‘{arrow.target}’"
            raise InputError("KAART_DUBBEL", f"De pijl van {told} staat er meer dan eens in.", at)
        seen.add((arrow.source, arrow.target))
    return tuple(arrow for arrow in arrows if arrow.strength != 0)


def _arrow(row: Any, at: int) -> Arrow:
    if isinstance(row, Arrow):
        row = vars(row)
    if not isinstance(row, Mapping):
        parts = [] if isinstance(row, str) or not isinstance(row, Iterable) else list(row)
        if len(parts) != len(_ARROW):
            raise InputError("KAART", "Een pijl heeft een bron, een doel en een sterkte.", at)
        row = dict(zip(_ARROW, parts, strict=True))
    source, target = _text(row, "source", at), _text(row, "target", at)
    strength = _number(row.get("strength"))
    if not abs(strength) <= STRONGEST:
        said = f"‘{source}’ naar ‘{target}’"
        raise InputError("KAART_STERKTE", f"De pijl van {said}: sterkte is een getal van -3 tot 3.", at)
    return Arrow(source, target, strength)


def read_diary(given: Any, nodes: tuple[Node, ...]) -> Diary:
    """Days and values by column; a day without any value is left out. Rows may come unordered."""
    columns = _columns(given, "het dagboek")
    if "date" not in columns:
        raise InputError("GEEN_DATUM", "Het dagboek heeft geen kolom ‘date’.")
    days = [_day(one, at) for at, one in enumerate(columns["date"])]
    if len(set(days)) < len(days):
        at = next(i for i, day in enumerate(days) if day in days[:i])
        date = dt.date.fromordinal(days[at]).isoformat()
        raise InputError("DUBBEL", f"De dag {date} staat er twee keer in.", at)
    names = {node.name for node in nodes}
    wanted = {key: _values(key, columns[key]) for key in columns if key in names}
    outside = {key: _on_off(key, columns[key]) for key in columns if _is_outside(key, names)}
    filled = np.array([False] * len(days)).astype(bool)
    for values in wanted.values():
        filled |= np.isfinite(values)
    order = [i for i in np.argsort(np.array(days, dtype=np.int64), kind="stable") if filled[i]]
    return Diary(
        days=tuple(days[i] for i in order),
        values={key: values[order] for key, values in wanted.items()},
        exogenous={key: values[order] for key, values in outside.items()},
    )


def refuse_off_scale(given: Any, nodes: tuple[Node, ...]) -> None:
    """A file promises 0 to 10: 77 for a 7 would bend everything."""
    columns = _columns(given, "het dagboek")
    for node in nodes:
        values = _values(node.name, columns.get(node.name, []))
        for at in np.flatnonzero((values < SCALE[0]) | (values > SCALE[1])):
            told = f"Kolom ‘{node.name}’: ‘{columns[node.name][at]}’ ligt niet tussen 0 en 10."
            raise InputError("BUITEN_SCHAAL", told, int(at))


def other_columns(given: Any, nodes: tuple[Node, ...]) -> tuple[str, ...]:
    """Columns of the diary that no node asks for: they are named, never silently dropped."""
    names = {node.name for node in nodes}
    columns = _columns(given, "het dagboek")
    return tuple(key for key in columns if not (key in names or key == "date" or _is_outside(key, names)))


def _is_outside(key: str, names: set[str]) -> bool:
    return key.startswith(EXOGENOUS) and key not in names


def _on_off(name: str, column: list[Any]) -> Floats:
    values = _values(name, column)
    for at, value in enumerate(values):
        if value not in {0, 1} and not np.isnan(value):
            raise InputError("GEEN_AAN_UIT", f"Kolom ‘{name}’: ‘{column[at]}’ is geen 0 of 1.", at)
    return values


def _values(name: str, column: list[Any]) -> Floats:
    values = np.array([_number(one) for one in column], dtype=float)
    for at, (one, value) in enumerate(zip(column, values, strict=True)):
        if np.isinf(value):
            raise InputError("GEEN_GETAL", f"Kolom ‘{name}’: ‘{one}’ is geen getal.", at)
    return values


def _number(value: Any) -> float:
    """A number; NaN where nothing was filled in, infinity where it is no number."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return float("nan")
    if isinstance(value, str) and _COMMA.match(value):
        value = value.replace(",", ".")
    try:
        number = float(value)
    except (TypeError, ValueError):
        return float("inf")
    if isinstance(value, str) and np.isnan(number):
        return float("inf")
    return number if not abs(number) >= 1e9 else float("inf")  # noqa: PLR2004 - no diary holds it


def _day(value: Any, at: int) -> int:
    if isinstance(value, dt.date):
        return value.toordinal()
    text = str(value).strip()
    try:
        return dt.date.fromisoformat(_DATE.sub(r"\1", text)).toordinal()
    except ValueError:
        raise InputError("DAGEN", f"‘{value}’ is geen datum (jjjj-mm-dd).", at) from None


def _text(row: Any, key: str, at: int) -> str:
    text = _word(row.get(key)) if isinstance(row, Mapping) else ""
    if not text:
        raise InputError("LEEG_VELD", f"‘{key}’ is niet ingevuld.", at)
    return text


def _word(value: Any) -> str:
    """A name as it was written; nothing where nothing was filled in."""
    empty = value is None or (isinstance(value, float) and np.isnan(value))
    return "" if empty else str(value).strip()


def _rows(given: Any, what: str) -> list[Any]:
    """Rows as mappings (or as they came, where each row is an object of its own)."""
    if given is None:
        return []
    if not isinstance(given, Mapping) and _names_of(given) is None:
        if isinstance(given, str) or not isinstance(given, Iterable):
            raise InputError("VORM", f"Zo is {what} niet te lezen: geef rijen of kolommen.")
        return list(given)
    columns = _columns(given, what)
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _columns(given: Any, what: str) -> Columns:
    """Named columns of equal length, from a mapping, a DataFrame, a structured array or rows."""
    names = list(given) if isinstance(given, Mapping) else _names_of(given)
    if names is None:
        return _gathered(given, what)
    columns = {str(name).strip(): list(given[name]) for name in names}
    if len(columns) < len(names):
        raise InputError("KOLOM_DUBBEL", f"Twee kolommen van {what} hebben dezelfde naam.")
    if len({len(column) for column in columns.values()}) > 1:
        raise InputError("LENGTE", f"De kolommen van {what} zijn niet even lang.")
    return columns


def _gathered(given: Any, what: str) -> Columns:
    rows = list(given) if isinstance(given, Iterable) and not isinstance(given, str) else [given]
    if not all(isinstance(row, Mapping) for row in rows):
        raise InputError("VORM", f"Zo is {what} niet te lezen: geef rijen of kolommen met een naam.")
    names = list(dict.fromkeys(name for row in rows for name in row))
    return {str(name): [row.get(name) for row in rows] for name in names} or {"date": []}


def _names_of(given: Any) -> list[Any] | None:
    """The column names of a DataFrame or a structured array, else None."""
    names = getattr(given, "columns", None)
    if names is None:
        names = getattr(getattr(given, "dtype", None), "names", None)
    return None if names is None else list(names)
