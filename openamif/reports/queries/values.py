"""Values of indicators as of a day: of a grant, of a programme with each person once, of the days between two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from openamif.grants.models import Grant
from openamif.programmes.models import Programme
from openamif.reports.queries import counting
from openamif.reports.queries.counting import PROGRAMME, Book, Counts, Place, Pool, Standing
from openamif.reports.queries.declared import Said, declared_values
from openamif.reports.queries.kept import kept_counts
from openamif.reports.queries.profiles import Asked, Known, profiles
from openamif.reports.queries.things import things_of
from openamif.reports.states import Origin
from openamif.rules.indicators import CountingRule
from openamif.rules.indicators.rule import PERSONS, SHARE
from openamif.rules.indicators.things import percentage

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Value:
    """What an indicator comes to. ``breakdown``: persons by age group and sex, ``{"under_18": {"female": 3}}``.

    A percentage keeps its ``numerator`` and ``denominator`` (None: nobody said one). ``declared``: how much of
    ``number`` (of a percentage: of ``numerator``) was said without a register; ``origin``: declared where some was.
    ``rule_version``: of the counting rule, as ``1``.
    """

    indicator: str
    number: Decimal
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    breakdown: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    origin: Origin = Origin.REGISTER
    declared: Decimal = ZERO
    rule_version: str = ""


Values = dict[str, Value]


def values_of(grant: Grant, *, until: date, known: Known | None = None) -> Values:
    """Every indicator of the grant's objective, all up to that day, in the order of the law."""
    asked = Asked(grant.programme.period, grant.programme_id, grants=(grant.pk,), until=until, known=known)
    book, standings, numbers = _counted(grant.programme, asked)
    said = declared_values(grant.programme, grants=(grant.pk,), until=until, known=known)
    rules = book.of(standings[grant.pk].objective)
    return grant_values(rules, numbers, said, Pool(grant.pk))


def programme_values(
    programme: Programme, *, until: date, known: Known | None = None, grants: Sequence[int] | None = None
) -> Values:
    """Every indicator of the programme, each person once; of some of its grants alone where they are said."""
    asked = Asked(programme.period, programme.pk, grants=grants, until=until, known=known)
    book, standings, numbers = _counted(programme, asked)
    said = declared_values(programme, grants=grants, until=until, known=known)
    return pool_values(book, numbers, said, standings, PROGRAMME)


def counts_of_grants(programme: Programme, grants: Sequence[int]) -> Counts:
    """Who and what counts in some grants as it is known now: in each of them, and once in all together."""
    _book, _standings, numbers = _counted(programme, Asked(programme.period, programme.pk, grants=grants))
    return numbers


def values_between(grant: Grant, *, starts_on: date, ends_on: date, known: Known | None = None) -> dict[str, Decimal]:
    """By how much each indicator grew in these days: up to the last, less up to the day before the first."""
    after = values_of(grant, until=ends_on, known=known)
    before = values_of(grant, until=starts_on - timedelta(days=1), known=known)
    return {each: value.number - (before[each].number if each in before else ZERO) for each, value in after.items()}


def _counted(programme: Programme, asked: Asked) -> tuple[Book, dict[int, Standing], Counts]:
    book = counting.book_of(programme, on=asked.until or timezone.localdate())
    standings = counting.standings_of(programme, asked.grants, at=asked.known_at)
    numbers = counted(asked, standings, book)
    if asked.known is None:
        numbers.update(kept_counts(programme, grants=asked.grants, until=asked.until))
    return book, standings, numbers


def counted(asked: Asked, standings: Mapping[int, Standing], book: Book) -> Counts:
    """Persons, things and projects in every grant asked, in the part of each authority, and in all together."""
    numbers = counting.persons_counted(profiles(asked), standings, book)
    numbers.update(counting.things_counted(things_of(asked), standings, book))
    numbers.update(counting.projects_counted(standings, book, until=asked.until))
    return numbers


def grant_values(
    rules: Sequence[CountingRule], numbers: Mapping[Place, int], said: Mapping[tuple[int | None, str], Said], pool: Pool
) -> Values:
    """What a grant comes to: counted, or said where nothing was counted."""
    made = {rule.indicator: _counted_value(rule, numbers, pool) for rule in rules}
    for rule in rules:
        value, told = made[rule.indicator], said.get((pool.grant, rule.indicator))
        if rule.counts != SHARE and told and not value.number:
            made[rule.indicator] = replace(value, number=told.value, declared=told.value, origin=Origin.DECLARED)
    for rule in rules:
        if rule.counts == SHARE:
            whole = said.get((None, rule.indicator))
            # Of the programme's own percentage the grant has the total alone: the part is of all grants together.
            told = said.get((pool.grant, rule.indicator)) or (whole and whole._replace(value=ZERO))
            made[rule.indicator] = _share(made[rule.indicator], made[rule.numerator], told)
    return made


def pool_values(
    book: Book,
    numbers: Mapping[Place, int],
    said: Mapping[tuple[int | None, str], Said],
    standings: Mapping[int, Standing],
    pool: Pool,
) -> Values:
    """What a pool comes to: its persons counted once, and what its grants say that counted nothing themselves."""
    made = {rule.indicator: _counted_value(rule, numbers, pool) for rule in book.rules}
    told = _told_by_grants(book, said, standings, pool)
    speaking: dict[str, set[int | None]] = {}
    for place, number in numbers.items():
        if number:
            speaking.setdefault(place.indicator, set()).add(place.pool.grant)
    for rule in book.rules:
        if rule.counts != SHARE:
            by_grant, counted = told.get(rule.indicator, {}), speaking.setdefault(rule.indicator, set())
            alone = [each for grant, each in by_grant.items() if grant not in counted]
            made[rule.indicator] = _with(made[rule.indicator], alone) if alone else made[rule.indicator]
            counted.update(grant for grant, each in by_grant.items() if each.value)
    for rule in book.rules:
        if rule.counts == SHARE:
            by_grant = told.get(rule.indicator, {})
            parts = sum((e.value for grant, e in by_grant.items() if grant not in speaking[rule.numerator]), ZERO)
            latest = max(by_grant.values(), key=lambda each: (each.as_of, each.key), default=None)
            whole = said.get((None, rule.indicator)) or (latest and latest._replace(value=parts))
            made[rule.indicator] = _share(made[rule.indicator], made[rule.numerator], whole, parts=parts)
    return made


def _told_by_grants(
    book: Book, said: Mapping[tuple[int | None, str], Said], standings: Mapping[int, Standing], pool: Pool
) -> dict[str, dict[int, Said]]:
    """By indicator and grant: what the grants of the pool say of what is counted in them."""
    objectives = {rule.indicator: rule.objective for rule in book.rules}
    told: dict[str, dict[int, Said]] = {}
    for (grant, indicator), each in said.items():
        if grant is None or grant not in standings:
            continue
        if objectives.get(indicator) != counting.specific(standings[grant].objective):
            continue
        if pool.authority in (None, standings[grant].authority):
            told.setdefault(indicator, {})[grant] = each
    return told


def _with(value: Value, told: Sequence[Said]) -> Value:
    declared = sum((each.value for each in told), ZERO)
    return replace(value, number=value.number + declared, declared=declared, origin=Origin.DECLARED)


def _counted_value(rule: CountingRule, numbers: Mapping[Place, int], pool: Pool) -> Value:
    if rule.counts != PERSONS:
        number = Decimal(numbers.get(Place(pool, rule.indicator), 0))
        return Value(rule.indicator, number, rule_version=rule.version)
    breakdown: dict[str, dict[str, int]] = {}
    for age, sex in counting.GROUPS:
        if persons := numbers.get(Place(pool, rule.indicator, age, sex), 0):
            breakdown.setdefault(age, {})[sex] = persons
    number = Decimal(sum(sum(by_sex.values()) for by_sex in breakdown.values()))
    return Value(rule.indicator, number, breakdown=breakdown, rule_version=rule.version)


def _share(value: Value, numerator: Value, told: Said | None, *, parts: Decimal = ZERO) -> Value:
    """A percentage: ``value`` holds the denominator of the register, if any; else the one that was said counts.

    ``parts``: what grants that count nothing for the numerator said of theirs. Where nothing counts, ``told`` does.
    """
    denominator = value.number or (told.denominator if told else None)
    above, declared = numerator.number, numerator.declared
    if above:
        above, declared = above + parts, declared + parts
    else:
        above = declared = (told.value if told else ZERO) or parts
    origin = Origin.DECLARED if declared or (told and not value.number) else Origin.REGISTER
    return replace(
        value,
        number=percentage(above, denominator),
        numerator=above,
        denominator=denominator,
        declared=declared,
        origin=origin,
    )
