"""Plain prose from the few marks that the guides use: headings, lists, paragraphs. Nothing else, no HTML."""

from collections.abc import Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


def draw_prose(text: str) -> SafeString:
    """Blank lines part blocks; `# ` makes a heading, `- ` a list."""
    return SafeString("").join(_blocks(text))


def _blocks(text: str) -> Iterator[SafeString]:
    for block in text.strip().split("\n\n"):
        lines = block.strip().splitlines()
        if lines and lines[0].startswith("# "):
            yield format_html('<h2 class="aside-title">{}</h2>', lines[0][2:])
            lines = lines[1:]
        if lines and all(line.startswith("- ") for line in lines):
            items = format_html_join("", "<li>{}</li>", ((line[2:],) for line in lines))
            yield format_html('<ul class="lines lines-open">{}</ul>', items)
        elif lines:
            yield format_html("<p>{}</p>", " ".join(lines))
