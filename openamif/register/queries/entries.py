"""From the cells of a file to persons, activities, events and things delivered; what does not fit is told as an error.

Codes of errors, beside those of the cells: differs_in_file, kind_of_another_activity, no_such_activity, twice. What the
rules say against rows is asked afterwards, of what was staged (``judging``).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import compress
from typing import Any

from openamif.register.facts import ACTIVITY, OUTPUT, thing_of
from openamif.register.queries.forms import ANSWERS, KINDS, LEVELS
from openamif.register.states import ANSWERS as QUESTIONS
from openamif.register.states import ASSESSMENTS
from openamif.workbooks import Reading

SHEET = "participations"
IDENTITY = ("national_number", "surname", "given_names", "born_on")
DESCRIPTION = ("sex", "nationality_group", "standing", "vulnerable", "unaccompanied_minor")
OF_A_PERSON = IDENTITY + DESCRIPTION
EVENT = {
    "person": "local_reference",
    "activity": "activity",
    "kind": "kind",
    "day": "happened_on",
    "hours": "hours",
    "value": "value",
    "instrument": "instrument",
}
NEEDED, SAME = ("person", "kind", "day"), ("person", "activity", "kind", "day")
RESULT = ("hours", "value", "instrument")
NEITHER = -1
Columns = dict[str, list[Any]]


@dataclass
class Entries:
    """What a file says. ``persons``: by local reference, in the order of ``OF_A_PERSON``; held in memory alone.

    ``events``: columns, as ``Staged`` has them, with the local reference under ``person``. ``numbers``: by sheet, in
    which row of the file each stands. ``faulty``: activities of whose kind something is told. ``repeated``: rows that
    say what another one says.
    """

    persons: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    activities: list[list[Any]] = field(default_factory=list)
    events: dict[str, list[Any]] = field(default_factory=dict)
    outputs: list[list[Any]] = field(default_factory=list)
    numbers: dict[str, list[int]] = field(default_factory=lambda: {SHEET: [], "activities": [], "outputs": []})
    faulty: set[str] = field(default_factory=set)
    repeated: int = 0


def entries_of(reading: Reading, activities: Mapping[str, int]) -> Entries:
    """``activities``: those that the grant has, with their kinds. Errors go into the reading."""
    entries = Entries()
    _take_activities(entries, reading, activities)
    _take_outputs(entries, reading)
    _take_persons(entries, reading)
    _take_events(entries, reading, {**{row[0]: row[1] for row in entries.activities}, **activities})
    return entries


def first_rows(reading: Reading, entries: Entries) -> list[int]:
    """The row of the file in which each person first stands."""
    table = reading.tables[SHEET]
    first = dict(zip(reversed(table.column("local_reference")), reversed(table.numbers), strict=True))
    return [first[reference] for reference in entries.persons]


def _take_activities(entries: Entries, reading: Reading, known: Mapping[str, int]) -> None:
    table = reading.tables["activities"]
    for number, *row in zip(table.numbers, *map(table.column, ACTIVITY), strict=True):
        reference, kind = row[:2]
        if reference is None or kind is None:
            entries.faulty |= {reference} - {None}
            continue
        row[1] = KINDS[kind]
        if known.get(reference, row[1]) != row[1]:
            reading.wrong("activities", number, "kind", "kind_of_another_activity", found=reference)
            entries.faulty.add(reference)
        entries.activities.append([_written(each) for each in row])
        entries.numbers["activities"].append(number)


def _take_outputs(entries: Entries, reading: Reading) -> None:
    table = reading.tables["outputs"]
    seen: dict[tuple[Any, ...], tuple[int, Any]] = {}
    for number, *row in zip(table.numbers, *map(table.column, OUTPUT), strict=True):
        if None in row[:-1]:
            continue
        row[-1] = 1 if row[-1] is None else row[-1]
        first, said = seen.setdefault(thing_of(*row[:-1]), (number, row[-1]))
        if first == number:
            entries.outputs.append([_written(each) for each in row])
            entries.numbers["outputs"].append(number)
        elif said == row[-1]:
            entries.repeated += 1
        else:
            reading.wrong("outputs", number, "name", "twice", expected=first, found=row[1])


def _take_persons(entries: Entries, reading: Reading) -> None:
    """One person for each local reference; rows that contradict one another are told, a blank says nothing."""
    table, persons = reading.tables[SHEET], entries.persons
    said = zip(*map(table.column, OF_A_PERSON), strict=True)
    for number, reference, now in zip(table.numbers, table.column("local_reference"), said, strict=True):
        before = persons.setdefault(reference, now)
        if before != now and reference is not None:
            persons[reference] = _together(reading, number, before, now)
    persons.pop(None, None)  # type: ignore[call-overload]


def _together(reading: Reading, number: int, before: tuple[Any, ...], now: tuple[Any, ...]) -> tuple[Any, ...]:
    for key, old, new in zip(OF_A_PERSON, before, now, strict=True):
        if old is not None and new is not None and old != new:
            reading.wrong(SHEET, number, key, "differs_in_file", expected=None if key in IDENTITY else old, found=new)
    return tuple(new if old is None else old for old, new in zip(before, now, strict=True))


def _take_events(entries: Entries, reading: Reading, activities: Mapping[str, int]) -> None:
    table = reading.tables[SHEET]
    columns = {name: table.column(key) for name, key in EVENT.items()}
    if not any(columns["instrument"]):
        del columns["instrument"]
    columns["kind"] = _kinds(columns, activities)
    columns["value"] = _values(columns["kind"], columns["value"])
    columns["number"] = table.numbers
    _tell_unknown(reading, columns["activity"], set(columns["activity"]) - activities.keys() - entries.faulty - {None})
    if any(None in columns[name] for name in NEEDED):
        needed = zip(*(columns[name] for name in NEEDED), strict=True)
        columns = _kept(columns, [None not in each for each in needed])
    columns = _without_repeated(entries, reading, columns)
    entries.numbers[SHEET] = columns.pop("number")
    for name in ("day", "hours"):
        written = {value: _written(value) for value in set(columns[name])}
        columns[name] = [written[value] for value in columns[name]]
    entries.events = columns


def _tell_unknown(reading: Reading, named: list[Any], unknown: set[str]) -> None:
    """Activities that are nowhere: each at the first row that names it, with the number of rows that do."""
    rows = Counter(named) if unknown else {}
    for number, activity in zip(reading.tables[SHEET].numbers, named, strict=True) if unknown else ():
        if activity in unknown:
            unknown.discard(activity)
            reading.wrong(SHEET, number, "activity", "no_such_activity", expected=rows[activity], found=activity)


def _kinds(columns: Columns, activities: Mapping[str, int]) -> list[int | None]:
    """By their numbers; where the file says none, that of the activity."""
    said = zip(columns["kind"], columns["activity"], strict=True)
    return [activities.get(activity) if key is None else KINDS[key] for key, activity in said]


def _values(kinds: list[Any], keys: list[Any]) -> list[int | None]:
    """A level of a test, the answer to a question as numbers; what is neither for this kind is no number it knows."""
    numbers = {
        (kind, key): None if key is None else offered(kind).get(key, NEITHER)
        for kind, key in set(zip(kinds, keys, strict=True))
    }
    return [numbers[each] for each in zip(kinds, keys, strict=True)]


def offered(kind: int | None) -> Mapping[str, int]:
    """The levels of a test, or the answers to a question, by their names; nothing for what has no result."""
    if kind in ASSESSMENTS:
        return LEVELS
    return ANSWERS if kind in QUESTIONS else {}


def _kept(columns: Columns, keep: list[bool]) -> Columns:
    return {name: list(compress(values, keep)) for name, values in columns.items()}


def _without_repeated(entries: Entries, reading: Reading, columns: Columns) -> Columns:
    """The same thing on the same day is said once; twice with another result, it is an error."""
    keys = list(zip(*(columns[name] for name in SAME), strict=True))
    if len(set(keys)) == len(keys):
        return columns
    seen: dict[tuple[Any, ...], tuple[int, Any]] = {}
    keep = []
    results = zip(*(columns[name] for name in RESULT if name in columns), strict=True)
    for number, key, result in zip(columns["number"], keys, results, strict=True):
        first, said = seen.setdefault(key, (number, result))
        keep.append(first == number)
        if first != number and said == result:
            entries.repeated += 1
        elif first != number:
            reading.wrong(SHEET, number, "happened_on", "twice", expected=first, found=key[-1])
    return _kept(columns, keep)


def _written(value: Any) -> Any:
    """As JSON takes it."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
