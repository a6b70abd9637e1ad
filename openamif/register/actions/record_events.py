"""Record what happened to participants of a grant, one event or hundreds of thousands."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.register import policy
from openamif.register.actions.refusals import require_all_lawful
from openamif.register.actions.write_participants import grow
from openamif.register.actions.write_rows import write_rows
from openamif.register.facts import EventContent
from openamif.register.models import Event, RegisterImport
from openamif.register.queries.among import rows_among
from openamif.register.queries.findings import against_events

_LIVE = (
    "SELECT e.participant_id, e.activity_id, e.kind, e.happened_on FROM register_event e"
    " LEFT JOIN register_event c ON c.corrects_id = e.id WHERE c.id IS NULL AND NOT e.is_void AND e.participant_id "
)
ROW = (
    *("participant", "activity", "kind", "happened_on", "hours", "value", "instrument"),
    *("grant", "is_void", "reason", "source", "recorded_at", "recorded_by"),
)


@transaction.atomic
def record_events(
    grant: Grant,
    contents: Sequence[EventContent],
    *,
    by: Person,
    source: RegisterImport | None = None,
    on: date | None = None,
    at: datetime | None = None,
) -> int:
    """How many were written; what stands already (participant, activity, kind and day) is passed over.

    The number of queries does not grow. ``on``, ``at``: today and now unless said otherwise. Raises RegisterNotLawful.
    """
    grant = Grant.objects.locked(grant.pk)
    require(policy.can_fill_register(by, grant))
    require_all_lawful(against_events(grant, contents, on=on or timezone.localdate()))
    fresh = _not_there_yet(contents)
    recorded = (grant.pk, False, "", source.pk if source else None, at or timezone.now(), by.pk)
    write_rows(Event, ROW, [_said(each) + recorded for each in fresh])
    if fresh:
        grow(grant, events=len(fresh))
        told = {"source": source.pk} if source else {}
        append_trail(grant, "events_recorded", by=by, details={"count": len(fresh), **told})
    return len(fresh)


def _said(each: EventContent) -> tuple[Any, ...]:
    where = each.participant_pk, each.activity_pk, int(each.kind), each.happened_on
    return (*where, each.hours, each.value, each.instrument)


def _not_there_yet(contents: Sequence[EventContent]) -> list[EventContent]:
    """In order, each once."""
    days: dict[date, str] = {}
    live = rows_among(_LIVE, sorted({each.participant_pk for each in contents}))
    there = {(participant, activity, kind, str(day)) for participant, activity, kind, day in live}
    fresh = []
    for each in contents:
        day = days.get(each.happened_on)
        if day is None:
            day = days[each.happened_on] = each.happened_on.isoformat()
        same = each.participant_pk, each.activity_pk, each.kind, day
        if same not in there:
            there.add(same)
            fresh.append(each)
    return fresh
