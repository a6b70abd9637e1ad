"""Where a programme stands today: its indicators against their targets, for the whole or for the part she looks after.

Figures come from the tallies, which the reports stage keeps up, and from what grants declared without a register;
nothing here counts events, so that the page costs the same however many there are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cache

from django.db.models import Exists, OuterRef, Q, Sum

from openamif.grants.models import GrantTarget
from openamif.law import Code, codes
from openamif.law.loader import subjects
from openamif.programmes.models import IndicatorTarget, Programme
from openamif.programmes.queries import latest_adopted, latest_version
from openamif.reports.models import DeclaredValue, ProgrammeIndicator, Tally
from openamif.reports.queries.counting import PROGRAMME
from openamif.reports.queries.reach import Reach, keys_of_grants
from openamif.reports.queries.values import counts_of_grants
from openamif.reports.queries.without_register import Declared, declared_values, numerators
from openamif.reports.states import SexGroup

Cell = tuple[str, str]
"""A bracket of age and a sex."""


def programmes_with_figures() -> frozenset[int]:
    """The keys of those for which anything was counted or declared."""
    of_it = {"programme": OuterRef("pk")}
    told = Exists(Tally.objects.filter(**of_it)) | Exists(DeclaredValue.objects.filter(**of_it))
    return frozenset(Programme.objects.filter(told).order_by("pk").values_list("pk", flat=True))


@dataclass(frozen=True, slots=True)
class Standing:
    """An indicator today. ``counts``: persons, things or share; ``value`` is a percentage for a share, else a number.

    ``counted`` and ``declared`` make up the value; ``planned``: what signed grants aim at; ``cells``: by age and sex.
    ``above``: of a share, the indicator that is its numerator.
    """

    code: str
    name: str
    objective: str
    counts: str = "things"
    unit: str = "number"
    parent: str = ""
    above: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    milestone: Decimal | None = None
    source: str = ""
    planned: Decimal | None = None
    counted: Decimal = Decimal(0)
    declared: Decimal = Decimal(0)
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    cells: Mapping[Cell, int] = field(default_factory=dict)

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage."""
        return self.unit == "percent"

    @property
    def value(self) -> Decimal | None:
        """What it stands at; none for a percentage of which the whole is not known."""
        if not self.is_share:
            return self.counted + self.declared
        return self.numerator * 100 / self.denominator if self.numerator is not None and self.denominator else None

    @property
    def reached_rate(self) -> Decimal | None:
        """The value in percent of the target."""
        return self.value * 100 / self.target if self.target and self.value is not None else None

    @property
    def is_told(self) -> bool:
        """Whether there is anything to say of it."""
        return bool(self.target or self.planned or self.value or self.denominator)


def standings(reach: Reach, said: Declared | None = None) -> tuple[Standing, ...]:
    """Every indicator of the programme (of the objectives of the part), in the order of the law; seven queries.

    ``said``: what is declared, where somebody looked it up already.
    """
    figures = _figures(reach, said or declared_values(reach))
    counted = {each.code: _counted(each, figures) for each in _indicators(reach) if reach.holds(each.objective)}
    above = numerators(reach.programme.period)
    return tuple(
        _share(each, counted.get(above.get(each.code, "")), figures) if each.is_share else each
        for each in counted.values()
    )


@dataclass
class Figures:
    """What is known of all indicators, by their codes."""

    cells: dict[str, dict[Cell, int]]
    declared: dict[str, Decimal]
    wholes: dict[str, DeclaredValue]
    planned: dict[str, Decimal]


def _figures(reach: Reach, said: Declared) -> Figures:
    declared, wholes = said
    targets = GrantTarget.objects.filter(grant__in=reach.signed).values_list("indicator")
    return Figures(
        cells=cells_of(reach),
        declared={code: sum(by_grant.values(), Decimal(0)) for code, by_grant in declared.items()},
        wholes=wholes,
        planned=dict(targets.annotate(planned=Sum("target")).order_by("indicator")),
    )


def cells_of(reach: Reach) -> dict[str, dict[Cell, int]]:
    """By indicator, by age and sex: each person once in the programme, or once in the part of the authority.

    Of a percentage: its denominator. A part that is no authority's has no tallies of its own, and is counted now.
    """
    if not reach.is_whole and not reach.authorities:
        return _cells_counted_now(reach)
    tallies = Tally.objects.filter(programme=reach.programme, grant=None)
    pool = Q(authority=None) if reach.is_whole else Q(authority__in=reach.authorities)
    found: dict[str, dict[Cell, int]] = {}
    rows = tallies.filter(pool).order_by("pk").values_list("indicator", "age", "sex", "number")
    for indicator, age, sex, number in rows:
        cells = found.setdefault(indicator, {})
        cells[age, sex] = cells.get((age, sex), 0) + number
    return found


def _cells_counted_now(reach: Reach) -> dict[str, dict[Cell, int]]:
    found: dict[str, dict[Cell, int]] = {}
    for place, number in counts_of_grants(reach.programme, keys_of_grants(reach)).items():
        if place.pool == PROGRAMME:
            found.setdefault(place.indicator, {})[place.age, place.sex] = number
    return found


@cache
def listed(period: str) -> tuple[Code, ...]:
    """The indicators of the law, each with the lines into which a report breaks it down."""
    lines = codes("report_breakdowns", period=period) if "report_breakdowns" in subjects(period) else ()
    return tuple(
        one
        for each in codes("indicators", period=period)
        for one in (each, *(line for line in lines if line.text("parent") == each.code))
    )


def _indicators(reach: Reach) -> Iterable[Standing]:
    """The indicators without their values: as the programme prints them, else as the law names them."""
    programme = reach.programme
    version = latest_adopted(programme) or latest_version(programme)
    targets = {row.code: row for row in IndicatorTarget.objects.filter(version=version)}
    for each in listed(programme.period):
        yield _of_the_law(each, targets.pop(each.code, None))
    every_own = list(ProgrammeIndicator.objects.filter(programme=programme))
    aims = {own.code: targets.pop(own.code, None) for own in every_own}
    for code, row in targets.items():
        yield _of_the_law(Code(code, {"en": row.name}, ""), row)
    for own in every_own:
        counts = str(own.rule.get("counts", "things"))
        plain = Standing(own.code, own.name, own.objective.split(".")[0], counts, own.unit)
        yield _aiming(plain, aims[own.code])


def _of_the_law(code: Code, row: IndicatorTarget | None) -> Standing:
    plain = Standing(
        code.code,
        code.names["en"],
        code.text("objective") or code.code.split(".")[0],
        counts=code.text("counts") or ("persons" if code.text("parent") else "things"),
        unit=code.text("unit") or (row.unit if row else "number"),
        parent=code.text("parent"),
    )
    return _aiming(plain, row)


def _aiming(plain: Standing, row: IndicatorTarget | None) -> Standing:
    """With what the programme prints of it."""
    if row is None:
        return plain
    return replace(
        plain,
        name=row.name or plain.name,
        baseline=row.baseline,
        target=row.target,
        milestone=row.milestone,
        source=row.source,
    )


def _counted(plain: Standing, figures: Figures) -> Standing:
    """The indicator with what counts for it."""
    cells = figures.cells.get(plain.code, {})
    return replace(
        plain,
        cells=cells,
        counted=Decimal(sum(cells.values())),
        declared=figures.declared.get(plain.code, Decimal(0)),
        planned=figures.planned.get(plain.code),
    )


def _share(share: Standing, above: Standing | None, figures: Figures) -> Standing:
    """A percentage: of the total that a register holds, else of the one that was said.

    What grants said of their parts (``share.declared``) is added; where nothing counts, the programme's own word is it.
    """
    said = figures.wholes.get(share.code)
    denominator = share.counted or (said.denominator if said else None)
    counted, told = (above.value, above.declared) if above and above.value else (Decimal(0), Decimal(0))
    whole = said.value if said and said.grant_id is None and not counted else None
    parts = whole or share.declared
    numerator = counted + parts or (said.value if said else None)
    return replace(
        share,
        above=above.code if above else "",
        cells={},
        counted=Decimal(0),
        declared=told + parts,
        numerator=numerator,
        denominator=denominator,
    )


def targets_by_grant(reach: Reach) -> dict[str, dict[int, Decimal]]:
    """What the grants that are signed aim at, by indicator and grant."""
    found: dict[str, dict[int, Decimal]] = {}
    targets = GrantTarget.objects.filter(grant__in=reach.signed)
    for indicator, grant, target in targets.values_list("indicator", "grant", "target").order_by("pk"):
        found.setdefault(indicator, {})[grant] = target
    return found


def planned_by_sex(reach: Reach, *, until: date) -> dict[str, dict[str, Decimal]]:
    """What the grants signed by that day aim at, by indicator: altogether (under ``""``), women, men where set."""
    targets = GrantTarget.objects.filter(grant__in=reach.signed, grant__signed_on__lte=until)
    sums = targets.values_list("indicator").annotate(Sum("target"), Sum("female"), Sum("male")).order_by("indicator")
    return {
        indicator: {
            sex: number
            for sex, number in (("", whole), (SexGroup.FEMALE, female), (SexGroup.MALE, male))
            if number is not None
        }
        for indicator, whole, female, male in sums
    }
