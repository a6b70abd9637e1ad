"""Enter a person, so that she can log in."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import can_administer_people, require
from openamif.record.actions.append_trail import append_trail


@transaction.atomic
def enter_person(*, name: str, email: str, language: str, by: Person) -> Person:
    """Without a password: she chooses one by a link. The trail names her only by her number."""
    require(can_administer_people(by))
    person = Person.objects.create_user(email, name=name, language=language)
    append_trail(person, "person_entered", by=by)
    return person
