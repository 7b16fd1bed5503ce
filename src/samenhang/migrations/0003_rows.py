"""Row-level security on PostgreSQL; nothing on SQLite."""

from django.db import migrations

from samenhang.vault.rows import guard


class Migration(migrations.Migration):
    dependencies = [("samenhang", "0002_tally")]

    operations = [migrations.RunPython(guard, migrations.RunPython.noop, elidable=False)]
