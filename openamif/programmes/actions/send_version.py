"""Send a version to the Commission."""

from django.db import transaction
from django.utils import timezone

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.models import Version
from openamif.programmes.queries import content_of
from openamif.record.actions.keep_document import keep_document
from openamif.record.actions.make_move import make_move
from openamif.sfc.writer_2014 import write


@transaction.atomic
def send_version(version: Version, *, by: Person) -> Version:
    """By another person than who entered or validated it; the document as sent is kept with its checksum."""
    version = Version.objects.locked(version.pk)
    require(policy.can_make_move(by, version, "send"))
    version.sent_by, version.sent_at = by, timezone.now()
    snapshot = keep_document(
        write(content_of(version).document).encode(),
        name=f"{version.programme.fund}-{version.programme.country}-{version.label}.txt",
        content_type="text/plain; charset=utf-8",
        by=by,
    )
    return make_move(version, "send", by=by, details={"document": snapshot.pk, "sha256": snapshot.sha256})
