"""Change what is planned of an activity."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.register import policy
from openamif.register.actions.refusals import RegisterNotLawful, require_lawful
from openamif.register.facts import ACTIVITY, ActivityContent, content_of
from openamif.register.models import Activity, Event
from openamif.register.queries.attendance import attended_days
from openamif.register.queries.findings import NEVER, against_activity
from openamif.rules.register import says


@transaction.atomic
def change_activity(activity: Activity, content: ActivityContent, *, by: Person, on: date | None = None) -> Activity:
    """Its kind stays once somebody took part; every difference goes into the trail. Raises RegisterNotLawful."""
    grant = Grant.objects.locked(activity.grant_id)
    require(policy.can_fill_register(by, grant))
    activity = Activity.objects.select_related("grant").get(pk=activity.pk)
    before = content_of(activity)
    if before == content:
        return activity
    same = Activity.objects.filter(grant=grant, reference=content.reference).exclude(pk=activity.pk)
    days = attended_days(grant, [before.reference]).get(before.reference, NEVER)
    today = on or timezone.localdate()
    require_lawful(against_activity(grant, content, is_taken=same.exists(), attended=days, on=today))
    if content.kind != before.kind and Event.objects.filter(activity=activity).exists():
        (found,) = says("R-07", False, "kind", period=grant.programme.period, variant="in_use")
        raise RegisterNotLawful([(0, found)])
    changes = []
    for name in ACTIVITY:
        old, new = getattr(before, name), getattr(content, name)
        if old != new:
            setattr(activity, name, new)
            changes.append([name, str(old), str(new)])
    activity.save()
    append_trail(activity, "activity_changed", by=by, details={"changes": changes})
    return activity
