"""Starting the frame for a command, with the tables in place."""

import os


def start_frame(*, migrate: bool = False) -> None:
    """Load the settings and the tables; with `migrate` bring the tables up to date."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenhang.settings")
    import django

    django.setup()
    if migrate:
        from django.core.management import call_command

        call_command("migrate", verbosity=0, interactive=False)
