"""A planned check will not be carried out."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.make_move import make_move
from openamif.verification import policy
from openamif.verification.models import OperationalCheck


@transaction.atomic
def abandon_check(check: OperationalCheck, *, reason: str, by: Person) -> OperationalCheck:
    """It stays with its sample and the reason, so that a sample that does not please cannot vanish."""
    check = OperationalCheck.objects.locked(check.pk)
    require(policy.can_abandon_check(by, check))
    return make_move(check, "abandon_check", by=by, reason=reason)
