"""Write down what was seen of a participant who was drawn."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.register.models import Event
from openamif.verification import policy
from openamif.verification.models import OperationalCheck, SampledParticipant
from openamif.verification.states import Outcome


class FindingChangedMeanwhile(Exception):
    """A colleague wrote a finding after the page was opened; ``sampled``: as it stands now."""

    def __init__(self, sampled: SampledParticipant) -> None:
        super().__init__(sampled.position)
        self.sampled = sampled


@transaction.atomic
def write_finding(
    sampled: SampledParticipant,
    *,
    outcome: Outcome,
    note: str = "",
    correction: Event | None = None,
    seen: str = "",
    by: Person,
) -> SampledParticipant:
    """It can be written anew until the check is carried out; the trail keeps what was written before.

    ``correction``: the event by which the register was mended, where it was. ``seen``: what stood of her when the page
    was opened; something else now raises FindingChangedMeanwhile, unless it is what is to be written. Sent twice, it is
    written once.
    """
    check = OperationalCheck.objects.locked(sampled.check_made_id)
    require(policy.can_write_finding(by, check))
    sampled = check.sample.select_for_update().get(pk=sampled.pk)
    said_before = (sampled.outcome, sampled.note, sampled.correction_id)
    if (str(outcome), note.strip(), correction.pk if correction else sampled.correction_id) == said_before:
        return sampled
    if seen and seen != sampled.written:
        raise FindingChangedMeanwhile(sampled)
    sampled.outcome, sampled.note = str(outcome), note.strip()
    if correction is not None:
        sampled.correction = correction
    sampled.save(update_fields=["outcome", "note", "correction"])
    said = {"position": sampled.position, "outcome": sampled.outcome}
    append_trail(check, "finding_written", by=by, reason=sampled.note, details=said)
    return sampled
