"""Whether a person counts: from what happened to her, and what is known of her. Nothing missing is ever supplied."""

from calendar import monthrange
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from openamif.law import codes, figure
from openamif.rules.indicators import words
from openamif.rules.indicators.rule import CountingRule


@dataclass(frozen=True, slots=True)
class Happening:
    """A live event of a person in a grant. ``key``: its number in the register; ``value``: level, or 1 for yes."""

    key: int
    kind: str
    day: date
    activity: int | None = None
    value: int | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """``levels``: to gain at least; ``months``: whole ones between a training and the answer about its skills."""

    levels: int
    months: int


@dataclass(frozen=True, slots=True)
class Bracket:
    """An age bracket by its code, from its youngest to its oldest year of age."""

    code: str
    youngest: int | None
    oldest: int | None


@dataclass(frozen=True, slots=True)
class Profile:
    """What counting needs of a person in a grant: kinds of what happened, what is known of her, age group and sex."""

    kinds: frozenset[str]
    flags: frozenset[str] = frozenset()
    age: str = words.UNKNOWN
    sex: str = words.UNKNOWN


def limits(period: str, *, on: date) -> Limits:
    """As the law has them on that day."""
    levels = figure("counting_limits.levels_gained", on=on, period=period)
    months = figure("counting_limits.months_after_training", on=on, period=period)
    return Limits(int(levels.number), int(months.number))


def brackets(period: str) -> tuple[Bracket, ...]:
    """The age brackets of the period, youngest first."""
    return tuple(
        Bracket(each.code, _year(each.text("youngest")), _year(each.text("oldest")))
        for each in codes("age_brackets", period=period)
    )


def _year(text: str) -> int | None:
    return int(text) if text else None


def age_group(birth_year: int | None, first_day: date, every: Sequence[Bracket]) -> str:
    """The bracket of her age in the year in which she first took part; unknown stays unknown."""
    if birth_year is None:
        return words.UNKNOWN
    age = first_day.year - birth_year
    fitting = (
        each.code
        for each in every
        if (each.youngest is None or each.youngest <= age) and (each.oldest is None or age <= each.oldest)
    )
    return next(fitting, words.UNKNOWN)


def kinds_of(happenings: Collection[Happening], allowed: Limits) -> frozenset[str]:
    """The kinds of what happened, and what follows from several events; an answer no did not happen."""
    kinds = {each.kind for each in happenings if each.kind not in words.ANSWERS or each.value}
    if next(gains(happenings, allowed), None):
        kinds.add(words.LEVEL_GAINED)
    if next(lasting(happenings, allowed), None):
        kinds.add(words.USES_SKILLS_LATER)
    return frozenset(kinds)


def gains(happenings: Iterable[Happening], allowed: Limits) -> Iterator[tuple[Happening, Happening]]:
    """The first entry test and the last exit test of an activity, where the level rose enough from one to the other."""
    tests: dict[int, tuple[list[Happening], list[Happening]]] = {}
    for each in happenings:
        if each.activity is not None and each.kind in (words.ENTRY_TEST, words.EXIT_TEST):
            tests.setdefault(each.activity, ([], []))[each.kind == words.EXIT_TEST].append(each)
    for entries, exits in tests.values():
        if entries and exits:
            entry, leaving = min(entries, key=_when), max(exits, key=_when)
            in_order = entry.day <= leaving.day
            if in_order and (leaving.value or 0) - (entry.value or 0) >= allowed.levels:
                yield entry, leaving


def lasting(happenings: Iterable[Happening], allowed: Limits) -> Iterator[tuple[Happening, Happening]]:
    """A training and an answer yes, enough whole months later, that its skills are used."""
    every = sorted(happenings, key=_when)
    trainings = [each for each in every if each.kind == words.TRAINING]
    answers = [each for each in every if each.kind == words.USES_SKILLS and each.value]
    for answer in answers:
        for training in trainings:
            if whole_months(training.day, answer.day) >= allowed.months:
                yield training, answer
                break


def whole_months(first: date, last: date) -> int:
    """How many months have gone by: from the 30th of November to the last of February, three.

    As R-06 takes an answer. Source: Reg. (EEC, Euratom) No 1182/71, Article 3(2)(c), last sentence.
    """
    is_early = last.day < first.day and last.day < monthrange(last.year, last.month)[1]
    return (last.year - first.year) * 12 + last.month - first.month - is_early


def _when(each: Happening) -> tuple[date, int]:
    return each.day, each.key


def counts(rule: CountingRule, profile: Profile) -> bool:
    """Whether a person of this profile counts for the indicator, in a grant of its objective."""
    return (
        not rule.kinds.isdisjoint(profile.kinds)
        and (not rule.alongside or not rule.alongside.isdisjoint(profile.kinds))
        and (not rule.flags or not rule.flags.isdisjoint(profile.flags))
        and (not rule.standings or not rule.standings.isdisjoint(profile.flags))
        and not (rule.target_group and not words.OUTSIDE_TARGET_GROUP.isdisjoint(profile.flags))
    )


def reasons(rule: CountingRule, happenings: Sequence[Happening], allowed: Limits) -> tuple[Happening, ...]:
    """The events that make a person count who counts: in the order of their days."""
    wanted = rule.kinds | rule.alongside
    found = {each for each in happenings if each.kind in wanted and (each.kind not in words.ANSWERS or each.value)}
    if words.LEVEL_GAINED in wanted:
        found |= {each for pair in gains(happenings, allowed) for each in pair}
    if words.USES_SKILLS_LATER in wanted:
        found |= {each for pair in lasting(happenings, allowed) for each in pair}
    return tuple(sorted(found, key=_when))


def merged(ages_and_sexes: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """Age group and sex of a person over several grants, from the earliest on: the first that is known of each."""
    age = sex = words.UNKNOWN
    for each_age, each_sex in ages_and_sexes:
        age = each_age if age == words.UNKNOWN else age
        sex = each_sex if sex == words.UNKNOWN else sex
    return age, sex
