"""The beneficiary has answered to what was found, or let the time pass; the check is over."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.make_move import make_move
from openamif.verification import policy
from openamif.verification.models import OperationalCheck


@transaction.atomic
def close_check(check: OperationalCheck, *, reaction: str, by: Person) -> OperationalCheck:
    """``reaction``: what the beneficiary said, or that it said nothing."""
    check = OperationalCheck.objects.locked(check.pk)
    require(policy.can_close_check(by, check))
    check.reaction = reaction.strip()
    return make_move(check, "close_check", by=by)
