"""How long it takes to read a programme's document and to check it, in this process."""

from datetime import date

from bench.document import DOCUMENT, name
from bench.measure import Measure, medians, seconds
from openamif.programmes.facts import programme_facts
from openamif.rules.national_programme import check
from openamif.sfc.reader_2014 import read_bytes

LIMIT = 0.3
DAY = date(2026, 1, 10)


def measures(times: int = 30) -> list[Measure]:
    """The first time, when the law is loaded too, and the median of those after it."""
    first = seconds(read_and_check)
    (usual,) = medians(read_and_check, times=times)
    return [
        Measure(f"read and check the {name()}, first time", first, "s", LIMIT),
        Measure(f"read and check the {name()}, median of {times}", usual, "s", LIMIT),
    ]


def read_and_check() -> None:
    """Text in, findings out."""
    check(programme_facts(read_bytes(DOCUMENT.read_bytes()).programme), on=DAY)
