"""Write down what the Commission observed on a sent version."""

from datetime import date

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.models import Observation, Version
from openamif.record.actions.append_trail import append_trail


@transaction.atomic
def record_observation(version: Version, *, text: str, made_on: date, by: Person) -> Observation:
    """The version stays sent."""
    version = Version.objects.locked(version.pk)
    require(policy.can_note_observation(by, version))
    observation = Observation.objects.create(version=version, text=text, made_on=made_on, entered_by=by)
    append_trail(version, "observed", by=by, reason=text, details={"on": made_on.isoformat()})
    return observation
