"""A room on A4: filled for one sheet, empty for everyone, one by one or as a booklet."""

from collections.abc import Iterable
from datetime import date, datetime

from samenhang.look.paper import join, type_of_page
from samenhang.look.paper_data import paper_data
from samenhang.method.sheet import Shape
from samenhang.tools.catalog import ROOMS
from samenhang.tools.tool import Room

FREE = "Vrij te kopiëren · Samenhang"


def empty_page(room: Room, practice: str = "") -> type_of_page:
    """The page of a tool with nothing on it yet."""
    card = room.card
    data = paper_data(
        card.shape,
        title=card.title,
        practice=practice,
        foot=card.foot,
        foot_right=FREE,
    )
    return room.place / "paper.typ", data | _figure(room, card.shape())


def filled_page(
    room: Room,
    sheet: Shape,
    *,
    practice: str,
    person: str,
    day: date,
    encounter: str = "",
    foot: tuple[str, str] = ("", ""),
) -> type_of_page:
    """The page of a tool as it was filled in; the coach's own part never travels."""
    data = paper_data(
        room.card.shape,
        sheet,
        title=room.card.title,
        practice=practice,
        person=person,
        day=day,
        encounter=encounter,
        foot=foot[0],
        foot_right=foot[1],
    )
    return room.place / "paper.typ", data | _figure(room, sheet)


def _figure(room: Room, sheet: Shape) -> dict[str, str]:
    return {"figure": room.card.figure(sheet)} if room.card.figure else {}


def print_page(page: type_of_page, title: str, stamp: datetime | None = None) -> bytes:
    return join([page], title=title, stamp=stamp)


def print_booklet(rooms: Iterable[Room] = ROOMS, practice: str = "") -> bytes:
    """Every tool as an empty page, in one document."""
    return join([empty_page(room, practice) for room in rooms], title="Toolkit")
