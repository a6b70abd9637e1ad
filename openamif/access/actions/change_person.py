"""Correct the name, the address or the language of a person."""

from django.db import transaction

from openamif.people.models import Person, PersonChange
from openamif.people.policy import can_administer_people, require
from openamif.record.actions.append_trail import append_trail

FIELDS = ("name", "email", "language")


@transaction.atomic
def change_person(person: Person, *, by: Person, **said: str) -> tuple[str, ...]:
    """The names of the fields that changed. ``said``: any of ``FIELDS``.

    The trail says which; what each was and is stands beside it, under the number of the event, so that it can go. With
    another address she is logged out everywhere.
    """
    require(can_administer_people(by))
    person = Person.objects.select_for_update().get(pk=person.pk)
    if "email" in said:
        said["email"] = Person.objects.normalize_email(said["email"])
    changed = tuple(name for name in FIELDS if name in said and said[name] != getattr(person, name))
    if not changed:
        return ()
    event = append_trail(person, "person_changed", by=by, details={"fields": list(changed)})
    PersonChange.objects.bulk_create(
        PersonChange(person=person, number=event.number, field=name, before=getattr(person, name), after=said[name])
        for name in changed
    )
    for name in changed:
        setattr(person, name, said[name])
    person.save(update_fields=changed)
    return changed
