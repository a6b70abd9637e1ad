"""Numbers, years and dates as the Commission's exports print them, and back.

A space of any width, a dot or a comma may part the thousands; a comma or a dot, the decimals. A single dot or comma
before exactly three digits parts thousands (the forms print two decimals at most), before one or two digits decimals.
"""

import re
from datetime import date
from decimal import Decimal

CENT = Decimal("0.01")
SPACES = " \u00a0\u2007\u2008\u2009\u200a\u202f"
MINUSES = "-\u2212\u2010\u2011\u2012\u2013"
DASHES = MINUSES + "\u2014"

_PARTED = re.compile(r"[1-9][0-9]{0,2}(?:([ .,])[0-9]{3})(?:\1[0-9]{3})*")
_DIGITS = re.compile(r"[0-9]{1,15}")
_YEAR = re.compile(r"[0-9]{4}")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SPACES_TO_PLAIN = str.maketrans(dict.fromkeys(SPACES, " "))


def amount(cell: str) -> Decimal | None:
    """The number in a cell with two decimals; ``None`` for an empty cell or a lone dash. Raises ValueError."""
    text = cell.translate(_SPACES_TO_PLAIN).strip().strip("€%").strip()
    if not text or text in DASHES:
        return None
    sign = 1
    if text.startswith("(") and text.endswith(")"):
        sign, text = -1, text[1:-1].strip()
    elif text[0] in MINUSES:
        sign, text = -1, text[1:].strip()
    whole, decimals = _halves(text)
    return sign * Decimal(f"{whole}.{decimals or '00'}").quantize(CENT)


def _halves(text: str) -> tuple[str, str]:
    """The digits before and after the decimal mark."""
    if _DIGITS.fullmatch(text):
        return text, ""
    if _PARTED.fullmatch(text) and len(text) <= 20:
        return re.sub("[ .,]", "", text), ""
    whole, mark, decimals = text[:-3], text[-3:-2], text[-2:]
    if mark not in (".", ","):
        whole, mark, decimals = text[:-2], text[-2:-1], text[-1:]
    if mark not in (".", ",") or not _DIGITS.fullmatch(decimals):
        raise ValueError(text)
    if _DIGITS.fullmatch(whole):
        return whole, decimals
    parted = _PARTED.fullmatch(whole)
    if parted is None or parted[1] == mark or len(whole) > 20:
        raise ValueError(text)
    return re.sub("[ .,]", "", whole), decimals


def count(cell: str) -> int | None:
    """A whole number, of persons for instance; ``None`` for an empty cell. Raises ValueError."""
    value = amount(cell)
    if value is None:
        return None
    if value != int(value):
        raise ValueError(cell)
    return int(value)


def year(cell: str) -> int | None:
    """A year in four digits; ``None`` for an empty cell. Raises ValueError."""
    text = cell.translate(_SPACES_TO_PLAIN).strip()
    if not text or text in DASHES:
        return None
    if not _YEAR.fullmatch(text):
        raise ValueError(text)
    return int(text)


def day(cell: str) -> date | None:
    """A date as ``05/02/2014`` or ``2014-02-05``; ``None`` for an empty cell. Raises ValueError."""
    text = cell.translate(_SPACES_TO_PLAIN).strip()
    if not text or text in DASHES:
        return None
    if found := _DAY_FIRST.fullmatch(text):
        return date(int(found[3]), int(found[2]), int(found[1]))
    if found := _YEAR_FIRST.fullmatch(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    raise ValueError(text)


def print_amount(value: Decimal | None, language: str) -> str:
    """``22 813 801,27`` in French (no-break spaces), ``22,813,801.27`` in English; empty for ``None``."""
    if value is None:
        return ""
    text = f"{value:,.2f}"
    return text if language == "en" else text.replace(",", "\u00a0").replace(".", ",")


def print_count(value: int | None, language: str) -> str:
    """``1 869`` in French, ``1,869`` in English; empty for ``None``."""
    if value is None:
        return ""
    text = f"{value:,}"
    return text if language == "en" else text.replace(",", "\u00a0")


def print_day(value: date | None) -> str:
    """``05/02/2014``; empty for ``None``."""
    return "" if value is None else f"{value.day:02}/{value.month:02}/{value.year:04}"
