"""Erase what a kept document says; that it was here, and its checksum, stay."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from openamif.record.models import Document


@transaction.atomic
def erase_document(document: Document) -> Document:
    """The file goes as soon as the transaction holds; its name, size and checksum stay. Twice does nothing more."""
    document = Document.objects.select_for_update().get(pk=document.pk)
    if document.erased_at is None:
        document.erased_at = timezone.now()
        document.save(update_fields=["erased_at"])
    transaction.on_commit(partial(document.file.storage.delete, str(document.file.name)))
    return document
