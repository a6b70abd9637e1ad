"""What is said of persons, activities, events and things delivered, before it is written down."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from openamif.rules.indicators import plain_name


@dataclass(frozen=True, slots=True)
class PersonDescription:
    """What the indicators need to know of a person; blank or None where it is not known. Values: see ``states``."""

    birth_year: int | None = None
    sex: str = ""
    nationality_group: str = ""
    standing: str = ""
    is_vulnerable: bool = False
    is_unaccompanied_minor: bool = False


DESCRIPTION = tuple(field.name for field in fields(PersonDescription))
"""The columns of a description, in order."""


def description_of(row: object) -> PersonDescription:
    """As a participant is described now, or was described."""
    return PersonDescription(*(getattr(row, name) for name in DESCRIPTION))


@dataclass(frozen=True, slots=True)
class ActivityContent:
    """An activity as it is planned. ``kind``: an ``EventKind`` of a participation; hours are those of one person."""

    reference: str
    kind: int
    title: str
    starts_on: date
    ends_on: date | None = None
    planned_hours: Decimal | None = None
    language: str = ""
    location: str = ""


ACTIVITY = tuple(field.name for field in fields(ActivityContent))


def content_of(row: object) -> ActivityContent:
    """An activity as it stands."""
    return ActivityContent(*(getattr(row, name) for name in ACTIVITY))


@dataclass(frozen=True, slots=True)
class EventContent:
    """What happened to a participant on a day. ``value``: the level of a test, the answer to a question."""

    participant_pk: int
    kind: int
    happened_on: date
    activity_pk: int | None = None
    hours: Decimal | None = None
    value: int | None = None
    instrument: str = ""


def event_content_of(event: Any) -> EventContent:
    """An event as it was recorded."""
    where = event.participant_id, event.kind, event.happened_on, event.activity_id
    return EventContent(*where, event.hours, event.value, event.instrument)


@dataclass(frozen=True, slots=True)
class OutputContent:
    """Something delivered on a day; ``name``: which, where each is one thing. ``quantity``: one at least."""

    kind: str
    name: str
    happened_on: date
    quantity: int = 1


OUTPUT = tuple(field.name for field in fields(OutputContent))


def output_content_of(output: Any) -> OutputContent:
    """Something delivered, as it was recorded."""
    return OutputContent(*(getattr(output, name) for name in OUTPUT))


def thing_of(kind: str, name: str, day: Any) -> tuple[str, str, Any]:
    """What makes two rows of a grant the same thing delivered, whatever their quantity: kind, name and day."""
    return kind, plain_name(name), day
