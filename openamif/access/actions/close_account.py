"""Close an account."""

from django.db import transaction

from openamif.access import policy
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail


@transaction.atomic
def close_account(person: Person, *, reason: str, by: Person) -> Person:
    """She is logged out everywhere and cannot log in; her roles stay as they are, and so does what she did."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    require(policy.can_close_account(by, person))
    if person.is_active:
        person.is_active = False
        person.save(update_fields=["is_active"])
        append_trail(person, "person_closed", by=by, reason=reason)
    return person
