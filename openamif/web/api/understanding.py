"""What of a request could not be understood: where it stands, what was found there and what is expected."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

BODY, MOST, LONGEST = "body", 10, 60
NAMING = frozenset({"national_number", "surname", "given_names", "born_on", "local_reference"})
"""What names a person is not repeated."""
HOURS = gettext_lazy('hours as text with a point, as "1.50"')
REFERENCE = gettext_lazy("text without a space at its beginning or end")
WRITTEN = {
    "hours": HOURS,
    "planned_hours": HOURS,
    "language": gettext_lazy("two small letters, as fr"),
    "location": gettext_lazy("a code of NUTS, as BE1 or BE211"),
    "reason": gettext_lazy("text that is not empty"),
    "reference": REFERENCE,
    "local_reference": REFERENCE,
    "participant": REFERENCE,
    "activity": REFERENCE,
}
"""How a text is written, by the name of its field."""
KINDS = {
    "date": gettext_lazy("day, as 2020-12-31"),
    "bool": gettext_lazy("true or false"),
    "int": gettext_lazy("whole number"),
    "model": gettext_lazy("an object of JSON"),
    "list": gettext_lazy("a list of JSON"),
    "string": gettext_lazy("text"),
}
"""By the beginning of what the framework calls the fault."""


def understood_not(errors: Sequence[Mapping[str, Any]]) -> tuple[str, list[str]]:
    """A sentence with each place, at most ten; and the names of the fields."""
    told: dict[str, str] = {}
    for each in errors:
        told.setdefault(place_of(each["loc"]), problem_of(each))
    fields = sorted({place.rpartition(".")[-1] for place in told})
    said = list(told.values())
    if len(said) > MOST:
        said = [*said[:MOST], _("and %(number)s more") % {"number": len(said) - MOST}]
    return _("The request could not be understood: %(fields)s.") % {"fields": "; ".join(said)}, fields


def problem_of(error: Mapping[str, Any]) -> str:
    """Of one place."""
    place, kind = place_of(error["loc"]), error["type"]
    name = place.rpartition(".")[-1]
    if kind == "missing":
        return _("%(place)s is missing") % {"place": place}
    if kind == "extra_forbidden":
        return _("%(place)s is not known at this address") % {"place": place}
    words = {"place": place, "expected": expected_of(error, name), "found": str(error.get("input"))[:LONGEST]}
    if name in NAMING or isinstance(error.get("input"), dict | list) or "\0" in words["found"]:
        return _("%(place)s (expected: %(expected)s)") % words
    return _("%(place)s: “%(found)s” was found (expected: %(expected)s)") % words


def expected_of(error: Mapping[str, Any], name: str) -> str:
    """What would have been understood."""
    kind, limits = error["type"], error.get("ctx", {})
    if kind in ("enum", "literal_error"):
        return _("one of %(choices)s") % {"choices": ", ".join(re.findall(r"'([^']+)'", str(limits["expected"])))}
    if name in WRITTEN:
        return str(WRITTEN[name])
    for limit, words in limits_of(kind).items():
        if limit in limits:
            return words % {"number": limits[limit]}
    return next((str(words) for begins, words in KINDS.items() if kind.startswith(begins)), _("another value"))


def limits_of(kind: str) -> dict[str, str]:
    """What a limit that is not kept asks, by the name of the limit."""
    if kind.startswith("string"):
        return {"min_length": _("text that is not empty"), "max_length": _("at most %(number)s signs")}
    return {
        "ge": _("at least %(number)s"),
        "le": _("at most %(number)s"),
        "min_length": _("at least %(number)s"),
        "max_length": _("at most %(number)s"),
    }


def place_of(steps: Sequence[object]) -> str:
    """``events.1.happened_on`` (rows from 0): without what only the framework calls it."""
    inner = [str(step) for step in steps[1:] if "[" not in str(step)]
    if steps[0] == BODY:
        return ".".join(inner[1:]) or BODY
    return ".".join(inner) or str(steps[-1])
