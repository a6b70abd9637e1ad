"""Correct something delivered: another stands in its place, or it was not delivered."""

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.record.actions.make_move import ReasonMissing
from openamif.register import policy
from openamif.register.actions.refusals import RecordedAlready, require_lawful, require_standing
from openamif.register.facts import OutputContent, output_content_of
from openamif.register.models import Output
from openamif.register.queries.findings import against_output
from openamif.register.queries.found import same_thing


@transaction.atomic
def correct_output(
    output: Output,
    content: OutputContent | None,
    *,
    reason: str,
    by: Person,
    on: date | None = None,
    at: datetime | None = None,
) -> Output:
    """The new row, which names the one it corrects; both are kept. ``content`` None: it was not delivered.

    Where ``content`` is what stands already, nothing is recorded and the row is returned as it is.
    Raises AlreadyCorrected, RecordedAlready, ReasonMissing, RegisterNotLawful.
    """
    grant = Grant.objects.locked(output.grant_id)
    require(policy.can_fill_register(by, grant))
    output = Output.objects.get(pk=output.pk)
    require_standing(output, Output.objects.filter(corrects=output).exists())
    if not reason.strip():
        raise ReasonMissing("correct_output")
    said = output_content_of(output)
    if content == said:
        return output
    if content is not None:
        require_lawful(against_output(grant, content, on=on or timezone.localdate()))
        if there := same_thing(grant, content, but=output.pk):
            raise RecordedAlready(there)
    correction = Output.objects.create(
        grant=grant,
        corrects=output,
        is_void=content is None,
        reason=reason.strip(),
        recorded_at=at or timezone.now(),
        recorded_by=by,
        **asdict(content or said),
    )
    details = {"output": output.pk, "correction": correction.pk, "is_void": content is None}
    append_trail(grant, "output_corrected", by=by, reason=reason.strip(), details=details)
    return correction
