"""What a workbook asks: sheets of columns, each declared once."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from openamif.workbooks.safety import USUAL, Limits

MOST_ERRORS = 500
MOST_TAKEN_AWAY = 10_000
"""Of a form whose errors are taken away as a file; what is kept stays small, whatever comes in."""
LISTS = "lists"
"""The name of the sheet that drop-downs take their labels from."""
KINDS = ("text", "choice", "date", "birth", "birthday", "amount", "count", "percent", "identifier")


def plain(text: str) -> str:
    """A label as it is compared: without capitals and without odd spaces."""
    return " ".join(text.split()).casefold()


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that a cell may have: its key, its label, and what else is understood (other languages)."""

    key: str
    label: object
    others: tuple[str, ...] = ()

    def understood(self) -> set[str]:
        """Every text that means it, as compared."""
        return {plain(text) for text in (self.key, str(self.label), *self.others)}


@dataclass(frozen=True, slots=True)
class Column:
    """``kind``: text, choice, date, birth (a day or its year), birthday, amount (two decimals), count, percent,
    identifier.

    ``label`` and ``help``: a text or what turns into one; ``others``: further headings that are understood.
    ``longest``: in characters; ``unique``: no value twice in the sheet. ``within``: (sheet, column) where the value
    must stand too; ``offers``: (sheet, column) whose cells the drop-down offers, beside ``choices``.
    ``normalised``: for an identifier, its usual writing; None or blank where it is wrong. ``most``: of an amount or a
    count; ``least``: of a count. ``needed_without``: another column; in a row, something must stand under this one or
    that. ``hidden``: it says who somebody is, so that no error repeats what was found. ``owed_when``: in words, when it
    may not stay empty.
    """

    key: str
    label: object
    kind: str = "text"
    required: bool = False
    help: object = ""
    others: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    longest: int | None = None
    unique: bool = False
    within: tuple[str, str] | None = None
    offers: tuple[str, str] | None = None
    normalised: Callable[[str], str | None] | None = None
    width: int = 18
    most: Decimal | None = None
    least: int = 0
    hidden: bool = False
    owed_when: object = ""
    needed_without: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no such kind of column: {self.kind}")

    def needed(self) -> tuple[str, ...]:
        """The columns of which one must be filled in; none where this one may stay empty."""
        if self.required:
            return (self.key,)
        return (self.key, self.needed_without) if self.needed_without else ()

    def headings(self) -> set[str]:
        """Every heading that means it, as compared."""
        return {plain(text).rstrip(" *") for text in (self.key, str(self.label), *self.others)}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of rows; ``examples``: rows that the template is filled with, values by column."""

    key: str
    label: object
    columns: tuple[Column, ...]
    others: tuple[str, ...] = ()
    required: bool = False
    examples: tuple[dict[str, object], ...] = ()
    most_rows: int = 5000

    def names(self) -> set[str]:
        """Every name of the sheet that is understood, as compared."""
        return {plain(sheet_name(text)) for text in (self.key, str(self.label), *self.others)}


@dataclass(frozen=True, slots=True)
class Form:
    """A workbook: its title, its instructions (a paragraph a text), its sheets; ``limits``: the most a file may be.

    ``instructions_others``: what the sheet of instructions is called in other languages. ``most_errors``: how many of
    those found in a file are kept.
    """

    title: object
    sheets: tuple[Sheet, ...]
    instructions_label: object = "Instructions"
    instructions: tuple[object, ...] = ()
    headings: tuple[object, object, object] = ("Column", "Required", "What goes in")
    yes: object = "yes"
    limits: Limits = USUAL
    instructions_others: tuple[str, ...] = ()
    most_errors: int = MOST_ERRORS

    def beside(self) -> set[str]:
        """The names of the sheets that the template has besides those of rows, as compared."""
        labels = (self.instructions_label, *self.instructions_others, LISTS)
        return {plain(sheet_name(label)) for label in labels}


def sheet_name(text: object) -> str:
    """A label as a spreadsheet takes it for the name of a sheet: 31 signs at most, some not allowed."""
    return "".join(sign for sign in str(text) if sign not in "[]:*?/\\'")[:31].strip()
