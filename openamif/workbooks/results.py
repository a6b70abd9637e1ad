"""What reading a workbook gives: values by column, and every error by sheet, row and column."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from openamif.workbooks.columns import MOST_ERRORS
from openamif.workbooks.values import Value

LONGEST_FOUND = 120


@dataclass(frozen=True, slots=True)
class CellError:
    """What is wrong in a cell (``row`` from 1; ``column``: its letters, empty for a whole row; ``key``: the column's).

    Codes: missing, not_offered, not_a_date, not_an_amount, not_a_count, not_a_percent, out_of_range, more_than_cents,
    too_long_text, check_digits, twice, not_in_sheet, merged, no_value; for a sheet: no_sheet, no_heading; and a
    door's own.
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
class Heading:
    """A heading that no column answers to: ``sheet`` by its key, ``column`` in letters."""

    sheet: str
    column: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the values that could be read; an empty cell is left out."""

    number: int
    values: Mapping[str, Value]

    def get(self, key: str, default: Any = None) -> Any:
        """The value under a column, or the default where the cell was empty."""
        return self.values.get(key, default)


@dataclass
class Table:
    """The rows of a sheet, column by column: ``numbers`` of the rows, and as many values under each key.

    None: the cell was empty, or could not be read. A column that the sheet does not have is not there.
    """

    numbers: list[int] = field(default_factory=list)
    columns: dict[str, list[Any]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.numbers)

    def column(self, key: str, first: int = 0) -> list[Any]:
        """A value for each row from the first on; None in each where the sheet has no such column."""
        values = self.columns.get(key)
        return values[first:] if values else [None] * (len(self.numbers) - first)

    def rows(self) -> Iterator[Row]:
        """One by one, for what is not read by the hundred thousand."""
        keys = tuple(self.columns)
        for number, *values in zip(self.numbers, *self.columns.values(), strict=True):
            said = zip(keys, values, strict=True)
            yield Row(number, {key: value for key, value in said if value is not None})


@dataclass
class Reading:
    """What a workbook says: values by sheet, and what is wrong. Errors past ``most_errors`` are counted, not kept.

    ``warnings``: what is worth a look and keeps nothing out; as many are kept, ``warning_count`` counts them all.
    ``unread``: how many sheets of a list of one's own have cells and were not read.
    """

    tables: dict[str, Table] = field(default_factory=dict)
    errors: list[CellError] = field(default_factory=list)
    count: int = 0
    warnings: list[CellError] = field(default_factory=list)
    warning_count: int = 0
    unread: int = 0
    letters: dict[tuple[str, str], str] = field(default_factory=dict)
    labels: dict[tuple[str, str], str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    hidden: set[tuple[str, str]] = field(default_factory=set)
    unknown: list[Heading] = field(default_factory=list)
    most_errors: int = MOST_ERRORS

    @cached_property
    def rows(self) -> dict[str, list[Row]]:
        """Row by row instead of column by column."""
        return {key: list(table.rows()) for key, table in self.tables.items()}

    @property
    def is_full(self) -> bool:
        """Whether further errors are only counted."""
        return len(self.errors) >= self.most_errors

    def tell(self, error: CellError) -> None:
        """One more thing that is wrong."""
        self.count += 1
        if len(self.errors) < self.most_errors:
            self.errors.append(error)

    def wrong(
        self, sheet: str, row: int, key: str, code: str, *, expected: object = None, found: object = None
    ) -> None:
        """An error in a cell, by the keys of its sheet and column; what a hidden column holds is not repeated."""
        if self.is_full:
            self.count += 1
            return
        said = found[:LONGEST_FOUND] if isinstance(found, str) else found
        if (sheet, key) in self.hidden:
            said = None
        self.tell(self._at(sheet, row, key, code, expected, said))

    def warn(self, sheet: str, row: int, key: str, code: str) -> None:
        """Something to look at in a cell; what was found in it is not said."""
        self.warning_count += 1
        if len(self.warnings) < self.most_errors:
            self.warnings.append(self._at(sheet, row, key, code))

    def _at(
        self, sheet: str, row: int, key: str, code: str, expected: object = None, found: object = None
    ) -> CellError:
        at, label = self.letters.get((sheet, key), ""), self.labels.get((sheet, key), "")
        return CellError(self.names.get(sheet, sheet), row, at, code, key, label, expected, found)
