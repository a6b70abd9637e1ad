"""The money of a report: key figures, what each objective takes, and the three tables of the form."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from openamif.sfc.programme_2014 import YEARS, YearlyAmounts
from openamif.web.components import formats
from openamif.web.components.colours import OBJECTIVE_COLOURS, objective_key
from openamif.web.exports.pdf.blocks import SMALL, Block, column, heading, lead, part, row, table
from openamif.web.exports.pledges import lines
from openamif.web.exports.source import ExportSource
from openamif.web.exports.sums import TOTAL, terms
from openamif.web.official import commitment_line_name, objective_name, pledging_periods, special_case_name

HUNDRED = Decimal(100)
SPECIAL_COLOUR = "#6f93d6"


def money(amount: Decimal | None) -> str:
    """An exact amount; a dash for an empty cell."""
    return formats.NOTHING if amount is None else formats.money(amount)


def share(amount: Decimal | None, whole: Decimal | None) -> str:
    """A part of the programme, in percent."""
    return formats.share(amount * HUNDRED / whole) if amount and whole else formats.NOTHING


def colour(code: str) -> str:
    """The colour of an objective; that of the special cases where it has none."""
    return OBJECTIVE_COLOURS.get(objective_key(code), SPECIAL_COLOUR)


def by_objective(source: ExportSource) -> tuple[list[Block], list[Block]]:
    """The parts of the drawn bar, and the rows below it, as the document prints them."""
    plan = source.document.financial_plan
    whole = plan.get(TOTAL)
    heads = [code for code in plan if "." not in code and code != TOTAL]
    if not whole or whole <= 0:
        return [], []
    bar = [
        {"share": float((plan[code] or Decimal(0)) / whole), "colour": colour(code)}
        for code in heads
        if (plan[code] or 0) > 0
    ]
    rows = [_row(source, code, colour(code), whole) for code in heads]
    return bar, [*rows, _row(source, TOTAL, "", whole)]


def _row(source: ExportSource, code: str, shown: str, whole: Decimal) -> Block:
    amount = source.document.financial_plan[code]
    return {
        "name": objective_name(code, source.period),
        "amount": money(amount),
        "share": share(amount, whole),
        "colour": shown,
        "total": code == TOTAL,
    }


def financial_plan(source: ExportSource) -> Block:
    """Table 1, as printed."""
    plan = source.document.financial_plan
    columns = (
        column(_("Code")),
        column(_("Objective"), width=1),
        column(_("Amount (EUR)"), number=True),
        column(_("Share"), number=True),
    )
    rows = [
        row(
            code if code != TOTAL else "",
            objective_name(code, source.period),
            money(amount),
            share(amount, plan.get(TOTAL)),
            style="sum" if "." not in code else "subtotal" if terms(plan, code) else "",
        )
        for code, amount in plan.items()
    ]
    return part(heading(_("Financial plan")), table(columns, rows), new_page=True)


def special_cases(source: ExportSource) -> Block:
    """Table 2, the years downwards."""
    return _yearly(source, _("Special cases by year"), source.document.special_cases, special_case_name)


def annual_commitments(source: ExportSource) -> Block:
    """Table 3, the years downwards."""
    return _yearly(source, _("Annual commitments"), source.document.annual_commitments, commitment_line_name)


def _yearly(
    source: ExportSource, title: str, amounts: Mapping[str, YearlyAmounts], name_of: Callable[[str, str], str]
) -> Block:
    columns = [column(_("Year"))]
    columns += [column(name_of(line, source.period), number=True, width=1) for line in amounts]
    rows = [
        row(str(year), *(money(each.by_year[number]) for each in amounts.values())) for number, year in enumerate(YEARS)
    ]
    rows.append(row(_("Total"), *(money(each.total) for each in amounts.values()), style="sum"))
    size = SMALL if len(amounts) > len(pledging_periods()) + 1 else SMALL + 1
    return part(heading(title), lead(_("Amounts in EUR.")), table(columns, rows, size=size))


def pledges(source: ExportSource) -> Block:
    """Persons pledged by period, and what they come to at the lump sums of the law."""
    columns = [column(_("Pledge"), width=1)]
    columns += [column(period, number=True) for period in pledging_periods()]
    columns += [column(_("Persons"), number=True), column(_("Lump sum"), number=True), column(_("EUR"), number=True)]
    every = list(lines(source.document, source.period, source.on))
    rows = [
        row(
            " ".join(each for each in (line.name, _way(line.origin, line.destination)) if each),
            *(_persons(each) for each in line.persons),
            _persons(line.total),
            money(line.lump_sum),
            money(line.amount) if line.lump_sum is not None else formats.NOTHING,
        )
        for line in every
    ]
    if every:
        periods = [sum(line.persons[number] or 0 for line in every) for number in range(len(pledging_periods()))]
        amount = sum((line.amount for line in every), Decimal(0))
        rows.append(row(_("Total"), *map(_persons, (*periods, sum(periods))), "", money(amount), style="sum"))
    return part(
        heading(_("Pledges")), lead(_("Persons; those given back are deducted.")), table(columns, rows, size=SMALL)
    )


def _persons(value: int | None) -> str:
    return formats.NOTHING if value is None else formats.count(value)


def _way(origin: str, destination: str) -> str:
    return f"({origin} → {destination})" if origin and destination else f"({destination})" if destination else ""
