"""Record something that a grant delivered."""

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.register import policy
from openamif.register.actions.refusals import RecordedOtherwise, require_lawful
from openamif.register.facts import OutputContent
from openamif.register.models import Output, RegisterImport
from openamif.register.queries.findings import against_output
from openamif.register.queries.found import same_thing


@transaction.atomic
def record_output(
    grant: Grant,
    content: OutputContent,
    *,
    by: Person,
    source: RegisterImport | None = None,
    on: date | None = None,
    at: datetime | None = None,
) -> Output:
    """What stands already with the same kind, name, day and quantity is returned as it is.

    Raises RegisterNotLawful, RecordedOtherwise where it stands with another quantity.
    """
    grant = Grant.objects.locked(grant.pk)
    require(policy.can_fill_register(by, grant))
    require_lawful(against_output(grant, content, on=on or timezone.localdate()))
    said = asdict(content)
    there = same_thing(grant, content)
    if there is not None:
        if differs := [name for name, value in said.items() if value != getattr(there, name)]:
            raise RecordedOtherwise(there, differs)
        return there
    output = Output.objects.create(grant=grant, source=source, recorded_at=at or timezone.now(), recorded_by=by, **said)
    append_trail(grant, "output_recorded", by=by, details={"output": output.pk, "kind": content.kind})
    return output
