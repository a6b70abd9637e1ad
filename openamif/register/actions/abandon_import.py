"""Give up a file that was sent in."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.make_move import make_move
from openamif.register import policy
from openamif.register.actions.write_staging import remove_staging
from openamif.register.models import RegisterImport


@transaction.atomic
def abandon_import(upload: RegisterImport, *, by: Person) -> RegisterImport:
    """Before it was confirmed. Nothing of it stays but that it was there."""
    upload = RegisterImport.objects.select_for_update(of=("self",)).select_related("grant").get(pk=upload.pk)
    require(policy.can_fill_register(by, upload.grant))
    return leave(upload, by=by)


def leave(upload: RegisterImport, *, by: Person | None) -> RegisterImport:
    """The move, and the files go. What was found in cells goes too."""
    upload.staged, upload.result, upload.cells = "", {}, {}
    make_move(upload, "abandon", by=by)
    transaction.on_commit(lambda: remove_staging(upload))
    return upload
