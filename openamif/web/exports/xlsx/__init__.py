"""A programme as a workbook: a sheet a table, sums as formulas, in the reader's language."""

from openamif.web.exports.source import ExportSource
from openamif.web.exports.xlsx import lists, overview
from openamif.web.exports.xlsx.book import Book
from openamif.web.exports.xlsx.money import annual_commitments, financial_plan, special_cases
from openamif.web.exports.xlsx.pledges import pledges


def make(source: ExportSource) -> bytes:
    """The whole workbook, in the active language."""
    book = Book(source)
    first = overview.overview(book)
    overview.money(first, source, financial_plan(book))
    overview.documents(first, source)
    by_kind = special_cases(book)
    annual_commitments(book)
    pledges(book, by_kind)
    lists.timetable(book)
    lists.actions(book)
    lists.indicators(book)
    lists.texts(book)
    lists.beneficiaries(book)
    if source.findings or source.document.validation:
        lists.findings(book)
    return book.content()
