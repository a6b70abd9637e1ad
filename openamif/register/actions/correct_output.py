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
from openamif.register.actions.refusals import AlreadyCorrected, require_lawful
from openamif.register.facts import OutputContent
from openamif.register.models import Output
from openamif.register.queries.findings import against_output


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

    Raises AlreadyCorrected, ReasonMissing, RegisterNotLawful.
    """
    grant = Grant.objects.locked(output.grant_id)
    require(policy.can_fill_register(by, grant))
    output = Output.objects.get(pk=output.pk)
    if output.is_void or Output.objects.filter(corrects=output).exists():
        raise AlreadyCorrected(output.pk)
    if not reason.strip():
        raise ReasonMissing("correct_output")
    if content is not None:
        require_lawful(against_output(grant, content, on=on or timezone.localdate()))
    same = OutputContent(output.kind, output.name, output.happened_on, output.quantity)
    correction = Output.objects.create(
        grant=grant,
        corrects=output,
        is_void=content is None,
        reason=reason.strip(),
        recorded_at=at or timezone.now(),
        recorded_by=by,
        **asdict(content or same),
    )
    details = {"output": output.pk, "correction": correction.pk, "is_void": content is None}
    append_trail(grant, "output_corrected", by=by, reason=reason.strip(), details=details)
    return correction
