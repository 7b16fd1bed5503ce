"""Run as a program: a filled practice in the usual place; prints its practice, clients and words."""

import json

from samenhang.cli.frame import start_frame

start_frame(migrate=True)

from django.conf import settings  # noqa: E402

from samenhang.vault import keys  # noqa: E402
from samenhang.vault.recovery import to_words  # noqa: E402
from tests.vault import full  # noqa: E402

key = keys.make_root_key(settings.ROOT_KEY_FILE)
practice, scope, clients = full.fill(lambda: "Kanarie")
ids = [str(client.pk) for client in clients]
print(json.dumps({"practice": str(practice.pk), "clients": ids, "words": " ".join(to_words(key))}))
