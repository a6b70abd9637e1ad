"""Finding the grant that a page is about: what the reader may not know of is not found."""

from typing import cast

from django.http import HttpRequest

from openamif.grants.models import Grant
from openamif.grants.queries import grant_for
from openamif.people.models import Person
from openamif.people.queries import holdings
from openamif.record.models import Document
from openamif.record.queries import kept_document
from openamif.web.doors import found_or_404


def reader_of(request: HttpRequest) -> Person:
    """Who reads; a guarded page knows her."""
    return cast("Person", request.user)


def the_grant(request: HttpRequest, pk: int) -> Grant:
    """A grant that she may see, with all it says."""
    return found_or_404(grant_for(holdings(reader_of(request)), pk))


def own_upload(request: HttpRequest, pk: int) -> Document:
    """A file that she uploaded herself."""
    document = found_or_404(kept_document(pk))
    return found_or_404(document if document.kept_by_id == reader_of(request).pk else None)
