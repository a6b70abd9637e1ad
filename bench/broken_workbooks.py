"""A thousand workbooks broken at random: each ends in a report or a clear refusal, in bounded time and memory."""

import importlib
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import django
from django.conf import settings
from xlsxwriter import Workbook

from bench.measure import Measure
from bench.participations import COLUMNS
from openamif.workbooks import NotAWorkbook, read_any

BOOKS, SECONDS, MEGABYTES = 1000, 5, 1000
MEGABYTE = 1024 * 1024
CELLS = ("", "x", -1, 1e300, True, "31/02/2020", date(1901, 1, 1), "=1+1", "é" * 300, 12, "yes", 0.5)
BOMB = b"<sheetData>" + bytes(80 * MEGABYTE)
BLANKS = b'<worksheet><sheetData><row r="1">' + b"<c/>" * (50 * MEGABYTE // 4)
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def measures() -> list[Measure]:
    """In a process of its own, so that its memory is its own."""
    done = subprocess.run([sys.executable, "-m", "bench.broken_workbooks"], check=True, capture_output=True, text=True)
    told = json.loads(done.stdout.splitlines()[-1])
    return [
        Measure(f"{BOOKS} broken workbooks, neither report nor refusal", told["unclear"], "files", 0),
        Measure("… that ended in a report", told["reports"], "files"),
        Measure("… that were refused", told["refusals"], "files"),
        Measure("… the slowest", told["slowest"], "s", SECONDS),
        Measure("… most memory", told["megabytes"], "MB", MEGABYTES),
    ]


def broken(chance: random.Random) -> bytes:
    """A small workbook with one thing or another wrong in it."""
    raw = book(chance)
    return chance.choice(WAYS)(raw, chance)


def book(chance: random.Random) -> bytes:
    """Rows as they should be, but for a few cells, headings and names."""
    written = BytesIO()
    made = Workbook(written, {"in_memory": True, "strings_to_numbers": False})
    day = made.add_format({"num_format": "yyyy-mm-dd"})
    page = made.add_worksheet(chance.choice(("participations", "participations", "Sheet1", "activities")))
    page.write_row(0, 0, [heading for heading in COLUMNS if chance.random() > 0.02])
    for row in range(1, chance.randint(1, 12)):
        for place, cell in enumerate(cells(chance, row)):
            value = chance.choice(CELLS) if chance.random() < 0.1 else cell
            if isinstance(value, date):
                page.write_datetime(row, place, value, day)
            elif value != "":
                page.write(row, place, value)
    if chance.random() < 0.2:
        page.merge_range(1, 0, 3, 2, "merged")
    made.close()
    return written.getvalue()


def cells(chance: random.Random, row: int) -> tuple[object, ...]:
    """One row as it should be; now and then the same as another."""
    reference = f"D{row if chance.random() < 0.8 else 1}"
    who = (reference, "", "Kowalska", "Anna", date(1990, 5, 17), "female", "third_country", "protected", "no", "no")
    return (*who, "", "language_course", date(2019, 3, 1), 2, "")


def cut(raw: bytes, chance: random.Random) -> bytes:
    """Torn off somewhere."""
    return raw[: chance.randrange(len(raw))]


def scattered(raw: bytes, chance: random.Random) -> bytes:
    """Some bytes are others."""
    changed = bytearray(raw)
    for _ in range(chance.randint(1, 30)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def rewritten(raw: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """With parts of the archive changed."""
    written = BytesIO()
    with ZipFile(BytesIO(raw)) as before, ZipFile(written, "w", ZIP_DEFLATED, compresslevel=1) as after:
        for name in before.namelist():
            after.writestr(name, change(name, before.read(name)))
    return written.getvalue()


def hostile(raw: bytes, chance: random.Random) -> bytes:
    """A sheet, or the texts, as nobody's spreadsheet writes them."""
    part = chance.choice(("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"))
    far = chance.choice((b'r="A1048576"', b'r="XFD1"', b"r = 'ZZ999999'", b'r="a99999999999"', b'r="&#65;2"'))

    def change(name: str, content: bytes) -> bytes:
        if name != part:
            return content
        place = chance.randrange(len(content))
        ways = (
            content.replace(b'r="A2"', far),
            LAUGHS + content,
            content[:place] + b"<c><row>" + content[place:],
            content[:place],
            content.replace(b"<v>", b"<v>9999999999"),
            content.replace(b"</sst>", b"<si><t>" + b"&b;" * 100 + b"</t></si></sst>"),
        )
        return chance.choice(ways)

    return rewritten(raw, change)


def swollen(raw: bytes, chance: random.Random) -> bytes:
    """A bomb, or fifty megabytes of blanks; a few only, since they take a while to make."""
    if chance.random() > 0.1:
        return hostile(raw, chance)
    content = chance.choice((BOMB * 5, BLANKS))
    return rewritten(raw, lambda name, said: content if name == "xl/worksheets/sheet1.xml" else said)


def as_it_is(raw: bytes, _chance: random.Random) -> bytes:
    """Only the cells are wrong."""
    return raw


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (as_it_is, as_it_is, cut, scattered, hostile, swollen)


def run(number: int, seed: int = 13) -> dict[str, float]:
    """How each ended."""
    chance, form = random.Random(seed), importlib.import_module("openamif.web.register_form").the_register_form()
    told = {"reports": 0.0, "refusals": 0.0, "unclear": 0.0, "slowest": 0.0}
    for _ in range(number):
        raw = broken(chance)
        begun = time.perf_counter()
        try:
            read_any(raw, form)
            told["reports"] += 1
        except NotAWorkbook:
            told["refusals"] += 1
        except Exception as raised:
            print(type(raised), raised, file=sys.stderr)
            told["unclear"] += 1
        told["slowest"] = max(told["slowest"], time.perf_counter() - begun)
    return told | {"megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


if __name__ == "__main__":
    if not settings.configured:
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
        django.setup()
    print(json.dumps(run(int(sys.argv[1]) if len(sys.argv) > 1 else BOOKS)))
