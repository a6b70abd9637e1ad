"""The indicative timetable of main actions (X-04)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from openamif.law import figure
from openamif.rules.finding import Finding
from openamif.rules.national_programme.facts import Programme, TimetableRow
from openamif.rules.national_programme.table import PERIOD, failing_or, says


def timetable_is_lawful(programme: Programme, *, on: date) -> tuple[Finding, ...]:
    """X-04: so many main actions for a national objective at most, phases in order, years within the programme's."""
    held = says("X-04", True, "timetable", variant="in_order", found={"rows": len(programme.timetable)})
    faults = [*_too_many(programme, on), *(each for row in programme.timetable for each in _years(row, on))]
    return failing_or(held, faults)


def _too_many(programme: Programme, on: date) -> Iterator[Finding]:
    most = figure("programme.main_actions", on=on, period=PERIOD)
    counted = Counter(row.objective for row in programme.timetable if ".NO" in row.objective)
    for objective, rows in counted.items():
        if rows > most.number:
            yield says(
                "X-04",
                False,
                f"timetable.{objective}",
                variant="too_many",
                source=most.source,
                found={"rows": rows, "objective": objective},
                expected={"rows": int(most.number)},
            )


def _years(row: TimetableRow, on: date) -> Iterator[Finding]:
    named = {"objective": row.objective}
    years = (row.planning, row.implementation, row.closing)
    filled = [year for year in years if year is not None]
    if len(filled) < len(years):
        yield says("X-04", False, row.place, variant="year_missing", found=named)
    if filled != sorted(filled):
        found = {**named, "years": " / ".join(str(year) for year in filled)}
        yield says("X-04", False, row.place, variant="out_of_order", found=found)
    first = int(figure("programme.first_year", on=on, period=PERIOD).number)
    last = int(figure("programme.last_timetable_year", on=on, period=PERIOD).number)
    for year in filled:
        if not first <= year <= last:
            found = {**named, "year": str(year)}
            expected = {"first": str(first), "last": str(last)}
            yield says("X-04", False, row.place, variant="year_outside", found=found, expected=expected)
