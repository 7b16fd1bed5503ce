"""What an estimate says, row by row: a name in Python is the name in the JSON."""

from dataclasses import asdict, dataclass
from typing import Any

_DECIMALS = 6


class Row:
    """A frozen row whose fields can also be asked for by name: row.mean, row['mean']."""

    def __getitem__(self, name: str) -> Any:
        return asdict(self)[name]  # type: ignore[call-overload]


@dataclass(frozen=True)
class Lever(Row):
    """Weighted goal gain (points) of holding this node one point better; p_sesoi: more than .1 a goal."""

    node: str
    rank: int
    mean: float
    lo90: float
    hi90: float
    p_best: float
    p_pos: float
    p_sesoi: float


@dataclass(frozen=True)
class Edge(Row):
    """One arrow in points a point, as the nodes are named; lag 0 = same day, 1 = a day later."""

    source: str
    target: str
    lag: int
    mean: float
    lo90: float
    hi90: float
    p_pos: float
    p_incl: float
    in_map: bool


@dataclass(frozen=True)
class ToldArrow(Row):
    """An arrow of the map. p: chance that it points the way it was told; state: what the diary adds.

    state: supports, open, contradicts, not_measured.
    """

    source: str
    target: str
    state: str
    p: float


@dataclass(frozen=True)
class MapCheck(Row):
    """trust: posterior weight of the map against no map; log_bf: what the diary says of it; None = no map."""

    given: bool
    trust: float | None
    log_bf: float | None
    arrows: tuple[ToldArrow, ...]


@dataclass(frozen=True)
class Soundness(Row):
    """Highest R-hat and lowest effective number of draws of the gains; share of draws that never settle."""

    rhat_max: float
    ess_min: float
    unstable_share: float


def to_plain(value: Any) -> Any:
    """Rows as JSON wants them; six decimals, so that the same draws give the same bytes."""
    if isinstance(value, Row):
        return {key: to_plain(one) for key, one in vars(value).items()}
    if isinstance(value, dict):
        return {key: to_plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [to_plain(one) for one in value]
    return round(value, _DECIMALS) + 0.0 if isinstance(value, float) else value
