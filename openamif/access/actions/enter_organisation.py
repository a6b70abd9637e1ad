"""Enter an organisation, on behalf of which roles can be held."""

from django.db import transaction

from openamif.people.models import Organisation, Person
from openamif.people.policy import can_administer_people, require
from openamif.record.actions.append_trail import append_trail


@transaction.atomic
def enter_organisation(*, name: str, short_name: str, kind: str, country: str, by: Person) -> Organisation:
    """Once for each name and country."""
    require(can_administer_people(by))
    organisation = Organisation.objects.create(name=name, short_name=short_name, kind=kind, country=country)
    append_trail(organisation, "organisation_entered", by=by, details={"name": name, "country": country})
    return organisation
