"""Where a programme stands today, as its tallies have it: for the whole, for a delegated authority, by grant."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Max, Q
from django.utils import timezone

from openamif.programmes.models import Programme
from openamif.reports.models import TallyState
from openamif.reports.queries import counting
from openamif.reports.queries.counting import Pool
from openamif.reports.queries.declared import declared_values
from openamif.reports.queries.tallied import tally_rows
from openamif.reports.queries.values import Values, grant_values, pool_values


def tallies_of(programme: Programme, *, authority: int | None = None, on: date) -> Values:
    """Every indicator, each person once in the programme, or in the grants of that delegated authority.

    Five queries; not as many as there are grants. ``on``: today, for the rules in force.
    """
    pool = Pool(authority=authority)
    said = declared_values(programme)
    grants = sorted({grant for grant, _indicator in said if grant is not None})
    standings = counting.standings_of(programme, grants)
    indicators = {indicator for _grant, indicator in said}
    numbers = {place: row.number for place, row in tally_rows(programme, [pool]).items()}
    if grants:
        own = tally_rows(programme, map(Pool, grants), indicators=indicators)
        numbers |= {place: row.number for place, row in own.items()}
    return pool_values(counting.book_of(programme, on=on), numbers, said, standings, pool)


def tallies_of_grants(programme: Programme, grants: Sequence[int], *, on: date) -> dict[int, Values]:
    """Every indicator of each of these grants; four queries however many."""
    book = counting.book_of(programme, on=on)
    standings = counting.standings_of(programme, grants)
    said = declared_values(programme, grants=grants)
    numbers = {place: row.number for place, row in tally_rows(programme, map(Pool, grants)).items()}
    return {
        grant: grant_values(book.of(standing.objective), numbers, said, Pool(grant))
        for grant, standing in standings.items()
    }


def are_stale(programme: Programme) -> bool:
    """Whether the tallies must be counted from nothing before they say anything."""
    return not TallyState.objects.filter(programme=programme, is_stale=False).exists()


def programmes_counted_otherwise(*, on: date) -> list[Programme]:
    """Those to be counted from nothing: because the rules are others now, or because a grant began since."""
    has_begun = Q(programme__grants__starts_on__lte=on, programme__grants__signed_on__isnull=False)
    states = TallyState.objects.annotate(begun_on=Max("programme__grants__starts_on", filter=has_begun))
    return [
        state.programme
        for state in states.select_related("programme").order_by("programme", "pk")
        if state.is_stale
        or (state.begun_on and state.counted_at and state.begun_on > timezone.localdate(state.counted_at))
        or state.rules != counting.fingerprint(counting.book_of(state.programme, on=on))
    ]
