"""The tables of section 7 of a national programme, the documents attached and the last validation."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from openamif.sfc import numbers
from openamif.sfc.cells import Table, key_of, value_of
from openamif.sfc.errors import NotReadable
from openamif.sfc.labels_2014 import COMMITMENTS, PLAN_ROWS, PLAN_TOTALS, SEVERITIES, SPECIAL_CASES
from openamif.sfc.labels_2014_tables import plan_label
from openamif.sfc.lines import Ledger, Row, fold
from openamif.sfc.outline_2014 import Outline
from openamif.sfc.programme_2014 import AttachedDocument, ValidationMessage, YearlyAmounts

_ROW = re.compile(r"(?:os|so)([1-9])\.(on|no|as|sa)([1-9])(?: .*)?")
_SUBTOTAL = re.compile(r"total (on|no|as|sa) (?:os|so)([1-9])(?: .*)?")
_OBJECTIVE_TOTAL = re.compile(r"total (?:os|so)([1-9])(?: .*)?")


def financial_plan(form: Outline, ledger: Ledger) -> dict[str, Decimal | None]:
    """Table 1: every row of the form once, in order."""
    table = _table(form, "table_1", "financial_plan", ledger)
    plan: dict[str, Decimal | None] = {}
    for row in table.rows(form.part("table_1"), line=form.line("table_1")):
        key = _plan_key(row, form.language)
        _expect(table, key, row, list(plan), PLAN_ROWS, plan_label(PLAN_ROWS[min(len(plan), 29)], form.language))
        plan[key] = value_of(numbers.amount, row, 1, f"financial_plan.{key}")
        ledger.take(f"financial_plan.{key}", *row.numbers)
    _complete(table, list(plan), PLAN_ROWS, form.line("table_2"), lambda key: plan_label(key, form.language))
    return plan


def _plan_key(row: Row, language: str) -> str:
    """The key of a row of Table 1 from its label."""
    label = fold(row.cells[0])
    levels = {"on": "NO", "no": "NO", "as": "SA", "sa": "SA"}
    key = ""
    if match := _ROW.fullmatch(label):
        key = f"SO{match[1]}.{levels[match[2]]}{match[3]}"
    elif match := _SUBTOTAL.fullmatch(label):
        key = f"SO{match[2]}.{levels[match[1]]}"
    elif match := _OBJECTIVE_TOTAL.fullmatch(label):
        key = f"SO{match[1]}"
    if key in PLAN_ROWS:
        return key
    return key_of(PLAN_TOTALS[language], row, 0, "financial_plan", "plan_row")


def special_cases(form: Outline, ledger: Ledger) -> dict[str, YearlyAmounts]:
    """Table 2: commitments for the special cases by year."""
    return _yearly(_table(form, "table_2", "special_cases", ledger), form, "table_2", SPECIAL_CASES[form.language])


def annual_commitments(form: Outline, ledger: Ledger) -> dict[str, YearlyAmounts]:
    """Table 3: the Union's total commitments by year."""
    return _yearly(_table(form, "table_3", "annual_commitments", ledger), form, "table_3", COMMITMENTS[form.language])


def _table(form: Outline, heading: str, key: str, ledger: Ledger) -> Table:
    """The table under a heading, its heading taken."""
    if piece := form.heading(heading):
        ledger.take(f"{key}.header", piece.number)
    return Table(key, form.language, ledger)


def _yearly(table: Table, form: Outline, heading: str, labels: Mapping[str, str]) -> dict[str, YearlyAmounts]:
    """Rows of seven years and a total, each label once and in order."""
    read: dict[str, YearlyAmounts] = {}
    order = tuple(labels)
    for row in table.rows(form.part(heading), line=form.line(heading)):
        key = key_of(labels, row, 0, table.key, labels[order[min(len(read), len(order) - 1)]])
        _expect(table, key, row, list(read), order, labels[order[min(len(read), len(order) - 1)]])
        place = f"{table.key}.{key}"
        *years, total = (value_of(numbers.amount, row, column, place) for column in range(1, len(row.cells)))
        read[key] = YearlyAmounts(tuple(years), total)
        table.ledger.take(place, *row.numbers)
    after = "table_3" if heading == "table_2" else "deviation"
    _complete(table, list(read), order, form.line(after), labels.__getitem__)
    return read


def _expect(table: Table, key: str, row: Row, read: list[str], order: tuple[str, ...], label: str) -> None:
    """A row must be the next of the form."""
    if key in read:
        place = f"{table.key}.{key}"
        raise NotReadable("duplicate_row", line=row.line, place=place, expected=label, found=row.cells[0])
    wanted = order[len(read)]
    if key != wanted:
        raise table.missing(label, wanted, line=row.line, found=row.cells[0])


def _complete(table: Table, read: list[str], order: tuple[str, ...], line: int, label: Callable[[str], str]) -> None:
    """No row of the form is left out at the end."""
    if len(read) < len(order):
        wanted = order[len(read)]
        raise table.missing(label(wanted), wanted, line=line)


def documents(form: Outline, ledger: Ledger) -> tuple[AttachedDocument, ...]:
    """The table of documents, often empty."""
    table = _table(form, "documents", "documents", ledger)
    read: list[AttachedDocument] = []
    for row in table.rows(form.part("documents"), line=form.line("documents")):
        place = f"documents.{len(read) + 1}"
        dated, sent = (value_of(numbers.day, row, column, place) for column in (2, 6))
        title, kind, _, local, commission, files, _, sender = row.cells
        read.append(AttachedDocument(title, kind, dated, local, commission, files, sent, sender))
        ledger.take(place, *row.numbers)
    return tuple(read)


def validation(form: Outline, ledger: Ledger) -> tuple[ValidationMessage, ...]:
    """The messages of the last validation: one row at least, all empty where the system gave none."""
    table = _table(form, "validation", "validation", ledger)
    last = next(piece.number for piece in reversed(form.pieces) if not piece.is_blank)
    try:
        rows = table.rows(form.part("validation"), line=form.line("validation"))
    except NotReadable as refusal:
        if refusal.line == last and refusal.expected.startswith("cells:"):
            raise NotReadable(
                "cut_short", line=refusal.line, place="validation", expected=refusal.expected, found=refusal.found
            ) from None
        raise
    if not rows:
        raise NotReadable("cut_short", line=last, place="validation", expected="message")
    read: list[ValidationMessage] = []
    for row in rows:
        place = f"validation.{len(read) + 1}"
        ledger.take(place, *row.numbers)
        if any(row.cells) or len(rows) > 1:
            severity = key_of(SEVERITIES[form.language], row, 0, place, "severity")
            read.append(ValidationMessage(severity, row.cells[1], row.cells[2]))
    return tuple(read)
