"""Run as a program under strace: check-ins kept one by one, each acknowledged on standard output."""

import os
import sys
import uuid

from samenhang.cli.frame import start_frame

start_frame(migrate=True)

from django.conf import settings  # noqa: E402
from django.utils import timezone  # noqa: E402

from samenhang.experiments.recording import Filled, Recorded, record_check_in  # noqa: E402
from samenhang.method.diary import diary_day  # noqa: E402
from samenhang.practice import services  # noqa: E402
from samenhang.practice.cards import ClientCard  # noqa: E402
from samenhang.vault import keys  # noqa: E402
from tests.vault import full  # noqa: E402

keys.make_root_key(settings.ROOT_KEY_FILE)
practice = full.open_practice(lambda: "De Linde")
_, scope = full.add_person(practice, lambda: "Noor", "coach")
with scope.entered():
    client = services.take_on(scope, ClientCard("Emma"))
    os.write(1, b"BEGIN\n")
    for number in range(int(sys.argv[1])):
        now = timezone.localtime()
        filled = Filled(uuid.uuid4(), diary_day(now), now, {}, {}, f"dag {number}")
        assert record_check_in(client, filled) is Recorded.NEW
        os.write(1, b"201\n")
