"""The coverage of a programme, from its rows."""

from datetime import date

import pytest

from openamif.people.queries import holdings
from openamif.people.states import RoleKind
from openamif.verification.queries import checks_everywhere, checks_found, coverage, grants_by_key, years_of
from tests.factories import checks, grants
from tests.factories.people import organisation, person, scope
from tests.factories.programmes import responsible
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db
ON = date(2020, 10, 15)


@pytest.fixture
def programme():
    return bare_programme()


def test_grants_that_run_are_counted_and_those_visited_in_the_year(programme):
    officer = responsible(programme)
    visited = checks.with_register(programme)
    checks.carried_out(visited, by=officer)
    planned = checks.with_register(programme)
    checks.planned(planned, by=officer)
    grants.draft(programme, **checks.WITHOUT_A_PLAN)
    grants.ended(programme, **checks.WITHOUT_A_PLAN, ended_on=date(2019, 10, 15))
    over = grants.ended(programme, **checks.WITHOUT_A_PLAN, ended_on=date(2019, 10, 16))
    checks.with_register(bare_programme(country="LU"), reference="LU/2019/PR/0001")
    told = coverage(programme, on=ON)
    assert (told.checked, set(told.unchecked)) == ((visited.pk,), {planned.pk, over.pk})
    assert (told.required, told.missing) == (1, 0)
    assert [grant.pk for grant in grants_by_key(told.unchecked)] == [planned.pk, over.pk]


def test_a_visit_after_the_day_is_not_known_on_it(programme):
    visited = checks.with_register(programme)
    checks.carried_out(visited, by=responsible(programme))
    assert coverage(programme, on=date(2020, 3, 15)).checked == ()
    assert coverage(programme, on=date(2020, 3, 16)).checked == (visited.pk,)
    assert coverage(programme, on=date(2020, 12, 1)).checked == ()


@pytest.mark.parametrize("count", [1, 3])
def test_two_queries_however_many(programme, count, django_assert_num_queries):
    officer = responsible(programme)
    for _number in range(count):
        checks.carried_out(checks.with_register(programme), by=officer)
    with django_assert_num_queries(2):
        assert coverage(programme, on=ON).count == count
    with django_assert_num_queries(1):
        assert len([check.grant.beneficiary.name for check in checks_found(programme, holdings(officer))]) == count


def test_a_delegated_authority_sees_its_part(programme):
    body = organisation()
    part = scope(parent=programme.scope, objectives=("SO2",))
    delegate = holdings(person(RoleKind.DELEGATED_AUTHORITY, scope=part, of=body))
    own = checks.with_register(programme, delegated_authority=body)
    other = checks.with_register(programme)
    officer = responsible(programme)
    for grant in (own, other):
        checks.planned(grant, by=officer)
    assert coverage(programme, on=ON, held=delegate).unchecked == (own.pk,)
    assert [check.grant_id for check in checks_found(programme, delegate)] == [own.pk]
    assert [each.check_count for each in checks_everywhere(delegate)] == [1]
    assert [each.check_count for each in checks_everywhere(holdings(officer))] == [2]


def test_a_beneficiary_sees_no_check(programme):
    grant = checks.with_register(programme)
    checks.planned(grant, by=responsible(programme))
    held = holdings(person(RoleKind.BENEFICIARY, scope=programme.scope, of=grant.beneficiary))
    assert list(checks_found(programme, held)) == []
    assert list(checks_everywhere(held)) == []


def test_years_go_from_the_first_grant_to_the_last(programme):
    def numbers(on: date) -> list[int]:
        return [year.number for year in years_of(programme, on=on)]

    assert numbers(ON) == [2020]
    grants.signed(programme, **checks.WITHOUT_A_PLAN, starts_on=date(2018, 1, 1), signed_on=date(2018, 1, 1))
    assert numbers(date(2020, 10, 16)) == [2021, 2020, 2019, 2018]
    assert numbers(date(2026, 11, 25)) == [2021, 2020, 2019, 2018]
    assert numbers(date(2017, 10, 16)) == [2018]
    nobody = holdings(person(RoleKind.DELEGATED_AUTHORITY, scope=programme.scope, of=organisation("Another body")))
    assert [year.number for year in years_of(programme, on=date(2020, 10, 16), held=nobody)] == [2021]
