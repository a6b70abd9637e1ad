"""The whole programme as one workbook, its sums as formulas: summary, indicators, grants, targets, reports, data."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from xlsxwriter.utility import xl_rowcol_to_cell

from openamif.reports.queries.overview import Standing
from openamif.reports.states import ReportState
from openamif.web.exports.situation.source import SituationSource
from openamif.web.exports.xlsx.book import FIRST_ROW, Cell, Column, Formula, PlainBook, Sheet
from openamif.web.labels import GRANT_STATES, REPORT_STATES
from openamif.web.official import indicator_name, place_name, unit_name
from openamif.web.short_names import objective_short_name

COUNTED, DECLARED, VALUE, TARGET, REACHED, PLANNED = 5, 6, 7, 9, 10, 11
BEFORE_VALUES = 8
UNION_AMOUNT = 6
STATE = 5
LATE = "late"


def make(source: SituationSource) -> bytes:
    """The workbook, in the active language."""
    book = PlainBook(source)
    first = book.sheet(_("Summary"), (Column(_("What"), 46), Column(_("Figure"), 18, "count")), note=_note())
    standings = source.standings
    grants = _grants(book, source, standings)
    indicators = _indicators(book, source, standings)
    aims = _targets(book, source, standings)
    _link(indicators, aims, grants, standings, source)
    reports = _reports(book, source)
    data = _data(book, source)
    _summary(first, source, grants=grants, indicators=indicators, reports=reports, data=data)
    return book.content()


def _note() -> str:
    return _("For the authorities of the programme: no small number is hidden. Not for publication.")


def _column(sheet: Sheet, column: int, rows: int) -> str:
    """The cells of a column of the first table, as another sheet writes them."""
    first = xl_rowcol_to_cell(FIRST_ROW, column, row_abs=True, col_abs=True)
    last = xl_rowcol_to_cell(FIRST_ROW + max(rows, 1) - 1, column, row_abs=True, col_abs=True)
    return f"{sheet.quoted}!{first}:{last}"


def _grants(book: PlainBook, source: SituationSource, standings: Sequence[Standing]) -> Sheet:
    """A grant a row, an indicator a column; below, what they add up to and how many persons are in several."""
    numbers = [each for each in standings if not each.is_share]
    columns = (
        Column(_("Grant"), 18),
        Column(_("Beneficiary"), 34),
        Column(_("Title"), 40),
        Column(_("Objective"), 11),
        Column(_("Region"), 18),
        Column(_("State"), 13),
        Column(_("Union contribution (EUR)"), 16, "money"),
        Column(_("Declared, without register"), 18),
        *(Column(each.code, 10, "count") for each in numbers),
    )
    note = _("What is counted or declared today. What is declared is in italics, and named before the figures.")
    sheet = book.sheet(_("Grants by indicators"), columns, note=note, fixed=1)
    for grant in source.grants:
        words = [grant.reference, grant.beneficiary.name, grant.title, grant.objective]
        place = place_name(grant.location, source.period) if grant.location else ""
        state = str(GRANT_STATES[grant.state][0])
        said = [each.code for each in numbers if is_declared(source, each, grant.pk)]
        values = [value_in(source, each, grant.pk) for each in numbers]
        kinds = [*[""] * BEFORE_VALUES, *("declared" if each.code in said else "" for each in numbers)]
        sheet.write([*words, place, state, grant.union_amount, ", ".join(said) or None, *values], kinds=kinds)
    _sums(sheet, source, numbers)
    return sheet


def value_in(source: SituationSource, standing: Standing, grant: int) -> int | Decimal | None:
    """What a grant comes to on an indicator: counted, else declared."""
    counted = source.values.get(standing.code, {}).get(grant)
    return counted if counted is not None else source.declared.get(standing.code, {}).get(grant)


def is_declared(source: SituationSource, standing: Standing, grant: int) -> bool:
    """Whether what a grant comes to was said without a register."""
    is_counted = grant in source.values.get(standing.code, {})
    return not is_counted and grant in source.declared.get(standing.code, {})


def _sums(sheet: Sheet, source: SituationSource, numbers: Sequence[Standing]) -> None:
    """The sum of all grants, all of them with each person once, and the difference."""
    count = len(source.grants)
    added: list[Cell] = [_("All grants added up"), *[""] * (UNION_AMOUNT - 1)]
    added += [_sum_above(UNION_AMOUNT, count, source.signed_amount), ""]
    once: list[Cell] = [_("Each person once"), *[""] * (UNION_AMOUNT - 1), None, ""]
    more: list[Cell] = [_("Counted in more than one grant"), *[""] * (UNION_AMOUNT - 1), None, ""]
    for number, each in enumerate(numbers):
        column = BEFORE_VALUES + number
        whole = sum((Decimal(value_in(source, each, grant.pk) or 0) for grant in source.grants), Decimal(0))
        added.append(_sum_above(column, count, whole))
        value = each.value or Decimal(0)
        once.append(value)
        above, below = (xl_rowcol_to_cell(sheet.row + step, column) for step in (0, 1))
        more.append(Formula(f"{above}-{below}", whole - value))
    sheet.write(added, emphasis="sum")
    sheet.write(once, emphasis="total")
    sheet.write(more)


def _sum_above(column: int, count: int, value: Decimal) -> Cell:
    if not count:
        return 0
    first, last = xl_rowcol_to_cell(FIRST_ROW, column), xl_rowcol_to_cell(FIRST_ROW + count - 1, column)
    return Formula(f"SUM({first}:{last})", value)


def _indicators(book: PlainBook, source: SituationSource, standings: Sequence[Standing]) -> Sheet:
    """An indicator a row; its value, what of the target is reached and what is planned are formulas."""
    columns = (
        Column(_("Code"), 11),
        Column(_("Objective"), 26),
        Column(_("Indicator"), 64),
        Column(_("Unit"), 12),
        Column(_("Baseline"), 11, "count"),
        Column(_("Counted from registers"), 13, "count"),
        Column(_("Declared without a register"), 13, "count"),
        Column(_("Value today"), 13, "count"),
        Column(_("Milestone"), 11, "count"),
        Column(_("Target"), 12, "count"),
        Column(_("Reached"), 11, "share"),
        Column(_("Planned in grants"), 13, "count"),
        Column(_("Numerator"), 12, "count"),
        Column(_("Denominator"), 12, "count"),
    )
    return book.sheet(_("Indicators"), columns, note=_("Each person counts once."), fixed=1)


def _link(sheet: Sheet, aims: Sheet, grants: Sheet, standings: Sequence[Standing], source: SituationSource) -> None:
    """The rows of the indicators, tied to the sheets of the grants."""
    count = len(source.grants)
    for number, each in enumerate(standings):
        row = sheet.row
        at = {name: xl_rowcol_to_cell(row, place) for name, place in _PLACES.items()}
        value: Cell = each.value
        if each.is_share and each.value is not None:
            value = Formula(f"{at['numerator']}/{at['denominator']}*100", each.value)
        elif not each.is_share:
            value = Formula(f"SUM({at['counted']}:{at['declared']})", each.value or 0)
        reached: Cell = None
        if each.reached_rate is not None:
            reached = Formula(f"{at['value']}/{at['target']}", each.reached_rate / 100)
        planned = Formula(f"SUM({_column(aims, 1 + number, count)})", each.planned or 0) if count else each.planned
        sheet.write(
            (
                each.code,
                f"{each.objective} {objective_short_name(each.objective, source.period)}",
                indicator_name(each.code, each.name, source.period),
                unit_name(each.unit),
                each.baseline,
                None if each.is_share else each.counted,
                None if each.is_share else each.declared,
                value,
                each.milestone,
                each.target,
                reached,
                planned,
                each.numerator,
                each.denominator,
            ),
            kinds=[
                "decimal" if isinstance(each.value, Decimal) and place == VALUE and each.value % 1 else ""
                for place in range(14)
            ],
        )
    sheet.filter()


_PLACES: Mapping[str, int] = {
    "counted": COUNTED,
    "declared": DECLARED,
    "value": VALUE,
    "target": TARGET,
    "numerator": PLANNED + 1,
    "denominator": PLANNED + 2,
}


def _targets(book: PlainBook, source: SituationSource, standings: Sequence[Standing]) -> Sheet:
    """What each grant that is signed aims at."""
    columns = (Column(_("Grant"), 18), *(Column(each.code, 10, "count") for each in standings))
    note = _("Of the grants that both sides have signed, ended ones too; drafts are not planned.")
    sheet = book.sheet(_("Targets of grants"), columns, note=note, fixed=1)
    for grant in source.grants:
        sheet.write([grant.reference, *(source.targets.get(each.code, {}).get(grant.pk) for each in standings)])
    return sheet


def _reports(book: PlainBook, source: SituationSource) -> Sheet:
    """What grants owe, and how far each report is."""
    columns = (
        Column(_("Grant"), 18),
        Column(_("No."), 6, "ordinal"),
        Column(pgettext("a period", "From"), 13, "day"),
        Column(pgettext("a period", "To"), 13, "day"),
        Column(_("Due"), 13, "day"),
        Column(_("State"), 22),
        Column(_("Sent on"), 13, "day"),
        Column(_("Accepted on"), 13, "day"),
    )
    sheet = book.sheet(_("Reports"), columns, fixed=1)
    for each in source.every_report:
        moments = [localdate(at) if at else None for at in (each.sent_at, each.accepted_at)]
        days = (each.starts_on, each.ends_on, each.due_on)
        sheet.write([each.reference, each.number, *days, report_state(each, source), *moments])
    sheet.filter()
    return sheet


def report_state(due: Any, source: SituationSource) -> str:
    """In words; what is due and was never sent is late, which the correction of a report that came in is not."""
    if due.state is None or (due.state == ReportState.PREPARING and due.sent_at is None):
        return _("late") if due.due_on < source.on else _("not sent yet")
    return str(REPORT_STATES[due.state][0])


def _data(book: PlainBook, source: SituationSource) -> Sheet:
    """What makes figures doubtful."""
    columns = (
        Column(_("What"), 46),
        Column(_("Number"), 13, "count"),
        Column(pgettext("so many", "Of"), 13, "count"),
        Column(_("Share"), 11, "share"),
    )
    sheet = book.sheet(_("Quality of the data"), columns)
    doubts = source.doubts
    pairs, of = doubts.pairs.all, doubts.quality
    for name, number, whole in (
        (_("Values computed from a register"), doubts.pairs.counted, pairs),
        (_("Values declared without a register"), doubts.pairs.declared, pairs),
        (_("No test at entry to a language course"), of.untested, of.learners),
        (_("A test that does not say which one was used"), of.without_instrument, of.tested),
        (_("Year of birth not known"), of.unknown_birth_year, of.participants),
        (_("Sex not known"), of.unknown_sex, of.participants),
        (_("Neither national number nor name given"), of.local_only, of.participants),
        (_("Possible doubles"), of.doubles, of.participants),
        (_("Something outside the days of the grant"), of.outside, of.participants),
    ):
        above, below = xl_rowcol_to_cell(sheet.row, 1), xl_rowcol_to_cell(sheet.row, 2)
        share: Cell = Formula(f"{above}/{below}", Decimal(number) / whole) if whole else None
        sheet.write((name, number, whole, share))
    return sheet


def _summary(
    sheet: Sheet, source: SituationSource, *, grants: Sheet, indicators: Sheet, reports: Sheet, data: Sheet
) -> None:
    """The programme at a glance, every figure a formula on the other sheets."""
    count = len(source.grants)
    if count:
        sheet.write((_("Grants signed"), Formula(f"COUNTA({_column(grants, 0, count)})", count)))
        whole = source.signed_amount
        money = Formula(f"SUM({_column(grants, UNION_AMOUNT, count)})", whole)
        sheet.write((_("Union contribution (EUR)"), money), kinds=("", "money"))
    if source.drafts:
        sheet.write((_("Drafts, in none of these figures"), source.drafts))
    if source.standings:
        reached = _column(indicators, REACHED, len(source.standings))
        rates = [each.reached_rate for each in source.standings if each.reached_rate is not None]
        aims = _column(indicators, TARGET, len(source.standings))
        aimed = sum(1 for each in source.standings if each.target)
        sheet.write((_("Indicators with a target"), Formula(f'COUNTIF({aims},">0")', aimed)))
        met = sum(1 for rate in rates if rate >= 100)
        sheet.write((_("Targets reached"), Formula(f'COUNTIF({reached},">=1")', met)))
    if source.every_report:
        states = _column(reports, STATE, len(source.every_report))
        words = [report_state(each, source) for each in source.every_report]
        for state in dict.fromkeys(words):
            label = _("Reports: %(state)s") % {"state": state}
            sheet.write((label, Formula(f'COUNTIF({states},"{state}")', words.count(state))))
    if pairs := source.doubts.pairs.all:
        share = Formula(data.address(FIRST_ROW, 3, outside=True), Decimal(source.doubts.pairs.counted) / pairs)
        sheet.write((_("Values computed from a register"), share), kinds=("", "share"))
