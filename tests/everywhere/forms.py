"""What a browser would send for a form on a page, without touching it."""

from html.parser import HTMLParser

_PICKS = {"radio", "checkbox"}
_SILENT = {"submit", "button", "image", "reset", "file"}


def fields_of(html: str, marked: str = "") -> dict[str, list[str]]:
    """The fields of the form that carries an attribute, or of the last form of the page."""
    reader = _Reader(marked)
    reader.feed(html)
    return reader.found


class _Reader(HTMLParser):
    def __init__(self, marked: str) -> None:
        super().__init__(convert_charrefs=True)
        self.marked, self.found, self.inside = marked, {}, False
        self.text: list[str] | None = None
        self.select, self.options = "", []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name") or ""
        if tag == "form":
            self.inside = not self.marked or self.marked in given
            self.found = {} if self.inside else self.found
        elif not self.inside:
            return
        elif tag == "input" and name and given.get("type") not in _SILENT:
            if given.get("type") not in _PICKS or "checked" in given:
                self._add(name, given.get("value") or "")
        elif tag == "textarea":
            self.select, self.text = name, []
        elif tag == "select":
            self.select, self.options = name, []
        elif tag == "option":
            self.options.append((given.get("value") or "", "selected" in given))

    def handle_data(self, data: str) -> None:
        if self.text is not None:
            self.text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "textarea" and self.text is not None:
            self._add(self.select, "".join(self.text).removeprefix("\n"))
            self.text = None
        elif tag == "select" and self.inside and self.options:
            chosen = [value for value, picked in self.options if picked]
            self._add(self.select, (chosen or [self.options[0][0]])[-1])

    def _add(self, name: str, value: str) -> None:
        self.found.setdefault(name, []).append(value)
