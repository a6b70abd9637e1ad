"""What the parser gives of a workbook: sheets of cells that come row by row; whatever it raises is a refusal."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import Any, NamedTuple

from python_calamine import CalamineSheet, CalamineWorkbook

from openamif.workbooks.safety import NotAWorkbook

HEADINGS_AT_MOST, ROWS_AT_A_TIME, SOME = 10, 10_000, 1_000


class Strip(NamedTuple):
    """The cells of a column in some rows: those that differ, or all, and which of them stands where."""

    cells: Sequence[Any]
    places: Sequence[int]


class Block(NamedTuple):
    """Some rows: how many, and a strip for each of their columns, from the first on."""

    number: int
    strips: list[Strip]


@dataclass(frozen=True, slots=True)
class Source:
    """A sheet: its name, its first few rows, then the others block by block, and how many rows it says it has.

    ``merged``: ranges as ((row, column), …) from 0.
    """

    name: str
    top: list[Sequence[Any]]
    blocks: Iterator[Block]
    height: int
    merged: Sequence[Any] = ()


Sheets = dict[str, Iterator[Source]]
"""By their key in the form, in its order, each opened when it is asked for."""


def opened(book: CalamineWorkbook, name: str) -> Iterator[Source]:
    """One sheet; what the parser does not understand is a refusal."""
    with refusing():
        sheet = book.get_sheet_by_name(name)
        merged = sheet.merged_cell_ranges or ()
    yield source_of(name, cells_of(sheet), sheet.total_height, merged)


def cells_of(sheet: CalamineSheet) -> Iterator[Sequence[Any]]:
    """Row by row from the first; the reader leaves out empty columns before the first cell."""
    if sheet.start is None:
        return iter(())
    before = [""] * sheet.start[1]
    rows: Iterable[list[Any]] = sheet.iter_rows()
    return (before + row for row in rows) if before else iter(rows)


class refusing:  # noqa: N801
    """Whatever the parser raises is a refusal of the file."""

    def __enter__(self) -> None:
        """Nothing to do."""

    def __exit__(self, _kind: object, raised: BaseException | None, _where: object) -> None:
        # A panic of the parser is no Exception.
        if raised is not None and not isinstance(raised, KeyboardInterrupt | SystemExit | NotAWorkbook):
            raise NotAWorkbook("not_a_workbook") from raised


def source_of(name: str, rows: Iterator[Sequence[Any]], height: int = 0, merged: Sequence[Any] = ()) -> Source:
    """Of rows that come one by one."""
    return Source(name, some_of(rows, HEADINGS_AT_MOST), blocks_of(rows), height, merged)


def blocks_of(rows: Iterator[Sequence[Any]]) -> Iterator[Block]:
    """All that are left of them."""
    while some := some_of(rows, ROWS_AT_A_TIME):
        yield block_of(some)


def block_of(rows: Sequence[Sequence[Any]]) -> Block:
    """A short row ends in empty cells."""
    return Block(len(rows), [strip_of(cells) for cells in zip_longest(*rows, fillvalue=None)])


def strip_of(cells: Sequence[Any]) -> Strip:
    """Cells that rarely repeat, as the first of them tell, are taken as they are.

    So are those among which True stands, which is 1 to a dictionary.
    """
    some = cells[:SOME]
    once = dict.fromkeys(cells) if 2 * len(set(some)) <= len(some) else {}
    if not once or ((True in once or False in once) and bool in set(map(type, cells))):
        return Strip(cells, range(len(cells)))
    places = dict(zip(once, range(len(once)), strict=True))
    return Strip(list(once), array("H", map(places.__getitem__, cells)))


def some_of(rows: Iterator[Sequence[Any]], most: int) -> list[Sequence[Any]]:
    """The next rows; a cell that the parser cannot give is a refusal."""
    with refusing():
        return list(islice(rows, most))
