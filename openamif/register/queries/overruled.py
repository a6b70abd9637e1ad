"""What a file or a program says again although somebody put it right since, or took it back: her word stands."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from openamif.grants.models import Grant
from openamif.register.facts import DESCRIPTION, OUTPUT, EventContent, OutputContent, thing_of
from openamif.register.models import Event, Output, PastDescription, RegisterImport

EVENT = ("participant_id", "activity_id", "kind", "happened_on")
Result = tuple[str | None, int | None, str]
"""Hours, level or answer, test used."""


def events_overruled(grant: Grant) -> dict[tuple[Any, ...], list[Result]]:
    """What was recorded and corrected otherwise than by a file, by what makes events the same; one query."""
    found: dict[tuple[Any, ...], list[Result]] = {}
    for *same, day, hours, value, instrument in _overruled(
        Event.objects.filter(grant=grant), *EVENT, "hours", "value", "instrument"
    ):
        said = None if hours is None else f"{hours:.2f}", value, instrument
        found.setdefault((*same, day.isoformat()), []).append(said)
    return found


def outputs_overruled(grant: Grant) -> set[tuple[Any, ...]]:
    """Things delivered, with the quantity that somebody corrected otherwise than by a file; one query."""
    rows = _overruled(Output.objects.filter(grant=grant), *OUTPUT)
    return {(*thing_of(kind, name, day.isoformat()), quantity) for kind, name, day, quantity in rows}


def said_again(grant: Grant, contents: Sequence[EventContent]) -> list[int]:
    """Rows (from 0) that say again what somebody took back or moved since, where nothing stands in its place."""
    overruled = events_overruled(grant)
    if not overruled:
        return []
    people = sorted({each.participant_pk for each in contents})
    standing = Event.objects.standing().filter(participant__in=people).order_by()
    live = {(*same, day.isoformat()) for *same, day in standing.values_list(*EVENT)}
    found = []
    for row, each in enumerate(contents):
        same = each.participant_pk, each.activity_pk, int(each.kind), each.happened_on.isoformat()
        hours = None if each.hours is None else f"{each.hours:.2f}"
        if same not in live and is_among(overruled.get(same, []), hours, each.value, each.instrument or None):
            found.append(row)
    return found


def is_overruled(grant: Grant, content: OutputContent) -> bool:
    """Whether this thing was recorded with this quantity, and taken back or corrected since."""
    thing = thing_of(content.kind, content.name, content.happened_on.isoformat())
    return (*thing, content.quantity) in outputs_overruled(grant)


def descriptions_overruled(grant: Grant) -> dict[int, list[set[Any]]]:
    """By participant, what each field of ``DESCRIPTION`` was before somebody changed it otherwise than by a file since.

    Two queries. A file that was stored replaces descriptions in the instant in which it is.
    """
    files = set(RegisterImport.objects.filter(grant=grant).order_by().values_list("stored_at", flat=True))
    past = PastDescription.objects.filter(participant__grant=grant).order_by("replaced_at", "pk")
    found: dict[int, list[set[Any]]] = {}
    for participant, replaced_at, *said in past.values_list("participant", "replaced_at", *DESCRIPTION):
        if replaced_at in files:
            found.pop(participant, None)
            continue
        for values, value in zip(found.setdefault(participant, [set() for _ in said]), said, strict=True):
            values.add(value)
    return found


def is_among(said: list[Result], hours: str | None, value: int | None, instrument: str | None) -> bool:
    """Whether a row says one of these; what it leaves open is not compared."""
    row = hours, value, instrument
    return any(all(new is None or new == old for new, old in zip(row, each, strict=True)) for each in said)


def _overruled(recorded: QuerySet[Any], *names: str) -> list[list[Any]]:
    """What each row said that was corrected, where the last correction of it came in no file."""
    columns = ("pk", "source", "corrects", *(f"corrects__{name}" for name in names))
    rows = list(recorded.exclude(corrects=None).order_by("pk").values_list(*columns))
    following = {corrected: (pk, source) for pk, source, corrected, *_said in rows}
    found = []
    for pk, source, _corrected, *said in rows:
        while pk in following:
            pk, source = following[pk]
        if source is None:
            found.append(said)
    return found
