"""Correct what is known of an organisation."""

from django.db import transaction

from openamif.people.models import Organisation, Person
from openamif.people.policy import can_administer_people, require
from openamif.record.actions.append_trail import append_trail

FIELDS = ("name", "short_name", "kind", "legal_form", "country", "enterprise_number", "vat_number")


@transaction.atomic
def change_organisation(organisation: Organisation, *, by: Person, **said: str) -> tuple[str, ...]:
    """The names of the fields that changed; the trail keeps what each was and is. ``said``: any of ``FIELDS``."""
    require(can_administer_people(by))
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    changes = [
        (name, getattr(organisation, name), said[name])
        for name in FIELDS
        if name in said and said[name] != getattr(organisation, name)
    ]
    if not changes:
        return ()
    for name, _before, after in changes:
        setattr(organisation, name, after)
    organisation.save()
    append_trail(organisation, "organisation_changed", by=by, details={"changes": changes})
    return tuple(name for name, *_values in changes)
