"""Row-level security on PostgreSQL; nothing on SQLite."""

from django.db import migrations

from samenhang.vault.rows import guard


class Migration(migrations.Migration):
    dependencies = [("samenhang", "0001_start")]

    operations = [migrations.RunPython(guard, migrations.RunPython.noop, elidable=False)]
