"""Erase the files that came with the reports of a grant whose retention period is over."""

from datetime import date

from django.db import transaction

from openamif.grants.actions.erase_persons import require_due
from openamif.grants.models import Grant
from openamif.record.actions.append_trail import append_trail
from openamif.record.actions.erase_document import erase_document
from openamif.reports.queries.retention import files_of


@transaction.atomic
def erase_files(grant: Grant, *, on: date, paid_on: date | None = None) -> int:
    """How many. Of each its name, size and checksum stay, as what was signed names it. Raises NotDue.

    ``paid_on``: the day of the last payment, where it is known.
    """
    grant = Grant.objects.locked(grant.pk)
    day = require_due(grant, on=on, paid_on=paid_on)
    documents = files_of(grant)
    for document in documents:
        erase_document(document)
    size = sum(document.size for document in documents)
    details = {"due_on": day.isoformat(), "files": len(documents), "size": size}
    append_trail(grant, "files_erased", by=None, details=details)
    return len(documents)
