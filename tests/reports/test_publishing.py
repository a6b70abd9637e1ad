"""Figures published on fixed days: once a quarter by the calendar, rarely by hand, unchanged ever after."""

from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as some

from openamif.people.policy import Refused
from openamif.record.models import Trail
from openamif.reports.actions.publish_figures import publish_figures
from openamif.reports.models import Publication, Tally, TallyState
from openamif.reports.queries.breakdowns import ReportsStanding
from openamif.reports.queries.overview import Standing
from openamif.reports.queries.publishing import (
    PublicFigures,
    figures_on,
    latest_publication,
    next_quarter,
    programmes_to_publish,
    quarter_of,
    read,
    written,
)
from openamif.reports.states import AgeGroup, SexGroup
from tests.factories import situations
from tests.programmes.bare import bare_programme

DAY, APART = date(2026, 10, 1), 28
COURSE = "SO2.C2"
DECIMALS = some.none() | some.decimals(0, 10**9, places=2)
CELLS = some.dictionaries(
    some.tuples(some.sampled_from(AgeGroup), some.sampled_from(SexGroup)), some.integers(0, 10**6), max_size=12
)
STANDINGS = some.builds(
    Standing,
    code=some.text(max_size=20),
    name=some.text(max_size=40),
    objective=some.sampled_from(("SO1", "SO2")),
    target=DECIMALS,
    milestone=DECIMALS,
    numerator=DECIMALS,
    counted=some.decimals(0, 10**9, places=0),
    cells=CELLS,
)


@pytest.fixture
def there(db):
    return situations.situation(women=3, men=17, in_both=2)


def course(figures: PublicFigures) -> Standing:
    return next(each for each in figures.standings if each.code == COURSE)


@given(some.lists(STANDINGS, max_size=4), some.dates(), some.decimals(0, 10**12, places=2))
def test_what_is_written_is_read_again(standings, on, amount):
    regions, wholes = {COURSE: {"BE10": 3}}, {COURSE: ("SO2.C1",)}
    figures = PublicFigures(on, tuple(standings), regions, wholes, 3, amount, ReportsStanding(1, 2, {"accepted": 3}))
    assert read(written(figures)) == figures
    assert written(read(written(figures))) == written(figures)


@pytest.mark.parametrize(
    ("day", "begins", "ends"),
    [
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 4, 1)),
        (date(2026, 3, 31), date(2026, 1, 1), date(2026, 4, 1)),
        (date(2026, 5, 31), date(2026, 4, 1), date(2026, 7, 1)),
        (date(2026, 12, 31), date(2026, 10, 1), date(2027, 1, 1)),
    ],
)
def test_quarters_begin_on_their_first_day(day, begins, ends):
    assert (quarter_of(day), next_quarter(day)) == (begins, ends)


def test_the_figures_are_those_of_the_overview(there):
    told = figures_on(there.programme, on=DAY)
    assert course(told).value == 20
    assert told.regions[COURSE] == {"BE33": 20, "BE23": 2}
    assert told.grants == 2
    assert told.union_amount == there.first.union_amount + there.second.union_amount


def test_the_calendar_publishes_once_a_quarter(there):
    first = publish_figures(there.programme, on=DAY, by=None)
    assert publish_figures(there.programme, on=DAY + timedelta(days=40), by=None) == first
    second = publish_figures(there.programme, on=next_quarter(DAY), by=None)
    assert latest_publication(there.programme) == second != first


def test_what_changes_afterwards_is_not_in_it(there):
    made = publish_figures(there.programme, on=DAY, by=None)
    Tally.objects.filter(indicator=COURSE).update(number=500)
    kept = Publication.objects.get(pk=made.pk)
    assert course(read(kept.content)).counted == Decimal(20)
    assert kept.sha256 == sha256(kept.content.encode()).hexdigest()


def test_the_trail_keeps_its_checksum(there):
    made = publish_figures(there.programme, on=DAY, by=there.officer)
    row = Trail.objects.get(event="figures_published")
    assert (row.by, row.details) == (there.officer, {"on": "2026-10-01", "sha256": made.sha256})


@pytest.mark.parametrize("days", [0, 1, APART - 1])
def test_nobody_publishes_soon_after_the_last_time(there, days):
    publish_figures(there.programme, on=DAY, by=None)
    with pytest.raises(Refused) as refused:
        publish_figures(there.programme, on=DAY + timedelta(days=days), by=there.officer)
    assert refused.value.verdict.reason == "figures_published_lately"
    assert publish_figures(there.programme, on=DAY + timedelta(days=APART), by=there.officer).on == DAY + timedelta(
        days=APART
    )


def test_what_an_officer_published_in_the_quarter_is_enough_for_the_calendar(there):
    made = publish_figures(there.programme, on=DAY + timedelta(days=5), by=there.officer)
    assert programmes_to_publish(on=DAY + timedelta(days=9)) == []
    assert publish_figures(there.programme, on=DAY + timedelta(days=9), by=None) == made


def test_a_delegated_authority_publishes_nothing(there):
    with pytest.raises(Refused):
        publish_figures(there.programme, on=DAY, by=there.delegate)
    assert not Publication.objects.exists()


def test_figures_that_are_being_counted_again_wait(there):
    assert programmes_to_publish(on=DAY) == [there.programme]
    TallyState.objects.update(is_stale=True)
    assert programmes_to_publish(on=DAY) == []
    with pytest.raises(Refused) as refused:
        publish_figures(there.programme, on=DAY, by=there.officer)
    assert refused.value.verdict.reason == "figures_not_counted"


@pytest.mark.django_db
def test_a_programme_without_figures_has_nothing_to_publish():
    bare_programme()
    assert programmes_to_publish(on=DAY) == []
