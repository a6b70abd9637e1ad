"""Erase the register of a grant whose retention period is over; figures that were reported stay."""

from datetime import date

from django.db import models, transaction
from django.db.models import QuerySet

from openamif.grants.actions.erase_persons import require_due
from openamif.grants.models import Grant
from openamif.record.actions.append_trail import append_trail
from openamif.register.models import Erasure, Event, Extent, Participant, PastDescription, Subject


@transaction.atomic
def erase_register(grant: Grant, *, on: date, paid_on: date | None = None) -> Erasure:
    """What happened, who took part, and whoever takes part in no other grant any more. Raises NotDue.

    The erasure is written first: only then does the database let anything go. Activities and things delivered name
    nobody and stay. ``paid_on``: the day of the last payment, where it is known.
    """
    grant = Grant.objects.locked(grant.pk)
    day = require_due(grant, on=on, paid_on=paid_on)
    events, participants = Event.objects.filter(grant=grant), Participant.objects.filter(grant=grant)
    counts = {"participants": participants.count(), "events": events.count()}
    erasure = Erasure.objects.create(grant=grant, due_on=day, **counts)
    subjects = Subject.objects.filter(participants__grant=grant)
    past = Subject.objects.filter(pk__in=PastDescription.objects.filter(participant__grant=grant).values("subject"))
    perhaps = set(subjects.values_list("pk", flat=True)) | set(past.values_list("pk", flat=True))
    _let_go_of(events)
    # In one statement: an event and the one it corrects go together.
    events._raw_delete(events.db)
    participants.delete()
    _forget(perhaps)
    Extent.objects.filter(grant=grant).update(participants=0, events=0)
    append_trail(grant, "register_erased", by=None, details={"due_on": day.isoformat(), **counts})
    return erasure


def _let_go_of(events: QuerySet[Event]) -> None:
    """Whatever a later stage remembers of an event stays, without it."""
    for relation in Event._meta.related_objects:
        if relation.on_delete is models.SET_NULL:
            name = relation.field.name
            relation.related_model._base_manager.filter(**{f"{name}__in": events}).update(**{name: None})


def _forget(perhaps: set[int]) -> None:
    """Of these subjects, those whom nothing mentions any more, with the codes that lead to them."""
    keys, part = sorted(perhaps), PART
    for start in range(0, len(keys), part):
        alone = Subject.objects.filter(pk__in=keys[start : start + part], participants=None)
        alone.exclude(pk__in=PastDescription.objects.values("subject")).delete()


PART = 100
