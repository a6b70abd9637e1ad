"""Give up files that nobody has confirmed in time, and take away what no import waits for any more."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from openamif.register.actions.abandon_import import leave
from openamif.register.models import RegisterImport
from openamif.register.queries.staging import folder
from openamif.register.states import ImportState

WAITS = timedelta(weeks=2)
UNCONFIRMED = (ImportState.KEPT, ImportState.READ)
WAITING = (*UNCONFIRMED, ImportState.CONFIRMED)


@transaction.atomic
def forget_old_files(*, on: date) -> int:
    """How many imports were given up: those sent in more than two weeks before the day."""
    rows = RegisterImport.objects.select_for_update(of=("self",)).select_related("sent_by").order_by("pk")
    old = [each for each in rows.filter(state__in=UNCONFIRMED) if localdate(each.sent_at) < on - WAITS]
    for upload in old:
        leave(upload, by=None)
    waiting = {str(pk) for pk in rows.filter(state__in=WAITING).values_list("pk", flat=True)}
    transaction.on_commit(lambda: _sweep(waiting, before=on - WAITS))
    return len(old)


def _sweep(waiting: set[str], *, before: date) -> None:
    """What a worker that was killed left behind, too; what is younger may be of an import that is just being kept."""
    for path in folder().glob("*"):
        left = path.name.partition(".")[0] not in waiting
        if left and date.fromtimestamp(path.stat().st_mtime) < before:  # noqa: DTZ012
            path.unlink(missing_ok=True)
