"""Note by which event the beneficiary mended its register after a finding."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.register.models import Event
from openamif.verification import policy
from openamif.verification.models import OperationalCheck, SampledParticipant
from openamif.verification.queries import corrections_since


class NotItsCorrection(Exception):
    """The event corrects nothing of this participant since the sample was drawn."""


@transaction.atomic
def link_correction(sampled: SampledParticipant, *, correction: Event, by: Person) -> SampledParticipant:
    """The controller never writes into the register that she checks: the beneficiary corrects, she notes it.

    Raises NotItsCorrection.
    """
    check = OperationalCheck.objects.locked(sampled.check_made_id)
    require(policy.can_link_correction(by, check))
    sampled = check.sample.select_for_update().get(pk=sampled.pk)
    if correction not in corrections_since(check, [sampled]).get(sampled.participant_id or 0, []):
        raise NotItsCorrection(correction.pk)
    sampled.correction = correction
    sampled.save(update_fields=["correction"])
    said = {"position": sampled.position, "correction": correction.pk}
    append_trail(check, "correction_linked", by=by, details=said)
    return sampled
