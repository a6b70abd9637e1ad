"""Finding the grant that a page is about: what the reader may not know of is not found."""

from typing import cast

from django.http import Http404, HttpRequest

from openamif.grants.models import Grant
from openamif.grants.queries import grant_for
from openamif.people.models import Person
from openamif.people.queries import holdings
from openamif.record.models import Document
from openamif.record.queries import kept_document


def reader_of(request: HttpRequest) -> Person:
    """Who reads; a guarded page knows her."""
    return cast("Person", request.user)


def the_grant(request: HttpRequest, pk: int) -> Grant:
    """A grant that she may see, with all it says."""
    grant = grant_for(holdings(reader_of(request)), pk)
    if grant is None:
        raise Http404
    return grant


def own_upload(request: HttpRequest, pk: int) -> Document:
    """A file that she uploaded herself."""
    document = kept_document(pk)
    if document is None or document.kept_by_id != reader_of(request).pk:
        raise Http404
    return document
