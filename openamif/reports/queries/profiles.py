"""What each participant of a register is, in one statement: a bit for each kind of event, and what is known of her.

Live events alone: not void, and corrected by none; as known at a freeze where that is asked. The same that
``rules.indicators.persons`` makes of a single person's events; a test holds the two together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from operator import itemgetter
from typing import Any

from django.db import connection

from openamif.grants.models import Grant
from openamif.register.models import Event, Participant, PastDescription
from openamif.register.states import ANSWERS, EventKind, NationalityGroup, Standing
from openamif.reports.queries import dialect
from openamif.rules.indicators import words
from openamif.rules.indicators.persons import Bracket, Limits, brackets, limits

EVENT, PARTICIPANT, PAST, GRANT = (m._meta.db_table for m in (Event, Participant, PastDescription, Grant))
BITS = {kind.name.lower(): int(kind) for kind in EventKind}
BITS |= {name: place for place, name in enumerate(words.FOLLOWING, start=max(BITS.values()) + 1)}
"""The place of each kind in a mask: its number in the register; after them what follows from several events."""
COLUMNS = ("birth_year", "sex", "nationality_group", "standing", "is_vulnerable", "is_unaccompanied_minor")


@dataclass(frozen=True, slots=True)
class Known:
    """What was known at an instant: events and outputs up to these numbers, descriptions as they were then."""

    event: int
    output: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """Of whom: the participants of a programme, or of these grants of it, or these participants alone.

    ``until``: the last day that counts; None: every day. ``known``: as it was known then; None: as it is now.
    """

    period: str
    programme: int
    grants: Sequence[int] | None = None
    participants: Sequence[int] | None = None
    until: date | None = None
    known: Known | None = None

    @property
    def limits(self) -> Limits:
        """Those of the law on the last day."""
        return limits(self.period, on=self.until or date.max)

    @property
    def is_whole(self) -> bool:
        """Of a whole programme, as it is known now."""
        return self.grants is None and self.participants is None and self.known is None

    @property
    def known_at(self) -> datetime | None:
        """The instant of what was known; none: now."""
        return self.known.at if self.known else None

    @property
    def brackets(self) -> tuple[Bracket, ...]:
        """The age brackets of the period."""
        return brackets(self.period)


Row = tuple[int, int, date | str, int, str, str, int, int]
"""Participant, subject, first day on which anything happened, grant, age group, sex, flags, kinds.

The day is as the database gives it: text on SQLite, which sorts alike.
"""


def profiles(asked: Asked) -> Iterator[Row]:
    """Those of whom anything happened, subject by subject.

    Of a whole programme they come as the database finds them, and who is several participants comes last: until then
    nothing else may be asked of it.
    """
    rows, parameters = participants_sql(asked)
    if not asked.is_whole:
        with connection.cursor() as cursor:
            cursor.execute(f"{rows} ORDER BY subject", parameters)
            yield from cursor.fetchall()
        return
    several, waiting = _several(), []
    for row in dialect.streamed(rows, parameters):
        if row[1] in several:
            waiting.append(row)
        else:
            yield row
    yield from sorted(waiting, key=itemgetter(1))


def _several() -> set[int]:
    """The subjects that are more than one participant, of whichever programme."""
    with connection.cursor() as cursor:
        # In order, they are counted along the index, without a table of all of them.
        every = f"SELECT subject_id FROM {PARTICIPANT} GROUP BY subject_id HAVING COUNT(*) > 1"
        cursor.execute(f"{every} ORDER BY subject_id")
        return {subject for (subject,) in cursor.fetchall()}


def participants_sql(asked: Asked) -> tuple[str, list[Any]]:
    """A statement that gives for each participant with a live event: participant, subject, first_on, grant_id, age,

    sex, flags, kinds; with its parameters.
    """
    facts, parameters = _facts(asked)
    gained, of_gained = _gained(asked)
    later, of_later = _later(asked)
    past, of_past = _past(asked)
    kinds = "f.kinds"
    for alias, name in (("g", words.LEVEL_GAINED), ("l", words.USES_SKILLS_LATER)):
        kinds += f" | CASE WHEN {alias}.participant IS NULL THEN 0 ELSE {dialect.shifted(str(BITS[name]))} END"
    description = {column: _described(column, asked) for column in COLUMNS}
    statement = (
        f"SELECT f.participant, {_described('subject_id', asked)} AS subject, f.first_on, p.grant_id, "
        f"{_age(description['birth_year'], asked)} AS age, "
        f"CASE WHEN {description['sex']} = '' THEN '{words.UNKNOWN}' ELSE {description['sex']} END AS sex, "
        f"{_flags(description)} AS flags, {kinds} AS kinds "
        f"FROM ({facts}) f JOIN {PARTICIPANT} p ON p.id = f.participant "
        f"LEFT JOIN ({gained}) g ON g.participant = f.participant "
        f"LEFT JOIN ({later}) l ON l.participant = f.participant{past}"
    )
    return statement, [*parameters, *of_gained, *of_later, *of_past]


def _facts(asked: Asked) -> tuple[str, list[Any]]:
    live, parameters = _live("e", asked)
    answers = ", ".join(str(int(kind)) for kind in ANSWERS)
    bit = f"CASE WHEN e.value = 0 AND e.kind IN ({answers}) THEN 0 ELSE {dialect.shifted('e.kind')} END"
    return (
        f"SELECT e.participant_id AS participant, {dialect.bits_of(bit)} AS kinds, MIN(e.happened_on) AS first_on "
        f"FROM {EVENT} e WHERE {live} GROUP BY e.participant_id",
        parameters,
    )


def _gained(asked: Asked) -> tuple[str, list[Any]]:
    """Participants whose last exit test of an activity is enough above their first entry test of the same."""
    entry, of_entry = _test(asked, EventKind.ENTRY_TEST, "ASC")
    leaving, of_leaving = _test(asked, EventKind.EXIT_TEST, "DESC")
    return (
        f"SELECT DISTINCT n.participant_id AS participant FROM ({entry}) n JOIN ({leaving}) x "
        f"ON x.participant_id = n.participant_id AND x.activity_id = n.activity_id "
        f"WHERE n.place = 1 AND x.place = 1 AND n.happened_on <= x.happened_on AND x.value - n.value >= %s",
        [*of_entry, *of_leaving, asked.limits.levels],
    )


def _test(asked: Asked, kind: EventKind, direction: str) -> tuple[str, list[Any]]:
    live, parameters = _live("t", asked)
    order = f"t.happened_on {direction}, t.id {direction}"
    place = f"ROW_NUMBER() OVER (PARTITION BY t.participant_id, t.activity_id ORDER BY {order}) AS place"
    return (
        f"SELECT t.participant_id, t.activity_id, t.happened_on, t.value, {place} "
        f"FROM {EVENT} t WHERE {_is('t', kind)} AND t.activity_id IS NOT NULL AND {live}",
        parameters,
    )


def _is(alias: str, kind: EventKind) -> str:
    """In the words of the index ``event_after_activities``."""
    return f"{alias}.kind = {int(kind)} AND {alias}.kind >= {int(EventKind.ENTRY_TEST)}"


def _later(asked: Asked) -> tuple[str, list[Any]]:
    """Participants who said long enough after a training that they use its skills."""
    answer, of_answer = _live("a", asked)
    training, of_training = _live("t", asked, scoped=False)
    return (
        f"SELECT DISTINCT a.participant_id AS participant FROM {EVENT} a JOIN {EVENT} t "
        f"ON t.participant_id = a.participant_id AND t.kind = {int(EventKind.TRAINING)} "
        f"WHERE {_is('a', EventKind.USES_SKILLS)} AND a.value = 1 AND {answer} AND {training} "
        f"AND {dialect.whole_months('t.happened_on', 'a.happened_on')} >= %s",
        [*of_answer, *of_training, asked.limits.months],
    )


def _live(alias: str, asked: Asked, *, scoped: bool = True) -> tuple[str, list[Any]]:
    """Events of what is asked that stand: not void, corrected by none, as far as it was known."""
    conditions: list[str] = [f"NOT {alias}.is_void"]
    parameters: list[Any] = []
    # Corrections are few: said so, a planner reads them once instead of looking them up for every event.
    corrected = f"SELECT 1 FROM {EVENT} c WHERE c.corrects_id = {alias}.id AND c.corrects_id IS NOT NULL"
    if asked.known:
        corrected += " AND c.id <= %s"
        conditions.append(f"{alias}.id <= %s")
        parameters += [asked.known.event, asked.known.event]
    conditions.insert(1, f"NOT EXISTS ({corrected})")
    if asked.until:
        conditions.append(f"{alias}.happened_on <= %s")
        parameters.append(dialect.written(asked.until))
    if scoped:
        condition, of_scope = _scope(alias, asked)
        conditions.append(condition)
        parameters += of_scope
    return " AND ".join(conditions), parameters


def _scope(alias: str, asked: Asked) -> tuple[str, list[Any]]:
    if asked.participants is not None:
        return dialect.among(f"{alias}.participant_id", asked.participants)
    if asked.grants is not None:
        return dialect.among(f"{alias}.grant_id", asked.grants)
    # The sign keeps the planner from looking up grant by grant what it has to read from end to end.
    return f"+{alias}.grant_id IN (SELECT id FROM {GRANT} WHERE programme_id = %s)", [asked.programme]


def _past(asked: Asked) -> tuple[str, list[Any]]:
    """How she was described at the instant: as the first description that was replaced after it has it."""
    if asked.known is None:
        return "", []
    first = f"SELECT o.id FROM {PAST} o WHERE o.participant_id = p.id AND o.replaced_at > %s"
    join = f" LEFT JOIN {PAST} d ON d.id = ({first} ORDER BY o.replaced_at, o.id LIMIT 1)"
    return join, [dialect.written(asked.known.at)]


def _described(column: str, asked: Asked) -> str:
    return f"p.{column}" if asked.known is None else f"CASE WHEN d.id IS NULL THEN p.{column} ELSE d.{column} END"


def _age(birth_year: str, asked: Asked) -> str:
    age = f"{dialect.year_of('f.first_on')} - ({birth_year})"
    cases = f"WHEN ({birth_year}) IS NULL THEN '{words.UNKNOWN}' "
    for bracket in asked.brackets:
        limit = [f"{age} >= {bracket.youngest}"] if bracket.youngest is not None else []
        limit += [f"{age} <= {bracket.oldest}"] if bracket.oldest is not None else []
        cases += f"WHEN {' AND '.join(limit)} THEN '{bracket.code}' "
    return f"CASE {cases}ELSE '{words.UNKNOWN}' END"


def _flags(description: dict[str, str]) -> str:
    conditions = (
        description["is_vulnerable"],
        description["is_unaccompanied_minor"],
        f"({description['standing']}) = '{Standing.STAFF}'",
        f"({description['nationality_group']}) = '{NationalityGroup.UNION}'",
    )
    return " + ".join(
        f"CASE WHEN {condition} THEN {1 << place} ELSE 0 END" for place, condition in enumerate(conditions)
    )


@cache
def kinds_in(mask: int) -> frozenset[str]:
    """The kinds whose bit is set."""
    return frozenset(name for name, place in BITS.items() if mask >> place & 1)


@cache
def flags_in(mask: int) -> frozenset[str]:
    """The flags whose bit is set."""
    return frozenset(name for place, name in enumerate(words.FLAGS) if mask >> place & 1)
