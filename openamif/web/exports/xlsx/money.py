"""The sheets of money: the financial plan, the special cases by year, the annual commitments."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from openamif.sfc.programme_2014 import YEARS, YearlyAmounts
from openamif.web.exports.sums import TOTAL, added, come_to, remark, terms
from openamif.web.exports.xlsx.book import Book, Column, Formula, Sheet, sum_of
from openamif.web.official import commitment_line_name, objective_name, special_case_name

AMOUNT = 2
FIRST_YEAR = 1
ROW_TOTAL = FIRST_YEAR + len(YEARS)
Place = tuple[Sheet, int]


def financial_plan(book: Book) -> dict[str, Place]:
    """Table 1; where each row stands, for the sheets that refer to it."""
    plan, period = book.source.document.financial_plan, book.source.period
    columns = (
        Column(_("Code"), 11),
        Column(_("Objective"), 52),
        Column(_("Amount (EUR)"), 18, "money"),
        Column(_("Share of the programme"), 14, "share"),
        Column(_("Remark"), 11, "remark"),
    )
    sheet = book.sheet(_("Financial plan"), columns, note=_("Sums are formulas over the rows above."), fixed=2)
    rows = {code: sheet.row + number for number, code in enumerate(plan)}
    for code, printed in plan.items():
        of, right = terms(plan, code), come_to(plan, code)
        said = remark(printed, right) if of else ""
        amount = Formula(sum_of([(rows[each], AMOUNT) for each in of]), right) if of else printed
        share = None if amount is None else _share(sheet, rows, code, right, come_to_total(plan))
        sheet.write(
            (code, objective_name(code, period), amount, share, said),
            emphasis="odd" if said else "total" if code == TOTAL else "sum" if of or "." not in code else "",
            indent=0 if "." not in code else 1 if of else 2,
        )
    return {code: (sheet, row) for code, row in rows.items()}


def come_to_total(plan: Mapping[str, Decimal | None]) -> Decimal:
    """What the programme comes to; nothing where the reader sees only a part of it."""
    return come_to(plan, TOTAL) if TOTAL in plan else Decimal(0)


def _share(sheet: Sheet, rows: Mapping[str, int], code: str, amount: Decimal, total: Decimal) -> Formula | None:
    if not total:
        return None
    whole = sheet.address(rows[TOTAL], AMOUNT, fixed=True)
    return Formula(f"{sheet.address(rows[code], AMOUNT)}/{whole}", amount / total)


def special_cases(book: Book) -> dict[str, Place]:
    """Table 2."""
    return _yearly(book, _("Special cases"), _("Kind"), book.source.document.special_cases, special_case_name)


def annual_commitments(book: Book) -> dict[str, Place]:
    """Table 3."""
    return _yearly(
        book, _("Annual commitments"), _("Line"), book.source.document.annual_commitments, commitment_line_name
    )


def _yearly(
    book: Book, name: str, heading: str, table: Mapping[str, YearlyAmounts], name_of: Callable[[str, str], str]
) -> dict[str, Place]:
    columns = (
        Column(heading, 36),
        *(Column(str(year), 14.5, "money") for year in YEARS),
        Column(_("Total"), 15.5, "money"),
        Column(_("Remark"), 11, "remark"),
    )
    sheet = book.sheet(name, columns, note=_("Amounts in EUR. Sums are formulas over the cells beside or above."))
    rows = {line: sheet.row + number for number, line in enumerate(table)}
    own = [line for line in table if line != "total"]
    for line, printed in table.items():
        if line == "total":
            cells, right = _sums_down([rows[each] for each in own], [table[each] for each in own])
        else:
            right = (*printed.by_year, added(printed.by_year))
            cells = [*printed.by_year, Formula(_along(rows[line]), added(printed.by_year))]
        said = "; ".join(_remarks(printed, right))
        sheet.write(
            (name_of(line, book.source.period), *cells, said),
            emphasis="odd" if said else "total" if line == "total" else "",
        )
    return {line: (sheet, row) for line, row in rows.items()}


def _along(row: int) -> str:
    return sum_of([(row, FIRST_YEAR + number) for number in range(len(YEARS))])


def _sums_down(
    rows: list[int], amounts: list[YearlyAmounts]
) -> tuple[list[Formula | Decimal | None], tuple[Decimal | None, ...]]:
    """The columns' sums as formulas, and what they come to: each year, then all of them."""
    by_year = [added(each.by_year[number] for each in amounts) for number in range(len(YEARS))]
    right = (*by_year, added(by_year))
    if not rows:
        return [*right], right
    return [
        Formula(sum_of([(row, FIRST_YEAR + number) for row in rows]), value) for number, value in enumerate(right)
    ], right


def _remarks(printed: YearlyAmounts, right: tuple[Decimal | None, ...]) -> Iterator[str]:
    """Where a year or the total is printed otherwise."""
    for heading, given, value in zip(
        (*map(str, YEARS), _("Total")), (*printed.by_year, printed.total), right, strict=True
    ):
        said = remark(given, value or Decimal(0))
        if said:
            yield f"{heading}: {said}"
