"""A programme of 2021-2027 as a report, in the order of the Commission's template."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from openamif.programmes.facts import AimContent, ObjectiveContent
from openamif.programmes.facts.rows_2021 import ASSISTANCE, COMMUNICATION, PARTNERSHIP
from openamif.programmes.facts.workbook_2021 import SUMMARY
from openamif.rules.programme_2021.table import PERIOD
from openamif.web.components import formats
from openamif.web.exports.pdf import laid_out, texts
from openamif.web.exports.pdf.blocks import SMALL, Block, column, heading, lead, part, prose, row, table
from openamif.web.exports.pdf.money import colour, money, share
from openamif.web.exports.pdf.report import report
from openamif.web.exports.programme_2021.as_json import aims_of, fields_of, paragraphs
from openamif.web.exports.programme_2021.source import Source2021
from openamif.web.exports.programme_2021.words import FIELDS, KINDS, SECTION_NAMES, table_title
from openamif.web.official import indicator_name, objective_name, official


def make_report(source: Source2021) -> bytes:
    """The report, in the active language."""
    return laid_out(report(source, list(parts(source))), source.on)


def parts(source: Source2021) -> Iterator[Block]:
    """The sections that the programme fills."""
    whole = source.whole
    yield section(source, SUMMARY, whole.summary, new_page=True)
    for each in whole.objectives:
        yield part(*objective(source, each), new_page=True)
    if breakdown(source, ASSISTANCE):
        yield part(heading(f"2.2 {objective_name(ASSISTANCE, PERIOD)}"), *breakdown(source, ASSISTANCE), new_page=True)
    yield financing(source)
    if whole.authorities:
        yield authorities(source)
    for key, text in ((PARTNERSHIP, whole.partnership), (COMMUNICATION, whole.communication)):
        if text:
            yield section(source, key, text)
    if source.findings:
        yield texts.findings(source)


def section(source: Source2021, key: str, text: str, *, new_page: bool = False) -> Block:
    """A text with its number."""
    number, words = SECTION_NAMES[key]
    return part(heading(f"{number} {words}"), *prose(paragraphs(text), source.texts_in), new_page=new_page)


def objective(source: Source2021, each: ObjectiveContent) -> Iterator[Block]:
    """Section 2.1: the description, the actions, Tables 1 to 3."""
    # The name is a whole sentence: it would not stand in a table of contents.
    yield heading("2.1 " + _("Specific objective %(code)s") % {"code": each.code})
    yield lead(objective_name(each.code, PERIOD))
    yield from prose(paragraphs(each.strategy), source.texts_in)
    for action in each.actions:
        results = paragraphs(action.desired_results)
        yield {
            "kind": "action",
            "number": str(action.number),
            "title": action.title,
            "by": "",
            "colour": colour(each.code),
            "language": source.texts_in,
            "description": paragraphs(action.description),
            "parts": [{"label": _("Desired results"), "items": results}] if results else [],
        }
    yield from outputs(aims_of(source.whole.aims, each.code, "output"))
    yield from results_of(aims_of(source.whole.aims, each.code, "result"))
    yield from breakdown(source, each.code)


def outputs(aims: list[AimContent]) -> Iterator[Block]:
    """Table 1."""
    if aims:
        columns = (*named(), column(str(FIELDS["milestone"]), number=True), column(str(FIELDS["target"]), number=True))
        rows = [row(*told(each), counted(each.milestone), counted(each.target)) for each in aims]
        yield heading(table_title("1"), 2)
        yield table(columns, rows, size=SMALL)


def results_of(aims: list[AimContent]) -> Iterator[Block]:
    """Table 2."""
    if aims:
        numbers = [column(str(FIELDS[each]), number=True) for each in ("baseline", "target")]
        columns = (*named(), *numbers, column(str(FIELDS["source"]), width=1))
        rows = [row(*told(each), counted(each.baseline), counted(each.target), each.source) for each in aims]
        yield heading(table_title("2"), 2)
        yield table(columns, rows, size=SMALL)


def named() -> tuple[Block, Block]:
    """The columns of a code and of its name."""
    return column(_("Code")), column(str(FIELDS["code"]), width=3)


def told(each: AimContent) -> tuple[str, str]:
    """An indicator by code and name."""
    return each.code, indicator_name(each.code, each.code, PERIOD)


def counted(number: object) -> str:
    """A number, or a dash."""
    return formats.NOTHING if number is None else formats.count(number)  # type: ignore[arg-type]


def breakdown(source: Source2021, code: str) -> list[Block]:
    """Table 3 of an objective, Table 4 of technical assistance; nothing where no field has an amount."""
    amounts = fields_of(source, code)
    if not amounts:
        return []
    columns = (column(_("Code")), column(str(FIELDS["field"]), width=1), column(_("Amount (EUR)"), number=True))
    rows = [row(field, official("intervention_fields", field, PERIOD), money(each)) for field, each in amounts.items()]
    return [heading(table_title("4" if code == ASSISTANCE else "3"), 2), table(columns, rows)]


def financing(source: Source2021) -> Block:
    """Section 3: Tables 5 and 6."""
    plan, whole = source.document.financial_plan, source.whole
    blocks = [heading("3 " + _("Financing plan"))]
    if whole.years:
        years = [row(str(year), money(amount)) for year, amount in whole.years.items()]
        years.append(row(_("Total"), money(sum(whole.years.values(), Decimal(0))), style="sum"))
        columns = (column(str(FIELDS["year"]), width=1), column(_("Amount (EUR)"), number=True))
        blocks += [heading(table_title("5"), 2), table(columns, years)]
    columns_6 = (
        column(_("Code")),
        column(_("Objective"), width=1),
        column(_("Amount (EUR)"), number=True),
        column(_("Share"), number=True),
    )
    lines = [
        row(
            "" if line == "TOTAL" else line,
            objective_name(line, PERIOD),
            money(amount),
            share(amount, plan.get("TOTAL")),
            style="sum" if line == "TOTAL" else "",
        )
        for line, amount in plan.items()
    ]
    return part(*blocks, heading(table_title("6"), 2), table(columns_6, lines), new_page=True)


def authorities(source: Source2021) -> Block:
    """Section 5: Table 10."""
    bodies = source.whole.authorities
    told = [key for key in ("head", "email", "activities") if any(getattr(each, key) for each in bodies)]
    columns = [column(str(FIELDS[key]), width=1) for key in ("kind", "name", *told)]
    rows = [row(str(KINDS[each.kind]), each.name, *(getattr(each, key) for key in told)) for each in bodies]
    return part(heading(f"5 {table_title('10')}"), table(columns, rows, size=SMALL))
