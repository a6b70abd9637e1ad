"""Somebody entered twice in one grant is one person there: what is known under either reference counts together."""

from datetime import date

import pytest
from django.utils import timezone

from openamif.register.states import EventKind
from openamif.reports.actions.count_tallies import count_tallies
from openamif.reports.actions.follow_register import follow_register
from openamif.reports.models import Tally
from openamif.reports.queries.contributions import contributions, places_by_participant
from openamif.reports.queries.profiles import Known
from openamif.reports.queries.values import programme_values, values_of
from tests.factories import grants, registers
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db
UNTIL = date(2019, 12, 31)
HELPED = "SO1.C1.c"


@pytest.fixture
def grant():
    return grants.draft(bare_programme(), objective="SO1.NO1", action=1, targets={})


@pytest.fixture
def twice(grant):
    """Known to be vulnerable under the first reference, given specific assistance under the second."""
    one = registers.participant(grant, is_vulnerable=True, birth_year=1990)
    two = registers.participant(grant, subject=one.subject, sex="female")
    registers.event(one, EventKind.HOUSING_ADVICE)
    registers.event(two, EventKind.SPECIFIC_ASSISTANCE)
    return one, two


def test_what_is_known_under_either_reference_counts(grant, twice):
    for told in (values_of(grant, until=UNTIL), programme_values(grant.programme, until=UNTIL)):
        assert told[HELPED].breakdown == {"18_60": {"female": 1}}
        assert told["SO1.C1"].number == 1


def test_tallies_have_her_once(grant, twice):
    count_tallies(grant.programme)
    assert {row.number for row in Tally.objects.filter(indicator=HELPED)} == {1}
    registers.event(registers.participant(grant, subject=twice[0].subject), EventKind.LEGAL_ASSISTANCE)
    follow_register(grant, subjects=[twice[0].subject_id])
    followed = sorted(Tally.objects.order_by().values_list("grant", "indicator", "age", "sex", "number"), key=str)
    count_tallies(grant.programme)
    counted = Tally.objects.order_by().values_list("grant", "indicator", "age", "sex", "number")
    assert followed == sorted(counted, key=str)


def test_her_figure_opens_to_both_references(grant, twice):
    found = contributions(grant, HELPED, until=UNTIL)
    assert (found.total, found.number) == (1, 1)
    (her,) = found.persons
    assert her.participants == twice
    assert [event.kind for event in her.events] == [EventKind.SPECIFIC_ASSISTANCE]
    assert set(places_by_participant(grant, HELPED, until=UNTIL)) == {each.pk for each in twice}
    assert contributions(grant.programme, HELPED, until=UNTIL).total == 1


def test_staff_under_one_reference_is_staff(grant, twice):
    registers.event(registers.participant(grant, subject=twice[0].subject, standing="staff"), EventKind.TRAINING)
    assert values_of(grant, until=UNTIL)["SO1.C1"].number == 0


def test_a_correction_that_changes_as_whom_she_came_first_explains_her_age(grant):
    one = registers.participant(grant, birth_year=1950)
    two = registers.participant(grant, subject=one.subject, birth_year=1990)
    first = registers.event(one, EventKind.HOUSING_ADVICE, on=date(2019, 2, 1))
    last = registers.event(two, EventKind.HOUSING_ADVICE, on=date(2019, 3, 1))
    known = Known(last.pk, 0, timezone.now())
    registers.correction(first, happened_on=date(2019, 4, 1))
    before, after = (places_by_participant(grant, "SO1.C1", until=UNTIL, known=each) for each in (known, None))
    assert set(before.values()) == {("over_60", "unknown", one.subject_id)}
    assert set(after.values()) == {("18_60", "unknown", one.subject_id)}
