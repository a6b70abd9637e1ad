"""Say which column a heading of a file means; remembered for the next file of the organisation."""

from collections.abc import Mapping

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.register import policy
from openamif.register.actions.write_staging import tell_progress
from openamif.register.models import ColumnMapping, RegisterImport
from openamif.register.states import ImportState


class NotWaiting(Exception):
    """The file was read already, or is not kept any more."""


@transaction.atomic
def map_columns(upload: RegisterImport, columns: Mapping[str, str], *, by: Person) -> RegisterImport:
    """``columns``: heading to key of a column, ``""`` for a heading that is of no use.

    Whoever calls starts the job that reads the file, once the transaction is over.
    """
    upload = RegisterImport.objects.select_for_update(of=("self",)).select_related("grant").get(pk=upload.pk)
    require(policy.can_fill_register(by, upload.grant))
    if upload.state != ImportState.KEPT:
        raise NotWaiting(upload.state)
    longest = ColumnMapping._meta.get_field("heading").max_length
    for heading, column in columns.items():
        ColumnMapping.objects.update_or_create(
            organisation_id=upload.grant.beneficiary_id, heading=heading[:longest], defaults={"column": column}
        )
    upload.mapping = {**upload.mapping, **columns}
    upload.result = {}
    tell_progress(upload, 0, 0)
    upload.save()
    return upload
