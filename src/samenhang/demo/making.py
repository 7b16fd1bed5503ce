"""Fills the data directory that the environment names: tables, key, practices, stories."""

from samenhang.demo.cast import LARGE, SEED, SMALL


def make_here(seed: int | None) -> None:
    """Make the demo that belongs to a seed; without one the small demo, always the same."""
    from django.conf import settings
    from django.core.management import call_command

    from samenhang.demo.house import furnish
    from samenhang.vault.keys import make_root_key

    _hurry()
    call_command("migrate", verbosity=0, interactive=False)
    make_root_key(settings.ROOT_KEY_FILE)
    furnish(SMALL if seed is None else LARGE, SEED if seed is None else seed)


def _hurry() -> None:
    """Wait for the disk at no step: until it is whole, what is made here may be lost."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
