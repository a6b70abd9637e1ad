"""The activities of a grant are over."""

from datetime import date

from django.db import transaction

from openamif.grants import policy
from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.make_move import make_move


@transaction.atomic
def end_grant(grant: Grant, *, ended_on: date, by: Person) -> Grant:
    """On the day when they were completed or fully carried out (field 17 of Annex XVII)."""
    grant = Grant.objects.locked(grant.pk)
    require(policy.can_end_grant(by, grant))
    grant.ended_on = ended_on
    grant.revision += 1
    return make_move(grant, "end", by=by, details={"ended_on": ended_on.isoformat()})
