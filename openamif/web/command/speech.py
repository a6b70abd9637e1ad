"""How the command line speaks: the reader's language from the catalogues, and figures as that language writes them."""

import gettext
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from openamif.law import LawError, code

CATALOGUES = Path(__file__).parents[2] / "locale"
_MARKS = {"en": (",", "."), "fr": ("\u202f", ","), "nl": (".", ","), "de": (".", ",")}
_LISTS = {"kind": "special_cases", "line": "commitment_lines"}
CENT = Decimal("0.01")


def translator(language: str) -> Callable[[str], str]:
    """The gettext of a language; texts stay English where the catalogue is not compiled or lacks them."""
    return gettext.translation("django", str(CATALOGUES), languages=[language], fallback=True).gettext


def shower(language: str, *, period: str) -> Callable[[str, object], str]:
    """How a finding's value is written: amounts with cents, shares in percent, counts, days, names for codes."""

    def show(name: str, value: object) -> str:
        if isinstance(value, Decimal):
            is_share = name == "rate" or name.endswith("_rate")
            return number(value, language) + (" %" if is_share else "")
        if isinstance(value, bool) or not isinstance(value, int):
            return _named(name, value, language, period)
        return number(Decimal(value), language, cents=False)

    return show


def number(value: Decimal, language: str, *, cents: bool = True) -> str:
    """A number with the language's marks; ``cents``: with two decimals."""
    thousands, decimal = _MARKS[language]
    rounded = value.quantize(CENT if cents else Decimal(1), ROUND_HALF_UP)
    text = f"{abs(rounded):,}".replace(",", "\0").replace(".", decimal).replace("\0", thousands)
    return f"−{text}" if rounded < 0 else text


def _named(name: str, value: object, language: str, period: str) -> str:
    if isinstance(value, date):
        return value.isoformat() if language == "en" else f"{value:%d/%m/%Y}"
    if name in _LISTS:
        try:
            return code(_LISTS[name], str(value), period=period).name(language)
        except LawError:
            return str(value)
    return str(value)
