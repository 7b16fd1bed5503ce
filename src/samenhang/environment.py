"""What the environment says, read once; a wrong value stops the start with one Dutch sentence."""

import os
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


class WrongConfiguration(Exception):
    """A setting that cannot be worked with; its text is the one sentence to print."""


@dataclass(frozen=True)
class Environment:
    data: Path
    root_key_file: Path
    url: str
    database_url: str
    smtp_url: str
    demo: bool

    @classmethod
    def read(cls, env: Mapping[str, str] | None = None) -> "Environment":
        """Read the SAMENHANG_ variables; raise WrongConfiguration with one sentence."""
        env = os.environ if env is None else env
        data = Path(env.get("SAMENHANG_DATA") or _home("data", env)).expanduser()
        key = Path(env.get("SAMENHANG_ROOT_KEY_FILE") or _default_key(data, env)).expanduser()
        url = (env.get("SAMENHANG_URL") or "http://localhost:8000").rstrip("/")
        return cls(
            data.resolve(),
            key.resolve(),
            _checked_url(url),
            env.get("DATABASE_URL", ""),
            env.get("SAMENHANG_SMTP", ""),
            (data / DEMO_MARK).exists(),
        )

    def secret_key(self) -> str:
        """The key that signs sessions: made once, kept in the data directory, readable by its owner alone."""
        path = self.data / "session.key"
        try:
            return path.read_text("ascii")
        except FileNotFoundError:
            pass
        self.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text("ascii")
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(48))
        return path.read_text("ascii")

    def database(self) -> dict[str, Any]:
        """The database to use: SQLite in the data directory, or what DATABASE_URL names."""
        if not self.database_url:
            return _sqlite(self.data / "samenhang.sqlite3")
        parts = urlsplit(self.database_url)
        if parts.scheme in ("postgres", "postgresql"):
            return _postgres(self.database_url)
        if parts.scheme == "sqlite":
            return _sqlite(Path(unquote(parts.path)))
        raise WrongConfiguration(
            "DATABASE_URL begint met postgresql:// of sqlite:///; iets anders kent Samenhang niet."
        )

    def smtp(self) -> tuple[str, int]:
        if not self.smtp_url:
            return "localhost", 25
        parts = urlsplit(self.smtp_url)
        if parts.scheme != "smtp" or not parts.hostname:
            raise WrongConfiguration("SAMENHANG_SMTP ziet eruit als smtp://naam:poort.")
        return parts.hostname, parts.port or 25


DEMO_MARK = "demo.mark"


def _checked_url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path:
        raise WrongConfiguration(
            "SAMENHANG_URL is het volledige webadres zonder pad, zoals https://praktijk.example."
        )
    if parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1"):
        raise WrongConfiguration(
            "SAMENHANG_URL begint met http://, en dat mag alleen op localhost: gebruik https."
        )
    return url


def _home(kind: str, env: Mapping[str, str]) -> str:
    """The platform's own place for a program's data or configuration."""
    home = env.get("HOME") or os.path.expanduser("~")  # noqa: PTH111 HOME may be unset
    if sys.platform == "darwin":
        return f"{home}/Library/Application Support/samenhang/{kind}"
    if sys.platform == "win32":
        return f"{env.get('LOCALAPPDATA', home)}/samenhang/{kind}"
    inside = {"data": ".local/share", "config": ".config"}[kind]
    base = env.get({"data": "XDG_DATA_HOME", "config": "XDG_CONFIG_HOME"}[kind])
    return f"{base or f'{home}/{inside}'}/samenhang"


def _default_key(data: Path, env: Mapping[str, str]) -> str:
    """Beside the data only in a demo; otherwise apart, so that a copy of one lacks the other."""
    credentials = env.get("CREDENTIALS_DIRECTORY")
    if credentials:
        return f"{credentials}/samenhang-root-key"
    if (data / DEMO_MARK).exists():
        return str(data / "root.key")
    return f"{_home('config', env)}/root.key"


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=FAST;"
                "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-8000; PRAGMA foreign_keys=ON;"
            ),
        },
    }


def _postgres(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
