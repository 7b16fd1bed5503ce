"""A demo with everyone in it, and every page of it by name."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.browser import house
from tests.browser.walk import Walk

FULL, FRESH = "Emma", "Joris"  # the client with a whole trajectory, and the one who comes for the first time
OUTSIDE = ("toegang/aanmelden/", "toegang/nieuw/", "hier-is-niets/", "mij/link/gebruikt/", "uitgenodigd/x/")


@dataclass(frozen=True)
class Stop:
    """One page of the tour: what kind it is, where, and who looks."""

    kind: str
    url: str
    who: str


@dataclass(frozen=True)
class Tour:
    url: str
    browser: Any
    states: dict[str, Any]  # the cookies of each: desk, phone, nobody
    stops: tuple[Stop, ...]

    def enter(self, who: str, **options: Any) -> Any:
        """A context of its own, signed in as `who`."""
        return self.browser.new_context(storage_state=self.states[who], **options)

    def by_person(self) -> Iterator[tuple[str, list[Stop]]]:
        for who in self.states:
            yield who, [stop for stop in self.stops if stop.who == who]

    def find(self, kind: str) -> str:
        """The address of one kind of page."""
        return next(stop.url for stop in self.stops if stop.kind == kind)


@contextmanager
def tour(data: Path, browser: Any) -> Iterator[Tour]:
    """Open a demo, sign everyone in, walk every link."""
    with house.demo(data) as place:
        guests = place.guests
        names = {each["id"]: each["name"] for each in guests["clients"] if each["name"] in (FULL, FRESH)}
        emma = next(each for each in guests["clients"] if each["name"] == FULL)
        states = {
            "desk": _come_in(browser, guests["people"][0]["sign_in"]),
            "phone": _come_in(browser, emma["phone_link"]),
            "nobody": {"cookies": [], "origins": []},
        }
        starts = {"desk": "vandaag/", "phone": "mij/"}
        stops = [
            Stop(kind, url, who)
            for who, first in starts.items()
            for kind, url in Walk(_cookie(states[who]), names).go([f"{place.url}/{first}"]).items()
        ]
        stops += [Stop(f"/{path}", f"{place.url}/{path}", "nobody") for path in OUTSIDE]
        yield Tour(place.url, browser, states, tuple(stops))


def _come_in(browser: Any, link: str) -> Any:
    context = browser.new_context()
    page = context.new_page()
    page.goto(link)
    state = context.storage_state()
    context.close()
    return state


def _cookie(state: Any) -> str:
    return "; ".join(f"{each['name']}={each['value']}" for each in state["cookies"])
