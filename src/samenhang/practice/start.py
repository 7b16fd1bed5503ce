"""Whether this house has been opened yet."""

from samenhang.practice.models import Practice
from samenhang.vault.scope import unscoped


def is_started() -> bool:
    """Whether there is a practice whose recovery sheet was checked."""
    with unscoped("voor de eerste start is er nog geen praktijk") as every:
        return every(Practice).exclude(recovery_checked_at=None).exists()
