"""Enter an organisation, on behalf of which roles can be held."""

from django.db import transaction

from openamif.people.models import Organisation, Person
from openamif.people.policy import can_administer_people, require
from openamif.record.actions.append_trail import append_trail


@transaction.atomic
def enter_organisation(
    *,
    name: str,
    short_name: str,
    kind: str,
    country: str,
    enterprise_number: str = "",
    vat_number: str = "",
    legal_form: str = "",
    by: Person,
) -> Organisation:
    """Once for each name and country; the numbers, where they are known, are no other body's."""
    require(can_administer_people(by))
    organisation = Organisation.objects.create(
        name=name,
        short_name=short_name,
        kind=kind,
        country=country,
        enterprise_number=enterprise_number,
        vat_number=vat_number,
        legal_form=legal_form,
    )
    append_trail(organisation, "organisation_entered", by=by, details={"name": name, "country": country})
    return organisation
