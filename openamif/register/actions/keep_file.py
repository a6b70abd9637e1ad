"""Keep a file that names persons until a job has read it: encrypted, outside the database."""

import hashlib

from django.db import transaction

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.register import policy
from openamif.register.actions.write_staging import write_staging
from openamif.register.models import RegisterImport
from openamif.register.queries.staging import ORIGINAL, cipher
from openamif.register.states import ImportState
from openamif.workbooks import LONG, require_acceptable


@transaction.atomic
def keep_file(grant: Grant, raw: bytes, *, name: str, by: Person) -> RegisterImport:
    """Raises NotAWorkbook for what is neither a workbook nor separated values, or is too large.

    Whoever calls starts the job that reads it, once the transaction is over.
    """
    require(policy.can_fill_register(by, grant))
    require_acceptable(raw, LONG)
    sha256 = hashlib.sha256(raw).hexdigest()
    longest = RegisterImport._meta.get_field("name").max_length
    upload = RegisterImport.objects.create(grant=grant, name=name[:longest], sha256=sha256, size=len(raw), sent_by=by)
    details = {"sha256": sha256, "size": len(raw)}
    append_trail(upload, "register_file_sent", by=by, to_state=str(ImportState.KEPT), details=details)
    write_staging(upload, ORIGINAL, cipher().encrypt(raw))
    return upload
