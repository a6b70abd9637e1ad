"""The rows of participants that are one person: the earliest first, and within a grant as one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from openamif.reports.queries.profiles import Row
from openamif.rules.indicators.persons import merged

BY_SUBJECT, EARLIEST = itemgetter(1), itemgetter(2, 0)


def grant_of(row: Row) -> int:
    """The grant of a participant."""
    _participant, _subject, _first_on, grant, *_known = row
    return grant


def age_and_sex(row: Row) -> tuple[str, str]:
    """The groups of a participant."""
    *_who, age, sex, _flags, _kinds = row
    return age, sex


def persons_of(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """What each person is in each grant, the earliest first; ``rows`` come subject by subject."""
    for _subject, found in groupby(rows, key=BY_SUBJECT):
        person = list(found)
        if len(person) > 1:
            person.sort(key=EARLIEST)
            if len(set(map(grant_of, person))) < len(person):
                person = one_a_grant(person)
        yield person


def one_a_grant(person: Sequence[Row]) -> list[Row]:
    """Somebody entered twice in a grant is one person there: what happened to either happened to her."""
    within: dict[int, list[Row]] = {}
    for row in person:
        within.setdefault(grant_of(row), []).append(row)
    return [_together(rows) for rows in within.values()]


def _together(rows: Sequence[Row]) -> Row:
    participant, subject, first_on, grant, *_known = rows[0]
    flags = kinds = 0
    for *_who, of_flags, of_kinds in rows:
        flags, kinds = flags | of_flags, kinds | of_kinds
    return participant, subject, first_on, grant, *merged(map(age_and_sex, rows)), flags, kinds
