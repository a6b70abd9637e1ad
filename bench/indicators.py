"""Every indicator of a programme from nothing, with breakdowns; and one new event: at two sizes.

On SQLite always; on PostgreSQL too where ``BENCH_POSTGRES`` gives the address of a server that may make a database
(``postgres://user@host:port``). Each database is measured in a process of its own; ``bench.registers`` fills it.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django
from django.core.management import call_command

from bench.measure import Measure
from bench.pages import OVERVIEW_QUERIES
from bench.pages import OVERVIEW_TIMES_AN_EMPTY_PAGE as TIMES_AN_EMPTY_PAGE

FROM_NOTHING = {"sqlite": 20.0, "postgresql": 8.0}
ONE_EVENT, GROWTH = 0.1, 1.3
TIMES = 15


def measures() -> list[Measure]:
    """Both sizes on each database."""
    made = []
    for vendor in ("sqlite", "postgresql"):
        if vendor == "postgresql" and not os.environ.get("BENCH_POSTGRES"):
            print("indicators on PostgreSQL: skipped, BENCH_POSTGRES names no server")
            continue
        small, big = (measured(vendor, size) for size in ("small", "big"))
        growth = (big["from_nothing"] / big["events"]) / (small["from_nothing"] / small["events"])
        what = f"{vendor}, {big['participations']} participations"
        made += [
            Measure(
                f"{vendor}, {small['participations']} participations: all from nothing", small["from_nothing"], "s"
            ),
            Measure(f"{what}: all from nothing", big["from_nothing"], "s", FROM_NOTHING[vendor]),
            Measure(f"{what}: kept as tallies", big["tallies"], "s"),
            Measure(f"{what}: one new event", big["one_event"], "s", ONE_EVENT),
            Measure(f"{vendor}: time per event, big / small", growth, "times", GROWTH),
            Measure(f"{what}: overview page", big["overview_queries"], "queries", OVERVIEW_QUERIES),
            Measure(f"{what}: overview page", big["overview"], "s"),
            Measure(f"{what}: … / empty page", big["overview"] / big["empty_page"], "times", TIMES_AN_EMPTY_PAGE),
        ]
    return made


def measured(vendor: str, size: str) -> dict[str, Any]:
    """What a process of its own measures on an empty database."""
    with database(vendor) as address:
        environment = {**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
        command = [sys.executable, "-m", "bench.indicators", size]
        done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@contextmanager
def database(vendor: str) -> Iterator[str]:
    """The address of an empty one, which vanishes."""
    if vendor == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        return
    server, name = os.environ["BENCH_POSTGRES"].rstrip("/"), f"openamif_bench_{os.getpid()}"
    _ask(server, f"CREATE DATABASE {name}")
    try:
        yield f"{server}/{name}"
    finally:
        _ask(server, f"DROP DATABASE {name}")


def _ask(server: str, statement: str) -> None:
    psycopg = __import__("psycopg")
    with psycopg.connect(server.replace("postgres://", "postgresql://") + "/postgres", autocommit=True) as asked:
        asked.execute(statement)


def here(size: str) -> dict[str, Any]:
    """Fill this process's database and measure."""
    django.setup()
    call_command("migrate", verbosity=0)
    work = __import__("bench.registers", fromlist=["measure"])
    answer: dict[str, Any] = work.measure(work.BIG if size == "big" else work.SMALL, TIMES, time.perf_counter)
    return answer


if __name__ == "__main__":
    print(json.dumps(here(sys.argv[1])))
