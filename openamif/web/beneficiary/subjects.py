"""Finding what a page is about: of one's own organisation alone; what belongs to another is not found."""

from typing import TypeVar, cast

from django.http import HttpRequest

from openamif.grants.models import Grant
from openamif.grants.queries.own import as_beneficiary, own_grant, own_grant_in_short
from openamif.people.models import Person
from openamif.people.queries import Holdings, holdings
from openamif.register.models import Activity, Event, Output, Participant, RegisterImport
from openamif.register.queries.files import file_for
from openamif.register.queries.found import (
    activity_for,
    event_for,
    output_for,
    participant_with_key,
)
from openamif.web.doors import found_or_404

OfAGrant = TypeVar("OfAGrant", Participant, Activity, Event, Output, RegisterImport)


def reader_of(request: HttpRequest) -> Person:
    """Who reads; a guarded page knows her."""
    return cast("Person", request.user)


def held_by(request: HttpRequest) -> Holdings:
    """What she holds as a beneficiary."""
    return as_beneficiary(holdings(reader_of(request)))


def the_grant(request: HttpRequest, pk: int) -> Grant:
    """A grant of her organisation."""
    return noted(request, own_grant_in_short(holdings(reader_of(request)), pk))


def the_whole_grant(request: HttpRequest, pk: int) -> Grant:
    """A grant of her organisation with everything it says."""
    return noted(request, own_grant(holdings(reader_of(request)), pk))


def the_participant(request: HttpRequest, pk: int) -> Participant:
    """A participant of a grant of her organisation."""
    return within_grant(request, participant_with_key(held_by(request), pk))


def the_activity(request: HttpRequest, pk: int) -> Activity:
    """An activity of a grant of her organisation."""
    return within_grant(request, activity_for(held_by(request), pk))


def the_event(request: HttpRequest, pk: int) -> Event:
    """An event of a grant of her organisation, also one that was corrected."""
    return within_grant(request, event_for(held_by(request), pk))


def the_output(request: HttpRequest, pk: int) -> Output:
    """Something that a grant of her organisation delivered, also what was corrected."""
    return within_grant(request, output_for(held_by(request), pk))


def the_file(request: HttpRequest, pk: int) -> RegisterImport:
    """A file sent in for a grant of her organisation."""
    return within_grant(request, file_for(held_by(request), pk))


def within_grant(request: HttpRequest, found: OfAGrant | None) -> OfAGrant:
    """What was found, its grant noted for the side column; 404 where nothing was."""
    of_grant = found_or_404(found)
    noted(request, of_grant.grant)
    return of_grant


def noted(request: HttpRequest, grant: Grant | None) -> Grant:
    """The grant, named in the side column; 404 where there is none."""
    found = found_or_404(grant)
    request.grant = found  # type: ignore[attr-defined]
    return found
