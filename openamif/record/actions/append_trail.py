"""Append one event to the trail."""

from typing import Any

from django.db import models, transaction
from django.utils import timezone

from openamif.people.models import Person
from openamif.people.queries import organisation_of
from openamif.record.models import Trail, TrailEnd
from openamif.record.queries import digest_of


@transaction.atomic
def append_trail(
    subject: models.Model,
    event: str,
    *,
    by: Person | None,
    reason: str = "",
    from_state: str = "",
    to_state: str = "",
    details: dict[str, Any] | None = None,
) -> Trail:
    """The event is written behind the last one, whose digest it carries on. ``by`` is None for the system itself."""
    end, _ = TrailEnd.objects.select_for_update().get_or_create(pk=1)
    row = Trail(
        number=end.number + 1,
        event=event,
        subject_kind=subject._meta.label_lower,
        subject_pk=subject.pk,
        from_state=from_state,
        to_state=to_state,
        by=by,
        organisation=organisation_of(by) if by else None,
        at=timezone.now(),
        reason=reason,
        details=details or {},
        previous_digest=end.digest,
    )
    row.digest = digest_of(row)
    row.save()
    end.number, end.digest = row.number, row.digest
    end.save()
    return row
