"""Write down that the Commission accepted a decision on a sent version."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.models import Version
from openamif.record.actions.make_move import make_move


@transaction.atomic
def accept_decision(version: Version, *, by: Person) -> Version:
    """The decision still has to be linked."""
    version = Version.objects.locked(version.pk)
    require(policy.can_make_move(by, version, "accept_decision"))
    return make_move(version, "accept_decision", by=by)
