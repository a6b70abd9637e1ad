"""Where a programme stands: for the whole and for a part, each person once, by grant, by region, over time."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openamif.grants.models import Grant
from openamif.grants.queries import sums_of, sums_of_signed
from openamif.people.queries import holdings
from openamif.people.states import RoleKind
from openamif.programmes.models import IndicatorTarget
from openamif.reports.actions.accept_report import accept_report
from openamif.reports.actions.begin_correction import begin_correction
from openamif.reports.actions.examine_report import examine_report
from openamif.reports.models import DeclaredValue, ProgrammeIndicator
from openamif.reports.queries.breakdowns import (
    by_grant,
    by_quarter,
    by_region,
    of_region,
    quarter_end,
    region_of,
    reports_standing,
    values_by_grant,
)
from openamif.reports.queries.doubts import doubtful_grants, doubts_of
from openamif.reports.queries.overview import planned_by_sex, standings, targets_by_grant
from openamif.reports.queries.reach import drafts_in, reach_of
from openamif.reports.queries.tallies import tallies_of
from openamif.reports.queries.values import programme_values
from tests.factories import grants, people, register, reports, situations

pytestmark = pytest.mark.django_db
COURSE = "SO2.C2"


@pytest.fixture
def there(db):
    return situations.situation()


def standing(programme, person, code):
    return {each.code: each for each in standings(reach_of(programme, holdings(person)))}[code]


def test_each_person_counts_once_in_the_programme(there):
    found = standing(there.programme, there.officer, COURSE)
    assert (found.value, found.target, found.planned) == (13, 2500, 500)
    assert found.reached_rate == Decimal("0.52")
    assert found.cells == {("18_60", "female"): 6, ("18_60", "male"): 7}


def test_what_a_draft_aims_at_is_not_planned(there):
    before = standing(there.programme, there.officer, COURSE).planned
    draft = grants.draft(there.programme, by=there.officer, objective="SO2", action=None, targets={COURSE: 90})
    reach = reach_of(there.programme, holdings(there.officer))
    assert standing(there.programme, there.officer, COURSE).planned == before
    assert draft.pk not in targets_by_grant(reach)[COURSE]
    assert (reach.signed.count(), drafts_in(reach)) == (2, 1)
    assert sums_of_signed(reach.grants) == (sums_of(reach.signed), 1)


def test_a_delegated_authority_sees_its_part(there):
    reach = reach_of(there.programme, holdings(there.delegate))
    assert {each.objective for each in standings(reach)} == {"SO2"}
    assert not reach.is_whole
    found = standing(there.programme, there.delegate, COURSE)
    assert (found.value, found.planned) == (2, 250)


def test_what_is_declared_is_told_apart(there):
    found = standing(there.programme, there.officer, "SO2.C3")
    assert (found.counted, found.declared, found.value) == (0, 3, 3)


def test_the_latest_declaration_counts_and_gives_way_to_a_register(there):
    DeclaredValue.objects.create(
        programme=there.programme, grant=there.first, indicator="SO2.C3", as_of=date(2020, 2, 1), value=4
    )
    DeclaredValue.objects.create(
        programme=there.programme, grant=there.first, indicator=COURSE, as_of=date(2020, 2, 1), value=900
    )
    assert standing(there.programme, there.officer, "SO2.C3").value == 4
    assert standing(there.programme, there.officer, COURSE).value == 13


def test_a_share_keeps_what_it_is_made_of(there):
    before = standing(there.programme, there.officer, "SO1.C3.2")
    assert (before.value, before.target) == (None, 60)
    DeclaredValue.objects.create(
        programme=there.programme, indicator="SO1.C3.2", as_of=date(2020, 1, 1), value=30, denominator=120
    )
    found = standing(there.programme, there.officer, "SO1.C3.2")
    assert (found.numerator, found.denominator, found.value) == (30, 120, 25)


def test_by_region_of_the_grants(there):
    reach = reach_of(there.programme, holdings(there.officer))
    assert by_region(reach, COURSE) == {"BE23": 2, "BE33": 13}


@pytest.mark.parametrize(
    ("place", "region"),
    [
        ("BE10", "BE10"),
        ("BE100", "BE10"),
        ("BE1", "BE10"),  # the whole of it is one region
        ("BE332", "BE33"),
        ("BE3", ""),
        ("BE", ""),
        ("", ""),
    ],
)
def test_a_place_is_in_a_region_where_it_is_in_one_alone(there, place, region):
    assert region_of(place, "2014-2020") == region
    Grant.objects.filter(pk=there.first.pk).update(location=place)
    reach = reach_of(there.programme, holdings(there.officer))
    assert by_region(reach, COURSE)[region] == 13
    every = ("BE10", "BE21", "BE33")
    assert there.first in Grant.objects.filter(of_region(region, every, "2014-2020"))
    others = [each for each in (*every, "") if each != region]
    assert all(there.first not in Grant.objects.filter(of_region(each, every, "2014-2020")) for each in others)


def test_by_grant_the_largest_first(there):
    reach = reach_of(there.programme, holdings(there.officer))
    rows = [(grant.pk, grant.counted, grant.aimed_at) for grant in by_grant(reach, COURSE)]
    assert rows == [(there.first.pk, 13, 250), (there.second.pk, 2, 250)]
    assert values_by_grant(reach)[COURSE] == {there.first.pk: 13, there.second.pk: 2}
    assert [grant.pk for grant in by_grant(reach_of(there.programme, holdings(there.delegate)), COURSE)] == [
        there.second.pk
    ]


def test_by_grant_what_is_declared_has_its_place_among_what_is_counted(there):
    third = register.signed_grant(there.programme, by=there.officer, targets={COURSE: 5})
    fourth = register.signed_grant(there.programme, by=there.officer, targets={COURSE: 5})
    said = {"programme": there.programme, "indicator": COURSE, "as_of": date(2020, 1, 1)}
    DeclaredValue.objects.create(**said, grant=third, value=Decimal(7))
    reach = reach_of(there.programme, holdings(there.officer))
    rows = [(grant.pk, grant.value) for grant in by_grant(reach, COURSE)]
    assert rows == [(there.first.pk, 13), (third.pk, 7), (there.second.pk, 2), (fourth.pk, 0)]


def test_planned_by_the_day_of_signature(there):
    reach = reach_of(there.programme, holdings(there.officer))
    assert planned_by_sex(reach, until=date(2020, 1, 1))[COURSE] == {"": 500}
    assert planned_by_sex(reach, until=date(2018, 1, 1)) == {}


def test_reports_late_soon_and_in_hand(db):
    cast = reports.cast()
    reach = reach_of(cast.grant.programme, holdings(cast.officer))
    first, second = cast.grant.reports_due.order_by("number")
    before = reports_standing(reach, on=first.due_on)
    assert (before.late, before.soon, before.in_hand) == (0, 1, 0)
    after = reports_standing(reach, on=date(second.due_on.year + 1, 1, 1))
    assert (after.late, after.soon) == (2, 0)
    reports.submitted(cast)
    after = reports_standing(reach, on=date(second.due_on.year + 1, 1, 1))
    assert (after.late, after.in_hand, after.accepted, after.returned) == (1, 1, 0, 0)


def test_over_time_by_the_reports_sent(db):
    cast = reports.cast()
    report = reports.submitted(cast)
    report.values.all().delete()
    report.values.create(indicator=COURSE, origin="declared", period_value=8, value=8)
    reach = reach_of(cast.grant.programme, holdings(cast.officer))
    assert by_quarter(reach, COURSE) == [(date(2019, 12, 31), Decimal(8))]
    assert by_quarter(reach, "SO2.C3") == []


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2020, 1, 1), date(2020, 3, 31)),
        (date(2020, 6, 30), date(2020, 6, 30)),
        (date(2020, 12, 31), date(2020, 12, 31)),
        (date(2020, 11, 2), date(2020, 12, 31)),
    ],
)
def test_a_quarter_ends_with_its_third_month(day, end):
    assert quarter_end(day) == end


def test_what_is_doubtful(there):
    reach = reach_of(there.programme, holdings(there.officer))
    doubts = doubts_of(reach)
    assert (doubts.quality.learners, doubts.quality.untested) == (15, 15)
    assert (doubts.pairs.counted > 0, doubts.pairs.declared) == (True, 1)
    assert [grant.pk for grant, _quality in doubtful_grants(reach)] == [there.first.pk, there.second.pk]


def test_more_grants_cost_no_more_queries(there):
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            standings(reach_of(there.programme, holdings(there.officer)))
        return len(captured)

    few = cost()
    for _each in range(3):
        register.signed_grant(there.programme, by=there.officer)
    assert cost() == few
    assert few <= 8


def test_a_delegated_authority_with_a_role_for_the_whole_sees_its_grants_alone(there):
    """Nobody keeps an administrator from giving such a role."""
    delegate = people.person(RoleKind.DELEGATED_AUTHORITY, scope=there.programme.scope, of=there.delegated)
    reach = reach_of(there.programme, holdings(delegate))
    assert not reach.is_whole
    assert [grant.pk for grant in reach.grants] == [there.second.pk]
    assert standing(there.programme, delegate, COURSE).value == 2


def test_a_part_without_objectives_shows_nothing_of_the_rest(there):
    empty = people.scope("Nothing yet", parent=there.programme.scope)
    delegate = people.person(RoleKind.DELEGATED_AUTHORITY, scope=empty)
    assert standing(there.programme, delegate, COURSE).value == 0


def test_grants_of_her_own_are_not_in_the_part_she_looks_after(there):
    people.role(there.delegate, RoleKind.BENEFICIARY, scope=there.programme.scope, of=there.first.beneficiary)
    reach = reach_of(there.programme, holdings(there.delegate))
    assert [grant.pk for grant in reach.grants] == [there.second.pk]


def test_who_evaluates_a_part_sees_its_figures_each_person_once(there):
    part = people.scope("Integration", parent=there.programme.scope, objectives=(there.first.objective,))
    evaluator = people.person(RoleKind.EVALUATOR, scope=part)
    assert not reach_of(there.programme, holdings(evaluator)).is_whole
    found = standing(there.programme, evaluator, COURSE)
    assert (found.value, found.cells) == (13, {("18_60", "female"): 6, ("18_60", "male"): 7})


def test_a_share_that_a_grant_said_counts_where_the_programme_says_none(there):
    Grant.objects.filter(programme=there.programme).update(objective="SO1.NO1")
    said = {"programme": there.programme, "indicator": "SO1.C3.2", "as_of": date(2020, 1, 1)}
    DeclaredValue.objects.create(**said, grant=there.first, value=30, denominator=120)
    found = standing(there.programme, there.officer, "SO1.C3.2")
    assert (found.value, found.declared) == (25, 30)
    assert found.value == programme_values(there.programme, until=date(2020, 6, 1))["SO1.C3.2"].number
    DeclaredValue.objects.create(**said, value=30, denominator=60)
    assert standing(there.programme, there.officer, "SO1.C3.2").value == 50


def test_an_indicator_of_the_programmes_own_keeps_the_target_that_it_prints(there):
    version = there.programme.versions.get()
    IndicatorTarget.objects.create(version=version, code="SO2.P1", name="Counselled", target=80, unit="number")
    rule = {"counts": "persons", "kinds": ["return_counselling"], "source": "the programme", "version": "1"}
    ProgrammeIndicator.objects.create(
        programme=there.programme,
        code="SO2.P1",
        objective="SO2",
        name="Counselled",
        unit="number",
        rule=rule,
        valid_from=date(2014, 1, 1),
    )
    found = standing(there.programme, there.officer, "SO2.P1")
    assert (found.counts, found.target) == ("persons", 80)


def test_what_was_reported_stays_while_its_correction_is_written(db):
    cast = reports.cast()
    report = reports.accepted(cast)
    report.values.all().delete()
    report.values.create(indicator=COURSE, origin="declared", period_value=8, value=8)
    begin_correction(report, reason="A name was wrong.", by=cast.editor)
    reach = reach_of(cast.grant.programme, holdings(cast.officer))
    assert by_quarter(reach, COURSE) == [(date(2019, 12, 31), Decimal(8))]


def test_what_was_reported_counts_until_its_correction_is_accepted(db):
    cast = reports.cast()
    report = reports.accepted(cast)
    report.values.all().delete()
    report.values.create(indicator=COURSE, origin="declared", period_value=8, value=8)
    correction = reports.submitted(cast, begin_correction(report, reason="Two more.", by=cast.editor))
    correction.values.all().delete()
    correction.values.create(indicator=COURSE, origin="declared", period_value=10, value=10)
    reach = reach_of(cast.grant.programme, holdings(cast.officer))
    assert by_quarter(reach, COURSE) == [(date(2019, 12, 31), Decimal(8))]
    accept_report(examine_report(correction, by=cast.officer), by=cast.second)
    assert by_quarter(reach, COURSE) == [(date(2019, 12, 31), Decimal(10))]


def test_shares_are_not_added_up_over_time(db):
    one = reports.cast()
    two = reports.cast(one.grant.programme)
    for cast, part in ((one, 30), (two, 60)):
        report = reports.submitted(cast)
        report.values.all().delete()
        said = {"origin": "declared", "period_value": 0, "numerator": part, "denominator": 120}
        report.values.create(indicator="SO1.C3.2", value=Decimal(part) * 100 / 120, **said)
    reach = reach_of(one.grant.programme, holdings(one.officer))
    assert by_quarter(reach, "SO1.C3.2", is_share=True) == [(date(2019, 12, 31), Decimal(75))]


def test_a_grant_that_went_over_to_another_objective_takes_what_it_declared_out_of_the_figures(there):
    before = standing(there.programme, there.officer, "SO2.C3").value
    Grant.objects.filter(pk=there.first.pk).update(objective="SO1.NO1")
    assert (before, standing(there.programme, there.officer, "SO2.C3").value) == (3, 0)
    assert programme_values(there.programme, until=date(2020, 6, 1))["SO2.C3"].number == 0
    assert tallies_of(there.programme, on=date(2020, 6, 1))["SO2.C3"].number == 0


def test_parts_of_a_share_that_several_grants_said_are_added_up(there):
    Grant.objects.filter(programme=there.programme).update(objective="SO1.NO1")
    said = {"programme": there.programme, "indicator": "SO1.C3.2", "as_of": date(2020, 1, 1), "denominator": 120}
    for grant, part in ((there.first, 30), (there.second, 24)):
        DeclaredValue.objects.create(**said, grant=grant, value=part)
    found = standing(there.programme, there.officer, "SO1.C3.2")
    assert (found.numerator, found.declared, found.value) == (54, 54, 45)
    assert programme_values(there.programme, until=date(2020, 6, 1))["SO1.C3.2"].number == 45
