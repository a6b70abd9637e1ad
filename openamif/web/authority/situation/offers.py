"""The files of the overview as a page offers them, each with whom it is for."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openamif.programmes.models import Programme
from openamif.web.authority.situation.sheet import Sheet
from openamif.web.components.shapes import Badge, Link
from openamif.web.exports.situation import AUTHORITY, COMMISSION, EVERYONE, FORMS, SITUATION_EXPORTS, SituationExport

__all__ = ["EVERYONE", "READERS", "is_for", "offers"]

READERS: dict[str, tuple[Promise, str]] = {
    AUTHORITY: (_("For the authorities: nothing is hidden"), "wait"),
    COMMISSION: (_("For the Commission: nothing is hidden"), "info"),
    EVERYONE: (_("For everyone: small numbers are hidden"), "good"),
}


def is_for(export: SituationExport, programme: Programme) -> bool:
    """Whether the file exists for programmes of this period."""
    return export.period in ("", programme.period)


def offers(sheet: Sheet, leads_to: str, *readers: str) -> list[dict[str, Any]]:
    """The files for these readers; ``leads_to``: the name of the page that makes them."""
    return [
        {
            "title": export.title,
            "text": export.text,
            "badge": Badge(str(READERS[export.reader][0]), READERS[export.reader][1]),
            "links": [Link(str(FORMS[form]), sheet.url(leads_to, name, form)) for form in export.forms],
        }
        for name, export in SITUATION_EXPORTS.items()
        if export.reader in readers and is_for(export, sheet.programme)
    ]
