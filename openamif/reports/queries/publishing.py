"""The figures that everyone is told: those of a fixed day, so that no two days tell who came in between."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef

from openamif.programmes.models import Programme
from openamif.reports.models import Publication, TallyState
from openamif.reports.queries.breakdowns import ReportsStanding, by_region, quarter_end, reports_standing
from openamif.reports.queries.counting import book_of
from openamif.reports.queries.overview import Standing, programmes_with_figures, standings
from openamif.reports.queries.reach import whole_of
from openamif.rules.indicators.rule import PERSONS

DECIMALS = ("baseline", "target", "milestone", "planned", "counted", "declared", "numerator", "denominator")


@dataclass(frozen=True, slots=True)
class PublicFigures:
    """What is told of a programme on a day. ``regions``: persons by indicator and region of NUTS 2.

    ``wholes``: of each indicator of persons, those that count everybody whom it counts. ``grants``: how many both
    sides have signed; ``union_amount``: what the Union gives to them (EUR).
    """

    on: date
    standings: tuple[Standing, ...]
    regions: Mapping[str, Mapping[str, int]]
    wholes: Mapping[str, tuple[str, ...]]
    grants: int
    union_amount: Decimal
    reports: ReportsStanding


def figures_on(programme: Programme, *, on: date) -> PublicFigures:
    """As they stand now; ``on`` is today."""
    reach = whole_of(programme)
    told = tuple(each for each in standings(reach) if each.is_told)
    signed = list(reach.signed.order_by("pk").values_list("union_amount", flat=True))
    return PublicFigures(
        on,
        told,
        {each.code: by_region(reach, each.code) for each in told if each.counts == PERSONS},
        wholes_of(programme, told, on=on),
        len(signed),
        sum(signed, Decimal(0)),
        reports_standing(reach, on=on),
    )


def wholes_of(programme: Programme, told: tuple[Standing, ...], *, on: date) -> dict[str, tuple[str, ...]]:
    """Of each indicator of persons, those that count everybody whom it counts: its parent, or by their rules."""
    rules = book_of(programme, on=on).rules
    parents = {each.code: each.parent for each in told}
    return {
        part.indicator: tuple(
            whole.indicator
            for whole in rules
            if whole is not part and (whole.takes_in(part) or whole.indicator == parents.get(part.indicator))
        )
        for part in rules
    }


def written(figures: PublicFigures) -> str:
    """As canonical JSON: the same figures give the same text."""
    said = asdict(figures) | {"standings": [_written(each) for each in figures.standings]}
    return json.dumps(said, sort_keys=True, ensure_ascii=False, default=str)


def _written(standing: Standing) -> dict[str, Any]:
    cells = sorted((age, sex, number) for (age, sex), number in standing.cells.items())
    return {name: getattr(standing, name) for name in Standing.__slots__} | {"cells": cells}


def read(content: str) -> PublicFigures:
    """What was written."""
    said = json.loads(content)
    return PublicFigures(
        date.fromisoformat(said["on"]),
        tuple(_read(each) for each in said["standings"]),
        said["regions"],
        {code: tuple(wholes) for code, wholes in said["wholes"].items()},
        said["grants"],
        Decimal(said["union_amount"]),
        ReportsStanding(**said["reports"]),
    )


def _read(said: dict[str, Any]) -> Standing:
    kept = {name: said[name] for name in Standing.__slots__ if name in said}
    numbers = {name: Decimal(kept[name]) for name in DECIMALS if kept.get(name) is not None}
    cells = {(age, sex): number for age, sex, number in kept["cells"]}
    return Standing(**(kept | numbers | {"cells": cells}))


def latest_publication(programme: Programme) -> Publication | None:
    """The one that everyone is told."""
    return Publication.objects.filter(programme=programme).order_by("on", "pk").last()


def published_programmes() -> frozenset[int]:
    """The keys of those of which figures were published."""
    return frozenset(Publication.objects.order_by().values_list("programme", flat=True).distinct())


def programmes_to_publish(*, on: date) -> list[Programme]:
    """Those with figures, whole and counted, of which none were published since the quarter began."""
    since = Publication.objects.filter(programme=OuterRef("pk"), on__gte=quarter_of(on))
    is_stale = TallyState.objects.filter(programme=OuterRef("pk"), is_stale=True)
    waiting = Programme.objects.filter(~Exists(since), ~Exists(is_stale), pk__in=programmes_with_figures())
    return list(waiting.order_by("pk"))


def is_counted(programme: Programme) -> bool:
    """Whether there are figures, and none waits to be counted again."""
    is_stale = TallyState.objects.filter(programme=programme, is_stale=True).exists()
    return not is_stale and programme.pk in programmes_with_figures()


def quarter_of(on: date) -> date:
    """The first day of the quarter: the calendar publishes then, or on the first day afterwards on which it runs."""
    first, last = on.replace(day=1), quarter_end(on)
    while quarter_end(earlier := first - timedelta(days=1)) == last:
        first = earlier.replace(day=1)
    return first


def next_quarter(on: date) -> date:
    """The first day of the one that follows."""
    return quarter_end(on) + timedelta(days=1)
