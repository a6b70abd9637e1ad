"""Send a version to the Commission."""

import json

from django.db import transaction
from django.utils import timezone

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.models import Version
from openamif.programmes.queries import content_of, fields_with_authorities
from openamif.record.actions.keep_document import keep_document
from openamif.record.actions.make_move import make_move
from openamif.sfc.writer_2014 import write

FIRST = "2014-2020"


@transaction.atomic
def send_version(version: Version, *, by: Person) -> Version:
    """By another person than who entered or validated it; the document as sent is kept with its checksum."""
    version = Version.objects.locked(version.pk)
    require(policy.can_make_move(by, version, "send"))
    version.sent_by, version.sent_at = by, timezone.now()
    text, extension, content_type = _as_sent(version)
    snapshot = keep_document(
        text.encode(),
        name=f"{version.programme.fund}-{version.programme.country}-{version.label}.{extension}",
        content_type=content_type,
        by=by,
    )
    return make_move(version, "send", by=by, details={"document": snapshot.pk, "sha256": snapshot.sha256})


def _as_sent(version: Version) -> tuple[str, str, str]:
    """The Commission's text form; for 2021-2027, whose form is not written yet, every field by its place, as JSON."""
    content = content_of(version)
    if version.programme.period == FIRST:
        return write(content.document), "txt", "text/plain; charset=utf-8"
    fields = {place: str(value) for place, value in fields_with_authorities(content).items()}
    return json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True), "json", "application/json"
