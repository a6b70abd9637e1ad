"""Reads a filled-in workbook: typed values, and every error by sheet, row and column. Nothing is stored."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from openamif.workbooks.columns import Column, Form, Sheet, plain
from openamif.workbooks.faults import faulty_cells, unread_sheets
from openamif.workbooks.results import CellError, Heading, Reading, Table
from openamif.workbooks.safety import NotAWorkbook, letters_of
from openamif.workbooks.sheets import HEADINGS_AT_MOST, Block, Source, block_of
from openamif.workbooks.sources import is_archive, open_values, open_workbook
from openamif.workbooks.values import Cells, Value, Wrong

__all__ = ["read", "read_any"]
Told = Callable[[str, Table, int], None]
"""Hears which sheet is being read, what was read of it so far, and how many rows it says it has."""
Places = dict[int, Column]


def untold(_sheet: str, _table: Table, _rows: int) -> None:
    """Nobody asks how far it is."""


def read(raw: bytes, form: Form, *, renamed: Mapping[str, str] | None = None, told: Told = untold) -> Reading:
    """The dry run. Raises NotAWorkbook for what is no workbook, is too large, or has none of the sheets.

    ``renamed``: heading of the file to key of a column, ``""`` for one that is of no use; ``told``: after every few
    thousand rows.
    """
    sources, may_fail = open_workbook(raw, form, most_rows=most_rows_of(form))
    if not sources:
        raise NotAWorkbook("no_sheet", expected=", ".join(str(sheet.label) for sheet in form.sheets))
    reading = read_sources(form, sources, renamed or {}, told)
    if may_fail:
        tell_faults(reading, raw, form)
    return reading


def tell_faults(reading: Reading, raw: bytes, form: Form) -> None:
    """Cells under our headings that seem empty because their formula gave nothing; in place of what was missing."""
    columns = {(reading.names[sheet], letters): (sheet, key) for (sheet, key), letters in reading.letters.items()}
    missing = {
        (each.sheet, each.row, each.column): place
        for place, each in enumerate(reading.errors)
        if each.code == "missing"
    }
    for name, row, letters in faulty_cells(raw, form.limits.unpacked):
        place = missing.get((name, row, letters))
        if place is not None:
            reading.errors[place] = replace(reading.errors[place], code="no_value")
        elif (name, letters) in columns:
            sheet, key = columns[name, letters]
            reading.wrong(sheet, row, key, "no_value")


def read_any(raw: bytes, form: Form, *, renamed: Mapping[str, str] | None = None, told: Told = untold) -> Reading:
    """The same for lists of one's own too: separated values, or a workbook whose first sheet has any name."""
    most_rows = most_rows_of(form)
    if not is_archive(raw):
        return read_sources(form, open_values(raw, form, most_rows=most_rows), renamed or {}, told)
    sources, may_fail = open_workbook(raw, form, most_rows=most_rows, own_list=True)
    reading = read_sources(form, sources, renamed or {}, told)
    known = {plain(reading.names[key]) for key in sources}.union(form.beside(), *(each.names() for each in form.sheets))
    reading.unread = unread_sheets(raw, form.limits.unpacked, known)
    if may_fail:
        tell_faults(reading, raw, form)
    return reading


def most_rows_of(form: Form) -> int:
    """Of the longest sheet, with room for lines above its headings."""
    return max(sheet.most_rows for sheet in form.sheets) + HEADINGS_AT_MOST


def read_sources(
    form: Form, sources: Mapping[str, Iterator[Source]], renamed: Mapping[str, str], told: Told
) -> Reading:
    """Sheet by sheet, each let go before the next is opened."""
    reading = Reading(names={sheet.key: str(sheet.label) for sheet in form.sheets}, most_errors=form.most_errors)
    known = {plain(heading): key for heading, key in renamed.items()}
    for sheet in form.sheets:
        reading.tables[sheet.key] = Table()
        for source in sources.get(sheet.key, ()):
            reading.names[sheet.key] = source.name
            read_sheet(reading, sheet, source, known, told)
        if sheet.required and sheet.key not in sources:
            reading.tell(CellError(str(sheet.label), 0, "", "no_sheet"))
    for sheet in form.sheets:
        check_within(reading, sheet, {each.key for each in form.sheets if each.required})
    return reading


def read_sheet(reading: Reading, sheet: Sheet, source: Source, renamed: Mapping[str, str], told: Told) -> None:
    """The rows under the headings; the headings may stand below a few lines of one's own."""
    top = source.top
    heading, places = find_headings(sheet, top, renamed)
    declare(reading, sheet, source, heading, places)
    if places or (top and is_heading(sheet, top[heading])):
        reading.unknown += unknown_headings(sheet, top[heading], places, renamed)
    if source.height - heading - 1 > sheet.most_rows:
        reading.tell(CellError(source.name, source.height, "", "too_many_rows", expected=sheet.most_rows))
        return
    for (row, place), _end in source.merged:
        if row > heading and place in places:
            column = places[place]
            at = letters_of(place + 1)
            reading.tell(CellError(source.name, row + 1, at, "merged", column.key, str(column.label)))
    under = [block_of(rows) for rows in (top[heading + 1 :],) if rows]
    read_blocks(reading, sheet, chain(under, source.blocks), heading + 2, places, source, told)


def declare(reading: Reading, sheet: Sheet, source: Source, heading: int, places: Places) -> None:
    """Where each column stands; those that must be there and are not are told."""
    for place, column in places.items():
        reading.letters[sheet.key, column.key] = letters_of(place + 1)
        reading.labels[sheet.key, column.key] = str(column.label)
        if column.hidden:
            reading.hidden.add((sheet.key, column.key))
    there = {column.key for column in places.values()}
    for column in sheet.columns:
        if column.needed() and there.isdisjoint(column.needed()):
            reading.tell(CellError(source.name, heading + 1, "", "no_heading", column.key, str(column.label)))


def find_headings(sheet: Sheet, top: Sequence[Sequence[Any]], renamed: Mapping[str, str]) -> tuple[int, Places]:
    """The row with most of the headings among the first few, and the column at each place.

    Where none is understood, the first row that may be headings.
    """
    meanings = {heading: column for column in sheet.columns for heading in column.headings()}
    by_key = {column.key: column for column in sheet.columns}
    meanings |= {heading: by_key[key] for heading, key in renamed.items() if key in by_key}
    best: tuple[int, Places] = (0, {})
    for number, row in enumerate(top):
        found: Places = {}
        for place, cell in enumerate(row):
            column = meanings.get(as_heading(cell)) or meanings.get(plain(str(cell)))
            if column is not None and column not in found.values():
                found[place] = column
        if len(found) > len(best[1]):
            best = (number, found)
    if best[1]:
        return best
    return next((number for number, row in enumerate(top) if is_heading(sheet, row)), 0), {}


def is_heading(sheet: Sheet, row: Sequence[Any]) -> bool:
    """Whether a row of which nothing is understood may be headings: as many texts as there must be columns."""
    texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
    return len(texts) >= max(1, sum(bool(column.needed()) for column in sheet.columns))


def as_heading(cell: object) -> str:
    """A heading as it is compared: the star of what must be filled in is no part of it."""
    return plain(str(cell)).rstrip(" *")


def unknown_headings(sheet: Sheet, row: Sequence[Any], places: Places, renamed: Mapping[str, str]) -> Iterator[Heading]:
    """Those that nobody has said anything of yet."""
    for place, cell in enumerate(row):
        if place not in places and isinstance(cell, str) and cell.strip() and plain(cell) not in renamed:
            yield Heading(sheet.key, letters_of(place + 1), " ".join(cell.split()))


def read_blocks(
    reading: Reading,
    sheet: Sheet,
    blocks: Iterable[Block],
    first: int,
    places: Places,
    source: Source,
    told: Told,
) -> None:
    """A few thousand rows at a time, column by column."""
    table = reading.tables[sheet.key]
    table.columns = {column.key: [] for column in places.values()}
    rows, done = Rows(reading, sheet, places), 0
    for block in blocks:
        done += block.number
        if done > sheet.most_rows:
            reading.tell(CellError(source.name, first + done - 1, "", "too_many_rows", expected=sheet.most_rows))
            reading.tables[sheet.key] = Table()
            return
        rows.read(table, block, first + done - block.number)
        told(sheet.key, table, max(source.height - first + 1, done))


class Rows:
    """Reads some rows of a sheet after others; knows what was there already."""

    def __init__(self, reading: Reading, sheet: Sheet, places: Places) -> None:
        self.reading, self.sheet, self.places = reading, sheet, places
        self.cells = {place: Cells(column) for place, column in places.items()}
        self.seen: dict[str, dict[Value, int]] = {column.key: {} for column in places.values() if column.unique}
        self.wrongs: list[tuple[int, int, Wrong]] = []
        at = {column.key: place for place, column in places.items()}
        needed = ([at[key] for key in column.needed() if key in at] for column in sheet.columns)
        self.needed = list(filter(None, needed))

    def read(self, table: Table, block: Block, first: int) -> None:
        """The values go into the table, what is wrong into the reading, in the order of rows."""
        columns: dict[int, list[Any]] = {}
        for place, cells in self.cells.items():
            there = place < len(block.strips)
            columns[place] = cells.read_all(block.strips[place]) if there else [None] * block.number
        numbers = list(range(first, first + block.number))
        numbers = self.without_empty(numbers, columns)
        for places in self.needed:
            self.check_needed(places, columns, numbers)
        for place, column in self.places.items():
            self.check(place, column, columns[place], numbers)
            table.columns[column.key] += columns[place]
        table.numbers += numbers
        if self.reading.is_full:
            self.reading.count += len(self.wrongs)
            self.wrongs.clear()
        for number, place, wrong in sorted(self.wrongs, key=lambda each: each[:2]):
            key = self.places[place].key
            self.reading.wrong(self.sheet.key, number, key, wrong.code, expected=wrong.expected, found=wrong.found)
        self.wrongs.clear()

    def without_empty(self, numbers: list[int], columns: dict[int, list[Any]]) -> list[int]:
        """Rows in which nothing stands are no rows."""
        must = [place for place, column in self.places.items() if column.required]
        if any(None not in columns[place] for place in must):
            return numbers
        filled = [any(each is not None for each in row) for row in zip(*columns.values(), strict=True)]
        if all(filled):
            return numbers
        for place, values in columns.items():
            columns[place] = [value for value, is_there in zip(values, filled, strict=True) if is_there]
        return [number for number, is_there in zip(numbers, filled, strict=True) if is_there]

    def check_needed(self, places: list[int], columns: dict[int, list[Any]], numbers: list[int]) -> None:
        """Notes where nothing stands under any of them, at the first."""
        if all(None in columns[place] for place in places):
            said = zip(*(columns[place] for place in places), strict=True)
            missing = (
                number
                for number, cells in zip(numbers, said, strict=True)
                if not any(cell is not None for cell in cells)
            )
            self.wrongs += [(number, places[0], Wrong("missing")) for number in missing]

    def check(self, place: int, column: Column, values: list[Any], numbers: list[int]) -> None:
        """Takes out what could not be read and what stands twice."""
        if self.cells[place].is_wrong:
            found = [at for at, value in enumerate(values) if isinstance(value, Wrong)]
            self.wrongs += [(numbers[at], place, values[at]) for at in found]
            for at in found:
                values[at] = None
        if column.unique:
            seen = self.seen[column.key]
            for at, value in enumerate(values):
                if value is None:
                    continue
                first = seen.setdefault(plain(value) if isinstance(value, str) else value, numbers[at])
                if first != numbers[at]:
                    self.wrongs.append((numbers[at], place, Wrong("twice", first, str(value))))
                    values[at] = None


def check_within(reading: Reading, sheet: Sheet, required: Container[str]) -> None:
    """Values that must stand in another sheet too, as the reference of a row that belongs to another.

    Of a sheet that must be there and is not, that alone is told.
    """
    table = reading.tables[sheet.key]
    for column in sheet.columns:
        if column.within is None:
            continue
        other, key = column.within
        if other in required and not reading.tables[other].columns:
            continue
        known = {plain(str(value)) for value in reading.tables[other].column(key) if value is not None}
        for number, value in zip(table.numbers, table.column(column.key), strict=True):
            if value is not None and plain(str(value)) not in known:
                name = reading.names[other]
                reading.wrong(sheet.key, number, column.key, "not_in_sheet", expected=name, found=str(value))
