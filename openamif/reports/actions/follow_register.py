"""Bring the tallies after a register that changed: only what the change changes."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import chain

from django.db import connection, transaction
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.programmes.models import Programme
from openamif.register.actions.write_rows import write_rows
from openamif.register.models import Participant
from openamif.reports.actions.count_tallies import COLUMNS, count_tallies
from openamif.reports.actions.keep_tallies import keep_with_authority
from openamif.reports.models import CountedGrant, CountedParticipant, Tally, TallyState
from openamif.reports.queries import counting, dialect
from openamif.reports.queries.counting import Book, Counts, Place, Standing
from openamif.reports.queries.profiles import Asked, Row, profiles
from openamif.reports.queries.same_person import BY_SUBJECT, grant_of
from openamif.reports.queries.tallied import (
    counted_participants,
    counted_standings,
    has_new_outputs,
    last_output,
    tally_rows,
)
from openamif.reports.queries.things import things_of
from openamif.rules.indicators.rule import PERSONS


@transaction.atomic
def follow_register(grant: Grant, *, subjects: Collection[int] | None = None) -> None:
    """After events, corrections or descriptions of these persons in the grant; None: of whomever, and after a change

    of the grant itself. Whether it delivered something is looked at each time. Counts from nothing where nothing was
    counted yet, or by other rules.
    """
    programme = grant.programme
    state = TallyState.objects.select_for_update().filter(programme=programme).first()
    book = counting.book_of(programme, on=timezone.localdate())
    if state is None or state.is_stale or state.rules != counting.fingerprint(book):
        count_tallies(programme)
        return
    now = counting.standings_of(programme, [grant.pk])[grant.pk]
    before = counted_standings([grant.pk]).get(grant.pk)
    is_other = before is None or (before.objective, before.authority) != (now.objective, now.authority)
    changes = _persons(grant, now, _concerned(grant, None if is_other else subjects), book)
    if is_other or subjects is None or has_new_outputs(grant):
        changes.update(_others(grant, now, before, book))
        if is_other:
            changes.update(keep_with_authority(programme))
        _remember(grant, now)
    move_tallies(programme, changes)


def _concerned(grant: Grant, subjects: Collection[int] | None) -> tuple[list[int], list[int]]:
    """The participants of the grant whose figures may have changed; and the persons that they are, and that they were

    when they were counted.
    """
    rows = Participant.objects.filter(grant=grant).order_by("pk")
    if subjects is not None:
        keys = list(subjects)
        rows = rows.filter(Q(subject__in=keys) | Q(counted_participant__subject__in=keys))
    found = list(rows.values_list("pk", "subject", "counted_participant__subject"))
    persons = {person for _pk, *both in found for person in both if person is not None}
    return [pk for pk, *_both in found], sorted(persons)


def _persons(grant: Grant, now: Standing, concerned: tuple[list[int], list[int]], book: Book) -> Counts:
    """How the figures of persons change; as what they are counted changes with them."""
    participants, subjects = concerned
    programme = grant.programme
    earlier = list(counted_participants(programme, subjects=subjects))
    fresh = list(profiles(Asked(programme.period, programme.pk, participants=participants)))
    mine = set(participants)
    later = sorted(chain((row for row in earlier if row[0] not in mine), fresh), key=BY_SUBJECT)
    standings = counted_standings({grant_of(row) for row in earlier})
    changes = counting.persons_counted(later, {**standings, grant.pk: now}, book)
    changes.subtract(counting.persons_counted(earlier, standings, book))
    _recount(participants, fresh)
    return changes


def _recount(participants: Sequence[int], rows: Sequence[Row]) -> None:
    among, keys = dialect.among("participant_id", participants)
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {CountedParticipant._meta.db_table} WHERE {among}", keys)
    write_rows(CountedParticipant, COLUMNS, rows)


def _others(grant: Grant, now: Standing, before: Standing | None, book: Book) -> Counts:
    """How the figures of things and projects change, in every pool that the grant is in or was in."""
    pools = set(counting.pools_of(grant.pk, {grant.pk: now}))
    if before:
        pools |= set(counting.pools_of(grant.pk, {grant.pk: before}))
    programme = grant.programme
    standings = counting.standings_of(programme)
    fresh = counting.things_counted(things_of(Asked(programme.period, programme.pk)), standings, book)
    fresh.update(counting.projects_counted(standings, book, until=None))
    changes = Counter({place: number for place, number in fresh.items() if place.pool in pools})
    others = [rule.indicator for rule in book.rules if rule.counts != PERSONS]
    changes.subtract({place: row.number for place, row in tally_rows(programme, pools, indicators=others).items()})
    return changes


def move_tallies(programme: Programme, changes: Counts) -> None:
    """Rows that come, change and go."""
    moved = {place: by for place, by in changes.items() if by}
    held = tally_rows(programme, {place.pool for place in moved}, indicators={place.indicator for place in moved})
    changed, new = [], []
    for place, by in moved.items():
        row = held.get(place)
        if row is None:
            new.append(Tally(programme=programme, **_columns(place), number=by))
        else:
            row.number += by
            changed.append(row)
    Tally.objects.bulk_create(new)
    Tally.objects.bulk_update([row for row in changed if row.number], ["number"])
    Tally.objects.filter(pk__in=[row.pk for row in changed if not row.number]).delete()
    _remember_indicators({place.pool.grant for place in moved if place.pool.grant})


def _remember_indicators(grants: Collection[int]) -> None:
    """For how many something counts in each of them now."""
    within = Tally.objects.filter(grant=OuterRef("pk")).order_by().values("grant")
    number = within.annotate(number=Count("indicator", distinct=True)).values("number")
    CountedGrant.objects.filter(pk__in=grants).update(indicators=Coalesce(Subquery(number), 0))


def _columns(place: Place) -> dict[str, object]:
    """Where a row stands."""
    pool = {"grant_id": place.pool.grant, "authority_id": place.pool.authority}
    return {**pool, "indicator": place.indicator, "age": place.age, "sex": place.sex}


def _remember(grant: Grant, now: Standing) -> None:
    """As what the grant is in the tallies from here on."""
    values = {"objective": now.objective, "authority_id": now.authority, "last_output": last_output(grant)}
    CountedGrant.objects.update_or_create(grant=grant, defaults=values)
