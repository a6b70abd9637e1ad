"""What storing the rows of a file would change in the register of a grant. Nothing changes here."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet

from openamif.grants.models import Grant
from openamif.register.facts import ACTIVITY, DESCRIPTION, OUTPUT, thing_of
from openamif.register.models import Activity, Event, Output, Participant
from openamif.register.queries.overruled import (
    descriptions_overruled,
    events_overruled,
    is_among,
    outputs_overruled,
)
from openamif.register.queries.staging import Person, Staged
from openamif.register.states import ASSESSMENTS

TESTS = frozenset(map(int, ASSESSMENTS))


@dataclass(frozen=True, slots=True)
class Described:
    """A participant of the grant: her key, the subject she is, her description in the order of ``DESCRIPTION``."""

    pk: int
    subject: int
    said: tuple[Any, ...]


class Standing(NamedTuple):
    """What an event that stands says; in a plan, what is to stand in the place of ``pk``."""

    pk: int
    hours: str | None
    value: int | None
    instrument: str

    def corrected(self, hours: str | None, value: int | None, instrument: str | None) -> "Standing":
        """The same with another result; what is None stays as it was."""
        return Standing(
            self.pk, hours or self.hours, self.value if value is None else value, instrument or self.instrument
        )


@dataclass
class Plan:
    """``persons``: each of the file with who is here; ``described``: the description that each is to have, if another.

    ``events``: places of those that are new; ``corrected``: place of those that stand there with another result.
    Activities and things delivered likewise. ``overruled``, ``overruled_outputs``: places of what says again what
    somebody has corrected or taken back since.
    """

    known: list[Described | None] = field(default_factory=list)
    described: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    overruled_descriptions: int = 0
    activities: dict[str, int] = field(default_factory=dict)
    new_activities: list[list[Any]] = field(default_factory=list)
    changed_activities: list[tuple[int, list[Any]]] = field(default_factory=list)
    events: list[int] = field(default_factory=list)
    corrected: list[tuple[int, Standing]] = field(default_factory=list)
    overruled: list[int] = field(default_factory=list)
    outputs: list[int] = field(default_factory=list)
    corrected_outputs: list[tuple[int, int]] = field(default_factory=list)
    overruled_outputs: list[int] = field(default_factory=list)

    def counts(self, staged: Staged) -> dict[str, int]:
        """In numbers."""
        news, known = self.known.count(None), len(self.known)
        events, outputs = len(staged.events["kind"]), len(staged.outputs)
        return {
            "participants_new": news,
            "participants_known": known - news,
            "descriptions_changed": len(self.described),
            "descriptions_overruled": self.overruled_descriptions,
            "events_new": len(self.events),
            "events_changed": len(self.corrected),
            "events_unchanged": events - len(self.events) - len(self.corrected) - len(self.overruled),
            "events_overruled": len(self.overruled),
            "activities_new": len(self.new_activities),
            "activities_changed": len(self.changed_activities),
            "outputs_new": len(self.outputs),
            "outputs_changed": len(self.corrected_outputs),
            "outputs_unchanged": outputs
            - len(self.outputs)
            - len(self.corrected_outputs)
            - len(self.overruled_outputs),
            "outputs_overruled": len(self.overruled_outputs),
            "tests_without_instrument": self._tests_without_instrument(staged),
        }

    def _tests_without_instrument(self, staged: Staged) -> int:
        """What R-10 warns of, among what is new or changes."""
        kinds, said = staged.events["kind"], staged.instruments()
        if TESTS.isdisjoint(kinds):
            return 0
        news = sum(kinds[place] in TESTS and said[place] is None for place in self.events)
        return news + sum(kinds[place] in TESTS and not after.instrument for place, after in self.corrected)


def plan_import(grant: Grant, staged: Staged) -> Plan:
    """Compared with the register in eight queries at most, whatever the number of rows."""
    plan = Plan()
    _persons(grant, staged, plan)
    _activities(grant, staged, plan)
    _events(grant, staged, plan)
    _outputs(grant, staged, plan)
    return plan


def _persons(grant: Grant, staged: Staged, plan: Plan) -> None:
    rows = raw_rows(Participant.objects.filter(grant=grant), "local_reference", "pk", "subject_id", *DESCRIPTION)
    here = {reference: Described(pk, subject, tuple(said)) for reference, pk, subject, *said in rows}
    plan.known = [here.get(person.reference) for person in staged.persons]
    if not here:
        return
    overruled = descriptions_overruled(grant)
    for place, (known, person) in enumerate(zip(plan.known, staged.persons, strict=True)):
        if known is not None:
            said = description_of(person)
            if known.pk in overruled:
                news = _not_overruled(said, known.said, overruled[known.pk])
                plan.overruled_descriptions += news != said
                said = news
            after = tuple(old if new is None else new for old, new in zip(known.said, said, strict=True))
            if after != known.said:
                plan.described[place] = after


def _not_overruled(said: tuple[Any, ...], now: tuple[Any, ...], before: list[set[Any]]) -> tuple[Any, ...]:
    """What the file says of her, but for what somebody changed here since: None."""
    every = zip(said, now, before, strict=True)
    return tuple(None if new in gone and new != old else new for new, old, gone in every)


def description_of(person: Person) -> tuple[Any, ...]:
    """In the order of ``DESCRIPTION``; None where the file says nothing."""
    return tuple(getattr(person, name) for name in DESCRIPTION)


def _activities(grant: Grant, staged: Staged, plan: Plan) -> None:
    here = {activity.reference: activity for activity in Activity.objects.filter(grant=grant).order_by("pk")}
    plan.activities = {reference: activity.pk for reference, activity in here.items()}
    for row in staged.activities:
        known = here.get(row[0])
        if known is None:
            plan.new_activities.append(row)
            continue
        said = {name: value for name, value in zip(ACTIVITY, row, strict=True) if value is not None}
        if any(comparable(getattr(known, name)) != comparable(value) for name, value in said.items()):
            plan.changed_activities.append((known.pk, row))


def _events(grant: Grant, staged: Staged, plan: Plan) -> None:
    events = staged.events
    live = _live(Event.objects.standing().filter(grant=grant), "participant_id", "activity_id", "kind", "happened_on")
    overruled = events_overruled(grant)
    if not live and not overruled:
        plan.events = list(range(len(events["kind"])))
        return
    keys = [known and known.pk for known in plan.known]
    names = ("person", "activity", "kind", "day", "hours", "value")
    columns = zip(*(events[name] for name in names), staged.instruments(), strict=True)
    for place, (person, activity, kind, day, hours, value, instrument) in enumerate(columns):
        # An activity that is new has no key yet: nothing of it can be here.
        pk = plan.activities.get(activity, 0) if activity is not None else None
        same = keys[person], pk, kind, day
        stands = live.get(same)
        if (
            stands is not None
            and (hours is None or hours == stands.hours)
            and (value is None or value == stands.value)
            and (instrument is None or instrument == stands.instrument)
        ):
            continue
        if same in overruled and is_among(overruled[same], hours, value, instrument):
            plan.overruled.append(place)
        elif stands is None:
            plan.events.append(place)
        else:
            plan.corrected.append((place, stands.corrected(hours, value, instrument)))


def _live(live: QuerySet[Any], *key: str) -> dict[tuple[Any, ...], Standing]:
    """Events that stand, by what makes them the same."""
    written: dict[Any, Any] = {}
    found = {}
    for *same, day, pk, hours, value, instrument in raw_rows(live, *key, "pk", "hours", "value", "instrument"):
        if day not in written:
            written[day] = comparable(day)
        found[*same, written[day]] = Standing(pk, None if hours is None else f"{hours:.2f}", value, instrument)
    return found


def _outputs(grant: Grant, staged: Staged, plan: Plan) -> None:
    rows = Output.objects.standing().filter(grant=grant).order_by("pk").values_list(*OUTPUT, "pk")
    standing = [(kind, name, day.isoformat(), quantity, pk) for kind, name, day, quantity, pk in rows]
    said = {tuple(each[:-1]) for each in standing}
    here = {thing_of(kind, name, day): pk for kind, name, day, _quantity, pk in standing}
    overruled = outputs_overruled(grant) if staged.outputs else set()
    for place, (kind, name, day, quantity) in enumerate(staged.outputs):
        if (kind, name, day, quantity) in said:
            continue
        if (*thing_of(kind, name, day), quantity) in overruled:
            plan.overruled_outputs.append(place)
        elif pk := here.get(thing_of(kind, name, day)):
            plan.corrected_outputs.append((place, pk))
        else:
            plan.outputs.append(place)


def comparable(value: Any) -> Any:
    """As the staged rows write it."""
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    return value.isoformat() if hasattr(value, "isoformat") else value


def raw_rows(rows: QuerySet[Any], *names: str) -> Iterator[tuple[Any, ...]]:
    """The columns as the database's own driver gives them: hundreds of thousands are read at a time."""
    statement, parameters = rows.order_by().values_list(*names).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        yield from cursor.fetchall()
