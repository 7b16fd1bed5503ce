"""Every page that a link leads to, found once over HTTP: the browser then only has to look."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import Request, urlopen

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Reading(HTMLParser):
    """The links of a page and its title."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.title = ""
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        href = dict(attrs).get("href") or "#"
        if tag == "a" and not href.startswith(("#", "tel:", "mailto:")):
            self.links.append(href)

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""


@dataclass
class Walk:
    """A walk through the house: one page of each kind, of each client in `names` (id to name)."""

    cookie: str
    names: dict[str, str]
    found: dict[str, str] = field(default_factory=dict)

    def go(self, start: Iterable[str]) -> dict[str, str]:
        """Follow every link from `start`; give the address of each kind of page."""
        waiting, seen = list(start), set[str]()
        while waiting:
            url = waiting.pop(0)
            if url in seen or self.kind(url) in self.found or not self._is_asked(url):
                continue
            seen.add(url)
            waiting += self._read(url)
        return self.found

    def kind(self, url: str, title: str = "") -> str:
        """An address without what differs from row to row; what is read is told apart by its title."""
        parts = urlsplit(url)
        path = DAY.sub("#", UUID.sub(lambda id_: self.names.get(id_[0], "*"), parts.path))
        return path + ("?" if parts.query else "") + (f" {title}" if path.endswith("/blad/*/") else "")

    def _is_asked(self, url: str) -> bool:
        of = re.search(rf"/clienten/({UUID.pattern})/", url)
        return of is None or of[1] in self.names

    def _read(self, url: str) -> list[str]:
        with _open(url, self.cookie) as answer:
            if not answer.headers.get_content_type().endswith("html"):
                return []
            page = Reading()
            page.feed(answer.read().decode())
            self.found.setdefault(self.kind(answer.url, page.title), answer.url)
            links = [urldefrag(urljoin(answer.url, link))[0] for link in page.links]
        return [link for link in links if urlsplit(link).netloc == urlsplit(url).netloc]


def _open(url: str, cookie: str) -> Any:
    try:
        return urlopen(Request(url, headers={"Cookie": cookie}))  # noqa: S310  our own server
    except HTTPError as wrong:
        raise AssertionError(f"{url} antwoordt {wrong.code}") from wrong
