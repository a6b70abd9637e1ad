"""Read a kept file: every cell is checked, names and numbers become codes, rows without them wait for a yes."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from openamif.methods.collecting import without_collecting
from openamif.record.actions.make_move import make_move
from openamif.register.actions.refuse_file import refuse_file
from openamif.register.actions.write_staging import remove_staging, tell_progress, write_staging
from openamif.register.models import Activity, RegisterImport
from openamif.register.queries.cells import Cell, together
from openamif.register.queries.coding import Coding
from openamif.register.queries.comparing import plan_import
from openamif.register.queries.entries import IDENTITY, SHEET, entries_of, first_rows
from openamif.register.queries.files import remembered_columns
from openamif.register.queries.judging import against_rows, seen_by_rules
from openamif.register.queries.staging import ORIGINAL, PROGRESS, ROWS, Damaged, Staged, original_of
from openamif.register.queries.unidentified import warn_of_unidentified
from openamif.register.states import ImportState
from openamif.rules.finding import Finding
from openamif.workbooks import CellError, Form, NotAWorkbook, Reading, Table, read_any

COLUMNS = {"birth_year": "born_on"}
"""Where the place of a finding is called otherwise in a file."""


@without_collecting()
def read_file(upload: RegisterImport, *, form: Form) -> RegisterImport:
    """Outside a transaction but for the end, which writes what was found. A file that was read is left alone.

    ``result``: ``refusal``, or ``headings`` that somebody must explain first (the file stays kept) and the columns that
    are ``there``, or ``counts``, ``error_count``, ``warning_count`` and ``unread`` (sheets). ``cells``: what was found
    in them.
    """
    upload = RegisterImport.objects.select_related("grant__programme", "sent_by").get(pk=upload.pk)
    if upload.state != ImportState.KEPT:
        return upload
    try:
        coding = Coding(upload.grant)
        reading = _reading(upload, form, coding)
    except (NotAWorkbook, Damaged) as refusal:
        return refuse_file(upload, refusal)
    if reading.unknown:
        return _ask(upload, reading)
    seen = seen_by_rules(upload.grant)
    kinds = dict(Activity.objects.filter(grant=upload.grant).order_by("pk").values_list("reference", "kind"))
    entries = entries_of(reading, kinds)
    staged = coding.staged(entries)
    against = against_rows(upload.grant, staged, on=localdate(upload.sent_at), faulty=entries.faulty)
    told: set[tuple[str, int, str]] = set()
    for sheet, place, finding in against:
        if sheet not in entries.numbers:
            entries.numbers[sheet] = first_rows(reading, entries)
        _tell(reading, sheet, entries.numbers[sheet][place], finding, told)
    warn_of_unidentified(reading, entries, staged, upload.grant)
    return _finish(upload, form, reading, staged, {"repeated": entries.repeated, "seen": seen})


def _reading(upload: RegisterImport, form: Form, coding: Coding) -> Reading:
    remembered = remembered_columns(upload.grant).values_list("heading", "column")
    renamed = {**dict(remembered), **upload.mapping}

    def told(sheet: str, table: Table, rows: int) -> None:
        coding.take(sheet, table)
        tell_progress(upload, rows, len(table))

    return read_any(original_of(upload), form, renamed=renamed, told=told)


def _tell(reading: Reading, sheet: str, row: int, finding: Finding, told: set[tuple[str, int, str]]) -> None:
    """``R-02.too_late``: the rule and how it was broken, at its cell, with figures unless they say who she is.

    Without figures the same would be said of a cell twice: ``told`` are those of which it was said.
    """
    sheet = SHEET if sheet == "persons" else sheet
    key, code = COLUMNS.get(finding.place, finding.place), f"{finding.rule}.{finding.variant}"
    if key in IDENTITY:
        if (sheet, row, code) in told:
            return
        told.add((sheet, row, code))
    found = None if key in IDENTITY else finding.found
    reading.wrong(sheet, row, key, code, expected=finding.expected, found=found)


@transaction.atomic
def _ask(upload: RegisterImport, reading: Reading) -> RegisterImport:
    """What its headings mean; unless that was answered meanwhile, or somebody went on with the file."""
    answered = upload.mapping
    upload = RegisterImport.objects.select_for_update(of=("self",)).get(pk=upload.pk)
    if (upload.state, upload.mapping) != (ImportState.KEPT, answered):
        return upload
    headings = [{"sheet": each.sheet, "column": each.column, "words": each.words} for each in reading.unknown]
    upload.result = {"headings": headings, "there": [list(each) for each in reading.letters]}
    upload.save(update_fields=["result"])
    transaction.on_commit(lambda: remove_staging(upload, PROGRESS))
    return upload


@transaction.atomic
def _finish(
    upload: RegisterImport, form: Form, reading: Reading, staged: Staged, said: Mapping[str, Any]
) -> RegisterImport:
    """The rows wait only where nothing is wrong; the file itself goes either way."""
    upload = RegisterImport.objects.select_for_update(of=("self",)).select_related("grant", "sent_by").get(pk=upload.pk)
    if upload.state != ImportState.KEPT:
        return upload
    if not reading.count:
        packed = staged.packed()
        write_staging(upload, ROWS, packed)
        upload.staged = hashlib.sha256(packed).hexdigest()
    counts = {"rows": len(reading.tables[form.sheets[0].key]), "repeated": said["repeated"]}
    upload.result = {
        "counts": counts | plan_import(upload.grant, staged).counts(staged),
        "error_count": reading.count,
        "warning_count": reading.warning_count,
        "unread": reading.unread,
        "seen": said["seen"],
    }
    found = {"errors": reading.errors, "warnings": reading.warnings}
    upload.cells = {name: together(cells_of(form, reading, each)) for name, each in found.items() if each}
    upload.rows = upload.rows_done = counts["rows"]
    make_move(upload, "read", by=upload.sent_by, details={"errors": reading.count, **counts})
    transaction.on_commit(lambda: remove_staging(upload, ORIGINAL, PROGRESS))
    return upload


def cells_of(form: Form, reading: Reading, errors: Iterable[CellError]) -> Iterator[Cell]:
    """As the page words them; ``sheet`` as the file calls it. Offered choices by their keys."""
    choices = {
        (reading.names[sheet.key], column.key): [choice.key for choice in column.choices]
        for sheet in form.sheets
        for column in sheet.columns
    }
    for error in errors:
        yield {
            "sheet": error.sheet,
            "row": error.row,
            "column": error.column,
            "key": error.key,
            "code": error.code,
            "expected": choices[error.sheet, error.key] if error.code == "not_offered" else _plain(error.expected),
            "found": _plain(error.found),
        }


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return value if value is None or isinstance(value, int | str) else str(value)
