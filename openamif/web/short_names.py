"""Short names of indicators, for charts and lists: worded by us, in the reader's language."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml
from django.utils.translation import gettext as _

from openamif.web.official import (
    indicator_as_printed,
    indicator_name,
    objective_name,
    reader_language,
    with_capital,
)

FILE = Path(__file__).with_name("short_names.yaml")


@cache
def short_names() -> Mapping[str, Mapping[str, str]]:
    """By code, by language."""
    names: dict[str, dict[str, str]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return names


def short_name(code: str, printed: str, period: str) -> str:
    """Where there is one, as it stands alone; else the official name, or as the document prints it."""
    named = short_names().get(code)
    return with_capital(named.get(reader_language(), named["en"])) if named else indicator_name(code, printed, period)


def listed_name(code: str, printed: str, period: str, *, is_part: bool) -> str:
    """What an indicator is called in a list below the one it belongs to; a part says that it is one."""
    if not is_part:
        return short_name(code, printed, period)
    named = short_names().get(code)
    part = named.get(reader_language(), named["en"]) if named else indicator_as_printed(code, printed, period)
    return _("of which: %(part)s") % {"part": part}


def objective_short_name(code: str, period: str) -> str:
    """Where there is one; else the official name of the objective or of what else is on a line of the plan."""
    return short_name(code, objective_name(code, period), period)
