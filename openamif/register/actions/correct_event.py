"""Correct an event: another stands in its place, or it did not happen."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.record.actions.make_move import ReasonMissing
from openamif.register import policy
from openamif.register.actions.refusals import RecordedAlready, require_all_lawful, require_standing
from openamif.register.actions.write_participants import grow
from openamif.register.facts import EventContent, event_content_of
from openamif.register.models import Event
from openamif.register.queries.findings import against_events
from openamif.register.queries.found import same_as


@transaction.atomic
def correct_event(
    event: Event,
    content: EventContent | None,
    *,
    reason: str,
    by: Person,
    on: date | None = None,
    at: datetime | None = None,
) -> Event:
    """The new event, which names the one it corrects; both are kept. ``content`` None: it did not happen.

    Where ``content`` is what stands already, nothing is recorded and the event is returned as it is.
    Raises AlreadyCorrected, RecordedAlready, ReasonMissing, RegisterNotLawful.
    """
    grant = Grant.objects.locked(event.grant_id)
    require(policy.can_fill_register(by, grant))
    event = Event.objects.get(pk=event.pk)
    require_standing(event, Event.objects.filter(corrects=event).exists())
    if not reason.strip():
        raise ReasonMissing("correct_event")
    before = event_content_of(event)
    if content == before:
        return event
    if content is not None:
        _require_possible(grant, event, content, on or timezone.localdate())
    correction = Event.objects.create(
        grant=grant,
        corrects=event,
        is_void=content is None,
        reason=reason.strip(),
        recorded_at=at or timezone.now(),
        recorded_by=by,
        **_said(content or before),
    )
    if content is None:
        grow(grant, events=-1)
    details = {"event": event.pk, "correction": correction.pk, "is_void": content is None}
    append_trail(grant, "event_corrected", by=by, reason=reason.strip(), details=details)
    return correction


def _require_possible(grant: Grant, event: Event, content: EventContent, on: date) -> None:
    require_all_lawful(against_events(grant, [content], but=(event.pk,), on=on))
    if there := same_as(content).exclude(pk=event.pk).first():
        raise RecordedAlready(there)


def _said(content: EventContent) -> dict[str, object]:
    return {
        "participant_id": content.participant_pk,
        "activity_id": content.activity_pk,
        "kind": int(content.kind),
        "happened_on": content.happened_on,
        "hours": content.hours,
        "value": content.value,
        "instrument": content.instrument,
    }
