"""Describe a participant otherwise than before."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.register import policy
from openamif.register.actions.refusals import require_lawful
from openamif.register.actions.write_participants import is_described, write_descriptions
from openamif.register.facts import DESCRIPTION, PersonDescription
from openamif.register.models import Participant
from openamif.register.queries.findings import against_person


@transaction.atomic
def describe_participant(
    participant: Participant,
    description: PersonDescription,
    *,
    by: Person,
    on: date | None = None,
    at: datetime | None = None,
) -> Participant:
    """How she was described until ``at`` (now, unless said otherwise) is kept: past figures are computed with it."""
    grant = Grant.objects.locked(participant.grant_id)
    require(policy.can_fill_register(by, grant))
    participant = Participant.objects.select_related("grant").get(pk=participant.pk)
    if is_described(participant, participant.subject_id, description):
        return participant
    require_lawful(against_person(grant, description, on=on or timezone.localdate()))
    changed = [name for name in DESCRIPTION if getattr(participant, name) != getattr(description, name)]
    write_descriptions([(participant, participant.subject_id, description)], by=by, at=at or timezone.now())
    append_trail(grant, "participant_described", by=by, details={"participant": participant.pk, "changed": changed})
    return participant
