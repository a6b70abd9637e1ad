"""Enter an activity of a grant."""

from dataclasses import asdict
from datetime import date

from django.db import transaction
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.register import policy
from openamif.register.actions.refusals import require_lawful
from openamif.register.facts import ActivityContent
from openamif.register.models import Activity
from openamif.register.queries.findings import against_activity


@transaction.atomic
def enter_activity(grant: Grant, content: ActivityContent, *, by: Person, on: date | None = None) -> Activity:
    """A course, a session, a consultation. Raises RegisterNotLawful."""
    grant = Grant.objects.locked(grant.pk)
    require(policy.can_fill_register(by, grant))
    is_taken = Activity.objects.filter(grant=grant, reference=content.reference).exists()
    require_lawful(against_activity(grant, content, is_taken=is_taken, on=on or timezone.localdate()))
    activity = Activity.objects.create(grant=grant, **asdict(content))
    append_trail(activity, "activity_entered", by=by, details={"reference": activity.reference})
    return activity
