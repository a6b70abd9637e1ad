"""Finding the check that a page is about: what the reader may not know of is not found."""

from django.http import HttpRequest

from openamif.people.queries import holdings
from openamif.verification.models import OperationalCheck
from openamif.verification.queries import check_for
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.doors import found_or_404


def the_check(request: HttpRequest, pk: int) -> OperationalCheck:
    """A check that she may see, with its grant."""
    return found_or_404(check_for(holdings(reader_of(request)), pk))
