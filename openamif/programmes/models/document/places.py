"""Every field of a document by its place, in the words that the rules use."""

from collections.abc import Iterator
from typing import Any

from openamif.programmes.models.content import (
    Action,
    Amount,
    AttachedDocument,
    IndicatorTarget,
    Pledge,
    Section,
    TimetableRow,
)
from openamif.programmes.models.document.shapes import CARRIED_OVER, persons_of
from openamif.programmes.models.document.writing import rows_of
from openamif.sfc import programme_2014 as sfc

TABLES = {"plan": "financial_plan", "special": "special_cases", "annual": "annual_commitments"}
PLEDGES = {"resettlement": "resettlement", "resettlement_total": "resettlement_totals"}
OF_A_TRANSFER = ("kind", "from_country", "to_country")
OF_AN_ACTION = ("objective", "qualifier", "title", "description", "examples", "desired_results")


def places_of(document: sfc.Programme) -> dict[str, object]:
    """Place → value, so that two documents can be compared field by field."""
    return {place: value for rows in rows_of(document).values() for row in rows for place, value in _places(row)}


def _places(row: Any) -> Iterator[tuple[str, object]]:
    if isinstance(row, Section):
        yield row.key, row.text
    elif isinstance(row, Action):
        yield from _fields(f"actions.{row.number}", row, OF_AN_ACTION)
    elif isinstance(row, TimetableRow):
        yield from _fields(f"timetable.{row.objective}.{row.number}", row, CARRIED_OVER[TimetableRow][2:])
    elif isinstance(row, Amount):
        cell = "" if row.table == "plan" else f".{row.year or 'total'}"
        yield f"{TABLES[row.table]}.{row.line}{cell}", row.amount
    elif isinstance(row, Pledge):
        if row.table == "transfer":
            yield from _fields(_pledge_place(row), row, OF_A_TRANSFER)
        for period, persons in zip(sfc.PLEDGING_PERIODS, persons_of(row), strict=True):
            yield f"{_pledge_place(row)}.{period}", persons
    elif isinstance(row, IndicatorTarget):
        yield from _fields(f"indicators.{row.code}", row, CARRIED_OVER[IndicatorTarget][1:])
    elif isinstance(row, AttachedDocument):
        yield from _fields(f"documents.{row.position + 1}", row, CARRIED_OVER[AttachedDocument])
    else:
        yield f"validation.{row.position + 1}", f"{row.code} {row.message}".strip()


def _fields(place: str, row: Any, names: tuple[str, ...]) -> Iterator[tuple[str, object]]:
    for name in names:
        yield f"{place}.{name}", getattr(row, name)


def _pledge_place(row: Pledge) -> str:
    """By its category, or by its number in the table."""
    if row.table in PLEDGES:
        return f"{PLEDGES[row.table]}.{row.kind}"
    return f"{'transfers' if row.table == 'transfer' else 'turkey'}.{row.position + 1}"
