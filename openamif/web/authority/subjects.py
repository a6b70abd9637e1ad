"""Finding what a page is about, for this person: what she may not know of is not found."""

from django.http import HttpRequest

from openamif.people.queries import holdings
from openamif.programmes.models import Programme, Version
from openamif.programmes.queries import programme_for, versions_beside
from openamif.record.models import Document
from openamif.record.queries import kept_document
from openamif.web.doors import found_or_404


def the_programme(request: HttpRequest, pk: int) -> Programme:
    """A programme that she may see."""
    return found_or_404(programme_for(holdings(request.user), pk))  # type: ignore[arg-type]


def the_version(request: HttpRequest, pk: int) -> Version:
    """A version of a programme that she may see; its siblings, latest first, come along as ``version.siblings``."""
    siblings = versions_beside(pk, holdings(request.user))  # type: ignore[arg-type]
    version = found_or_404(next((each for each in siblings if each.pk == pk), None))
    version.siblings = siblings  # type: ignore[attr-defined]
    version.is_latest = version == siblings[0]  # type: ignore[attr-defined]
    return version


def the_upload(request: HttpRequest, pk: int) -> Document:
    """A document kept here."""
    return found_or_404(kept_document(pk))
