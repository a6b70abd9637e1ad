"""Enter the first administrator of an empty site."""

from django.db import transaction

from openamif.access.actions.give_role import details_of
from openamif.people.models import Organisation, Person, Role
from openamif.people.policy import Verdict, require
from openamif.people.states import OrganisationKind, RoleKind
from openamif.record.actions.append_trail import append_trail


@transaction.atomic
def enter_first_administrator(*, name: str, email: str, language: str, organisation: str) -> Person:
    """Only while there is none; the system itself does it, and she chooses her password by a link."""
    if Role.objects.held().of_kind(RoleKind.ADMINISTRATOR).exists():
        require(Verdict(False, "administrator_exists"))
    body = Organisation.objects.create(name=organisation, kind=OrganisationKind.STATE_AUTHORITY)
    person = Person.objects.create_user(email, name=name, language=language)
    append_trail(person, "person_entered", by=None)
    role = Role.objects.create(person=person, kind=RoleKind.ADMINISTRATOR, organisation=body, scope=None)
    append_trail(person, "role_given", by=None, details=details_of(role))
    return person
