"""Append many events to the trail at once, as an import needs it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from openamif.people.models import Person
from openamif.people.queries import organisation_of
from openamif.record.models import Trail, TrailEnd
from openamif.record.queries import digest_of


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to a record; the rest is the same for all events of one call."""

    subject: models.Model
    name: str
    from_state: str = ""
    to_state: str = ""
    details: dict[str, Any] = field(default_factory=dict)


@transaction.atomic
def append_trails(events: Sequence[Event], *, by: Person | None) -> list[Trail]:
    """Each is chained to the one before, as ``append_trail`` does it; three queries and one for every batch of rows."""
    if not events:
        return []
    end, _ = TrailEnd.objects.select_for_update().get_or_create(pk=1)
    organisation, at = organisation_of(by) if by else None, timezone.now()
    rows = []
    for event in events:
        row = Trail(
            number=end.number + 1,
            event=event.name,
            subject_kind=event.subject._meta.label_lower,
            subject_pk=event.subject.pk,
            from_state=event.from_state,
            to_state=event.to_state,
            by=by,
            organisation=organisation,
            at=at,
            details=event.details,
            previous_digest=end.digest,
        )
        row.digest = digest_of(row)
        end.number, end.digest = row.number, row.digest
        rows.append(row)
    Trail.objects.bulk_create(rows)
    end.save()
    return rows
