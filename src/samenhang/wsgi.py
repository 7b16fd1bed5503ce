"""The door for a WSGI server: the frame, and before it the short way in for check-ins."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenhang.settings")
frame = get_wsgi_application()

from samenhang.api.entry import with_short_way  # noqa: E402 the frame has to stand first

application = with_short_way(frame)
