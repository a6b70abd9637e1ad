"""What the page of a programme costs: its queries with one programme and with thirty, its time beside an empty page.

The page is the overview of the demonstration's open version: money, findings, deadlines, targets, changes since the
version in force, and what happened. The empty page is the lightest one in the same frame: the list of programmes of a
person who holds no role. Both are asked for in turns, in one process, on a database of their own.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.measure import Measure, medians

QUERIES, TIMES_AN_EMPTY_PAGE = 15, 5
PROGRAMMES = 30
COUNTRIES = "AT BG CY CZ DE EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK UK NO CH IS".split()


def measures(times: int = 60) -> list[Measure]:
    """Queries of the page as programmes are added, then its time against that of the empty page."""
    with site() as (page, empty, add_programmes):
        one = queries(page)
        add_programmes(PROGRAMMES - 1)
        many = queries(page)
        for visit in (page, empty):
            visit()
        taken, taken_by_empty = medians(page, empty, times=times)
    return [
        Measure("programme page, with 1 programme", one, "queries", QUERIES),
        Measure(f"programme page, with {PROGRAMMES} programmes", many, "queries", one),
        Measure(f"programme page, median of {times}", taken, "s"),
        Measure(f"empty page, median of {times}", taken_by_empty, "s"),
        Measure("programme page / empty page", taken / taken_by_empty, "times", TIMES_AN_EMPTY_PAGE),
    ]


Visit = Callable[[], object]


@contextmanager
def site() -> Iterator[tuple[Visit, Visit, Callable[[int], None]]]:
    """A database with the demonstration played: a visit to the page, one to the empty page, more programmes."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
        django.setup()
        with override_settings(MEDIA_ROOT=folder):
            call_command("migrate", verbosity=0)
            yield played()
        connection.close()


def played() -> tuple[Visit, Visit, Callable[[int], None]]:
    """Models exist only once Django is set up."""
    from openamif.demo.people import PEOPLE
    from openamif.demo.play import DOCUMENT, NAME, play
    from openamif.people.models import Person
    from openamif.programmes.actions.begin_programme import ProgrammeName, begin_programme
    from openamif.programmes.models import Version
    from openamif.sfc.reader_2014 import read_bytes

    play()
    officer = Person.objects.get(email=PEOPLE[0].email)
    nobody = Person.objects.create_user("nobody@demo.openamif.eu", name="Nora Nobody")
    version = Version.objects.filter(programme__country=NAME.country).newest_first()[0]
    document = read_bytes(DOCUMENT.read_bytes()).programme

    @transaction.atomic
    def add_programmes(number: int) -> None:
        for country in COUNTRIES[:number]:
            begin_programme(document, name=ProgrammeName(country, f"{country} · AMIF 2014-2020"), by=officer)

    page = visit(officer, reverse("authority:version", args=[version.pk]))
    return page, visit(nobody, reverse("authority:programmes")), add_programmes


def visit(person: object, address: str) -> Visit:
    """A person who is logged in and asks for one page."""
    client = Client()
    client.force_login(person)  # type: ignore[arg-type]

    def ask() -> None:
        answer = client.get(address)
        assert answer.status_code == 200, f"{address}: {answer.status_code}"

    return ask


def queries(page: Visit) -> int:
    """How many queries one visit needs, those for the session and the person included."""
    page()
    with CaptureQueriesContext(connection) as captured:
        page()
    return len(captured)
