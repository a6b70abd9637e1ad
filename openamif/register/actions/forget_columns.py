"""Forget what the headings of an organisation's files mean: they are asked for again."""

from django.db import transaction

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.register import policy
from openamif.register.queries.files import remembered_columns


@transaction.atomic
def forget_columns(grant: Grant, *, by: Person) -> int:
    """Of all the files of the grant's beneficiary; how many headings there were. What was read stays read."""
    grant = Grant.objects.locked(grant.pk)
    require(policy.can_fill_register(by, grant))
    forgotten, _each = remembered_columns(grant).delete()
    if forgotten:
        append_trail(grant, "columns_forgotten", by=by, details={"headings": forgotten})
    return forgotten
