"""Numbers, dates and instants as the reader writes them.

Babel decides by the reader's language, as Belgium writes it (fr-BE, nl-BE, de-BE; English as in Ireland), with three
choices of ours, so that four languages can read one table together:

* groups are parted by a narrow no-break space in every language (ISO 80000-1; Interinstitutional Style Guide), because
  ``1.234`` is one thousand in Dutch and one and a bit in English; the decimal sign stays the reader's own;
* a percent sign and a currency code are parted from their figure by a no-break space; EUR follows the figure;
* the first of the month is ``1er`` in French.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_interval, format_time
from babel.numbers import get_decimal_symbol
from django.utils.timezone import is_aware, localtime

from openamif.people.languages import first_of_month, reader_locale, written_day

NARROW_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
NOTHING = "\u2013"
CENT = Decimal("0.01")
MILLION = Decimal(1_000_000)
MILLIONS = {"de": "Mio.", "nl": "mln."}
MOST_DIGITS = 4
KILO = 1000
FULL_FIGURES = 10
"""From so many of a unit on, the size of a file needs no tenths."""


def decimal(value: Decimal | int) -> Decimal:
    """The value as an exact decimal; a float is refused, because money and shares are never floats."""
    if isinstance(value, float):
        raise TypeError("a figure is a Decimal or an int, never a float")
    return Decimal(value)


def number(value: Decimal | int, digits: int = 0) -> str:
    """``1 234,50``: rounded half up to ``digits`` decimals, with a true minus sign."""
    exact = decimal(value).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    exact = exact.copy_abs() if exact.is_zero() else exact
    written = f"{exact.copy_abs():,.{digits}f}".translate(_signs(reader_locale()))
    return f"{MINUS}{written}" if exact < 0 else written


def decimal_sign() -> str:
    """What stands between the units and the tenths in the reader's language."""
    return get_decimal_symbol(reader_locale())


@lru_cache
def _signs(locale: Locale) -> dict[int, str]:
    """What stands for the comma between groups and for the decimal point."""
    return str.maketrans({",": NARROW_SPACE, ".": get_decimal_symbol(locale)})


def count(value: Decimal | int) -> str:
    """A whole number of things or persons; decimals are kept where there are any (``12,5`` full-time posts)."""
    exact = decimal(value).normalize()
    exponent = exact.as_tuple().exponent
    return number(exact, max(0, -exponent) if isinstance(exponent, int) else 0)


def money(amount: Decimal | int) -> str:
    """The exact amount in euros and cents, without its unit."""
    return number(amount, 2)


def euros(amount: Decimal | int) -> str:
    """The exact amount with its unit."""
    return f"{money(amount)}{NO_BREAK_SPACE}EUR"


def money_short(amount: Decimal | int) -> tuple[str, str]:
    """A large figure and its unit: millions with one decimal from one million on, whole euros below."""
    exact = decimal(amount)
    if abs(exact) < MILLION:
        return number(exact), "EUR"
    return number(exact / MILLION, 1), f"{MILLIONS.get(reader_locale().language, 'M')}{NO_BREAK_SPACE}EUR"


def share(rate: Decimal | int, digits: int = 1, beside: tuple[Decimal | int | None, ...] = ()) -> str:
    """A percentage, with more decimals where rounding would hide that it differs from 0, 100 or a value beside it."""
    exact = decimal(rate)
    marks = [Decimal(0), Decimal(100), *(decimal(value) for value in beside if value is not None)]
    while digits < MOST_DIGITS and any(
        mark != exact and rounded(mark, digits) == rounded(exact, digits) for mark in marks
    ):
        digits += 1
    return f"{number(exact, digits)}{NO_BREAK_SPACE}%"


def rounded(value: Decimal, digits: int) -> Decimal:
    """Half up, to this many decimals."""
    return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def size(octets: int) -> str:
    """``340 kB``, ``5,3 Mo``: the size of a file, never less than it is; in thousands, as limits are set."""
    prefix, unit = ("M", KILO**2) if octets >= KILO**2 else ("k", KILO)
    exact = Decimal(octets) / unit
    digits = 0 if exact >= FULL_FIGURES or exact % 1 == 0 else 1
    letter = "o" if reader_locale().language == "fr" else "B"
    figure = number(exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_UP), digits)
    return f"{figure}{NO_BREAK_SPACE}{prefix}{letter}"


def listed(parts: Iterable[object], *, at_most: int | None = None) -> str:
    """One after another, each set off as the language does; an ellipsis for those that are too many."""
    words = [str(part) for part in parts]
    shown = words[:at_most] if at_most is None or len(words) <= at_most else [*words[:at_most], "…"]
    return ("\u00a0; " if reader_locale().language == "fr" else "; ").join(shown)


def day(value: date, *, length: str = "long") -> str:
    """``1 July 2026`` (long), ``1 Jul 2026`` (medium) or ``Wednesday 1 July 2026`` (full)."""
    if length == "medium" and reader_locale().language == "de":
        length = "d. MMM y"
    written = written_day(value, length)
    return written.replace(" ", NO_BREAK_SPACE) if length != "full" else written


def days(first: date, last: date) -> str:
    """``1 Jan – 30 Jun 2026``: what two days have in common is said once; a line ends at the dash, never in a day."""
    written = first_of_month(format_interval(first, last, "yMMMd", locale=reader_locale()))
    return written.replace(" ", NO_BREAK_SPACE)


def clock(value: datetime | time) -> str:
    """``12:05``, in the time of the place where the programme is run."""
    local = localtime(value) if isinstance(value, datetime) and is_aware(value) else value
    return format_time(local, "HH:mm", locale=reader_locale())


def instant(value: datetime, *, length: str = "long") -> str:
    """Day and time of the day."""
    local = localtime(value) if is_aware(value) else value
    return f"{day(local.date(), length=length)}, {clock(local)}"
