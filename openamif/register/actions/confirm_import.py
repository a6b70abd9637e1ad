"""Say yes to what a file would change."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.make_move import make_move
from openamif.register import policy
from openamif.register.actions.write_staging import tell_progress
from openamif.register.models import RegisterImport


@transaction.atomic
def confirm_import(upload: RegisterImport, *, by: Person) -> RegisterImport:
    """Only where nothing is wrong in it. Whoever calls starts the job that stores it, once the transaction is over."""
    upload = RegisterImport.objects.select_for_update(of=("self",)).select_related("grant").get(pk=upload.pk)
    require(policy.can_confirm_import(by, upload))
    upload.rows_done = 0
    tell_progress(upload, 0, 0)
    return make_move(upload, "confirm", by=by)
