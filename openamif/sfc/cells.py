"""Rows of a table with the right number of cells, and the values in them: each failure names its line and place."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from openamif.sfc import numbers
from openamif.sfc.errors import NotReadable
from openamif.sfc.labels_2014_tables import COLUMNS
from openamif.sfc.lines import Ledger, Piece, Row, fold, rows_of

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the form being read: its key among COLUMNS, the language, the ledger, and which of several it is."""

    key: str
    language: str
    ledger: Ledger
    within: str = ""

    @property
    def place(self) -> str:
        """The place of its rows: ``indicators.SO1`` where the table is one of several."""
        return f"{self.key}.{self.within}" if self.within else self.key

    @property
    def columns(self) -> tuple[str, ...]:
        """The column headings."""
        return COLUMNS[self.language][self.key]

    def rows(self, pieces: Iterable[Piece], *, line: int) -> list[Row]:
        """The rows below the column headings, all with the table's number of cells. ``line``: where it should begin."""
        return self.below_header(rows_of(pieces), line=line)

    def below_header(self, rows: list[Row], *, line: int) -> list[Row]:
        """The rows after the first, which must be the column headings."""
        if not rows:
            raise NotReadable("broken_table", line=line, place=self.place, expected=self.columns[-1])
        header, *others = rows
        self.require_width(header, f"{self.place}.header")
        for cell, at, column in zip(header.cells, header.lines, self.columns, strict=True):
            if column[:1].isdigit() and fold(cell) != fold(column):
                raise NotReadable("broken_table", line=at, place=f"{self.place}.header", expected=column, found=cell)
        known = sum(fold(cell) == fold(column) for cell, column in zip(header.cells, self.columns, strict=True))
        if 2 * known < len(self.columns):
            raise NotReadable(
                "broken_table",
                line=header.line,
                place=f"{self.place}.header",
                expected=next(filter(None, self.columns)),
                found=header.cells[0],
            )
        self.ledger.take(f"{self.place}.header", *header.numbers)
        for row in others:
            self.require_width(row, self.place)
        return others

    def require_width(self, row: Row, place: str) -> None:
        """A row has as many cells as the table has columns."""
        if len(row.cells) != len(self.columns):
            raise NotReadable(
                "broken_table",
                line=row.lines[min(len(row.cells), len(self.columns)) - 1],
                place=place,
                expected=f"cells:{len(self.columns)}",
                found=str(len(row.cells)),
            )

    def missing(self, label: str, place: str, *, line: int, found: str = "") -> NotReadable:
        """The refusal of a table in which a row of the form is not there."""
        return NotReadable("missing_row", line=line, place=f"{self.place}.{place}", expected=label, found=found)


def value_of(read: Callable[[str], Value], row: Row, column: int, place: str) -> Value:
    """The value of a cell, read by one of the readers of ``numbers``."""
    try:
        return read(row.cells[column])
    except ValueError:
        code, expected = _REFUSALS[read]
        raise NotReadable(
            code, line=row.lines[column], place=place, expected=expected, found=row.cells[column]
        ) from None


_REFUSALS: Mapping[object, tuple[str, str]] = {
    numbers.amount: ("not_a_number", "amount"),
    numbers.count: ("not_a_number", "count"),
    numbers.year: ("not_a_year", "year"),
    numbers.day: ("not_a_date", "date"),
}


def key_of(labels: Mapping[str, str], row: Row, column: int, place: str, expected: str) -> str:
    """The key whose label stands in a cell."""
    wanted = fold(row.cells[column]) or row.cells[column].strip()
    for key, label in labels.items():
        if (fold(label) or label) == wanted:
            return key
    raise NotReadable("unknown_label", line=row.lines[column], place=place, expected=expected, found=row.cells[column])


def persons_of(row: Row, first: int, place: str) -> tuple[int | None, int | None, int | None]:
    """The three counts of persons from column ``first`` on."""
    one, two, three = (value_of(numbers.count, row, first + at, place) for at in range(3))
    return one, two, three
