"""Keep what an erased register brought to the figures."""

from collections import Counter
from collections.abc import Mapping

from django.db import transaction

from openamif.grants.models import Grant
from openamif.programmes.models import Programme
from openamif.reports.models import KeptTally, Tally
from openamif.reports.queries import counting
from openamif.reports.queries.counting import Book, Counts, Place, Pool
from openamif.reports.queries.tallied import counted_standings
from openamif.reports.states import Within
from openamif.rules.indicators.rule import PERSONS


@transaction.atomic
def keep_tallies(grant: Grant, numbers: Mapping[Place, int]) -> None:
    """These numbers of persons count on: in the grant, in the part it belongs to, in the programme."""
    KeptTally.objects.bulk_create(
        KeptTally(grant=grant, number=number, **_columns(place)) for place, number in numbers.items() if number
    )


@transaction.atomic
def keep_erased(programme: Programme, book: Book) -> None:
    """Of registers that were erased while nobody counted: the grant's own figures, added whole to the others."""
    erased = Grant.objects.filter(programme=programme, register_erasure__isnull=False, kept_tallies=None)
    persons = [rule.indicator for rule in book.rules if rule.counts == PERSONS]
    for grant in erased.order_by("pk"):
        standings = counted_standings([grant.pk])
        pools = counting.pools_of(grant.pk, standings) if standings else ()
        rows = Tally.objects.filter(grant=grant, indicator__in=persons).order_by("pk")
        keep_tallies(
            grant, Counter({Place(pool, row.indicator, row.age, row.sex): row.number for row in rows for pool in pools})
        )


@transaction.atomic
def keep_with_authority(programme: Programme) -> Counts:
    """Of grants that came to another authority since, what was kept comes with them; how the figures change by it.

    Where a grant is nobody's part now, what was kept stays with the authority that it was of.
    """
    changes: Counts = Counter()
    kept = KeptTally.objects.filter(within=Within.AUTHORITY, grant__programme=programme)
    for row in kept.filter(grant__delegated_authority__isnull=False).select_related("grant").order_by("pk"):
        now = row.grant.delegated_authority_id
        if row.authority_id != now:
            for authority, number in ((row.authority_id, -row.number), (now, row.number)):
                changes[Place(Pool(authority=authority), row.indicator, row.age, row.sex)] += number
            row.authority_id = now
            row.save(update_fields=["authority"])
    return changes


def _columns(place: Place) -> dict[str, object]:
    return {
        "within": _within(place.pool),
        "authority_id": place.pool.authority,
        "indicator": place.indicator,
        "age": place.age,
        "sex": place.sex,
    }


def _within(pool: Pool) -> Within:
    if pool.grant is not None:
        return Within.GRANT
    return Within.PROGRAMME if pool.authority is None else Within.AUTHORITY
