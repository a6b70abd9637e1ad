"""What is said of a file that was sent in: why it is not taken, what is wrong in its cells, what it would change."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openamif.register.queries.files import CHANGES
from openamif.register.states import EventKind, Level
from openamif.rules.finding import Finding, Severity
from openamif.web.cells import COMMON_ERRORS
from openamif.web.components import formats
from openamif.web.components.shapes import Figure
from openamif.web.register_findings import sentence_of
from openamif.web.register_labels import (
    ANSWERS,
    EVENT_KINDS,
    NATIONALITY_GROUPS,
    NUMBER_OF_NOBODY,
    OUTPUT_KINDS,
    SEXES,
    STANDINGS,
)

FEW = 6
REFUSALS: dict[str, Promise] = {
    "not_a_workbook": gettext_lazy(
        "This file is neither an Excel workbook (.xlsx) nor separated values (.csv). An older workbook (.xls), "
        "or one with a password, is first saved as .xlsx and without it."
    ),
    "too_large": gettext_lazy("The file is larger than 40 MB. Send it in in two parts."),
    "unpacks_too_large": gettext_lazy("The file unpacks to far more than a register can be, so it was not opened."),
    "too_wide": gettext_lazy("The file has cells far to the right. Take the template and copy your rows into it."),
    "too_long": gettext_lazy("The file has more than 200 000 rows. Send it in in two parts."),
    "no_sheet": gettext_lazy("None of the sheets of the template is in this file."),
    "gone": gettext_lazy("The file could not be read any more. Send it in again."),
    "unlawful": gettext_lazy(
        "The register or the grant changed meanwhile, and rules now stand against this file. Send it in again: the dry "
        "run says which."
    ),
}
ERRORS: dict[str, Promise] = {
    **COMMON_ERRORS,
    "differs_in_file": gettext_lazy("The same local reference stands for another person above: “%(found)s” differs."),
    "no_such_activity": gettext_lazy(
        "No activity has the reference “%(found)s”. Enter it under “Activities”, or add it to their sheet of the "
        "workbook."
    ),
    "no_such_activity_of_many": gettext_lazy(
        "No activity has the reference “%(found)s”, which %(expected)s rows name. Enter it under “Activities”, or add "
        "it to their sheet of the workbook."
    ),
    "not_an_amount": gettext_lazy("“%(found)s” is no number. Write it as 1.5 or 1,5."),
    "not_within": gettext_lazy("“%(found)s” is out of range: from 0 to %(expected)s."),
    "not_a_likely_day": gettext_lazy("“%(found)s” cannot be: correct the year."),
    "kind_of_another_activity": gettext_lazy("The activity “%(found)s” is of another kind."),
}
LOST: dict[str, Promise] = {
    "name_without_day": gettext_lazy(
        "A name without the date of birth identifies nobody and is not kept. Expected: the full date, or a national "
        "number."
    ),
    "name_with_year": gettext_lazy(
        "A name with the year of birth alone identifies nobody and is not kept. Expected: the full date, or a national "
        "number."
    ),
    "one_name": gettext_lazy(
        "A single name with the date of birth identifies nobody and is not kept. Expected: surname and given names, or "
        "a national number."
    ),
    "day_without_name": gettext_lazy(
        "A date of birth without the names identifies nobody: only its year is kept. Expected: the names too, or a "
        "national number."
    ),
}
KNOWN_HERE = gettext_lazy(
    "Otherwise the local reference alone says who it is: the person counts once in this grant, and may count again in "
    "another."
)
UNSAID: dict[str, Promise] = {
    "not_a_date": gettext_lazy("What stands here is no possible date. Write it as 2020-12-31 or 31/12/2020."),
    "out_of_range": gettext_lazy("What stands here is out of range."),
    "differs_in_file": gettext_lazy("The same local reference stands for another person above: correct either."),
    "too_long_text": gettext_lazy("The text is too long."),
    "check_digits": NUMBER_OF_NOBODY,
    "R-04.unborn": gettext_lazy("Somebody born then was not there yet. Correct the year of birth."),
    "R-04.too_old": gettext_lazy("Nobody born then can have taken part. Correct the year of birth."),
}
CHOICES: dict[str, Any] = {
    **{kind.name.lower(): EVENT_KINDS[kind] for kind in EventKind},
    **OUTPUT_KINDS,
    **SEXES,
    **NATIONALITY_GROUPS,
    **STANDINGS,
    **{level.name: level.name for level in Level},
    "yes": ANSWERS[1],
    "no": ANSWERS[0],
}


def refusal_words(result: Mapping[str, Any]) -> str:
    """Why a file was not taken; empty where it was."""
    refusal = result.get("refusal")
    return str(REFUSALS[refusal["code"]]) if refusal else ""


def sentence_for(error: Mapping[str, Any], heading: str, period: str) -> str:
    """What is wrong in a cell, or what a rule (``R-02.too_late``) says against it."""
    code, found, expected = error["code"], error["found"], error["expected"]
    if found is None and code in UNSAID:
        return str(UNSAID[code])
    if code in LOST:
        return f"{LOST[code]} {KNOWN_HERE}"
    rule, _point, variant = code.partition(".")
    if variant:
        finding = Finding(rule, Severity.ERROR, False, error["key"], "", variant=variant)
        return sentence_of(replace(finding, found=figures(found), expected=figures(expected)), period)
    wording = wording_of(code, found, expected)
    most = Decimal(expected) if wording == "not_within" else expected
    words = {"label": heading, "found": said(found), "expected": said(most)}
    return (str(ERRORS[wording]) % words).replace("….", "…")


def wording_of(code: str, found: Any, expected: Any) -> str:
    """Some errors are worded otherwise where more is known."""
    if code == "no_such_activity" and expected and expected > 1:
        return "no_such_activity_of_many"
    if code == "out_of_range" and expected is not None:
        return "not_within"
    return "not_a_likely_day" if code == "not_a_date" and day_in(found) else code


def figures(written: Mapping[str, Any]) -> dict[str, object]:
    """The figures of a finding as they were before they were written down."""
    return {
        name: date.fromisoformat(value) if name.endswith("day") and value else value for name, value in written.items()
    }


def said(value: object) -> str:
    """A figure of an error in the reader's writing; of a long list of choices, the first few."""
    if isinstance(value, list):
        return formats.listed((CHOICES.get(each, each) for each in value), at_most=FEW)
    if isinstance(value, int | Decimal):
        return formats.count(value)
    if isinstance(value, str):
        return day_or_text(value)
    return ""


def day_or_text(text: str) -> str:
    """A day as the reader writes it."""
    day = day_in(text)
    return formats.day(day, length="medium") if day else str(CHOICES.get(text, text))


def day_in(text: str) -> date | None:
    """The day that a text is, if it is one."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def figures_of(counts: Mapping[str, int]) -> list[Figure]:
    """What the file holds and would change, in numbers."""
    changed = counts.get("events_changed", 0) + counts.get("descriptions_changed", 0)
    same = counts.get("events_unchanged", 0) + counts.get("repeated", 0)
    return [
        Figure(_("Rows read"), counts.get("rows", 0)),
        Figure(_("New participants"), counts.get("participants_new", 0), note=known_words(counts)),
        Figure(_("New events"), counts.get("events_new", 0)),
        Figure(_("Changed"), changed, note=_("corrections and descriptions")),
        Figure(_("Unchanged"), same, note=_("here already")),
    ]


def known_words(counts: Mapping[str, int]) -> str:
    """How many of the file are here already."""
    return _("%(count)s known already") % {"count": formats.count(counts.get("participants_known", 0))}


def others_of(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """What else changes; what is zero is left out."""
    named: Iterable[tuple[str, str]] = (
        ("activities_new", _("New activities")),
        ("activities_changed", _("Changed activities")),
        ("outputs_new", _("New things delivered")),
        ("outputs_changed", _("Changed things delivered")),
        ("outputs_unchanged", _("Things delivered that are here already")),
        ("descriptions_overruled", _("Persons left as somebody described them here since")),
        ("events_overruled", _("Events left as somebody corrected them here, or took them back, since")),
        ("outputs_overruled", _("Things delivered left as somebody corrected them here, or took them back, since")),
        ("tests_without_instrument", _("Tests that do not say which test was used")),
    )
    return [(words, counts[key]) for key, words in named if counts.get(key)]


def changes_anything(counts: Mapping[str, int]) -> bool:
    """Whether confirming would write anything at all."""
    return any(counts.get(key) for key in CHANGES)
