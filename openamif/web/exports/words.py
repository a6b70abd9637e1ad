"""The words that several exports share."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

NAMES_OF_AUTHOR: dict[str, Promise] = {"commission": gettext_lazy("Commission"), "openamif": gettext_lazy("OpenAMIF")}


def severity_words(severity: str, holds: bool) -> str:
    """How much a finding matters."""
    if holds:
        return _("In order")
    return {"error": _("Error"), "warning": _("Warning"), "info": _("Note")}.get(severity, severity)
