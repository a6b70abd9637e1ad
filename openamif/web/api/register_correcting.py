"""Correcting events and things delivered by a program: with a reason, as on the page; both rows are kept."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_noop

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.queries import holdings
from openamif.register.actions.correct_event import correct_event
from openamif.register.actions.correct_output import correct_output
from openamif.register.facts import EventContent, OutputContent, event_content_of, output_content_of
from openamif.register.models import Event, Output
from openamif.register.queries.found import event_for, output_for
from openamif.register.queries.referring import activities_by_reference
from openamif.reports.actions.follow_register import follow_register
from openamif.web.api.paging import Key
from openamif.web.api.register import event_row, output_row, router
from openamif.web.api.register_schemas import (
    CorrectionIn,
    CorrectionOut,
    OutputCorrectionIn,
    OutputCorrectionOut,
    VoidingIn,
)
from openamif.web.api.register_writing import CONTRADICTED, NotKnown, fills, hours_in, value_of, written
from openamif.web.doors import found_or_404

__all__ = ["router"]


@fills(
    "events/{event}/correction",
    name="correct_event",
    gives=CorrectionOut,
    summary=gettext_noop("Say what an event should have said, and why"),
    refusals=CONTRADICTED,
)
def correct(request: HttpRequest, id: Key, event: Key, said: CorrectionIn) -> dict[str, Any]:
    """What is left out stays. What changes nothing records nothing, and is answered with the event as it stands.

    409: something else stands in its place already, or the same is recorded for that day.
    """

    def content(grant: Grant, there: Event) -> EventContent:
        return replace(event_content_of(there), **changes_in(said, grant, there.kind))

    return corrected(request, id, event, content, reason=said.reason)


@fills(
    "events/{event}/voiding",
    name="void_event",
    gives=CorrectionOut,
    summary=gettext_noop("Say that an event did not happen, and why"),
    refusals=CONTRADICTED,
)
def void(request: HttpRequest, id: Key, event: Key, said: VoidingIn) -> dict[str, Any]:
    """It is kept, and does not count. 409: it was corrected or taken back already."""
    return corrected(request, id, event, lambda _grant, _there: None, reason=said.reason)


def corrected(
    request: HttpRequest, pk: int, event: int, content: Callable[[Grant, Event], EventContent | None], *, reason: str
) -> dict[str, Any]:
    """What stands in its place; the figures follow. An event of another grant is not found."""

    def deed(grant: Grant, by: Person) -> Event:
        there = event_for(holdings(by), event)
        there = found_or_404(there if there and there.grant_id == grant.pk else None)
        correction = correct_event(there, content(grant, there), reason=reason, by=by)
        follow_register(grant, subjects=[there.participant.subject_id])
        return correction

    row = written(request, pk, deed)
    return event_row(row, own=True) | correcting(row, event)


@fills(
    "outputs/{output}/correction",
    name="correct_output",
    gives=OutputCorrectionOut,
    summary=gettext_noop("Say what should have been recorded of something delivered, and why"),
    refusals=CONTRADICTED,
)
def correct_thing(request: HttpRequest, id: Key, output: Key, said: OutputCorrectionIn) -> dict[str, Any]:
    """What is left out stays. What changes nothing records nothing, and is answered as it stands.

    409: something else stands in its place already, or the same (kind, name and day) is recorded.
    """
    changes = said.dict(exclude_none=True, exclude={"reason"})
    if said.kind:
        changes["kind"] = str(said.kind)

    def content(there: Output) -> OutputContent:
        return replace(output_content_of(there), **changes)

    return corrected_thing(request, id, output, content, reason=said.reason)


@fills(
    "outputs/{output}/voiding",
    name="void_output",
    gives=OutputCorrectionOut,
    summary=gettext_noop("Say that something was not delivered, and why"),
    refusals=CONTRADICTED,
)
def void_thing(request: HttpRequest, id: Key, output: Key, said: VoidingIn) -> dict[str, Any]:
    """It is kept, and does not count. 409: it was corrected or taken back already."""
    return corrected_thing(request, id, output, lambda _there: None, reason=said.reason)


def corrected_thing(
    request: HttpRequest, pk: int, output: int, content: Callable[[Output], OutputContent | None], *, reason: str
) -> dict[str, Any]:
    """What stands in its place; the figures follow. Something that another grant delivered is not found."""

    def deed(grant: Grant, by: Person) -> Output:
        there = output_for(holdings(by), output)
        there = found_or_404(there if there and there.grant_id == grant.pk else None)
        correction = correct_output(there, content(there), reason=reason, by=by)
        follow_register(grant, subjects=[])
        return correction

    row = written(request, pk, deed)
    return output_row(row) | correcting(row, output)


def correcting(row: Event | Output, asked: int) -> dict[str, Any]:
    """What a correction says besides; ``asked``: the number of what was to be corrected."""
    recorded = row.pk != asked
    return {"recorded": recorded, "corrects": row.corrects_id, "is_void": row.is_void, "reason": row.reason}


def changes_in(said: CorrectionIn, grant: Grant, kind: int) -> dict[str, Any]:
    """What is to be otherwise. Raises NotKnown."""
    changes = said.dict(exclude_unset=True, exclude={"reason"})
    if said.happened_on is None:
        changes.pop("happened_on", None)
    if "activity" in changes:
        reference = changes.pop("activity")
        known = {None: None} | {each.reference: each.pk for each in activities_by_reference(grant).values()}
        if reference not in known:
            raise NotKnown("activity", reference)
        changes["activity_pk"] = known[reference]
    if "hours" in changes:
        changes["hours"] = hours_in(said.hours)
    if "value" in changes:
        changes["value"] = value_of(said.value, kind)
    return changes
