"""Values of indicators: of a grant, of a programme with each person once, between two days, as they were known."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.programmes.models import Programme
from openamif.register.models import Participant, PastDescription
from openamif.register.states import EventKind, OutputKind
from openamif.reports.models import DeclaredValue
from openamif.reports.queries.profiles import Known
from openamif.reports.queries.values import programme_values, values_between, values_of
from openamif.reports.states import Origin
from tests.factories import grants, registers
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db
UNTIL = date(2019, 12, 31)


@pytest.fixture
def programme() -> Programme:
    return bare_programme()


@pytest.fixture
def grant(programme) -> Grant:
    return grants.draft(programme)


def value(grant, indicator, **said):
    return values_of(grant, **{"until": UNTIL, **said})[indicator]


def test_values_are_those_of_the_grants_objective_in_the_order_of_the_law(grant):
    codes = list(values_of(grant, until=UNTIL))
    assert codes == ["SO2.C1", "SO2.C2", "SO2.C2.a", "SO2.C2.b", "SO2.C2.c", "SO2.C2.d", "SO2.C3", "SO2.C4", "SO2.C5"]
    assert all(each.number == 0 for each in values_of(grant, until=UNTIL).values())


def test_value_counts_a_person_once_by_age_and_sex(grant):
    known = registers.participant(grant, birth_year=2002, sex="female")
    registers.event(known, EventKind.LANGUAGE_COURSE)
    registers.event(known, EventKind.HOUSING_ADVICE, on=date(2020, 3, 1))
    registers.event(registers.participant(grant), EventKind.HEALTH_CARE)
    told = value(grant, "SO2.C2")
    assert told.number == 2
    assert told.breakdown == {"under_18": {"female": 1}, "unknown": {"unknown": 1}}
    assert (told.origin, told.declared, told.rule_version) == (Origin.REGISTER, 0, "1")
    assert value(grant, "SO2.C2.b").number == 0
    assert value(grant, "SO2.C2.b", until=date(2020, 3, 1)).number == 1


def test_value_counts_once_who_is_two_participants(grant):
    first = registers.participant(grant, birth_year=1990)
    again = registers.participant(grant, subject=first.subject, sex="male")
    registers.event(first, EventKind.LANGUAGE_COURSE)
    registers.event(again, EventKind.HOUSING_ADVICE)
    assert value(grant, "SO2.C2").breakdown == {"18_60": {"male": 1}}


def test_programme_counts_once_who_is_in_two_grants(programme, grant):
    other = grants.draft(programme)
    first = registers.participant(grant, birth_year=1950, sex="female")
    again = registers.participant(other, subject=first.subject, birth_year=1990, sex="male")
    registers.event(again, EventKind.LANGUAGE_COURSE, on=date(2019, 2, 1))
    registers.event(first, EventKind.LANGUAGE_COURSE)
    whole = programme_values(programme, until=UNTIL)
    assert whole["SO2.C2"].breakdown == {"18_60": {"male": 1}}
    assert value(grant, "SO2.C2").number == value(other, "SO2.C2").number == 1
    assert programme_values(programme, until=UNTIL, grants=[grant.pk])["SO2.C2"].breakdown == {"over_60": {"female": 1}}


def test_value_leaves_out_what_was_corrected(grant):
    her = registers.participant(grant)
    course = registers.event(her, EventKind.LANGUAGE_COURSE)
    advice = registers.correction(course, kind=EventKind.HOUSING_ADVICE)
    assert (value(grant, "SO2.C2.a").number, value(grant, "SO2.C2.b").number) == (0, 1)
    registers.correction(advice, is_void=True)
    assert value(grant, "SO2.C2").number == 0


def test_value_is_that_of_the_day(grant):
    registers.event(registers.participant(grant), EventKind.LANGUAGE_COURSE, on=date(2019, 7, 1))
    registers.event(registers.participant(grant), EventKind.LANGUAGE_COURSE, on=date(2019, 12, 31))
    days = {"2019-06-30": 0, "2019-07-01": 1, "2019-12-30": 1, "2019-12-31": 2}
    assert {day: value(grant, "SO2.C2", until=date.fromisoformat(day)).number for day in days} == days
    between = values_between(grant, starts_on=date(2019, 7, 2), ends_on=UNTIL)
    assert between["SO2.C2"] == 1


def test_value_is_as_it_was_known(grant):
    her = registers.participant(grant, birth_year=1990, sex="female")
    course = registers.event(her, EventKind.LANGUAGE_COURSE)
    known = Known(course.pk, 0, timezone.now())
    registers.correction(course, is_void=True)
    later = known.at + timedelta(seconds=1)
    for sex, at in (("female", later), ("male", later + timedelta(seconds=1))):
        PastDescription.objects.create(participant=her, subject=her.subject, birth_year=1990, sex=sex, replaced_at=at)
    Participant.objects.filter(pk=her.pk).update(sex="other", birth_year=None)
    assert value(grant, "SO2.C2", known=known).breakdown == {"18_60": {"female": 1}}
    assert value(grant, "SO2.C2").number == 0


def test_things_are_added_up_or_named(programme):
    asylum = grants.draft(programme, objective="SO1.NO1", action=1, targets={})
    registers.output(asylum, OutputKind.NEW_PLACES, quantity=40)
    registers.output(asylum, OutputKind.NEW_PLACES_FOR_MINORS, quantity=5)
    registers.output(asylum, OutputKind.COUNTRY_INFORMATION, name="Report on Syria")
    registers.output(asylum, OutputKind.COUNTRY_INFORMATION, name="report  on syria")
    registers.output(asylum, OutputKind.RECEPTION_CAPACITY, quantity=100)
    gone = registers.output(asylum, OutputKind.RECEPTION_CAPACITY, quantity=200, on=date(2019, 4, 1))
    told = values_of(asylum, until=UNTIL)
    assert (told["SO1.C2.1"].number, told["SO1.C4"].number) == (45, 1)
    share = told["SO1.C2.2"]
    assert (share.number, share.numerator, share.denominator) == (Decimal("22.50"), 45, 200)
    registers.output(asylum, OutputKind.RECEPTION_CAPACITY, corrects=gone, is_void=True, reason="a mistake")
    assert value(asylum, "SO1.C2.2").number == 45
    assert programme_values(programme, until=UNTIL)["SO1.C2.2"].number == 45


def declare(programme, number, *, grant=None, indicator="SO2.C2", **said):
    values = {"as_of": UNTIL, "value": number, **said}
    return DeclaredValue.objects.create(programme=programme, grant=grant, indicator=indicator, **values)


def test_declared_value_counts_only_without_a_register(programme, grant):
    other = grants.draft(programme)
    declare(programme, 7, grant=grant, as_of=date(2019, 1, 31))
    declare(programme, 9, grant=grant)
    declare(programme, 4, grant=other)
    assert (value(grant, "SO2.C2").number, value(grant, "SO2.C2").origin) == (9, Origin.DECLARED)
    assert value(grant, "SO2.C2", until=date(2019, 6, 30)).number == 7
    registers.event(registers.participant(other), EventKind.LANGUAGE_COURSE)
    assert (value(other, "SO2.C2").number, value(other, "SO2.C2").origin) == (1, Origin.REGISTER)
    whole = programme_values(programme, until=UNTIL)["SO2.C2"]
    assert (whole.number, whole.declared, whole.origin) == (10, 9, Origin.DECLARED)


def test_percentage_of_a_declared_total(programme):
    asylum = grants.draft(programme, objective="SO1.NO1", action=1, targets={})
    for _ in range(3):
        registers.event(registers.participant(asylum), EventKind.TRAINING)
    declare(programme, 0, indicator="SO1.C3.2", denominator=4)
    for told in (value(asylum, "SO1.C3.2"), programme_values(programme, until=UNTIL)["SO1.C3.2"]):
        assert (told.number, told.numerator, told.denominator, told.origin) == (75, 3, 4, Origin.DECLARED)
    assert value(asylum, "SO1.C2.2").denominator is None


def test_values_cost_the_same_queries_however_many_persons(programme, grant, django_assert_num_queries):
    for number in (1, 3):
        for _ in range(number):
            registers.event(registers.participant(grant), EventKind.LANGUAGE_COURSE)
        with django_assert_num_queries(6):
            values_of(grant, until=UNTIL)
        # Nobody counts what PostgreSQL streams.
        with django_assert_num_queries(7 if connection.vendor == "sqlite" else 6):
            programme_values(programme, until=UNTIL)


def test_parts_of_a_percentage_that_several_grants_said_are_added_up(programme):
    first, second = (grants.draft(programme, objective="SO1.NO1", action=1, targets={}) for _ in range(2))
    declare(programme, 40, grant=first, indicator="SO1.C2.2", denominator=200)
    declare(programme, 30, grant=second, indicator="SO1.C2.2", denominator=250)
    told = programme_values(programme, until=UNTIL)["SO1.C2.2"]
    assert (told.numerator, told.denominator, told.declared, told.number) == (70, 250, 70, 28)
    registers.output(second, OutputKind.NEW_PLACES, quantity=10)
    told = programme_values(programme, until=UNTIL)["SO1.C2.2"]
    assert (told.numerator, told.declared) == (50, 40)


def test_a_grant_has_no_part_in_what_was_said_of_the_programme(programme):
    asylum = grants.draft(programme, objective="SO1.NO1", action=1, targets={})
    declare(programme, 30, indicator="SO1.C3.2", denominator=120)
    told = value(asylum, "SO1.C3.2")
    assert (told.number, told.numerator, told.denominator) == (0, 0, 120)
    assert programme_values(programme, until=UNTIL)["SO1.C3.2"].number == 25
