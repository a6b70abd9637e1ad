"""Open an account again."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import can_administer_people, require
from openamif.record.actions.append_trail import append_trail


@transaction.atomic
def open_account(person: Person, *, by: Person) -> Person:
    """She can log in again, with the roles that she still holds."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    require(can_administer_people(by))
    if not person.is_active:
        person.is_active = True
        person.save(update_fields=["is_active"])
        append_trail(person, "person_opened", by=by)
    return person
