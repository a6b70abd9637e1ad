"""Erase the workbooks that grants came from, which name persons, once their retention period is over."""

from datetime import date

from django.db import transaction

from openamif.grants.actions.erase_persons import NotDue
from openamif.grants.queries.retention import programmes_due, workbooks_of
from openamif.programmes.models import Programme
from openamif.record.actions.append_trail import append_trail
from openamif.record.actions.erase_document import erase_document


@transaction.atomic
def erase_workbooks(programme: Programme, *, on: date) -> int:
    """How many. Of each its name, size and checksum stay, which the trail names as the source. Raises NotDue."""
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    if programme.pk not in (days := programmes_due(on)):
        raise NotDue(programme)
    documents = workbooks_of(programme)
    for document in documents:
        erase_document(document)
    details = {"due_on": days[programme.pk].isoformat(), "files": len(documents)}
    append_trail(programme, "workbooks_erased", by=None, details=details)
    return len(documents)
