"""A square code for a camera, drawn as inline SVG; always with its text beside it."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

QUIET = 4


def draw_qr(text: str, label: str) -> SafeString:
    """Dark on light in every theme, since cameras want that; with the quiet border that they need."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code: Any = QRCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    code.add_data(text)
    rows = code.get_matrix()
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return format_html(
        '<svg class="qr" role="img" aria-label="{}" viewBox="0 0 {} {}" shape-rendering="crispEdges">'
        '<path class="qr-ground" d="M0 0h{}v{}H0z"/><path class="qr-ink" d="{}"/></svg>',
        label,
        len(rows),
        len(rows),
        len(rows),
        len(rows),
        path,
    )
