"""From what a cell holds to the value its column wants, or a code that says why not."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import partial

from openamif.workbooks.columns import Column, plain
from openamif.workbooks.sheets import Strip

Value = str | int | Decimal | date
FIRST_YEAR, LAST_YEAR = 1950, 2100
FIRST_BIRTH = 1900
CENT = Decimal("0.01")
ALMOST = Decimal("0.00001")
LARGEST_AMOUNT = Decimal("99999999999.99")
LARGEST_COUNT = 2_000_000_000
LONGEST_TEXT = 10_000
MOST_REMEMBERED = 250_000
DAY = re.compile(r"^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))$")
YEAR = re.compile(r"^\d{4}$")
NUMBER = re.compile(r"^-?\d+(?:[.,]\d+)?$")
TWO_WAYS = re.compile(r"^-?[1-9]\d{0,2}[.,]\d{3}$")
"""A text such as 63.000: to some readers it is 63, to others 63 thousand."""
UNSEEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127])
"""Signs that no keyboard types and PostgreSQL does not all take; tabs and the ends of lines stay."""
SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\u2009'’"))


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a cell is not taken; ``expected`` and ``found`` as data."""

    code: str
    expected: object = None
    found: object = None


def text_of(cell: object) -> str:
    """What a cell reads as; a whole number without its point, a text without signs that nobody sees."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = str(cell)
    return (text if text.isprintable() else text.translate(UNSEEN)).strip()


def is_empty(cell: object) -> bool:
    """Nothing, or only spaces."""
    return cell is None or (isinstance(cell, str) and not text_of(cell))


def as_text(column: Column, cell: object) -> Value | Wrong:
    """Within its length."""
    text, longest = text_of(cell), longest_of(column)
    return text if len(text) <= longest else Wrong("too_long_text", longest, len(text))


def longest_of(column: Column) -> int:
    """The most signs of a text."""
    return min(column.longest or LONGEST_TEXT, LONGEST_TEXT)


def as_identifier(column: Column, cell: object) -> Value | Wrong:
    """In its usual writing, if its check digits are right."""
    text = as_text(column, cell)
    if isinstance(text, Wrong) or column.normalised is None:
        return text
    return column.normalised(str(text)) or Wrong("check_digits", None, text)


def as_date(column: Column, cell: object) -> Value | Wrong:
    """A day of the calendar; a text in the usual writings too (2020-12-31, 31/12/2020)."""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, str) and (found := DAY.match(cell.strip())):
        year, month, day = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
        try:
            cell = date(int(year), int(month), int(day))
        except ValueError:
            return Wrong("not_a_date", None, cell)
    if not isinstance(cell, date):
        return Wrong("not_a_date", None, text_of(cell))
    first = FIRST_BIRTH if column.kind in ("birth", "birthday") else FIRST_YEAR
    return cell if first <= cell.year <= LAST_YEAR else Wrong("not_a_date", None, cell.isoformat())


def as_birth(column: Column, cell: object) -> Value | Wrong:
    """A day, or a whole number that is a year."""
    if not isinstance(cell, date) and YEAR.match(year := text_of(cell)):
        return int(year) if FIRST_BIRTH <= int(year) <= LAST_YEAR else Wrong("out_of_range", None, year)
    return as_date(column, cell)


def number_in(cell: object) -> Decimal | None:
    """The number a cell holds; None where it holds none."""
    if isinstance(cell, bool):
        return None
    text = repr(cell) if isinstance(cell, int | float) else str(cell).translate(SPACES).removesuffix("€")
    if not isinstance(cell, int | float) and not NUMBER.match(text):
        return None
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def plain_number_in(cell: object) -> Decimal | None:
    """The same; none for a text that can be read in two ways."""
    if isinstance(cell, str) and TWO_WAYS.match(cell.translate(SPACES).removesuffix("€")):
        return None
    return number_in(cell)


def as_amount(column: Column, cell: object) -> Value | Wrong:
    """Two decimals at most, never negative."""
    number = plain_number_in(cell)
    if number is None:
        return Wrong("not_an_amount", None, text_of(cell))
    if not 0 <= number <= (column.most or LARGEST_AMOUNT):
        return Wrong("out_of_range", column.most, text_of(cell))
    cents = number.quantize(CENT)
    return cents if abs(cents - number) <= ALMOST else Wrong("more_than_cents", None, text_of(cell))


def as_count(column: Column, cell: object) -> Value | Wrong:
    """A whole number, never negative."""
    number = plain_number_in(cell)
    if number is None or number != number.to_integral_value():
        return Wrong("not_a_count", None, text_of(cell))
    within = column.least <= number <= (column.most or LARGEST_COUNT)
    bounds = (column.least, int(column.most)) if column.most else None
    return int(number) if within else Wrong("out_of_range", bounds, text_of(cell))


def as_percent(column: Column, cell: object) -> Value | Wrong:
    """From 0 to 100."""
    number = number_in(cell)
    if number is None:
        return Wrong("not_a_percent", None, text_of(cell))
    return number if 0 <= number <= 100 else Wrong("out_of_range", 100, text_of(cell))


READERS: dict[str, Callable[[Column, object], Value | Wrong]] = {
    "text": as_text,
    "identifier": as_identifier,
    "date": as_date,
    "birth": as_birth,
    "birthday": as_date,
    "amount": as_amount,
    "count": as_count,
    "percent": as_percent,
}


class Cells(dict[object, Value | Wrong | None]):
    """What the cells of one column mean, each writing read once: most of them repeat. None for an empty cell."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.column, self.read = column, reader_of(column)
        self.longest = longest_of(column) if column.kind in ("text", "identifier") else 0
        self.normalised = column.normalised if column.kind == "identifier" else None
        self.is_wrong = False

    def __missing__(self, cell: object) -> Value | Wrong | None:
        # Most of what does not repeat is text, and right.
        value: Value | Wrong | None = None
        if type(cell) is str and 0 < len(text := cell.strip()) <= self.longest and text.isprintable():
            value = self.normalised(text) if self.normalised else text
        if not value:
            value = self.value_of(cell)
        if len(self) < MOST_REMEMBERED:
            self[cell] = value
        return value

    def value_of(self, cell: object) -> Value | Wrong | None:
        """Read anew."""
        value = None if is_empty(cell) else self.read(cell)
        self.is_wrong = self.is_wrong or isinstance(value, Wrong)
        return value

    def read_all(self, strip: Strip) -> list[Value | Wrong | None]:
        """A cell each. A dictionary takes true for 1, so cells among which it stands are read without."""
        is_safe = bool not in set(map(type, strip.cells))
        values = list(map(self.__getitem__ if is_safe else self.value_of, strip.cells))
        return values if len(values) == len(strip.places) else [values[place] for place in strip.places]


def reader_of(column: Column) -> Callable[[object], Value | Wrong]:
    """How a column's cells are read; the texts of its choices are laid out once."""
    if column.kind != "choice":
        return partial(READERS[column.kind], column)
    keys: Mapping[str, str] = {text: choice.key for choice in column.choices for text in choice.understood()}
    offered = tuple(str(choice.label) for choice in column.choices)

    def choose(cell: object) -> Value | Wrong:
        text = text_of(cell)
        found = keys.get(plain(text))
        if found is None and column.offers:
            return as_text(column, text)
        return found if found is not None else Wrong("not_offered", offered, text)

    return choose
