"""A real server for the tests in a browser: its database made once, copied for each module, served by a process."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import urlopen

import psycopg

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = "config.settings.test"
PATIENCE = 60


@dataclass(frozen=True)
class Database:
    """Where the data are; ``keys``: of the records that pages are about."""

    url: str
    keys: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Site:
    """A site that answers at ``url``."""

    url: str
    keys: dict[str, int]


def environment(database: str) -> dict[str, str]:
    return {**os.environ, "DJANGO_SETTINGS_MODULE": SETTINGS, "DATABASE_URL": database}


@contextmanager
def prepared(folder: Path) -> Iterator[Database]:
    """A database with the demonstration: a file, or one of its own where DATABASE_URL names a PostgreSQL server."""
    with fresh(folder, "played") as url:
        told = subprocess.run(
            [sys.executable, "-m", "tests.browser.prepare"],
            cwd=ROOT,
            env=environment(url),
            check=True,
            capture_output=True,
            text=True,
        )
        yield Database(url, json.loads(told.stdout))


@contextmanager
def fresh(folder: Path, name: str, *, like: str = "") -> Iterator[str]:
    """The address of a new database, empty or a copy of another; gone when the block is left."""
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        path = folder / f"{name}.sqlite3"
        if like:
            shutil.copy(like.removeprefix("sqlite:///"), path)
        yield f"sqlite:///{path}"
        return
    parts = urlsplit(server)
    made = f"browser_{os.getpid()}_{name}"
    copied = f' TEMPLATE "{urlsplit(like).path.lstrip("/")}"' if like else ""
    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{made}"{copied}')
        try:
            yield urlunsplit(parts._replace(path=f"/{made}"))
        finally:
            connection.execute(f'DROP DATABASE "{made}" WITH (FORCE)')


@contextmanager
def served(database: Database, folder: Path, name: str) -> Iterator[Site]:
    """A copy of the database, served until the block is left."""
    with fresh(folder, name, like=database.url) as url:
        port = free_port()
        command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}"]
        command += ["--threads", "4", "--log-level", "error", "--no-control-socket"]
        process = subprocess.Popen(command, cwd=ROOT, env=environment(url))
        try:
            wait_for(f"http://localhost:{port}/", process)
            yield Site(f"http://localhost:{port}", database.keys)
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, process: subprocess.Popen) -> None:
    """Until the site answers; RuntimeError where it does not come up."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(address):
                return
        except URLError:
            time.sleep(0.1)
    raise RuntimeError("the site did not come up")
