"""What the rules find against what is about to be written down, however many rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from openamif.grants.models import Grant
from openamif.grants.states import GrantState
from openamif.register.facts import ActivityContent, EventContent, OutputContent, PersonDescription
from openamif.register.models import Activity
from openamif.register.queries.among import rows_among
from openamif.register.states import ANSWERS, ASSESSMENTS, PARTICIPATIONS, Answer, EventKind, Level
from openamif.rules import register as rules
from openamif.rules.finding import Finding

FAMILIES = dict.fromkeys(PARTICIPATIONS, "participation")
FAMILIES |= dict.fromkeys(ASSESSMENTS, "test") | dict.fromkeys(ANSWERS, "answer")
LARGEST = {"test": int(Level.C2), "answer": int(Answer.YES)}
TAUGHT = (EventKind.TRAINING, EventKind.ENTRY_TEST, EventKind.EXIT_TEST)
Days = tuple[date | None, date | None]
NEVER: Days = (None, None)
_BEFORE = (
    "SELECT e.id, e.participant_id, e.kind, e.happened_on, e.activity_id FROM register_event e"
    " LEFT JOIN register_event c ON c.corrects_id = e.id"
    " WHERE c.id IS NULL AND NOT e.is_void AND e.kind IN ({kinds}) AND e.participant_id "
)
_BEFORE = _BEFORE.format(kinds=", ".join(str(int(kind)) for kind in TAUGHT))
_DESCRIBED = "SELECT id, birth_year, standing FROM register_participant WHERE grant_id = {grant} AND id "


def rule_grant(grant: Grant) -> rules.Grant:
    """The grant as the rules know it."""
    ends_on = grant.ended_on or grant.ends_on
    return rules.Grant(grant.programme.period, grant.starts_on, ends_on, grant.state != GrantState.DRAFT)


def against_person(
    grant: Grant, description: PersonDescription, *, is_taken: bool = False, on: date
) -> tuple[Finding, ...]:
    """Against entering or describing somebody so."""
    person = rules.Person(description.birth_year, description.standing, is_taken)
    return rules.against_person(person, rule_grant(grant), on=on)


def against_activity(
    grant: Grant, content: ActivityContent, *, is_taken: bool = False, attended: Days = NEVER, on: date
) -> tuple[Finding, ...]:
    """Against an activity planned so. ``attended``: the first and the last day on which somebody took part already."""
    activity = rules.Activity(content.starts_on, content.ends_on, is_taken, *attended)
    return rules.against_activity(activity, rule_grant(grant), on=on)


def against_output(grant: Grant, content: OutputContent, *, on: date) -> tuple[Finding, ...]:
    """Against something delivered so."""
    output = rules.Output(content.kind, content.happened_on, content.quantity)
    return rules.against_output(output, rule_grant(grant), on=on)


def against_events(
    grant: Grant, contents: Sequence[EventContent], *, but: Sequence[int] = (), on: date
) -> list[tuple[int, Finding]]:
    """Row (from 0) and finding of what stands against these events; three queries however many.

    A participant or an activity that is not of the grant is found too (R-14). ``but``: events that are to be corrected.
    """
    return list(_Examination(grant, contents, frozenset(but), on).findings())


def event_facts(kind: int, day: date, *, activity: ActivityContent | Activity | None, **said: Any) -> rules.Event:
    """An event as the rules know it; ``said``: value, hours, instrument, birth_year, standing, and what came before."""
    known = EventKind(kind)
    family = FAMILIES.get(known, "outcome")
    value = said.get("value")
    planned: dict[str, Any] = {}
    if activity is not None:
        planned = {
            "activity_kind": EventKind(activity.kind).name.lower(),
            "activity_starts_on": activity.starts_on,
            "activity_ends_on": activity.ends_on,
        }
    is_known = value is None or 0 <= value <= LARGEST.get(family, value)
    return rules.Event(known.name.lower(), family, day, is_known_value=is_known, **planned, **said)


@dataclass
class _Examination:
    """Events examined together: what many share is asked of the rules once."""

    grant: Grant
    contents: Sequence[EventContent]
    but: frozenset[int]
    on: date

    def __post_init__(self) -> None:
        self.frame = rule_grant(self.grant)
        self.activities = {each.pk: each for each in Activity.objects.filter(grant=self.grant)}
        keys = sorted({each.participant_pk for each in self.contents})
        described = rows_among(_DESCRIBED.format(grant=int(self.grant.pk)), keys)
        self.people = {key: (birth_year, standing) for key, birth_year, standing in described}
        self.before: dict[int, list[tuple[int, date, int | None]]] = {}

    def findings(self) -> Iterator[tuple[int, Finding]]:
        sessions: dict[Any, tuple[Finding, ...]] = {}
        described: dict[Any, tuple[Finding, ...]] = {}
        self._read_before()
        for row, each in enumerate(self.contents):
            session = each.kind, each.happened_on, each.activity_pk, each.value, each.instrument
            found = sessions.get(session)
            if found is None:
                found = sessions[session] = self._session(each)
            person = self.people.get(each.participant_pk)
            if person is None:
                found += self._foreign("participant")
            else:
                asked = *person, each.kind, each.happened_on.year
                more = described.get(asked)
                if more is None:
                    more = described[asked] = rules.of_person(self._facts(each, person), self.frame, on=self.on)
                found += more
            if each.kind >= EventKind.ENTRY_TEST or (each.hours is not None and each.hours < 0):
                found += self._individual(each)
            for finding in found:
                yield row, finding

    def _facts(self, each: EventContent, person: tuple[int | None, str] = (None, "")) -> rules.Event:
        return event_facts(
            each.kind,
            each.happened_on,
            activity=self.activities.get(each.activity_pk) if each.activity_pk else None,
            value=each.value,
            instrument=each.instrument,
            birth_year=person[0],
            standing=person[1],
        )

    def _session(self, each: EventContent) -> tuple[Finding, ...]:
        found = rules.of_session(self._facts(each), self.frame, on=self.on)
        return found if each.activity_pk is None or each.activity_pk in self.activities else self._foreign("activity")

    def _foreign(self, what: str) -> tuple[Finding, ...]:
        return rules.says("R-14", False, what, period=self.frame.period, variant=what)

    def _individual(self, each: EventContent) -> tuple[Finding, ...]:
        entered = [day for kind, day, _ in self._past(each) if kind == EventKind.ENTRY_TEST]
        left = [day for kind, day, _ in self._past(each) if kind == EventKind.EXIT_TEST]
        facts = replace(
            self._facts(each),
            hours=each.hours,
            entered_on=min(entered, default=None),
            left_on=max(left, default=None),
            training_ended_on=max(self._trainings(each), default=None),
        )
        hours = rules.of_hours(facts, self.frame)
        return (*hours, *rules.of_answer_or_test(facts, self.frame, on=self.on))

    def _past(self, each: EventContent) -> list[tuple[int, date, int | None]]:
        return self.before.get(each.participant_pk, [])

    def _trainings(self, each: EventContent) -> Iterator[date]:
        """The last days of her trainings, or of the one that the answer names."""
        for kind, day, key in self._past(each):
            if kind != EventKind.TRAINING or (each.activity_pk and key != each.activity_pk):
                continue
            activity = self.activities.get(key) if key else None
            yield max(day, activity.ends_on) if activity and activity.ends_on else day

    def _read_before(self) -> None:
        """Trainings and tests of those whose tests and answers are here; what comes with them counts too."""
        asked = {each.participant_pk for each in self.contents if each.kind >= EventKind.ENTRY_TEST}
        for key, participant, kind, day, activity in rows_among(_BEFORE, sorted(asked)):
            if key in self.but:
                continue
            happened_on = date.fromisoformat(day) if isinstance(day, str) else day
            self.before.setdefault(participant, []).append((kind, happened_on, activity))
        for each in self.contents:
            if each.kind in TAUGHT and each.participant_pk in asked:
                self.before.setdefault(each.participant_pk, []).append((each.kind, each.happened_on, each.activity_pk))
