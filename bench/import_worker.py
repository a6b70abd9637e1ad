"""One import in a process of its own, so that its memory is its own: ``calamine``, ``ours`` or ``peer``; says JSON."""

import importlib
import json
import os
import sys
import tempfile
import time
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from python_calamine import CalamineWorkbook

from bench.measure import seconds


def main(which: str, workbook: str, database: str) -> None:
    """Figures on standard output."""
    figures = {"calamine": calamine, "ours": ours, "peer": peer}[which](Path(workbook), database)
    print(json.dumps(figures | {"megabytes": peak()}))


def peak() -> float:
    """The most memory that this process held at once, in megabytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def calamine(workbook: Path, _database: str) -> dict[str, float]:
    """Merely read into lists."""

    def read() -> None:
        with workbook.open("rb") as opened:
            book = CalamineWorkbook.from_filelike(opened)
            for name in book.sheet_names:
                book.get_sheet_by_name(name).to_python()

    return {"seconds": seconds(read)}


def begin(database: str) -> None:
    """An empty database of its own."""
    os.environ["DATABASE_URL"] = database
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    django.setup()
    call_command("migrate", verbosity=0)


def ours(workbook: Path, database: str) -> dict[str, float]:
    """Kept, read, confirmed, stored; then the same file once more."""
    begin(database)
    site = importlib.import_module("bench.register_site")
    with tempfile.TemporaryDirectory() as folder, override_settings(MEDIA_ROOT=folder):
        desk, raw = site.Desk.opened(), workbook.read_bytes()
        begun = time.perf_counter()
        upload = desk.read(raw)
        read_at = time.perf_counter()
        desk.store(upload)
        stored_at = time.perf_counter()
        again = seconds(lambda: desk.store(desk.read(raw)))
        figures = {"seconds": stored_at - begun, "reading": read_at - begun, "again": again, **desk.held()}
    connection.close()
    return figures


def peer(workbook: Path, database: str) -> dict[str, float]:
    """The same rows through django-import-export."""
    begin(database)
    peers = importlib.import_module("bench.import_peer")

    site = importlib.import_module("bench.register_site")

    desk = site.Desk.opened()
    figures = {"seconds": seconds(lambda: peers.imported(workbook, desk.grant, desk.filler)), **desk.held()}
    connection.close()
    return figures


if __name__ == "__main__":
    main(*sys.argv[1:])
