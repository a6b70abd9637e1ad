"""Erase the register of a grant, and keep what it brought to the figures."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.register.actions.erase_register import erase_register
from openamif.register.models import Erasure
from openamif.reports.actions.follow_register import follow_register, move_tallies
from openamif.reports.actions.keep_tallies import keep_tallies
from openamif.reports.models import CountedParticipant
from openamif.reports.queries import counting
from openamif.reports.queries.counting import Book, Counts, Standing
from openamif.reports.queries.profiles import Row
from openamif.reports.queries.same_person import grant_of, persons_of
from openamif.reports.queries.tallied import counted_participants, counted_standings


@transaction.atomic
def erase_counted_register(grant: Grant, *, on: date, paid_on: date | None = None) -> Erasure:
    """Every total stays as it is: of the grant, of its part, of the programme. Raises NotDue.

    Who also takes part in another grant is from here on of the age and sex that are known there.
    """
    grant = Grant.objects.locked(grant.pk)
    follow_register(grant)
    book = counting.book_of(grant.programme, on=timezone.localdate())
    subjects = CountedParticipant.objects.filter(grant=grant).values_list("subject", flat=True)
    rows = list(counted_participants(grant.programme, subjects=sorted(set(subjects))))
    standings = counted_standings({grant_of(row) for row in rows})
    kept = _kept(rows, grant.pk, standings, book)
    others = [row for row in rows if grant_of(row) != grant.pk]
    changes = Counter(kept)
    changes.update(counting.persons_counted(others, standings, book))
    changes.subtract(counting.persons_counted(rows, standings, book))
    erasure = erase_register(grant, on=on, paid_on=paid_on)
    keep_tallies(grant, kept)
    move_tallies(grant.programme, changes)
    return erasure


def _kept(rows: list[Row], grant: int, standings: Mapping[int, Standing], book: Book) -> Counts:
    """Those who count through the grant alone; of the rest, wherever no other grant makes them count."""
    alone: list[Row] = []
    kept: Counts = Counter()
    for found in persons_of(rows):
        others = [row for row in found if grant_of(row) != grant]
        if others:
            kept.update(_only_here(found, others, standings, book))
        else:
            alone += found
    kept.update(counting.persons_counted(alone, standings, book))
    return kept


def _only_here(found: list[Row], others: list[Row], standings: Mapping[int, Standing], book: Book) -> Counts:
    elsewhere = {(place.pool, place.indicator) for place in counting.persons_counted(others, standings, book)}
    here = counting.persons_counted(found, standings, book)
    return Counter({place: number for place, number in here.items() if place[:2] not in elsewhere})
