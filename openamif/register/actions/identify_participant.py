"""Say better who a participant is: a number or a name that was not known when she was entered."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.methods.pseudonyms import Identity, codes_of
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.register import policy
from openamif.register.actions.find_subjects import find_subjects
from openamif.register.actions.write_participants import is_described, write_descriptions
from openamif.register.facts import description_of
from openamif.register.models import Participant
from openamif.register.queries.keys import key_ring, local_key


@transaction.atomic
def identify_participant(
    participant: Participant, identity: Identity, *, by: Person, at: datetime | None = None
) -> Participant:
    """She may turn out to be somebody who is known already; past figures count her as whom she was taken for then.

    What makes neither a number nor a name with a day of birth says nothing of her: she stays who she was.
    """
    grant = Grant.objects.locked(participant.grant_id)
    require(policy.can_fill_register(by, grant))
    participant = Participant.objects.select_related("grant").get(pk=participant.pk)
    local = local_key(grant, participant.local_reference)
    codes = codes_of(identity, local=local, keys=key_ring())
    if not codes.number and not codes.name:
        return participant
    (subject,) = find_subjects([codes])
    said = description_of(participant)
    if is_described(participant, subject, said):
        return participant
    write_descriptions([(participant, subject, said)], by=by, at=at or timezone.now())
    append_trail(grant, "participant_identified", by=by, details={"participant": participant.pk})
    return participant
