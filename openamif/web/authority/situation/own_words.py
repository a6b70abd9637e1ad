"""The counting rule of an indicator of the programme's own, in the reader's words."""

from collections.abc import Mapping
from typing import Any

from babel.lists import format_list
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from openamif.register.states import EventKind
from openamif.rules.indicators import words
from openamif.rules.indicators.rule import PERSONS, THINGS
from openamif.web.components import formats
from openamif.web.official import reader_language
from openamif.web.register_labels import EVENT_KINDS, FIELDS, OUTPUT_KINDS

COUNTS: dict[str, Promise] = {
    PERSONS: gettext_lazy("Persons, by what happened to them"),
    THINGS: gettext_lazy("Things that grants deliver"),
}
KINDS: dict[str, Promise] = {
    **{EventKind(kind).name.lower(): label for kind, label in EVENT_KINDS.items()},
    words.LEVEL_GAINED: gettext_lazy("Gained a level of the language from the test at entry to the test at exit"),
    words.USES_SKILLS_LATER: gettext_lazy("Uses the skills learnt, and said so long enough after a training"),
}
TOOK_PART = {kind: label for kind, label in KINDS.items() if kind in words.PARTICIPATIONS}
CAME_OF_IT = {kind: label for kind, label in KINDS.items() if kind not in words.PARTICIPATIONS}
FLAGS: dict[str, Promise] = {name: FIELDS[name] for name in ("vulnerable", "unaccompanied_minor")}
TARGET_GROUP, STAFF = "target_group", "staff"
AMONG: dict[str, Promise] = {
    "": gettext_lazy("Everybody in the register"),
    TARGET_GROUP: gettext_lazy("Only the target group: no staff, no citizens of the Union"),
    STAFF: gettext_lazy("Only members of staff who are trained"),
}
ADDED, NAMED_IN_GRANT, NAMED_IN_PROGRAMME = "added.grant", "named.grant", "named.programme"
HOW: dict[str, Promise] = {
    ADDED: gettext_lazy("Quantities added up"),
    NAMED_IN_GRANT: gettext_lazy("Each name once in a grant"),
    NAMED_IN_PROGRAMME: gettext_lazy("Each name once in the whole programme"),
}
UNITS: dict[str, Promise] = {
    "person": pgettext_lazy("a unit", "Persons"),
    "place": pgettext_lazy("a unit", "Places"),
    "item": pgettext_lazy("a unit", "Items"),
    "product": pgettext_lazy("a unit", "Products"),
    "project": pgettext_lazy("a unit", "Projects"),
    "authority": pgettext_lazy("a unit", "Authorities"),
    "activity": pgettext_lazy("a unit", "Activities"),
    "family": pgettext_lazy("a unit", "Families"),
}


def what_counts(rule: Mapping[str, Any]) -> SafeString:
    """What counts, then the conditions, a line each."""
    first = _what_happened(rule) if rule["counts"] == PERSONS else _what_is_delivered(rule)
    lines = ((each,) for each in conditions(rule))
    return format_html("<span>{}{}</span>", first, format_html_join("", '<br><span class="note">{}</span>', lines))


def _what_happened(rule: Mapping[str, Any]) -> str:
    kinds = [label for kind, label in KINDS.items() if kind in rule["kinds"]]
    words = _("Persons: %(kinds)s") if len(kinds) == 1 else _("Persons, one of these being enough: %(kinds)s")
    return words % {"kinds": formats.listed(kinds)}


def _what_is_delivered(rule: Mapping[str, Any]) -> str:
    outputs = formats.listed(label for kind, label in OUTPUT_KINDS.items() if kind in rule["outputs"])
    return _("Things: %(outputs)s") % {"outputs": outputs}


def conditions(rule: Mapping[str, Any]) -> list[str]:
    """Of whom it counts what happened; of things, how often."""
    if rule["counts"] == THINGS:
        return [str(HOW[f"{rule['how']}.{rule['distinct']}"])]
    said = []
    if flags := [str(label) for name, label in FLAGS.items() if name in rule.get("flags", ())]:
        known = format_list(flags, style="or", locale=reader_language())
        said.append(_("Only: %(flags)s") % {"flags": known})
    if among := among_of(rule):
        said.append(str(AMONG[among]))
    return said


def among_of(rule: Mapping[str, Any]) -> str:
    """Among whom, as the form asks it."""
    return TARGET_GROUP if rule.get("target_group") else (STAFF if rule.get("standings") else "")
