"""Counting with the rules: cells of persons and rows of things in, how many count for each indicator out.

A pool is that within which a person counts once: a grant, the grants of a delegated authority, the programme.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import NamedTuple, TypeVar

from django.utils import timezone

from openamif.grants.models import Grant
from openamif.grants.states import GrantState
from openamif.methods.collecting import without_collecting
from openamif.programmes.models import Programme
from openamif.reports.models import ProgrammeIndicator
from openamif.reports.queries import changed
from openamif.reports.queries.profiles import BITS, Row, flags_in, kinds_in
from openamif.reports.queries.same_person import persons_of
from openamif.reports.states import AgeGroup, SexGroup
from openamif.rules.indicators import CountingRule, Profile, Project, Thing, counting_rules, own_rule
from openamif.rules.indicators.persons import counts, merged
from openamif.rules.indicators.rule import PERSONS, PROJECTS, SHARE, THINGS
from openamif.rules.indicators.things import denominator_of, is_project, number_of_things
from openamif.rules.indicators.words import UNKNOWN


class Pool(NamedTuple):
    """A grant; or, without one, the grants of a delegated authority; or, without either, the programme."""

    grant: int | None = None
    authority: int | None = None


PROGRAMME = Pool()
ONE_PERSON = "within a grant"
"""How far what is known of participants who are one person is taken together."""
GROUPS = tuple((str(age), str(sex)) for age in AgeGroup for sex in SexGroup)
"""Every age group with every sex, the unknown ones last."""


class Place(NamedTuple):
    """Where a count stands: in a pool, for an indicator, in an age group and a sex."""

    pool: Pool
    indicator: str
    age: str = UNKNOWN
    sex: str = UNKNOWN


Counts = Counter[Place]


@dataclass(frozen=True, slots=True)
class Standing:
    """What counting needs of a grant: under which specific objective, as whose part, and as what project."""

    objective: str
    authority: int | None = None
    project: Project | None = None


class Signatures(dict[tuple[int, int], int]):
    """The signature of each profile (flags, kinds) in grants of an objective: looked up, or made when first asked."""

    def __init__(self, book: "Book", objective: str) -> None:
        super().__init__()
        self.book, self.objective = book, objective

    def __missing__(self, profile: tuple[int, int]) -> int:
        flags, kinds = profile
        known = Profile(kinds_in(kinds), flags_in(flags))
        rules = self.book.of(self.objective, PERSONS)
        self[profile] = number = self.book.number_of(frozenset(rule.indicator for rule in rules if counts(rule, known)))
        return number


@dataclass(slots=True)
class Book:
    """The rules of a programme on a day. A signature is the number of a set of indicators that count together."""

    rules: tuple[CountingRule, ...]
    sets: list[frozenset[str]] = field(default_factory=list)
    numbered: dict[frozenset[str], int] = field(default_factory=dict)
    of_objective: dict[str, Signatures] = field(default_factory=dict)
    of_several: dict[tuple[int, ...], int] = field(default_factory=dict)

    def of(self, objective: str, *kinds: str) -> tuple[CountingRule, ...]:
        """Those of an objective that count persons, things …; every one of them where no kind is said."""
        return tuple(each for each in self.rules if each.objective == objective and (not kinds or each.counts in kinds))

    def signatures(self, objective: str) -> Signatures:
        """Of the indicators for which participants count in a grant of the objective."""
        return self.of_objective.setdefault(objective, Signatures(self, objective))

    def counted(self, objective: str, flags: int, kinds: int) -> frozenset[str]:
        """The indicators for which a participant of this profile counts."""
        return self.sets[self.signatures(objective)[flags, kinds]]

    def together(self, signatures: tuple[int, ...]) -> int:
        """Of the indicators for which a person counts who is several participants: those of any of them."""
        number = self.of_several.get(signatures)
        if number is None:
            every = frozenset().union(*(self.sets[each] for each in signatures))
            number = self.of_several[signatures] = self.number_of(every)
        return number

    def number_of(self, indicators: frozenset[str]) -> int:
        """The signature of a set."""
        if indicators not in self.numbered:
            self.numbered[indicators] = len(self.sets)
            self.sets.append(indicators)
        return self.numbered[indicators]


def book_of(programme: Programme, *, on: date) -> Book:
    """The rules in force on that day: those of the law, then those of the programme's own indicators."""
    own = ProgrammeIndicator.objects.filter(programme=programme, valid_from__lte=on).order_by("code", "pk")
    period = programme.period
    return Book(
        (
            *counting_rules(period, on=on),
            *(own_rule(o.code, o.objective, o.rule, period=period, valid_from=o.valid_from) for o in own),
        )
    )


def counted_elsewhere(grant: Grant, *, on: date) -> frozenset[str]:
    """The kinds of events that count for indicators of other objectives, and for none of the grant's own."""
    book = book_of(grant.programme, on=on)
    own = frozenset().union(*(each.kinds for each in book.of(specific(grant.objective))))
    return frozenset().union(*(each.kinds for each in book.rules)) - own


def fingerprint(book: Book) -> str:
    """SHA-256 of the rules, of the places of the kinds in a mask and of how persons are told apart: tallies counted by

    others are stale.
    """
    said = [[sorted(each) if isinstance(each, frozenset) else str(each) for each in astuple(r)] for r in book.rules]
    return sha256(json.dumps([said, BITS, ONE_PERSON], sort_keys=True).encode()).hexdigest()


def specific(objective: str) -> str:
    """The specific objective of a national objective or specific action: ``SO2`` of ``SO2.NO2``."""
    return objective.partition(".")[0]


def standings_of(
    programme: Programme, grants: Sequence[int] | None = None, *, at: datetime | None = None
) -> dict[int, Standing]:
    """Those of a programme's grants, or of some of them; ``at``: as they were then, else as they are."""
    found = Grant.objects.filter(programme=programme) if grants is None else Grant.objects.filter(pk__in=grants)
    rows = changed.grant_rows(found, at=at)
    return {row["pk"]: Standing(specific(row["objective"]), row["delegated_authority"], _project(row)) for row in rows}


def _project(row: changed.Row) -> Project:
    day = None if row["state"] == GrantState.DRAFT else row["starts_on"]
    return Project(row["pk"], day, row["beneficiary__kind"], row["intervention_fields"])


Member = tuple[int, int, str, str]
"""A participant: grant (or the authority whose part it is), signature, age group, sex."""
Known = TypeVar("Known")
Persons = defaultdict[Known, int]
"""How many persons are alike."""


@without_collecting()
def persons_counted(rows: Iterable[Row], standings: Mapping[int, Standing], book: Book) -> Counts:
    """How many persons count in each place: once in every grant, authority and programme.

    ``rows`` come subject by subject. Persons who are alike are added up before anybody is looked at in each pool.
    """
    signatures = {grant: book.signatures(standing.objective) for grant, standing in standings.items()}
    parts = {grant: standing.authority or 0 for grant, standing in standings.items()}
    within: Persons[Member] = defaultdict(int)
    alone: Persons[Member] = defaultdict(int)
    alike: Persons[tuple[Member, ...]] = defaultdict(int)
    for found in persons_of(rows):
        members = [
            (grant, signatures[grant][flags, kinds], age, sex)
            for _participant, _subject, _first_on, grant, age, sex, flags, kinds in found
        ]
        if len(members) == 1:
            alone[members[0]] += 1
            continue
        alike[tuple([(parts[grant], signature, age, sex) for grant, signature, age, sex in members])] += 1
        _count_once(members, 1, within, book)
    for member, persons in alone.items():
        grant, signature, age, sex = member
        alike[(parts[grant], signature, age, sex),] += persons
        within[member] += persons
    return _in_pools(within, alike, book)


def _count_once(members: Sequence[Member], persons: int, counted: Persons[Member], book: Book) -> None:
    """Persons who are these participants, in each grant or part that has one of them."""
    places = {member[0] for member in members}
    if len(places) == len(members):
        for member in members:
            counted[member] += persons
        return
    for place in places:
        counted[place, *_as_one([member for member in members if member[0] == place], book)] += persons


def _in_pools(within: Persons[Member], alike: Persons[tuple[Member, ...]], book: Book) -> Counts:
    """Grants; the parts of authorities, of which 0 is nobody's; the programme."""
    parts: Persons[Member] = defaultdict(int)
    whole: Persons[Member] = defaultdict(int)
    for members, persons in alike.items():
        _count_once(members, persons, parts, book)
        whole[0, *_as_one(members, book)] += persons
    of_authorities = {member: persons for member, persons in parts.items() if member[0]}
    numbers = Counter(_expanded(within, Pool, book))
    numbers.update(_expanded(of_authorities, lambda part: Pool(authority=part), book))
    numbers.update(_expanded(whole, lambda _every: PROGRAMME, book))
    return numbers


def _as_one(members: Sequence[Member], book: Book) -> tuple[int, str, str]:
    """One person who is several participants: from the earliest on, the first age and sex that are known."""
    if len(members) == 1:
        return members[0][1:]
    age, sex = merged((age, sex) for _pool, _signature, age, sex in members)
    return book.together(tuple(signature for _pool, signature, _age, _sex in members)), age, sex


def _expanded(counted: Mapping[Member, int], pool_of: Callable[[int], Pool], book: Book) -> dict[Place, int]:
    """How many are of each indicator, from how many are of each signature."""
    groups: defaultdict[tuple[int, str, str], list[tuple[int, int]]] = defaultdict(list)
    for (place, signature, age, sex), persons in counted.items():
        groups[place, age, sex].append((signature, persons))
    numbers: dict[Place, int] = {}
    for (place, age, sex), alike in groups.items():
        pool = pool_of(place)
        of_group: dict[str, int] = {}
        for signature, persons in alike:
            for indicator in book.sets[signature]:
                of_group[indicator] = of_group.get(indicator, 0) + persons
        for indicator, number in of_group.items():
            numbers[Place(pool, indicator, age, sex)] = number
    return numbers


def pools_of(grant: int, standings: Mapping[int, Standing]) -> tuple[Pool, ...]:
    """The grant itself, the part it belongs to, and the programme."""
    authority = standings[grant].authority
    return (Pool(grant), PROGRAMME) if authority is None else (Pool(grant), Pool(authority=authority), PROGRAMME)


def things_counted(things: Iterable[Thing], standings: Mapping[int, Standing], book: Book) -> Counts:
    """How many things count in each place; of a percentage, its denominator."""
    by_pool: dict[tuple[Pool, str], list[Thing]] = defaultdict(list)
    for thing in things:
        for pool in pools_of(thing.grant, standings):
            by_pool[pool, standings[thing.grant].objective].append(thing)
    numbers: Counts = Counter()
    for (pool, objective), within in by_pool.items():
        for rule in book.of(objective, THINGS, SHARE):
            number = denominator_of(rule, within) if rule.counts == SHARE else number_of_things(rule, within)
            numbers[Place(pool, rule.indicator)] += number or 0
    return +numbers


def projects_counted(standings: Mapping[int, Standing], book: Book, *, until: date | None) -> Counts:
    """How many grants count as projects in each place; ``until``: the last day on which one starts, else today."""
    numbers: Counts = Counter()
    for grant, standing in standings.items():
        for rule in book.of(standing.objective, PROJECTS):
            if standing.project and is_project(rule, standing.project, until=until or timezone.localdate()):
                numbers.update(Place(pool, rule.indicator) for pool in pools_of(grant, standings))
    return numbers
