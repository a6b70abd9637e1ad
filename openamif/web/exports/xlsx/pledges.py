"""The sheet of pledges: persons by period, their sums, and the lump sums of the law that they come to."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from openamif.sfc.programme_2014 import YearlyAmounts
from openamif.web.exports.pledges import Line, Persons, lines
from openamif.web.exports.sums import remark
from openamif.web.exports.xlsx.book import Book, Cell, Column, Formula, Sheet, sum_of
from openamif.web.exports.xlsx.money import ROW_TOTAL, Place
from openamif.web.official import pledging_periods

FIRST_PERIOD = 3
PERSONS = FIRST_PERIOD + len(pledging_periods())
LUMP_SUM, AMOUNT = PERSONS + 1, PERSONS + 2


def pledges(book: Book, special_cases: dict[str, Place]) -> None:
    """Sections 4.1 to 4.3, and how what they come to compares with Table 2."""
    source = book.source
    sheet = book.sheet(_("Pledges"), columns(), note=_("Persons pledged by period; amounts in EUR are formulas."))
    every = list(lines(source.document, source.period, source.on))
    resettled = [line for line in every if line.kind == "resettlement"]
    others = [line for line in every if line.kind != "resettlement"]
    first = [(line, sheet.write(_cells(sheet, line))) for line in resettled]
    if first:
        totals = source.document.resettlement_totals
        priority = [place for place in first if place[0].is_priority]
        _sum(sheet, _("Resettled under Union priorities"), priority, totals.union_priorities)
        _sum(sheet, _("Resettled, in all"), first, totals.grand_total)
    second = [(line, sheet.write(_cells(sheet, line))) for line in others]
    total = _sum(sheet, _("Total"), first + second, None, emphasis="total")
    if "total" in special_cases:
        amount = sum((line.amount for line in every), Decimal(0))
        _compared(sheet, total, amount, special_cases["total"], book.source.document.special_cases)


def columns() -> Sequence[Column]:
    """The headings."""
    return (
        Column(_("Pledge"), 46),
        Column(_("From"), 14),
        Column(_("To"), 14),
        *(Column(period, 11, "count") for period in pledging_periods()),
        Column(_("Persons"), 11, "count"),
        Column(_("Lump sum (EUR)"), 14, "money"),
        Column(_("Amount (EUR)"), 18, "money"),
        Column(_("Remark"), 11, "remark"),
    )


def _cells(sheet: Sheet, line: Line) -> list[Cell]:
    row = sheet.row
    persons = Formula(sum_of([(row, FIRST_PERIOD + number) for number in range(len(line.persons))]), line.total)
    amount = None
    if line.lump_sum is not None:
        amount = Formula(f"{sheet.address(row, PERSONS)}*{sheet.address(row, LUMP_SUM)}", line.amount)
    said = "" if amount else _("The law sets no lump sum on that day.")
    return [line.name, line.origin, line.destination, *line.persons, persons, line.lump_sum, amount, said]


def _sum(
    sheet: Sheet, name: str, of: Sequence[tuple[Line, int]], printed: Persons | None, emphasis: str = "sum"
) -> int:
    """A row that adds up these lines; returns its number."""
    if not of:
        return sheet.write([name, "", ""], emphasis=emphasis)
    by_period = [sum(line.persons[number] or 0 for line, _row in of) for number in range(len(pledging_periods()))]
    amount = sum((line.amount for line, _row in of), Decimal(0))
    values = dict(enumerate([*by_period, sum(by_period)], start=FIRST_PERIOD)) | {AMOUNT: amount}
    cells: list[Cell] = [name, "", ""]
    for column in range(FIRST_PERIOD, AMOUNT + 1):
        rows = [(row, column) for _line, row in of]
        cells.append(Formula(sum_of(rows), values[column]) if column in values else None)
    said = "; ".join(_remarks(printed, by_period)) if printed is not None else ""
    return sheet.write([*cells, said], emphasis="odd" if said else emphasis)


def _remarks(printed: Persons, right: Sequence[int]) -> Iterator[str]:
    for period, given, value in zip(pledging_periods(), printed, right, strict=True):
        said = remark(given, value)
        if said:
            yield f"{period}: {said}"


def _compared(sheet: Sheet, total: int, amount: Decimal, table_2: Place, cases: Mapping[str, YearlyAmounts]) -> None:
    """What Table 2 says, and the difference."""
    other, row = table_2
    said = sum(
        (each or Decimal(0) for line, years in cases.items() if line != "total" for each in years.by_year), Decimal(0)
    )
    blank: list[Cell] = [""] * FIRST_PERIOD + [None] * (AMOUNT - FIRST_PERIOD)
    of_table = sheet.write(
        [_("Special cases by year, total"), *blank[1:], Formula(other.address(row, ROW_TOTAL, outside=True), said)]
    )
    gap = f"{sheet.address(total, AMOUNT)}-{sheet.address(of_table, AMOUNT)}"
    sheet.write([_("Difference"), *blank[1:], Formula(gap, amount - said)], emphasis="odd" if amount != said else "sum")
