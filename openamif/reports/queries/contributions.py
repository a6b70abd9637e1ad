"""What a figure is made of: which events make which person count, or which things were counted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.programmes.models import Programme
from openamif.register.models import Event, Participant
from openamif.register.states import EventKind
from openamif.reports.queries import counting
from openamif.reports.queries.counting import Book, Standing
from openamif.reports.queries.profiles import Asked, Known, Row, profiles
from openamif.reports.queries.same_person import EARLIEST, age_and_sex, grant_of, one_a_grant
from openamif.reports.queries.things import things_of
from openamif.rules.indicators import CountingRule, Happening, Limits, Thing
from openamif.rules.indicators.persons import merged, reasons
from openamif.rules.indicators.rule import PERSONS, PROJECTS, SHARE
from openamif.rules.indicators.things import is_project, number_of_things

SIZE = 100
"""Persons or things a page."""
EVERYBODY = ("", "")
"""Of whatever age group and sex."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A person who counts once: as which participants, with age group and sex, and by which events."""

    subject: int
    participants: tuple[Participant, ...]
    age: str
    sex: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Contributions:
    """``total``: how many persons, projects or entries of things; of them those of one page, in their order.

    ``number``: what they come to, which an entry of twelve places makes more than ``total``. ``share``: the percentage
    whose numerator all this is; ``whole``: the first entries that say of how many it is one.
    """

    rule: CountingRule
    total: int
    number: int
    persons: tuple[Counted, ...] = ()
    things: tuple[Thing, ...] = ()
    projects: tuple[int, ...] = ()
    share: CountingRule | None = None
    whole: tuple[Thing, ...] = ()


def contributions(
    of: Grant | Programme,
    indicator: str,
    *,
    grants: Sequence[int] | None = None,
    until: date | None = None,
    known: Known | None = None,
    alike: tuple[str, str] = EVERYBODY,
    first: int = 0,
    size: int = SIZE,
) -> Contributions | None:
    """Of a grant, or of a programme (of these ``grants`` of it alone: those that somebody may see); of a percentage,
    what its numerator counts.

    ``alike``: only persons of this age group and sex, where they are said. ``first``: how many are left out before the
    page. None where the programme counts no such indicator. Five queries at most, however much is counted; six where
    it is ``known``.
    """
    programme = of.programme if isinstance(of, Grant) else of
    within = (of.pk,) if isinstance(of, Grant) else grants
    book = counting.book_of(programme, on=until or timezone.localdate())
    rules = {each.indicator: each for each in book.rules}
    rule = rules.get(indicator)
    if rule is None:
        return None
    asked = Asked(programme.period, programme.pk, grants=within, until=until, known=known)
    standings = counting.standings_of(programme, within, at=asked.known_at)
    page = slice(first, first + size)
    if rule.counts == SHARE:
        found = _of_rule(rules[rule.numerator], asked, standings, book, alike, page)
        return replace(found, share=rule, whole=tuple(_things(rule, asked, standings)[:size]))
    return _of_rule(rule, asked, standings, book, alike, page)


def _of_rule(
    rule: CountingRule,
    asked: Asked,
    standings: dict[int, Standing],
    book: Book,
    alike: tuple[str, str],
    page: slice,
) -> Contributions:
    if rule.counts == PERSONS:
        return _of_persons(rule, asked, standings, book, alike, page)
    if rule.counts == PROJECTS:
        found = [g for g, s in standings.items() if _is_project(rule, s, asked.until)]
        return Contributions(rule, len(found), len(found), projects=tuple(found[page]))
    things = _things(rule, asked, standings)
    return Contributions(rule, len(things), number_of_things(rule, things), things=tuple(things[page]))


def _things(rule: CountingRule, asked: Asked, standings: dict[int, Standing]) -> list[Thing]:
    return [each for each in things_of(asked) if each.kind in rule.outputs and _is_of(rule, standings, each.grant)]


def _is_of(rule: CountingRule, standings: dict[int, Standing], grant: int) -> bool:
    return standings[grant].objective == rule.objective


def _is_project(rule: CountingRule, standing: Standing, until: date | None) -> bool:
    project = standing.project
    return (
        standing.objective == rule.objective
        and project is not None
        and is_project(rule, project, until=until or timezone.localdate())
    )


def _of_persons(
    rule: CountingRule,
    asked: Asked,
    standings: dict[int, Standing],
    book: Book,
    alike: tuple[str, str],
    page: slice,
) -> Contributions:
    persons: dict[int, list[Row]] = {}
    counting_for: dict[int, list[int]] = {}
    for row in profiles(asked):
        _participant, subject, *_known = row
        persons.setdefault(subject, []).append(row)
    for subject, rows in persons.items():
        if own := _counting(rule, rows, standings, book):
            counting_for[subject] = own
    if alike != EVERYBODY:
        counting_for = {pk: own for pk, own in counting_for.items() if _is_alike(_age_and_sex(persons[pk]), alike)}
    shown = sorted(counting_for)[page]
    participants = {each.pk: each for each in _participants([pk for one in shown for pk in counting_for[one]])}
    events = _events_of(participants, rule, asked)
    made = []
    for subject in shown:
        age, sex = _age_and_sex(persons[subject])
        own = counting_for[subject]
        made.append(
            Counted(
                subject,
                tuple(participants[pk] for pk in own),
                age,
                sex,
                tuple(event for pk in own for event in events.get(pk, ())),
            )
        )
    return Contributions(rule, len(counting_for), len(counting_for), persons=tuple(made))


def _counting(rule: CountingRule, rows: Sequence[Row], standings: dict[int, Standing], book: Book) -> list[int]:
    """The participants as which a person counts: in a grant all that she is there, or none."""
    every = rows if len(rows) == 1 else one_a_grant(rows)
    grants = {
        grant
        for _participant, _subject, _first_on, grant, _age, _sex, flags, kinds in every
        if rule.indicator in book.counted(standings[grant].objective, flags, kinds)
    }
    return [row[0] for row in rows if grant_of(row) in grants]


def _age_and_sex(rows: Sequence[Row]) -> tuple[str, str]:
    return merged(map(age_and_sex, sorted(rows, key=EARLIEST)))


def _is_alike(person: tuple[str, str], asked: tuple[str, str]) -> bool:
    return all(group in ("", own) for own, group in zip(person, asked, strict=True))


def _participants(keys: Sequence[int]) -> QuerySet[Participant]:
    return Participant.objects.filter(pk__in=keys).select_related("grant").order_by("pk")


def _events_of(participants: dict[int, Participant], rule: CountingRule, asked: Asked) -> dict[int, list[Event]]:
    """The events that make each of them count, by participant."""
    live: dict[int, list[Event]] = {}
    rows = Event.objects.filter(participant__in=participants, is_void=False).select_related("activity", "corrected_by")
    if asked.until:
        rows = rows.filter(happened_on__lte=asked.until)
    if asked.known:
        rows = rows.filter(pk__lte=asked.known.event)
    for event in rows.order_by("participant", "happened_on", "pk"):
        if _stands(event, asked.known):
            live.setdefault(event.participant_id, []).append(event)
    return {pk: _reasons(rule, events, asked.limits) for pk, events in live.items()}


def _stands(event: Event, known: Known | None) -> bool:
    correction = getattr(event, "corrected_by", None)
    return correction is None or (known is not None and correction.pk > known.event)


def happening(event: Event) -> Happening:
    """What the rules need to know of an event."""
    kind = EventKind(event.kind).name.lower()
    return Happening(event.pk, kind, event.happened_on, event.activity_id, event.value)


def _reasons(rule: CountingRule, events: Sequence[Event], limits: Limits) -> list[Event]:
    by_key = {event.pk: event for event in events}
    return [by_key[each.key] for each in reasons(rule, [happening(event) for event in events], limits)]


def places_by_participant(
    grant: Grant, indicator: str, *, until: date, known: Known | None = None
) -> dict[int, tuple[str, str, int]]:
    """Of each participant of the grant who counts for the indicator: the person, and her age group and sex there."""
    book = counting.book_of(grant.programme, on=until)
    asked = Asked(grant.programme.period, grant.programme_id, grants=(grant.pk,), until=until, known=known)
    standings = counting.standings_of(grant.programme, asked.grants, at=asked.known_at)
    rule = next(each for each in book.rules if each.indicator == indicator)
    persons: dict[int, list[Row]] = {}
    for row in profiles(asked):
        persons.setdefault(row[1], []).append(row)
    return {
        row[0]: (*_age_and_sex(rows), subject)
        for subject, rows in persons.items()
        if _counting(rule, rows, standings, book)
        for row in rows
    }
