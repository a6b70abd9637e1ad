"""Planning a check: whom the sample is drawn from, and that it can be drawn again."""

from datetime import date

import pytest

from openamif.grants.models import ReportDue
from openamif.people.policy import Refused
from openamif.record.queries import trail_of
from openamif.register.models import Activity, Event
from openamif.reports.models import ProgressReport
from openamif.verification.queries import drawn_from, is_drawn_again, members_of, population_of
from openamif.verification.states import CheckState, SamplingMethod
from tests.factories import checks, grants
from tests.factories.programmes import responsible
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def grant():
    return checks.with_register(bare_programme())


@pytest.fixture
def officer(grant):
    return responsible(grant.programme)


def numbers(check) -> list[int]:
    return list(check.sample.order_by("position", "pk").values_list("number", flat=True))


def test_a_plan_keeps_all_that_is_needed_to_draw_again(grant, officer):
    check = checks.planned(grant, by=officer, size=4)
    assert (check.state, check.controller, check.planned_on) == (CheckState.PLANNED, officer, checks.PLANNED_ON)
    assert (check.method, check.seed, check.size, check.population) == ("simple_random", 2026, 4, 10)
    assert check.known_event == Event.objects.order_by("-pk").first().pk
    population = population_of(grant, known=check.known_event)
    assert numbers(check) == drawn_from(population, method=SamplingMethod.SIMPLE_RANDOM, size=4, seed=2026)
    assert is_drawn_again(check)
    (event,) = trail_of(check)
    assert event.event == "check_planned"
    assert event.details == {"method": "simple_random", "seed": 2026, "size": 4, "population": 10} | {
        "known": check.known_event
    }


def test_a_stratified_sample_goes_by_activity(grant, officer):
    check = checks.planned(grant, by=officer, size=5, method=SamplingMethod.STRATIFIED)
    strata = list(check.sample.order_by("position", "pk").values_list("stratum", flat=True))
    assert strata == ["CIVIC", "FR-A1", "FR-A1", "FR-A1", "FR-A2"]
    assert is_drawn_again(check)


def test_no_more_are_drawn_than_there_are(grant, officer):
    check = checks.planned(grant, by=officer, size=50)
    assert (check.size, check.population) == (10, 10)
    assert sorted(numbers(check)) == sorted(grant.participants.values_list("pk", flat=True))


def test_a_grant_without_participants_is_checked_without_a_sample(officer, grant):
    empty = checks.with_register(grant.programme, groups={})
    check = checks.planned(empty, by=officer)
    assert (check.size, check.population, check.known_event) == (0, 0, 0)
    assert is_drawn_again(check)


def test_what_is_recorded_later_does_not_change_the_population(grant, officer):
    check = checks.planned(grant, by=officer, size=4)
    activity = Activity.objects.get(grant=grant, reference="CIVIC")
    checks.takes_part(activity, [checks.participant(grant, "late")])
    first = Event.objects.filter(participant__local_reference="FR-A1/1").get()
    checks.corrected(first, is_void=True)
    assert is_drawn_again(check)
    assert len(population_of(grant, known=check.known_event)) == 10
    now = population_of(grant, known=Event.objects.order_by("-pk").first().pk)
    assert len(now) == 10
    assert first.participant_id not in now


def test_who_only_has_void_events_is_not_drawn(grant, officer):
    event = Event.objects.filter(participant__local_reference="FR-A1/1").get()
    checks.corrected(event, is_void=True)
    check = checks.planned(grant, by=officer, size=50)
    assert check.population == 9
    assert event.participant_id not in numbers(check)


def test_of_a_report_only_those_of_its_days_are_drawn(grant, officer):
    due = ReportDue.objects.filter(grant=grant).order_by("number").first()
    report = ProgressReport.objects.create(grant=grant, due=due)
    activity = Activity.objects.get(grant=grant, reference="CIVIC")
    checks.takes_part(activity, [checks.participant(grant, "after")], on=due.ends_on.replace(year=2020))
    check = checks.planned(grant, by=officer, size=50, report=report)
    assert (check.report, check.population) == (report, 10)
    assert is_drawn_again(check)


def test_members_are_listed_as_they_are_drawn(grant, officer):
    check = checks.planned(grant, by=officer, size=4)
    members = members_of(check)
    assert [each.number for each in members if each.is_drawn] == numbers(check)
    assert [each.is_drawn for each in members] == [True] * 4 + [False] * 6
    stratified = checks.planned(grant, by=officer, size=5, method=SamplingMethod.STRATIFIED)
    assert [each.number for each in members_of(stratified) if each.is_drawn] == numbers(stratified)


def test_a_changed_sample_is_noticed(grant, officer):
    check = checks.planned(grant, by=officer, size=4)
    drawn = check.sample.order_by("position", "pk").first()
    drawn.number += 1000
    drawn.save()
    assert not is_drawn_again(check)


def test_a_draft_is_not_checked(officer, grant):
    draft = grants.draft(grant.programme, **checks.WITHOUT_A_PLAN)
    with pytest.raises(Refused) as refusal:
        checks.planned(draft, by=officer)
    assert refusal.value.verdict.reason == "grant_not_signed"


def test_a_person_in_two_activities_is_drawn_from_the_first(grant, officer):
    person = grant.participants.get(local_reference="FR-A1/1")
    activity = Activity.objects.get(grant=grant, reference="CIVIC")
    checks.takes_part(activity, [person], on=date(2019, 1, 15))
    population = population_of(grant, known=Event.objects.order_by("-pk").first().pk)
    assert population[person.pk] == "CIVIC"
