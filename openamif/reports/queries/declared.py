"""What was said without a register: the latest value of each grant and indicator, as of a day."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Q, QuerySet

from openamif.grants.models import Grant
from openamif.programmes.models import Programme
from openamif.reports.models import DeclaredValue
from openamif.reports.queries.profiles import Known


class Said(NamedTuple):
    """A declared value; of a percentage, numerator and denominator. ``key``: which of two of one day came later."""

    value: Decimal
    denominator: Decimal | None
    as_of: date
    key: int


def declared_values(
    programme: Programme,
    *,
    grants: Sequence[int] | None = None,
    until: date | None = None,
    known: Known | None = None,
) -> dict[tuple[int | None, str], Said]:
    """By grant (None: the programme as a whole) and indicator."""
    said = Q(programme=programme)
    if grants is not None:
        said &= Q(grant__in=grants) | Q(grant=None)
    if until:
        said &= Q(as_of__lte=until)
    if known:
        said &= Q(declared_at__lte=known.at)
    rows = DeclaredValue.objects.filter(said).order_by("as_of", "pk")
    found = rows.values_list("grant", "indicator", "value", "denominator", "as_of", "pk")
    return {(grant, indicator): Said(value, of, day, key) for grant, indicator, value, of, day, key in found}


def declarations_of(grant: Grant) -> list[DeclaredValue]:
    """Everything that was said of a grant; of each indicator, the one that counts first."""
    return list(_latest_first(DeclaredValue.objects.filter(grant=grant)))


def declarations_of_whole(programme: Programme) -> list[DeclaredValue]:
    """Everything that was said of the programme as a whole, in the same order."""
    return list(_latest_first(DeclaredValue.objects.filter(programme=programme, grant=None)))


def declared_until(grant: Grant, indicator: str, day: date) -> DeclaredValue | None:
    """What counts of the things that a grant said of an indicator up to that day."""
    return _latest_first(DeclaredValue.objects.filter(grant=grant, indicator=indicator, as_of__lte=day)).first()


def declared_on(programme: Programme, grant: Grant | None, indicator: str, day: date) -> DeclaredValue | None:
    """What counts of what was said of an indicator as of that very day; ``grant`` None: of the whole programme."""
    said = DeclaredValue.objects.filter(programme=programme, grant=grant, indicator=indicator, as_of=day)
    return _latest_first(said).first()


def _latest_first(found: QuerySet[DeclaredValue]) -> QuerySet[DeclaredValue]:
    return found.select_related("declared_by", "report__due").order_by("-as_of", "-pk")
