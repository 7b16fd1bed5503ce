"""The five minutes of the scan: a ring that empties; without a script it simply says how long."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from samenhang.look.dates import say_number


def draw_timer(seconds: int, left: int | None = None) -> SafeString:
    """{% timer 300 %}: `left` when the scan was opened before."""
    left = seconds if left is None else max(0, min(left, seconds))
    done = 100 * left / seconds
    return format_html(
        '<div class="timer" role="timer" data-timer="{}" data-left="{}" aria-label="Nog {}.{}">'
        '<svg viewBox="0 0 64 64" aria-hidden="true"><circle class="track" cx="32" cy="32" r="28"/>'
        '<circle class="run" cx="32" cy="32" r="28" pathLength="100" stroke-dasharray="100"'
        ' stroke-dashoffset="{}" transform="rotate(-90 32 32)"/>'
        '<circle class="bead" cx="32" cy="4" r="4" transform="rotate({} 32 32)"/>'
        '<text class="digits" x="32" y="37.5">{}.{}</text></svg>'
        '<p class="quiet" data-words role="status">Reken op {} minuten. Zijn ze om, dan werken jullie gewoon '
        "verder.</p></div>",
        seconds,
        left,
        left // 60,
        f"{left % 60:02}",
        f"{100 - done:.1f}",
        f"{3.6 * done:.1f}",
        left // 60,
        f"{left % 60:02}",
        say_number(round(seconds / 60)),
    )
