"""Link a version to the Commission's decision."""

from datetime import date

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.models import Version
from openamif.record.actions.make_move import make_move


@transaction.atomic
def adopt_version(version: Version, *, decision_reference: str, decision_on: date, by: Person) -> Version:
    """Adopted by the Commission: the version is the programme from now on."""
    version = Version.objects.locked(version.pk)
    require(policy.can_make_move(by, version, "adopt"))
    version.decision_reference, version.decision_on = decision_reference, decision_on
    return make_move(version, "adopt", by=by, details={"decision": decision_reference, "on": decision_on.isoformat()})
