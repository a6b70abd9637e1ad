"""Rows of a register, written straight into it: a person, what happened to her, what a grant delivered."""

from datetime import date
from itertools import count

from django.utils import timezone

from openamif.grants.models import Grant
from openamif.register.models import Activity, Event, Output, Participant, Subject
from openamif.register.states import ANSWERS, EventKind

DAY = date(2019, 3, 1)
numbers = count(1)


def participant(grant: Grant, *, subject: Subject | None = None, **said) -> Participant:
    """Somebody who takes part in the grant; nothing is known of her but what is said."""
    return Participant.objects.create(
        grant=grant,
        subject=subject or Subject.objects.create(),
        local_reference=said.pop("local_reference", f"L{next(numbers)}"),
        entered_at=timezone.now(),
        **said,
    )


def activity(grant: Grant, *, kind: EventKind = EventKind.LANGUAGE_COURSE, on: date = DAY) -> Activity:
    """Something in which persons take part."""
    number = next(numbers)
    return Activity.objects.create(grant=grant, reference=f"A{number}", kind=kind, title="A course", starts_on=on)


def event(of: Participant, kind: EventKind, *, on: date = DAY, **said) -> Event:
    """Something that happened to her; an answer is yes unless another is said."""
    if kind in ANSWERS:
        said.setdefault("value", 1)
    values = {"grant": of.grant, "participant": of, "kind": kind, "happened_on": on, "recorded_at": timezone.now()}
    return Event.objects.create(**{**values, **said})


def correction(of: Event, *, is_void: bool = False, **said) -> Event:
    """What stands in the place of an event; or, void, that it did not happen."""
    values = {name: getattr(of, name) for name in ("grant", "participant", "activity", "kind", "happened_on", "value")}
    instant = {"recorded_at": timezone.now(), "reason": "a mistake"}
    return Event.objects.create(**{**values, **instant, **said}, corrects=of, is_void=is_void)


def output(grant: Grant, kind: str, *, name: str = "A thing", quantity: int = 1, on: date = DAY, **said) -> Output:
    """Something that the grant delivered."""
    values = {"grant": grant, "kind": kind, "name": name, "quantity": quantity, "happened_on": on}
    return Output.objects.create(recorded_at=timezone.now(), **values, **said)
