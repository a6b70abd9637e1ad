"""Begin the work on a file anew: the worker was stopped, or went."""

from django.db import transaction
from django.utils import timezone

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.register import policy
from openamif.register.actions.map_columns import NotWaiting
from openamif.register.actions.write_staging import tell_progress
from openamif.register.models import RegisterImport
from openamif.register.queries.staging import is_silent
from openamif.register.states import RUNNING


@transaction.atomic
def restart_import(upload: RegisterImport, *, by: Person) -> RegisterImport:
    """Whoever calls starts the job once more; one that runs after all does no harm.

    Raises NotWaiting where nothing is to be done, or something was heard of the job a moment ago.
    """
    rows = RegisterImport.objects.select_for_update(of=("self",), skip_locked=True).select_related("grant")
    locked = rows.filter(pk=upload.pk).first()
    require(policy.can_fill_register(by, upload.grant))
    if locked is None or locked.state not in RUNNING or not is_silent(locked, at=timezone.now()):
        raise NotWaiting(upload.state)
    upload = locked
    tell_progress(upload, 0, 0)
    append_trail(upload.grant, "file_restarted", by=by, details={"file": upload.pk})
    return upload
