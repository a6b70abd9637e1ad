"""The trail: everything that happened, and whether its chain holds."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from openamif.access.queries import person_by_address
from openamif.people.policy import can_read_trail
from openamif.record.models import Trail
from openamif.record.queries import chain_state, events_found, events_seen
from openamif.web.administration.corrections import corrections_in
from openamif.web.administration.forms import TrailForm
from openamif.web.administration.leading import PAGES, Openable, openable
from openamif.web.administration.paging import page_of
from openamif.web.administration.reading_words import reading_words
from openamif.web.components.shapes import Link
from openamif.web.components.tables import Column
from openamif.web.components.tags.figures import instant
from openamif.web.doors import guarded_by
from openamif.web.events import EVENTS, SUBJECTS

BREAKS = {
    "missing": gettext_noop("an event is missing here"),
    "changed": gettext_noop("this event was changed after it was written"),
    "unchained": gettext_noop("this event does not follow the one before it"),
}
NOBODY = 0


@guarded_by(can_read_trail)
def trail(request: HttpRequest) -> HttpResponse:
    """Every event, latest first; by kind and by person. The chain is followed only when asked, for it may be long."""
    form = TrailForm(request.GET, {event: str(EVENTS.get(event, event)) for event in events_seen()})
    form.is_valid()
    said = form.cleaned_data
    found = events_found(event=said.get("event", ""), person_pk=person_pk(said.get("person", "")))
    page = page_of(request, form.among(found))
    events = list(page)
    opens = openable(request.user, events)  # type: ignore[arg-type]
    context = {
        "form": form,
        "filtered": form.narrows,
        "page": page,
        "columns": columns(),
        "rows": rows_of(events, opens),
        **chain(asked="check" in request.GET),
    }
    return render(request, "administration/trail.html", context)


def chain(*, asked: bool) -> dict[str, Any]:
    """What following the chain gave; nothing where nobody asked."""
    state = chain_state() if asked else None
    breaks = [{"number": each.number, "words": _(BREAKS[each.kind])} for each in state.breaks] if state else []
    return {"state": state, "breaks": breaks}


def person_pk(address: str) -> int | None:
    """The person with that address; nobody where none has it, so that nothing is found rather than everything."""
    if not address:
        return None
    person = person_by_address(address)
    return person.pk if person else NOBODY


def columns() -> list[Column]:
    """Of the table of events."""
    return [
        Column("number", _("No"), "count"),
        Column("at", _("When")),
        Column("event", _("What")),
        Column("subject", _("To what")),
        Column("by", _("By whom")),
        Column("reason", _("Details")),
    ]


def rows_of(events: list[Trail], opens: Openable) -> list[dict[str, Any]]:
    """Each with what the trail itself does not say of it."""
    told = corrections_in(events)
    rows = [row_of(event, opens) for event in events]
    return [row | {"reason": row["reason"] or told.get(row["number"], "")} for row in rows]


def row_of(event: Trail, opens: Openable) -> dict[str, Any]:
    """An event in words."""
    by = f"{event.by}, {event.organisation}" if event.organisation else str(event.by or _("The system"))
    return {
        "anchor": f"event-{event.number}",
        "number": event.number,
        "at": instant(event.at, "medium"),
        "event": str(EVENTS.get(event.event, event.event)),
        "subject": subject_of(event, opens),
        "by": by,
        "reason": event.reason or reading_words(event),
    }


def subject_of(event: Trail, opens: Openable) -> Link | str:
    """What it happened to, with the way there where it has a page that she may open."""
    text = f"{SUBJECTS.get(event.subject_kind, event.subject_kind)} {event.subject_pk}"
    if (event.subject_kind, event.subject_pk) not in opens:
        return text
    return Link(text, reverse(PAGES[event.subject_kind], args=[event.subject_pk]))
