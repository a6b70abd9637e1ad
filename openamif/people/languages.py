"""The languages of those who read here, as Belgium writes them: the locale of each, and the days of its calendar."""

import re
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from django.utils.translation import get_language

LOCALES = {"fr": "fr_BE", "nl": "nl_BE", "de": "de_BE", "en": "en_IE"}
FIRST = re.compile(r"\b1\b")


def reader_locale() -> Locale:
    """The Babel locale of the reader's active language; English where it is none of ours."""
    return _locale((get_language() or "en").split("-")[0])


@lru_cache
def _locale(language: str) -> Locale:
    return Locale.parse(LOCALES.get(language, LOCALES["en"]))


def written_day(value: date, length: str = "long") -> str:
    """``1 July 2026``, ``1er juillet 2026``; ``length``: a length or a pattern of Babel's."""
    return first_of_month(format_date(value, length, locale=reader_locale()))


def first_of_month(written: str) -> str:
    """Days in words; in French the first is the only one with its ordinal."""
    return FIRST.sub("1er", written) if reader_locale().language == "fr" else written
