"""Section 3 of the annual implementation report 2014-2020: each indicator by financial year, and all years together.

Source: Impl. Reg. (EU) No 799/2014, model. A financial year runs from 16 October to 15 October; the first one begins
with the period. A percentage has no sum over years: each year shows where it stood on its last day.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from openamif.law import figure
from openamif.reports.queries.overview import Standing
from openamif.reports.queries.values import Value, Values, programme_values
from openamif.web.exports.situation.source import SituationSource
from openamif.web.exports.situation.tables import Field, as_json, write
from openamif.web.exports.xlsx.book import PlainBook
from openamif.web.official import indicator_name, unit_name

LAST_DAY = (10, 15)


def years(source: SituationSource) -> tuple[int, ...]:
    """The financial years that have begun by the day of the file, up to the one in which expenditure ends."""
    first = int(source.period.split("-")[0])
    last_day = figure("eligibility.incurred_until", on=source.on, period=source.period).day
    return tuple(range(first, financial_year(min(source.on, last_day)) + 1))


def financial_year(day: date) -> int:
    """The financial year that a day is in."""
    return day.year + (day > date(day.year, *LAST_DAY))


def end_of(year: int) -> date:
    """The last day of a financial year."""
    return date(year, *LAST_DAY)


def rows(source: SituationSource) -> list[dict[str, Any]]:
    """An indicator a row, each followed by the lines that it is broken down into.

    ``declared``: how much of the cumulative total was said without a register; of a percentage, of its numerator.
    """
    every = years(source)
    ends = [min(end_of(year), source.on) for year in every]
    values = [programme_values(source.programme, until=end, grants=_grants(source)) for end in ends]
    return [_row(source, each, every, values) for each in _printed(source)]


def _grants(source: SituationSource) -> Sequence[int] | None:
    return None if source.reach.is_whole else [grant.pk for grant in source.grants]


def _printed(source: SituationSource) -> Iterable[Standing]:
    """Those that the programme prints, with their lines; an indicator without target and value is printed too."""
    return source.every_standing


def _row(source: SituationSource, standing: Standing, every: Sequence[int], values: Sequence[Values]) -> dict[str, Any]:
    known = [each.get(standing.code) for each in values]
    totals = [number_of(value, is_share=standing.is_share) for value in known]
    numbers = [each or Decimal(0) for each in totals]
    grown = [after - before for before, after in zip([Decimal(0), *numbers], numbers, strict=False)]
    last = known[-1] if known else None
    row: dict[str, Any] = {
        "id": standing.code,
        "description": indicator_name(standing.code, standing.name, source.period),
        "unit": unit_name(standing.unit),
        "baseline": standing.baseline,
        "target": standing.target,
        "source": standing.source,
        **{str(year): value for year, value in zip(every, totals if standing.is_share else grown, strict=True)},
        "cumulative": totals[-1] if totals else None,
        "declared": last.declared if last else Decimal(0),
        "is_line": bool(standing.parent),
        "is_rate": standing.is_share,
    }
    if standing.is_share:
        row |= {"numerator": last.numerator if last else None, "denominator": last.denominator if last else None}
    return row


def number_of(value: Value | None, *, is_share: bool) -> Decimal | None:
    """What an indicator comes to; nothing for a percentage of which the whole is not known."""
    if is_share:
        return value.number if value and value.denominator else None
    return value.number if value else Decimal(0)


def fields(source: SituationSource) -> list[Field]:
    """As the form has them."""
    every = tuple(map(str, years(source)))
    return [
        Field("id", _("ID"), 11, "text"),
        Field("description", _("Indicator description"), 60, "text"),
        Field("unit", _("Measurement unit"), 14, "text"),
        Field("baseline", _("Baseline value")),
        Field("target", _("Target value")),
        Field("source", _("Source of data"), 26, "text"),
        *(Field(year, _("Financial year %(year)s") % {"year": year}) for year in every),
        Field("cumulative", _("Cumulative total"), 14, adds=every),
        Field("declared", _("Of which declared, without register"), 14),
    ]


def workbook(source: SituationSource) -> bytes:
    """For the Commission: nothing is hidden."""
    book = PlainBook(source)
    note = _("For the Commission: no small number is hidden. Financial years from 16 October to 15 October.")
    write(book, _("Section 3, indicators"), fields(source), rows(source), note=note)
    return book.content()


def data(source: SituationSource) -> bytes:
    """The same as JSON."""
    every = years(source)
    said = {
        "for": "Commission",
        "small_numbers_hidden": False,
        "financial_years": [
            {"year": year, "from": _first(year, every[0]).isoformat(), "to": end_of(year).isoformat()} for year in every
        ],
    }
    return as_json(source, "annual-implementation-report-section-3", said, rows(source))


def _first(year: int, first: int) -> date:
    return date(year, 1, 1) if year == first else end_of(year - 1) + timedelta(days=1)
