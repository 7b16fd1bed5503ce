"""The hoop as a page wants it: drawn, escaped and trusted in one place."""

from collections.abc import Mapping

from django.utils.safestring import SafeString

from samenhang.look.hoop.drawing import draw
from samenhang.look.hoop.shapes import Hoop


def draw_hoop(hoop: Hoop, *, title: str, description: str, lens_words: Mapping[str, str]) -> SafeString:
    """The picture of a map; every name in it is escaped where it is drawn."""
    return SafeString(draw(hoop, title=title, description=description, lens_words=lens_words))
