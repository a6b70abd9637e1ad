"""What a program sends and is not recorded, and where it reads what stands instead."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.register.models import Event, Output


class TakenBack(Exception):
    """The same was recorded, and taken back or corrected since: it stands again only where that is asked."""


def passed_over(row: int, event: Event, fields: list[str]) -> dict[str, Any]:
    """What was not recorded (``row`` from 0), and which event stands and differs."""
    told = _("Passed over: event %(event)s stands already, and differs in: %(fields)s. Correct that event instead.")
    detail = told % {"event": event.pk, "fields": ", ".join(fields)}
    said = {"row": row + 1, "event": event.pk, "fields": fields, "detail": detail}
    return said | {"address": address_of_correction(event)}


def taken_back(row: int) -> dict[str, Any]:
    """What was not recorded (``row`` from 0), as somebody took it back or corrected it."""
    return {"row": row + 1, "event": None, "fields": [], "detail": why_taken_back(), "address": None}


def why_taken_back() -> str:
    """Why it is not recorded, and how it is all the same."""
    return _(
        "Not recorded: the same was recorded before, and taken back or corrected since. If it is to stand again, "
        "send it with “again”: true."
    )


def address_of_correction(recorded: Event | Output) -> str:
    """Where something that stands is corrected."""
    what = "event" if isinstance(recorded, Event) else "output"
    return reverse(f"api:grant_{what}s_correction", kwargs={"id": recorded.grant_id, what: recorded.pk})
