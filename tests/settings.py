"""Settings for the suite: a data directory of its own, a quick password hasher."""

import os
import tempfile
from pathlib import Path

_home = Path(tempfile.mkdtemp(prefix="samenhang-test-"))
os.environ["SAMENHANG_DATA"] = str(_home / "data")
os.environ["SAMENHANG_ROOT_KEY_FILE"] = str(_home / "key" / "root.key")
os.environ.pop("SAMENHANG_URL", None)

from samenhang.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
