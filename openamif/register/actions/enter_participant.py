"""Enter somebody who takes part in a grant."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.methods.pseudonyms import Identity, codes_of
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.register import policy
from openamif.register.actions.find_subjects import find_subjects
from openamif.register.actions.refusals import require_lawful
from openamif.register.actions.write_participants import write_new_participants
from openamif.register.facts import PersonDescription
from openamif.register.models import Participant
from openamif.register.queries.findings import against_person
from openamif.register.queries.keys import key_ring, local_key


@transaction.atomic
def enter_participant(
    grant: Grant,
    *,
    identity: Identity,
    local_reference: str,
    description: PersonDescription,
    by: Person,
    on: date | None = None,
    at: datetime | None = None,
) -> Participant:
    """Her names and number become codes and are dropped. ``on``, ``at``: today and now unless said otherwise.

    Raises RegisterNotLawful, also where another participant of the grant has the reference.
    """
    grant = Grant.objects.locked(grant.pk)
    require(policy.can_fill_register(by, grant))
    reference = local_reference.strip()
    is_taken = not reference or Participant.objects.filter(grant=grant, local_reference=reference).exists()
    require_lawful(against_person(grant, description, is_taken=is_taken, on=on or timezone.localdate()))
    codes = codes_of(identity, local=local_key(grant, reference), keys=key_ring())
    (subject,) = find_subjects([codes])
    (key,) = write_new_participants(grant, [(reference, subject, description)], at=at or timezone.now())
    append_trail(grant, "participant_entered", by=by, details={"participant": key})
    return Participant.objects.select_related("grant").get(pk=key)
