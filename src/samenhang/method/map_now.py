"""The map as it stands today: the newest one, with what scans and the diary said since. Pure, no clock."""

from collections.abc import Mapping
from dataclasses import replace

from samenhang.method.diary import DiaryItem
from samenhang.method.dossier import Dossier, open_factors
from samenhang.method.influence_map import InfluenceMap, Placed, follow, tidied


def map_now(dossier: Dossier) -> InfluenceMap:
    """The newest map without what was closed since, with newer words, and with factors found since."""
    drawn = dossier.map or InfluenceMap()
    standing = {factor.id: factor for factor in open_factors(dossier)}
    asked = measures(dossier)
    placed = [
        _measured(replace(one, text=standing[one.id].text), asked)
        for one in drawn.standing
        if one.id in standing
    ]
    known = {one.id for one in placed}
    found = [
        _measured(Placed(factor.id, factor.lens, factor.cell, factor.text), asked)
        for factor in standing.values()
        if factor.id not in known
    ]
    gone = [one for one in drawn.factors if not one.is_open]
    now = tidied(replace(drawn, factors=(*placed, *found, *gone)))
    return replace(now, factors=(*placed, *found))


def _measured(placed: Placed, asked: Mapping[str, DiaryItem]) -> Placed:
    item = asked.get(placed.id)
    return replace(placed, item=item.id if item else "", measured=item.text if item else "")


def measures(dossier: Dossier) -> Mapping[str, DiaryItem]:
    """Which diary question measures which factor; of two its own, then the first that is still asked."""
    drawn = dossier.map.factors if dossier.map else ()
    found: dict[str, DiaryItem] = {}
    for series in dossier.series:
        item = series.item
        factor = (follow(drawn, item.factor) or item.factor) if item.factor else ""
        if factor and (factor not in found or _rank(item, factor) < _rank(found[factor], factor)):
            found[factor] = item
    return found


def _rank(item: DiaryItem, factor: str) -> tuple[bool, bool]:
    """What measures it by its own name comes before what came along with another; then what is asked."""
    return (item.factor != factor, item.closed is not None)
