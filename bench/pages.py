"""What the page of a programme and its overview cost: their queries, their time beside an empty page.

The page is the overview of the demonstration's open version: money, findings against the version in force, deadlines,
targets and what happened. The empty page is the lightest one in the same frame: the list of programmes of somebody who
holds no role. Both are asked for in turns, in one process, on a database of their own; what is compared is the time
that this process worked, so that a busy machine does not decide.
"""

import importlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import django
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from bench.measure import Measure, medians

QUERIES, TIMES_AN_EMPTY_PAGE = 15, 5
OVERVIEW_QUERIES, OVERVIEW_TIMES_AN_EMPTY_PAGE = 18, 8
PROGRAMMES = 30


def measures(times: int = 100) -> list[Measure]:
    """Queries of the page as programmes are added, then its time against that of the empty page."""
    with site() as there:
        page, empty = there.played()
        one = queries(page)
        there.add_programmes(PROGRAMMES - 1)
        many = queries(page)
        empty()
        overview = there.situation()
        of_overview = queries(overview)
        taken_by_overview, beside = medians(overview, empty, times=times, clock=time.process_time)
        taken, taken_by_empty = medians(page, empty, times=times, clock=time.process_time)
    return [
        Measure("programme page, with 1 programme", one, "queries", QUERIES),
        Measure(f"programme page, with {PROGRAMMES} programmes", many, "queries", one),
        Measure(f"programme page, processor time, median of {times}", taken, "s"),
        Measure(f"empty page, processor time, median of {times}", taken_by_empty, "s"),
        Measure("programme page / empty page", taken / taken_by_empty, "times", TIMES_AN_EMPTY_PAGE),
        Measure("overview page", of_overview, "queries", OVERVIEW_QUERIES),
        Measure(f"overview page, processor time, median of {times}", taken_by_overview, "s"),
        Measure("overview page / empty page", taken_by_overview / beside, "times", OVERVIEW_TIMES_AN_EMPTY_PAGE),
    ]


@contextmanager
def site() -> Iterator[ModuleType]:
    """``bench.site`` on an empty database and an empty folder of documents, which vanish."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
        django.setup()
        with override_settings(MEDIA_ROOT=folder):
            call_command("migrate", verbosity=0)
            yield importlib.import_module("bench.site")
        connection.close()


def queries(page: Callable[[], object]) -> int:
    """How many queries one visit needs, those for the session and the person included."""
    page()
    with CaptureQueriesContext(connection) as captured:
        page()
    return len(captured)
