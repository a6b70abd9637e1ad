"""Official names in the reader's language, from the law's own lists; what has no official name is worded here."""

from babel import Locale
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from openamif.law.errors import LawError
from openamif.law.loader import code, codes
from openamif.sfc.programme_2014 import PLEDGING_PERIODS


def reader_language() -> str:
    """The reader's language by its two letters."""
    return (get_language() or "en").split("-")[0]


def official(name: str, value: str, period: str) -> str:
    """The official name of a code of a list; the code itself where the list has none."""
    try:
        return code(name, value, period=period).name(reader_language())
    except LawError:
        return value


def objective_name(value: str, period: str) -> str:
    """Of an objective, a specific action, or a sum of the financial plan (``SO1.NO``, ``SO1.SA``, ``TOTAL``)."""
    _objective, _dot, inner = value.partition(".")
    if inner == "NO":
        return _("National objectives together")
    if inner == "SA":
        return _("Specific actions together")
    if value == "TOTAL":
        return _("Total")
    return official("objectives", value, period)


def special_case_name(value: str, period: str) -> str:
    """Of a kind of special case, or their total."""
    return _("Total") if value == "total" else official("special_cases", value, period)


def commitment_line_name(value: str, period: str) -> str:
    """Of a line of the annual commitments, or their total."""
    return _("Total") if value == "total" else official("commitment_lines", value, period)


def resettlement_category_name(value: str, period: str) -> str:
    """Of a common priority or vulnerable group."""
    return official("resettlement_categories", value, period)


def indicator_name(value: str, printed: str, period: str) -> str:
    """Of an indicator where its name stands alone: a capital first, and no words that lead to the lines under it."""
    return with_capital(alone(indicator_as_printed(value, printed, period)))


def alone(name: str) -> str:
    """A name without the words that lead to the lines under it: ``…, separately specifying:``."""
    return name.rpartition(",")[0] if name.endswith(":") and "," in name else name


def with_capital(name: str) -> str:
    """A name that began in the middle of a sentence, at the head of its own."""
    return name[:1].upper() + name[1:]


def indicator_as_printed(value: str, printed: str, period: str) -> str:
    """Of an indicator, or of a line under it: official to the letter where the law has it, else as it is printed."""
    names = (official(listed, value, period) for listed in ("indicators", "report_breakdowns"))
    return next((name for name in names if name != value), printed)


def unit_name(value: str) -> str:
    """Of a unit of measure."""
    return {"number": _("Number"), "percent": _("Percentage")}.get(value, value)


def place_name(value: str, period: str) -> str:
    """Of a place by its code of NUTS."""
    return official("nuts", value, period)


def places_of(country: str, period: str) -> list[tuple[str, str]]:
    """Every place of a country by its code of NUTS, with its name; none where the list of the period is not its own."""
    every = codes("nuts", period=period)
    if all(each.code != country for each in every):
        return []
    return [(each.code, f"{each.code} {each.name(reader_language())}") for each in every]


def country_name(value: str | None) -> str:
    """Of a country by its two letters."""
    if not value:
        return ""
    return str(Locale(reader_language()).territories.get(value, value))


def beneficiary_type_name(value: str, period: str) -> str:
    """Of a type of beneficiary: in the reader's language where the document's words are one of the official names."""
    for each in codes("beneficiary_types", period=period):
        if value.casefold() in {words.casefold() for words in (each.code, *each.names.values())}:
            return each.name(reader_language())
    return value


def pledging_periods() -> tuple[str, ...]:
    """The three periods in which persons are pledged."""
    return PLEDGING_PERIODS
