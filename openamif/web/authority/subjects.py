"""Finding what a page is about, for this person: what she may not know of is not found."""

from django.http import Http404, HttpRequest

from openamif.people.queries import holdings
from openamif.programmes.models import Programme, Version
from openamif.programmes.queries import programme_for, versions_beside
from openamif.record.models import Document
from openamif.record.queries import kept_document


def the_programme(request: HttpRequest, pk: int) -> Programme:
    """A programme that she may see."""
    programme = programme_for(holdings(request.user), pk)  # type: ignore[arg-type]
    if programme is None:
        raise Http404
    return programme


def the_version(request: HttpRequest, pk: int) -> Version:
    """A version of a programme that she may see; its siblings, latest first, come along as ``version.siblings``."""
    siblings = versions_beside(pk, holdings(request.user))  # type: ignore[arg-type]
    for version in siblings:
        if version.pk == pk:
            version.siblings = siblings  # type: ignore[attr-defined]
            version.is_latest = version == siblings[0]  # type: ignore[attr-defined]
            return version
    raise Http404


def the_upload(request: HttpRequest, pk: int) -> Document:
    """A document kept here."""
    document = kept_document(pk)
    if document is None:
        raise Http404
    return document
