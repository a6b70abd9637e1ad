"""Write down that somebody opened the page of a participant."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.record.models import Trail
from openamif.register import policy
from openamif.register.models import Participant


@transaction.atomic
def log_opening(participant: Participant, *, by: Person) -> Trail | None:
    """A trail for everybody who is not of the beneficiary; its own people read their own files, and leave none."""
    require(policy.can_open_participant(by, participant))
    if not policy.leaves_trail(by, participant):
        return None
    return append_trail(participant, "opened", by=by)
