"""What was read of persons, in words: which list, and how many stood in it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from openamif.record.models import Trail
from openamif.web.components import formats

LISTS: Mapping[str, Promise] = {
    "participants": gettext_lazy("Participants of the register"),
    "events": gettext_lazy("Events of the participants"),
    "register": gettext_lazy("The whole register"),
    "sample": gettext_lazy("Those drawn for the check"),
    "population": gettext_lazy("Those who could have been drawn"),
    "contributions": gettext_lazy("Those who count for an indicator"),
    "differences": gettext_lazy("What came after a report"),
    "owners": gettext_lazy("Beneficial owners"),
    "authorities": gettext_lazy("Persons of the authorities"),
}


def reading_words(row: Trail) -> str:
    """``Participants of the register (SO2.C2): 1 204 persons, with the references of the beneficiary``; else blank."""
    what = row.details.get("what", "")
    if what not in LISTS:
        return ""
    said = str(LISTS[what])
    if indicator := row.details.get("indicator"):
        said = f"{said} ({indicator})"
    if count := row.details.get("count"):
        number = ngettext("%(count)s person", "%(count)s persons", count) % {"count": formats.count(count)}
        said = _("%(list)s: %(number)s") % {"list": said, "number": number}
    if row.details.get("references"):
        said = _("%(list)s, with the references of the beneficiary") % {"list": said}
    return said
