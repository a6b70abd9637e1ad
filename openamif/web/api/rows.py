"""Rows of the answers, made from the document and the findings."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate

from openamif.rules.finding import Finding
from openamif.sfc.programme_2014 import YEARS, IndicatorTarget, Programme, YearlyAmounts
from openamif.web.explaining import explained
from openamif.web.exports.pledges import Line
from openamif.web.exports.sections import sections
from openamif.web.exports.sums import terms
from openamif.web.official import indicator_as_printed, objective_name, pledging_periods

Row = dict[str, Any]
CURRENCY = "EUR"


def today() -> date:
    """The day whose law applies."""
    return localdate()


def amount(value: Decimal | None) -> str | None:
    """Two decimals, as text; None for an empty cell."""
    return None if value is None else f"{value:.2f}"


def table(every: list[Row]) -> Row:
    """A table of money."""
    return {"currency": CURRENCY, "rows": every}


def plan(amounts: Mapping[str, Decimal | None], period: str) -> list[Row]:
    """Table 1."""
    return [
        {
            "code": code,
            "name": objective_name(code, period),
            "amount": amount(value),
            "is_sum": bool(terms(amounts, code)),
        }
        for code, value in amounts.items()
    ]


def yearly(amounts: Mapping[str, YearlyAmounts], name_of: Callable[[str, str], str], period: str) -> list[Row]:
    """Table 2 or 3."""
    return [
        {
            "code": code,
            "name": name_of(code, period),
            "by_year": {str(year): amount(value) for year, value in zip(YEARS, each.by_year, strict=True)},
            "total": amount(each.total),
        }
        for code, each in amounts.items()
    ]


def pledge(line: Line) -> Row:
    """A row of section 4."""
    return {
        "kind": line.kind,
        "name": line.name,
        "origin": line.origin,
        "destination": line.destination,
        "persons": dict(zip(pledging_periods(), line.persons, strict=True)),
        "total": line.total,
        "lump_sum": amount(line.lump_sum),
        "amount": amount(line.amount) if line.lump_sum is not None else None,
    }


def fields(each: Any) -> Row:
    """A record of the document as it is."""
    return asdict(each)


def actions(document: Programme) -> list[Row]:
    """Every main action with its objective."""
    return [
        {"objective": national.code, **asdict(action)}
        for objective in document.objectives
        for national in objective.national_objectives
        for action in national.actions
    ]


def indicator(each: IndicatorTarget, period: str, *, milestone: Decimal | None = None) -> Row:
    """Official name and printed name side by side; the document's form has no place for the milestone."""
    return {
        "code": each.code,
        "name": indicator_as_printed(each.code, each.name, period),
        "printed_name": each.name,
        "unit": each.unit,
        "baseline": amount(each.baseline),
        "milestone": amount(milestone),
        "target": amount(each.target),
        "source": each.source,
    }


def texts(document: Programme, period: str) -> list[Row]:
    """Sections, then objectives."""
    every = [(each.number, each.heading, each.paragraphs) for each in sections(document)]
    for objective in document.objectives:
        parts = [(objective.code, objective.strategy)]
        parts += [(national.code, national.introduction) for national in objective.national_objectives]
        parts += [(specific.code, specific.text) for specific in objective.specific_actions]
        every += [(code, objective_name(code, period), paragraphs) for code, paragraphs in parts]
    return [
        {"section": number, "heading": heading, "paragraphs": list(paragraphs)}
        for number, heading, paragraphs in every
        if paragraphs
    ]


def finding(each: Finding, period: str) -> Row:
    """A finding with its words in the reader's language."""
    said = explained(each, period)
    return {
        "rule": each.rule,
        "variant": each.variant,
        "by": each.by,
        "severity": str(each.severity),
        "holds": each.holds,
        "title": str(said.title),
        "sentence": str(said.sentence),
        "equation": str(said.equation or ""),
        "place": each.place,
        "source": each.source,
        "found": {name: plain(value) for name, value in each.found.items()},
        "expected": {name: plain(value) for name, value in each.expected.items()},
    }


def plain(value: object) -> object:
    """A named figure of a finding as JSON has it; Decimals and dates as text."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int) else str(value)
