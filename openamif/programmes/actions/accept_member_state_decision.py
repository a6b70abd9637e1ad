"""Write down that the Commission accepted a change that needs no decision of its own."""

from datetime import date

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.models import Version
from openamif.programmes.queries import decision_on_changes
from openamif.record.actions.make_move import make_move


class DecisionNeeded(Exception):
    """The changes need a decision of the Commission, so the Member State cannot adopt them alone."""


@transaction.atomic
def accept_member_state_decision(version: Version, *, by: Person, on: date) -> Version:
    """Adopted by the Member State, if nothing changed that is part of the Commission's decision."""
    version = Version.objects.locked(version.pk)
    require(policy.can_make_move(by, version, "accept_member_state_decision"))
    if decision_on_changes(version, on=on):
        raise DecisionNeeded(str(version))
    return make_move(version, "accept_member_state_decision", by=by)
