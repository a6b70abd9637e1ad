"""Write participants of a grant, new ones and known ones; whoever calls holds the lock of the grant."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import F

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.register.actions.write_rows import new_keys, write_rows
from openamif.register.facts import DESCRIPTION, PersonDescription, description_of
from openamif.register.models import Extent, Participant, PastDescription

_ROW = ("grant", "subject", "local_reference", "entered_at", *DESCRIPTION)


def write_new_participants(
    grant: Grant, entries: Sequence[tuple[str, int, PersonDescription]], *, at: datetime
) -> list[int]:
    """Local reference, key of the subject, description; the keys of the participants in the same order."""
    keys = new_keys(Participant, len(entries))
    rows: list[tuple[Any, ...]] = [
        (key, grant.pk, subject, reference, at, *(getattr(said, name) for name in DESCRIPTION))
        for key, (reference, subject, said) in zip(keys, entries, strict=True)
    ]
    write_rows(Participant, ("id", *_ROW), rows)
    grow(grant, participants=len(entries))
    return keys


def write_descriptions(
    changed: Sequence[tuple[Participant, int, PersonDescription]], *, by: Person | None, at: datetime
) -> None:
    """Participant as she stands, key of the subject that she is, description that she is to have; what was is kept."""
    past = [
        (each.pk, each.subject_id, at, by.pk if by else None, *(getattr(each, name) for name in DESCRIPTION))
        for each, _subject, _said in changed
    ]
    write_rows(PastDescription, ("participant", "subject", "replaced_at", "replaced_by", *DESCRIPTION), past)
    for each, subject, said in changed:
        each.subject_id = subject
        for name in DESCRIPTION:
            setattr(each, name, getattr(said, name))
    Participant.objects.bulk_update([each for each, _subject, _said in changed], ["subject", *DESCRIPTION], 100)


def is_described(participant: Participant, subject: int, said: PersonDescription) -> bool:
    """Whether nothing would change."""
    return participant.subject_id == subject and description_of(participant) == said


def grow(grant: Grant, *, participants: int = 0, events: int = 0) -> None:
    """So many more than before in the register of the grant."""
    extent, _ = Extent.objects.get_or_create(grant=grant)
    Extent.objects.filter(pk=extent.pk).update(
        participants=F("participants") + participants, events=F("events") + events
    )
