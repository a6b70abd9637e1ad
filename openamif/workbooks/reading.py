"""Reads a filled-in workbook: typed rows, and every error by sheet, row and column. Nothing is stored."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook

from openamif.workbooks.columns import Column, Form, Sheet, plain
from openamif.workbooks.safety import NotAWorkbook, letters_of, require_safe
from openamif.workbooks.values import Value, Wrong, is_empty, reader_of

__all__ = ["CellError", "NotAWorkbook", "Reading", "Row", "read"]
MOST_ERRORS = 500
LONGEST_FOUND = 120
HEADINGS_AT_MOST = 10


@dataclass(frozen=True, slots=True)
class CellError:
    """What is wrong in a cell (``row`` from 1; ``column``: its letters, empty for a whole row; ``key``: the column's).

    Codes: missing, not_offered, not_a_date, not_an_amount, not_a_count, not_a_percent, out_of_range, more_than_cents,
    too_long_text, check_digits, twice, not_in_sheet, merged; for a sheet: no_sheet, no_heading; and a door's own.
    """

    sheet: str
    row: int
    column: str
    code: str
    key: str = ""
    label: str = ""
    expected: object = None
    found: object = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the values that could be read; an empty cell is left out."""

    number: int
    values: Mapping[str, Value]

    def get(self, key: str, default: Any = None) -> Any:
        """The value under a column, or the default where the cell was empty."""
        return self.values.get(key, default)


@dataclass
class Reading:
    """What a workbook says: rows by sheet, and what is wrong. Errors past a number are counted, not kept."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    errors: list[CellError] = field(default_factory=list)
    count: int = 0
    letters: dict[tuple[str, str], str] = field(default_factory=dict)
    labels: dict[tuple[str, str], str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def tell(self, error: CellError) -> None:
        """One more thing that is wrong."""
        self.count += 1
        if len(self.errors) < MOST_ERRORS:
            self.errors.append(error)

    def wrong(
        self, sheet: str, row: int, key: str, code: str, *, expected: object = None, found: object = None
    ) -> None:
        """An error in a cell, by the keys of its sheet and column."""
        said = found[:LONGEST_FOUND] if isinstance(found, str) else found
        at = self.letters.get((sheet, key), "")
        label = self.labels.get((sheet, key), "")
        self.tell(CellError(self.names.get(sheet, sheet), row, at, code, key, label, expected, said))


def read(raw: bytes, form: Form) -> Reading:
    """The dry run. Raises NotAWorkbook for what is no workbook, is too large, or has none of the sheets."""
    most_rows = max(sheet.most_rows for sheet in form.sheets) + HEADINGS_AT_MOST
    require_safe(raw, most_rows=most_rows)
    tables = tables_of(raw, form)
    if not any(tables.values()):
        raise NotAWorkbook("no_sheet", expected=", ".join(str(sheet.label) for sheet in form.sheets))
    reading = Reading(names={sheet.key: str(sheet.label) for sheet in form.sheets})
    for sheet in form.sheets:
        reading.rows[sheet.key] = []
        if (table := tables[sheet.key]) is not None:
            reading.names[sheet.key] = table.name
            read_sheet(reading, sheet, table)
        elif sheet.required:
            reading.tell(CellError(str(sheet.label), 0, "", "no_sheet"))
    for sheet in form.sheets:
        check_within(reading, sheet)
    return reading


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a sheet as they stand, and its merged ranges as ((row, column), (row, column)) from 0."""

    name: str
    cells: Sequence[Sequence[Any]]
    merged: Sequence[Any]


def tables_of(raw: bytes, form: Form) -> dict[str, Table | None]:
    """Each sheet of the form with its cells; None where the workbook has no such sheet."""
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(raw))
        names = {plain(name): name for name in book.sheet_names}
        tables: dict[str, Table | None] = {}
        for sheet in form.sheets:
            name = next((names[each] for each in sheet.names() if each in names), None)
            tables[sheet.key] = None
            if name is not None:
                opened = book.get_sheet_by_name(name)
                cells = opened.to_python(skip_empty_area=False)
                tables[sheet.key] = Table(name, cells, opened.merged_cell_ranges or ())
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as refusal:  # a panic of the parser is no Exception
        raise NotAWorkbook("not_a_workbook") from refusal
    return tables


def read_sheet(reading: Reading, sheet: Sheet, table: Table) -> None:
    """The rows under the headings; the headings may stand below a few lines of one's own."""
    heading, columns = find_headings(sheet, table.cells)
    for place, column in columns.items():
        reading.letters[sheet.key, column.key] = letters_of(place + 1)
        reading.labels[sheet.key, column.key] = str(column.label)
    for column in sheet.columns:
        if column.required and column not in columns.values():
            reading.tell(CellError(table.name, heading + 1, "", "no_heading", column.key, str(column.label)))
    if len(table.cells) - heading - 1 > sheet.most_rows:
        reading.tell(CellError(table.name, len(table.cells), "", "too_many_rows", expected=sheet.most_rows))
        return
    for (row, place), _end in table.merged:
        if row > heading and place in columns:
            column = columns[place]
            reading.tell(CellError(table.name, row + 1, letters_of(place + 1), "merged", column.key, str(column.label)))
    readers = {place: (column, reader_of(column)) for place, column in columns.items()}
    seen: dict[tuple[str, Value], int] = {}
    for number, cells in enumerate(table.cells[heading + 1 :], start=heading + 2):
        if any(not is_empty(cells[place]) for place in readers if place < len(cells)):
            values = dict(values_of(reading, sheet, number, cells, readers, seen))
            reading.rows[sheet.key].append(Row(number, values))


def find_headings(sheet: Sheet, cells: Sequence[Sequence[Any]]) -> tuple[int, dict[int, Column]]:
    """The row with most of the headings among the first few, and the column at each place."""
    meanings = {heading: column for column in sheet.columns for heading in column.headings()}
    best: tuple[int, dict[int, Column]] = (0, {})
    for number, row in enumerate(cells[:HEADINGS_AT_MOST]):
        found: dict[int, Column] = {}
        for place, cell in enumerate(row):
            column = meanings.get(plain(str(cell)).rstrip(" *"))
            if column is not None and column not in found.values():
                found[place] = column
        if len(found) > len(best[1]):
            best = (number, found)
    return best


def values_of(
    reading: Reading,
    sheet: Sheet,
    number: int,
    cells: Sequence[Any],
    readers: Mapping[int, tuple[Column, Any]],
    seen: dict[tuple[str, Value], int],
) -> Iterator[tuple[str, Value]]:
    """The values of one row; what cannot be read is told and left out."""
    for place, (column, read_cell) in readers.items():
        cell = cells[place] if place < len(cells) else None
        if is_empty(cell):
            if column.required:
                reading.wrong(sheet.key, number, column.key, "missing")
            continue
        value = read_cell(cell)
        if isinstance(value, Wrong):
            reading.wrong(sheet.key, number, column.key, value.code, expected=value.expected, found=value.found)
            continue
        if column.unique:
            same = plain(value) if isinstance(value, str) else value
            first = seen.setdefault((column.key, same), number)
            if first != number:
                reading.wrong(sheet.key, number, column.key, "twice", expected=first, found=str(value))
                continue
        yield column.key, value


def check_within(reading: Reading, sheet: Sheet) -> None:
    """Values that must stand in another sheet too, as the reference of a row that belongs to another."""
    for column in sheet.columns:
        if column.within is None:
            continue
        other, key = column.within
        known = {plain(str(row.values[key])) for row in reading.rows[other] if key in row.values}
        for row in reading.rows[sheet.key]:
            value = row.values.get(column.key)
            if value is not None and plain(str(value)) not in known:
                name = reading.names[other]
                reading.wrong(sheet.key, row.number, column.key, "not_in_sheet", expected=name, found=str(value))
