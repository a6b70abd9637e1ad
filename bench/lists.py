"""What a long list costs: the participants of a grant, first page and last page, with 2 000 and with 200 000 of them.

The pages are asked for in turns with Django's test client by somebody of the beneficiary; a figure is the time that
this process worked. On SQLite, on a database of its own.
"""

import importlib
import time

from bench.measure import Measure, medians
from bench.pages import queries, site

SHORT, LONG, TIMES_THE_SHORT, LITERAL = 2_000, 200_000, 1.5, 14


def measures(times: int = 20) -> list[Measure]:
    """Each page of the long list beside the same page of the short one."""
    with site() as there:
        there.played()
        made = importlib.import_module("bench.long_lists")
        short, long = made.pages_of(made.grant_with(SHORT)), made.pages_of(made.grant_with(LONG))
        asked = [queries(page) for page in (*short, *long)]
        taken = medians(*short, *long, times=times, clock=time.process_time)
    first, last = taken[2] / taken[0], taken[3] / taken[1]
    return [
        Measure(f"queries of a list of {SHORT}, first page", asked[0], "queries", LITERAL),
        Measure("the most of the other three pages", max(asked[1:]), "queries", asked[0]),
        Measure(f"first page with {SHORT}, processor time", taken[0], "s"),
        Measure(f"last page with {LONG}, processor time", taken[3], "s"),
        Measure(f"first page, {LONG} / {SHORT}", first, "times", TIMES_THE_SHORT),
        Measure(f"last page, {LONG} / {SHORT}", last, "times", TIMES_THE_SHORT),
    ]
