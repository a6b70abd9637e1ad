"""From what a cell holds to the value its column wants, or a code that says why not."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from openamif.workbooks.columns import Column, plain

Value = str | int | Decimal | date
FIRST_YEAR, LAST_YEAR = 1950, 2100
CENT = Decimal("0.01")
ALMOST = Decimal("0.00001")
LARGEST_AMOUNT = Decimal("99999999999.99")
LARGEST_COUNT = 2_000_000_000
LONGEST_TEXT = 10_000
DAY = re.compile(r"^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))$")
NUMBER = re.compile(r"^-?\d+(?:[.,]\d+)?$")
SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\u2009'’"))


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a cell is not taken; ``expected`` and ``found`` as data."""

    code: str
    expected: object = None
    found: object = None


def text_of(cell: object) -> str:
    """What a cell reads as; a whole number without its point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def is_empty(cell: object) -> bool:
    """Nothing, or only spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def as_text(column: Column, cell: object) -> Value | Wrong:
    """Within its length."""
    text = text_of(cell)
    longest = min(column.longest or LONGEST_TEXT, LONGEST_TEXT)
    return text if len(text) <= longest else Wrong("too_long_text", longest, len(text))


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
    return cell if FIRST_YEAR <= cell.year <= LAST_YEAR else Wrong("not_a_date", None, cell.isoformat())


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


def as_amount(column: Column, cell: object) -> Value | Wrong:
    """EUR with two decimals at most, never negative."""
    number = number_in(cell)
    if number is None:
        return Wrong("not_an_amount", None, text_of(cell))
    if not 0 <= number <= LARGEST_AMOUNT:
        return Wrong("out_of_range", None, text_of(cell))
    cents = number.quantize(CENT)
    return cents if abs(cents - number) <= ALMOST else Wrong("more_than_cents", None, text_of(cell))


def as_count(column: Column, cell: object) -> Value | Wrong:
    """A whole number, never negative."""
    number = number_in(cell)
    if number is None or number != number.to_integral_value():
        return Wrong("not_a_count", None, text_of(cell))
    return int(number) if 0 <= number <= LARGEST_COUNT else Wrong("out_of_range", None, text_of(cell))


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
    "amount": as_amount,
    "count": as_count,
    "percent": as_percent,
}


def reader_of(column: Column) -> Callable[[object], Value | Wrong]:
    """How a column's cells are read; the texts of its choices are laid out once."""
    if column.kind != "choice":
        return lambda cell: READERS[column.kind](column, cell)
    keys: Mapping[str, str] = {text: choice.key for choice in column.choices for text in choice.understood()}
    offered = tuple(str(choice.label) for choice in column.choices)

    def choose(cell: object) -> Value | Wrong:
        text = text_of(cell)
        found = keys.get(plain(text))
        if found is None and column.offers:
            return as_text(column, text)
        return found if found is not None else Wrong("not_offered", offered, text)

    return choose
