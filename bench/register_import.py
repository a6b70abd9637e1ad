"""A register filled from a file of 200 000 rows and 15 columns, beside merely reading it, and beside a peer.

Each import runs in a process of its own, on a database of its own: SQLite in a file, and PostgreSQL where
``BENCH_POSTGRES`` is the address of a server (``postgres://postgres@127.0.0.1:5432``). Reading and importing take
turns: each import stands beside the mean of merely reading right before and right after it, because a machine's speed
changes by a third within minutes; the middle one of three turns counts. The peer is measured on a twentieth of the
rows, and its time multiplied.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import psycopg

from bench.measure import Measure
from bench.participations import PERSONS, ROWS, write_workbook

TIMES_READING, TIMES_FASTER, MEGABYTES = 4, 10, 1000
SAMPLE = 20
NAME = "openamif_bench_import"


def measures(times: int = 3) -> list[Measure]:
    """Reading, SQLite, PostgreSQL, the peer."""
    with tempfile.TemporaryDirectory() as folder:
        long, sample = Path(folder) / "long.xlsx", Path(folder) / "sample.xlsx"
        write_workbook(long)
        write_workbook(sample, rows=ROWS // SAMPLE, persons=PERSONS // SAMPLE)
        told: list[Measure] = []
        for vendor, database in databases(Path(folder)):
            told += compared(vendor, database, long, times)
        return [*told, *beside_the_peer(long, sample, times)]


def beside_the_peer(long: Path, sample: Path, times: int) -> list[Measure]:
    """An import of ours and one of django-import-export in turns, each on an empty database of SQLite."""
    database = f"sqlite:///{long.parent / 'ours.sqlite3'}"
    turns = []
    for _ in range(times):
        with emptied(database):
            ours = worker("ours", long, database)["seconds"]
        with emptied(database):
            turns.append((ours, SAMPLE * worker("peer", sample, database)["seconds"]))
    ours, peer = sorted(turns, key=lambda turn: turn[0] / turn[1])[len(turns) // 2]
    return [
        Measure(f"django-import-export, SQLite, a {SAMPLE}th of the rows, times {SAMPLE}", peer, "s"),
        Measure("our time, times 10 / that of django-import-export", TIMES_FASTER * ours / peer, "times", 1),
    ]


def databases(folder: Path) -> Iterator[tuple[str, str]]:
    """Each with its address."""
    yield "SQLite", f"sqlite:///{folder / 'ours.sqlite3'}"
    if server := os.environ.get("BENCH_POSTGRES"):
        yield "PostgreSQL", f"{server}/{NAME}"


def compared(vendor: str, database: str, workbook: Path, times: int) -> list[Measure]:
    """Merely reading and importing in turns."""
    reads, imports = [worker("calamine", workbook, database)["seconds"]], []
    for _ in range(times):
        with emptied(database):
            imports.append(worker("ours", workbook, database))
        reads.append(worker("calamine", workbook, database)["seconds"])
    beside = [(before + after) / 2 for before, after in pairwise(reads)]
    turns = sorted(zip(imports, beside, strict=True), key=lambda turn: turn[0]["seconds"] / turn[1])
    ours, read = turns[len(turns) // 2]
    assert (ours["events"], ours["participants"]) == (ROWS, PERSONS), ours
    return [
        Measure(f"merely read {ROWS:,} rows with python-calamine", read, "s"),
        Measure(f"import them, {vendor}", ours["seconds"], "s"),
        Measure(f"… / merely reading, {vendor}", ours["seconds"] / read, "times", TIMES_READING),
        Measure(f"… the same file again, {vendor}", ours["again"], "s"),
        Measure(f"… most memory, {vendor}", max(each["megabytes"] for each in imports), "MB", MEGABYTES),
    ]


@contextmanager
def emptied(database: str) -> Iterator[None]:
    """A database that was not there before, and is not there after."""
    if database.startswith("sqlite"):
        for path in Path(database.removeprefix("sqlite:///")).parent.glob("ours.sqlite3*"):
            path.unlink()
        yield
        return
    with psycopg.connect(database.rpartition("/")[0] + "/postgres", autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {NAME}")
        yield
        server.execute(f"DROP DATABASE {NAME} WITH (FORCE)")


def worker(which: str, workbook: Path, database: str) -> dict[str, float]:
    """The figures of one import."""
    command = [sys.executable, "-m", "bench.import_worker", which, str(workbook), database]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures
