"""Change what a programme is called and its reference allocation."""

from decimal import Decimal

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.models import Programme
from openamif.record.actions.append_trail import append_trail


@transaction.atomic
def name_programme(
    programme: Programme, *, title: str, cci: str, reference_allocation_amount: Decimal | None, by: Person
) -> Programme:
    """Title, CCI number, and the reference allocation that rule 2.22.1 compares with."""
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    require(policy.can_import_into(by, programme))
    before = [programme.title, programme.cci, str(programme.reference_allocation_amount)]
    programme.title, programme.cci = title, cci
    programme.reference_allocation_amount = reference_allocation_amount
    programme.save()
    after = [title, cci, str(reference_allocation_amount)]
    append_trail(programme, "named", by=by, details={"before": before, "after": after})
    return programme
