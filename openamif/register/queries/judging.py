"""What the rules say against the rows of a file: the same as against those of a form, each combination judged once."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from itertools import chain, compress
from typing import Any

from django.db.models import Max

from openamif.grants.models import Grant
from openamif.register.facts import ACTIVITY, ActivityContent, OutputContent, PersonDescription, content_of
from openamif.register.models import Activity, Event, Participant, PastDescription
from openamif.register.queries.attendance import attended_days
from openamif.register.queries.comparing import comparable, raw_rows
from openamif.register.queries.findings import (
    NEVER,
    TAUGHT,
    against_activity,
    against_output,
    against_person,
    event_facts,
    rule_grant,
)
from openamif.register.queries.staging import Staged
from openamif.register.states import EventKind
from openamif.rules import register as rules
from openamif.rules.finding import Finding

Against = Iterator[tuple[int, Finding]]
Ask = Callable[[Any, date], tuple[Finding, ...]]
ASKED = frozenset(map(int, (EventKind.ENTRY_TEST, EventKind.EXIT_TEST, EventKind.USES_SKILLS)))
"""What depends on what happened to her before."""
BEFORE = frozenset(map(int, TAUGHT))
ENTRY, EXIT, LATEST = int(EventKind.ENTRY_TEST), int(EventKind.EXIT_TEST), date.max.isoformat()
SOME = Decimal(0)


def against_rows(
    grant: Grant, staged: Staged, *, on: date, faulty: Collection[str] = ()
) -> Iterator[tuple[str, int, Finding]]:
    """Sheet, place of the row in what was staged of it, and a finding that keeps it out; four queries, however many.

    ``persons`` as a sheet: the place is hers among the persons; how she is described may stand in any of her rows.

    What is in the register counts: trainings and tests, what a blank leaves as it was. A test without its instrument is
    kept out by nothing; ``comparing`` counts them.
    ``faulty``: activities of which something was told already. What would only follow from that is not told again.
    """
    judging = _Judging(grant, staged, on, faulty)
    sheets = {
        "activities": (judging.against_activities,),
        "outputs": (judging.outputs(),),
        "persons": (judging.persons(),),
        "participations": (judging.sessions(), judging.happened(), judging.asked()),
    }
    for sheet, parts in sheets.items():
        for place, finding in chain.from_iterable(parts):
            yield sheet, place, finding


def seen_by_rules(grant: Grant) -> str:
    """A digest of all that the rules look at besides the file: where it is the same, they say the same again."""
    last = [model.objects.aggregate(last=Max("pk"))["last"] for model in (Event, Participant, PastDescription)]
    planned = list(Activity.objects.filter(grant=grant).order_by("pk").values_list(*ACTIVITY))
    return sha256(repr((rule_grant(grant), last, planned)).encode()).hexdigest()


class _Judging:
    """The rows of one file before the rules."""

    def __init__(self, grant: Grant, staged: Staged, on: date, faulty: Collection[str]) -> None:
        self.grant, self.staged, self.on, self.frame = grant, staged, on, rule_grant(grant)
        here = {each.reference: content_of(each) for each in Activity.objects.filter(grant=grant)}
        self.activities: dict[str | None, ActivityContent] = dict(here.items())
        for row in staged.activities:
            self.activities[row[0]] = _planned(here.get(row[0]), row)
        self.moved = {reference for reference, each in here.items() if self.activities[reference] != each}
        self.against_activities = [*self._activities_planned()]
        for reference in faulty:
            self.activities.pop(reference, None)
        rows = raw_rows(Participant.objects.filter(grant=grant), "local_reference", "birth_year", "standing")
        known = {reference: said for reference, *said in rows}
        self.described: list[tuple[Any, ...]] = [
            tuple(
                old if new is None else new
                for old, new in zip(
                    known.get(each.reference, (None, "")), (each.birth_year, each.standing), strict=True
                )
            )
            for each in staged.persons
        ]

    def _activities_planned(self) -> Against:
        """Each as it will stand; whose days are wrong has none for those who took part."""
        attended = attended_days(self.grant, self.moved) if self.moved else {}
        for place, row in enumerate(self.staged.activities):
            reference, planned = row[0], self.activities[row[0]]
            is_dated = row[ACTIVITY.index("starts_on")] is not None
            days = attended.get(reference, NEVER)
            against = against_activity(self.grant, planned, attended=days, on=self.on) if is_dated else ()
            found = rules.errors(against)
            if found or not is_dated:
                self.activities[reference] = replace(planned, starts_on=None, ends_on=None)  # type: ignore[arg-type]
            for finding in found:
                yield place, finding

    def outputs(self) -> Against:
        """Things delivered."""
        for place, (kind, name, day, quantity) in enumerate(self.staged.outputs):
            content = OutputContent(kind, name, date.fromisoformat(day), quantity)
            for finding in rules.errors(against_output(self.grant, content, on=self.on)):
                yield place, finding

    def sessions(self) -> Against:
        """What is the same for all who took part; an activity that is nowhere, or faulty, was told already."""
        events = self.staged.events
        has_hours = [each is not None for each in events["hours"]]

        def ask(key: Any, day: date) -> tuple[Finding, ...]:
            kind, reference, value, has_hours, instrument = key
            activity, hours = self.activities.get(reference), SOME if has_hours else None
            facts = event_facts(kind, day, activity=activity, value=value, hours=hours, instrument=instrument or "")
            found = (*rules.of_session(facts, self.frame, on=self.on), *rules.of_hours(facts, self.frame))
            is_told = reference is not None and activity is None
            return tuple(each for each in found if each.place != "activity") if is_told else found

        instruments = self.staged.instruments()
        keys = list(zip(events["kind"], events["activity"], events["value"], has_hours, instruments, strict=True))
        return _judged(keys, events["day"], ask)

    def persons(self) -> Against:
        """How everybody is described."""
        against = {
            said: rules.errors(against_person(self.grant, PersonDescription(said[0], standing=said[1]), on=self.on))
            for said in set(self.described)
        }
        for person, said in enumerate(self.described) if any(against.values()) else ():
            for finding in against[said]:
                yield person, finding

    def happened(self) -> Against:
        """Whether it can have happened to somebody described so."""
        events = self.staged.events

        def ask(key: Any, day: date) -> tuple[Finding, ...]:
            kind, (birth_year, standing) = key
            facts = event_facts(kind, day, activity=None, birth_year=birth_year, standing=standing)
            return rules.of_person(facts, self.frame, on=self.on)

        keys = list(zip(events["kind"], map(self.described.__getitem__, events["person"]), strict=True))
        return _judged(keys, events["day"], ask)

    def asked(self) -> Against:
        """Tests in their order, and what is asked after a training."""
        events = self.staged.events
        if ASKED.isdisjoint(events["kind"]):
            return
        happened = chain(self._before(), (row for _place, row in self._rows(BEFORE)))
        history = _History(self.activities, happened)
        known: dict[Any, tuple[Finding, ...]] = {}
        for place, (person, kind, day, activity) in self._rows(ASKED):
            key = kind, day, *history.of(person, activity)
            if key not in known:
                known[key] = rules.errors(self._asked(*key))
            for finding in known[key]:
                yield place, finding

    def _asked(self, kind: int, day: str, *past: str | None) -> tuple[Finding, ...]:
        entered, left, trained = (None if each is None else date.fromisoformat(each) for each in past)
        facts = event_facts(kind, date.fromisoformat(day), activity=None)
        facts = replace(facts, entered_on=entered, left_on=left, training_ended_on=trained)
        return rules.of_answer_or_test(facts, self.frame, on=self.on)

    def _rows(self, kinds: frozenset[int]) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """Those of some kinds, with their places."""
        events = self.staged.events
        is_of = [kind in kinds for kind in events["kind"]]
        columns = (compress(events[name], is_of) for name in ("person", "kind", "day", "activity"))
        return zip(compress(range(len(is_of)), is_of), zip(*columns, strict=True), strict=True)

    def _before(self) -> Iterator[tuple[Any, ...]]:
        """What stands in the register of those who are in the file."""
        places = {person.reference: place for place, person in enumerate(self.staged.persons)}
        live = Event.objects.standing().filter(grant=self.grant, kind__in=TAUGHT)
        names = "participant__local_reference", "kind", "happened_on", "activity__reference"
        for reference, kind, day, activity in raw_rows(live, *names):
            if reference in places:
                yield places[reference], kind, comparable(day), activity


class _History:
    """By person: the first test at entry, the last at exit, and when her trainings were over. Days as texts."""

    def __init__(self, activities: dict[str | None, ActivityContent], events: Iterable[tuple[Any, ...]]) -> None:
        """``events``: person, kind, day, activity, of the register and of the file."""
        ends = {
            reference: each.ends_on.isoformat() for reference, each in activities.items() if each.ends_on is not None
        }
        self.entered: dict[int, str] = {}
        self.left: dict[int, str] = {}
        self.trained: dict[tuple[int, str | None], str] = {}
        for person, kind, day, activity in events:
            if kind == ENTRY:
                if day < self.entered.get(person, LATEST):
                    self.entered[person] = day
            elif kind == EXIT:
                if day > self.left.get(person, ""):
                    self.left[person] = day
            else:
                over = max(day, ends.get(activity, day))
                for key in ((person, None), (person, activity)):
                    if over > self.trained.get(key, ""):
                        self.trained[key] = over

    def of(self, person: int, activity: str | None) -> tuple[str | None, str | None, str | None]:
        """Entered, left, trained: in the activity that is named, or in any."""
        return self.entered.get(person), self.left.get(person), self.trained.get((person, activity))


def _judged(keys: Sequence[Any], days: Sequence[str], ask: Ask) -> Against:
    """Every rule allows a run of days: what holds on the first and the last day of a key holds between them.

    First over all the days of the file, then over those of each key that fails, then row by row.
    """
    if not days:
        return
    span = min(days), max(days)
    suspected = _failing(dict.fromkeys(keys, span), ask)
    if not suspected:
        return
    said = defaultdict(set)
    for key, day in zip(keys, days, strict=True):
        if key in suspected:
            said[key].add(day)
    suspected = _failing({key: (min(own), max(own)) for key, own in said.items()}, ask)
    known: dict[Any, tuple[Finding, ...]] = {}
    for place, asked in enumerate(zip(keys, days, strict=True)) if suspected else ():
        if asked[0] in suspected:
            if asked not in known:
                known[asked] = rules.errors(ask(asked[0], date.fromisoformat(asked[1])))
            for finding in known[asked]:
                yield place, finding


def _failing(spans: Mapping[Any, tuple[str, str]], ask: Ask) -> set[Any]:
    """The keys against which something stands on the first day or the last."""
    return {
        key for key, span in spans.items() if any(rules.errors(ask(key, date.fromisoformat(day))) for day in set(span))
    }


def _planned(known: ActivityContent | None, row: Sequence[Any]) -> ActivityContent:
    """As it stands once the file is stored: a blank leaves what was."""
    said = {name: value for name, value in zip(ACTIVITY, row, strict=True) if value is not None}
    said |= {name: date.fromisoformat(said[name]) for name in ("starts_on", "ends_on") if name in said}
    if known is not None:
        return replace(known, **said)
    return ActivityContent(**{"title": "", "starts_on": None, **said})
