"""The small line of a need: its last scores on a fixed 0 to 10."""

from collections.abc import Sequence

from django.utils.safestring import SafeString, mark_safe

from samenhang.look.scales import short
from samenhang.method.dossier import NeedPoint

SPARKED = 5


def draw_spark(points: Sequence[NeedPoint]) -> SafeString:
    """The last five points of a need on a fixed 0 to 10; the sentence beside it says the same."""
    scores = [point.score for point in points[-SPARKED:]]
    if not scores:
        return SafeString("")
    step = 82 / max(1, len(scores) - 1)
    at = [(3 + n * step if len(scores) > 1 else 85, 35 - score * 3.2) for n, score in enumerate(scores)]
    line = "L".join(f"{short(x)} {short(y)}" for x, y in at)
    return mark_safe(  # noqa: S308  numbers only
        '<svg viewBox="0 0 88 40" aria-hidden="true">'
        '<line class="spark-base" x1="3" x2="85" y1="35" y2="35"/>'
        f'<path class="spark" d="M{line}"/>'
        f'<circle class="spark-end" cx="{short(at[-1][0])}" cy="{short(at[-1][1])}" r="3"/></svg>'
    )
