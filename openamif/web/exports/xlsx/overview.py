"""The first sheet: what the programme is, its money at a glance, what the rules find, and its documents."""

from decimal import Decimal

from babel import Locale
from django.utils.translation import gettext as _

from openamif.web.components import formats
from openamif.web.exports.source import ExportSource
from openamif.web.exports.sums import TOTAL, come_to
from openamif.web.exports.xlsx.book import Book, Column, Formula, Sheet
from openamif.web.exports.xlsx.money import AMOUNT, Place
from openamif.web.official import country_name, objective_name, reader_language


def overview(book: Book) -> Sheet:
    """The sheet and what it says of the version; its money is added when the plan is written."""
    source, document = book.source, book.source.document
    sheet = book.sheet(_("Overview"), (Column(_("Programme"), 40), Column("", 46)))
    language = Locale(reader_language()).languages.get(document.language, document.language)
    failing = sum(1 for finding in source.findings if not finding.holds)
    examined = ((_("Rules that hold"), len(source.findings) - failing), (_("Findings"), failing))
    for name, value in (
        (_("Title"), source.title),
        (_("Fund"), document.fund),
        (_("Country"), country_name(source.country)),
        (_("Period"), source.period),
        (_("Version"), source.version),
        (_("State"), source.state),
        (_("Language of the texts"), str(language)),
        (_("Made on"), formats.day(source.on)),
        *(examined if source.findings else ()),
    ):
        sheet.write((name, value), kinds=("", "ordinal"))
    return sheet


def money(sheet: Sheet, source: ExportSource, plan_rows: dict[str, Place]) -> None:
    """The specific objectives, technical assistance and special cases, each linked to its cell in the plan."""
    plan = source.document.financial_plan
    heads = [code for code in plan if "." not in code]
    if heads:
        sheet.block(_("Money by objective (EUR)"), (Column(_("Objective"), 40), Column(_("Amount (EUR)"), 46, "money")))
    for code in heads:
        plan_sheet, row = plan_rows[code]
        link = Formula(plan_sheet.address(row, AMOUNT, outside=True), come_to(plan, code) or Decimal(0))
        sheet.write((objective_name(code, source.period), link), emphasis="total" if code == TOTAL else "")


def documents(sheet: Sheet, source: ExportSource) -> None:
    """The documents that the programme lists."""
    every = source.document.documents
    if every:
        sheet.block(_("Documents"), (Column(_("Title"), 40), Column(_("Kind, date, reference"), 46)))
    for each in every:
        day = formats.day(each.dated_on) if each.dated_on else ""
        references = (each.kind, day, each.local_reference, each.commission_reference, each.files)
        sheet.write((each.title, " · ".join(part for part in references if part)))
