"""Keep a file as it came."""

import hashlib

from django.core.files.base import ContentFile
from django.db import transaction

from openamif.people.models import Person
from openamif.record.models import Document


@transaction.atomic
def keep_document(content: bytes, *, name: str, content_type: str, by: Person | None) -> Document:
    """The bytes are stored under a name of our own; the reader's name for them is only a label."""
    sha256 = hashlib.sha256(content).hexdigest()
    document = Document(name=name[:255], content_type=content_type, size=len(content), sha256=sha256, kept_by=by)
    document.file.save(sha256, ContentFile(content), save=False)
    document.save()
    return document
