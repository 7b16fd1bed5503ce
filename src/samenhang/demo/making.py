"""Fills the data directory that the environment names: tables, key, practices, stories."""

from samenhang.demo.cast import LARGE, SEED, SMALL


def make_here(seed: int | None) -> None:
    """Make the demo that belongs to a seed; without one the small demo, always the same."""
    from django.conf import settings

    from samenhang.demo.house import furnish
    from samenhang.vault.keys import make_root_key

    make_root_key(settings.ROOT_KEY_FILE)
    furnish(SMALL if seed is None else LARGE, SEED if seed is None else seed)
