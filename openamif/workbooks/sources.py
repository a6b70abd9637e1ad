"""Opens what was sent in, a workbook or separated values, as sheets of cells that come row by row."""

import csv
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from typing import Any

from python_calamine import CalamineWorkbook

from openamif.workbooks.beside import open_beside
from openamif.workbooks.columns import Form, plain
from openamif.workbooks.safety import MEGABYTE, Limits, NotAWorkbook, parts_of, require_safe, require_small
from openamif.workbooks.sheets import Sheets, opened, refusing, source_of
from openamif.workbooks.tables import DANGEROUS, unquoted

ARCHIVE = b"PK"
DELIMITERS = ";\t,"
SHORT = MEGABYTE
"""Up to here a process of its own is not worth while."""


def is_archive(raw: bytes) -> bool:
    """Whether it begins as a workbook does; anything else may be separated values."""
    return raw.startswith(ARCHIVE)


def require_acceptable(raw: bytes, limits: Limits) -> None:
    """Before it is kept: of a size that is taken, and what it claims to be. Raises NotAWorkbook."""
    require_small(raw, limits)
    if is_archive(raw):
        parts_of(raw)
    else:
        text_of(raw)


def open_workbook(raw: bytes, form: Form, *, most_rows: int, own_list: bool = False) -> tuple[Sheets, bool]:
    """The sheets of the form that the workbook has, each opened when it is asked for: only one is held at a time.

    And whether cells of it may have failed, which the parser gives as empty. ``own_list``: where no sheet has a name of
    ours, the first is taken for the first of the form.
    """
    may_fail: list[bool] = []

    def require() -> None:
        may_fail.append(require_safe(raw, most_rows=most_rows, limits=form.limits))

    if len(raw) > SHORT:
        sheets = open_beside(lambda: sheets_of(raw, form, own_list=own_list), require)
    else:
        require()
        sheets = sheets_of(raw, form, own_list=own_list)
    return sheets, any(may_fail)


def sheets_of(raw: bytes, form: Form, *, own_list: bool) -> Sheets:
    """As the parser gives them."""
    with refusing():
        book = CalamineWorkbook.from_filelike(BytesIO(raw))
    names = {plain(name): name for name in book.sheet_names}
    found = {sheet.key: next((names[each] for each in sheet.names() if each in names), None) for sheet in form.sheets}
    if own_list and not any(found.values()):
        found[form.sheets[0].key] = next(iter(book.sheet_names), None)
    return {key: opened(book, name) for key, name in found.items() if name is not None}


def other_sheets(raw: bytes, form: Form) -> tuple[str, ...]:
    """The names of the sheets of a workbook, read already, that are none of the form's."""
    with refusing():
        book = CalamineWorkbook.from_filelike(BytesIO(raw))
    ours = set().union(*(sheet.names() for sheet in form.sheets)) | form.beside()
    return tuple(name for name in book.sheet_names if plain(name) not in ours)


def open_values(raw: bytes, form: Form, *, most_rows: int) -> Sheets:
    """Separated values are the first sheet of the form."""
    require_small(raw, form.limits)
    if raw.count(b"\n") + raw.count(b"\r") > 2 * most_rows:
        raise NotAWorkbook("too_long", expected=most_rows)
    text = text_of(raw)
    first = text[: text.find("\n") + 1] or text
    delimiter = max(DELIMITERS, key=first.count)
    if delimiter not in first:
        raise NotAWorkbook("not_a_workbook")
    rows = split(text, delimiter, form.limits.columns)
    return {form.sheets[0].key: iter([source_of(str(form.sheets[0].label), rows)])}


def split(text: str, delimiter: str, most: int) -> Iterator[Sequence[Any]]:
    """Rows of texts, those that we quoted as they were before. Raises NotAWorkbook for what is no table."""
    has_quoted = any(f"'{sign}" in text for sign in DANGEROUS)
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
            if len(row) > most:
                raise NotAWorkbook("too_wide", found=len(row), expected=most)
            yield list(map(unquoted, row)) if has_quoted else row
    except csv.Error as refusal:
        raise NotAWorkbook("not_a_workbook") from refusal


def text_of(raw: bytes) -> str:
    """UTF-8 with or without its mark, or else the usual encoding of Windows. Raises NotAWorkbook for no text."""
    if b"\x00" in raw or not raw.strip():
        raise NotAWorkbook("not_a_workbook")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotAWorkbook("not_a_workbook")
