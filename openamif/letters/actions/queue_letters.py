"""Queue the letters that a day asks for, and those that events of the trail ask for."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from openamif.letters.models import Letter, TrailMark
from openamif.letters.queries import Cause, causes_of_days, causes_of_events
from openamif.record.models import Trail

A_BATCH = 100


@transaction.atomic
def queue_letters(*, on: date) -> int:
    """How many were queued. One a person, kind and cause: asked twice, or by two at once, it queues each once.

    The mark of the trail is locked, so that one queues at a time; events are numbered in the order in which they are
    committed, so that none is passed over.
    """
    mark, _made = TrailMark.objects.select_for_update().get_or_create(pk=1)
    queued = _queue(causes_of_days(on))
    while events := list(Trail.objects.filter(number__gt=mark.number).order_by("number", "pk")[:A_BATCH]):
        queued += _queue(causes_of_events(events))
        mark.number = events[-1].number
    mark.save()
    return queued


def _queue(causes: Iterable[Cause]) -> int:
    wanted = {(person, str(each.kind), each.cause, each.grant): each for each in causes for person in each.persons}
    here = Letter.objects.filter(cause__in={cause for _person, _kind, cause, _grant in wanted})
    known = set(here.values_list("person", "kind", "cause", "grant"))
    fresh = {key: each for key, each in wanted.items() if key not in known}
    Letter.objects.bulk_create(
        Letter(person_id=person, kind=kind, cause=cause, grant_id=grant, due_id=each.due, report_id=each.report)
        for (person, kind, cause, grant), each in fresh.items()
    )
    return len(fresh)
