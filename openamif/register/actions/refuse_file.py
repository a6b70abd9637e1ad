"""Refuse a file that cannot be read, of which nothing waits any more, or against which rules stand by now."""

from typing import Any

from django.db import transaction

from openamif.record.actions.make_move import make_move
from openamif.register.actions.refusals import RegisterNotLawful
from openamif.register.actions.write_staging import remove_staging
from openamif.register.models import RegisterImport
from openamif.register.queries.staging import Damaged
from openamif.workbooks import NotAWorkbook


@transaction.atomic
def refuse_file(upload: RegisterImport, refusal: NotAWorkbook | Damaged | RegisterNotLawful) -> RegisterImport:
    """What waits is taken away; ``result`` says why. ``gone``, ``unlawful``: it is to be sent in once more.

    A file with which somebody went on meanwhile is left alone.
    """
    seen = upload.state
    upload = RegisterImport.objects.select_for_update(of=("self",)).select_related("grant", "sent_by").get(pk=upload.pk)
    if upload.state != seen:
        return upload
    said: dict[str, Any] = {"code": "unlawful" if isinstance(refusal, RegisterNotLawful) else "gone"}
    if isinstance(refusal, NotAWorkbook):
        said = {"code": refusal.code, "found": refusal.found, "expected": refusal.expected}
    upload.result, upload.cells = {"refusal": said}, {}
    make_move(upload, "refuse", by=upload.sent_by, reason=said["code"])
    transaction.on_commit(lambda: remove_staging(upload))
    return upload
