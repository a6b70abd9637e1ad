"""What a figure is made of; what was frozen is reproduced, or what explains the difference is named."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.people.policy import Refused
from openamif.people.states import RoleKind
from openamif.register.models import Event, PastDescription
from openamif.register.states import EventKind, OutputKind
from openamif.reports.actions.count_tallies import count_tallies
from openamif.reports.actions.declare_value import Declaration, ValueRefused, declare_total, declare_value
from openamif.reports.actions.enter_indicator import IndicatorContent, enter_indicator
from openamif.reports.models import DeclaredValue, ProgressReport, ReportValue, TallyState
from openamif.reports.queries.contributions import contributions, happening
from openamif.reports.queries.frozen import differences, digest_of, is_intact, known_now, rule_versions
from openamif.reports.queries.profiles import Asked, kinds_in, profiles
from openamif.reports.queries.quality import Origins, origins_of, unknown_rates
from openamif.reports.queries.tallies import are_stale, tallies_of, tallies_of_grants
from openamif.reports.queries.values import programme_values, values_of
from openamif.reports.states import Origin
from openamif.rules.indicators import RuleRefused
from openamif.rules.indicators.persons import kinds_of
from tests.factories import grants, people, registers
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db
UNTIL = date(2019, 12, 31)


@pytest.fixture
def grant() -> Grant:
    return grants.draft(bare_programme())


def learner(grant, **said):
    her = registers.participant(grant, **said)
    return her, registers.event(her, EventKind.LANGUAGE_COURSE)


def test_contribution_names_the_events_that_count(grant):
    her, course = learner(grant, birth_year=1990)
    registers.event(her, EventKind.RETURN_COUNSELLING)
    wrong = registers.event(her, EventKind.HOUSING_ADVICE)
    registers.correction(wrong, is_void=True)
    told = contributions(grant, "SO2.C2", until=UNTIL)
    (person,) = told.persons
    assert (told.total, person.participants, person.age, person.sex) == (1, (her,), "18_60", "unknown")
    assert person.events == (course,)
    assert contributions(grant, "SO9") is None


def test_contributions_are_paged_at_a_constant_cost(grant, django_assert_num_queries):
    for _ in range(3):
        learner(grant)
    with django_assert_num_queries(5):
        first = contributions(grant, "SO2.C2", size=2)
    for _ in range(3):
        learner(grant)
    with django_assert_num_queries(5):
        second = contributions(grant, "SO2.C2", first=2, size=2)
    assert (first.total, second.total, len(first.persons), len(second.persons)) == (3, 6, 2, 2)
    assert max(each.subject for each in first.persons) < min(each.subject for each in second.persons)


def test_contributions_come_to_the_value(grant):
    other = grants.draft(grant.programme)
    her, _course = learner(grant)
    registers.event(registers.participant(other, subject=her.subject), EventKind.HOUSING_ADVICE)
    registers.output(grant, OutputKind.POLICY_FRAMEWORK)
    for of, values in (
        (grant, values_of(grant, until=UNTIL)),
        (grant.programme, programme_values(grant.programme, until=UNTIL)),
    ):
        for code in ("SO2.C2", "SO2.C2.b", "SO2.C3"):
            assert contributions(of, code, until=UNTIL).total == values[code].number
    assert len(contributions(grant.programme, "SO2.C2").persons[0].participants) == 2


def test_contributions_of_an_age_and_sex_alone(grant):
    for sex, born in (("female", 1990), ("female", 1940), ("male", 1990), ("", 1990)):
        learner(grant, sex=sex, birth_year=born)
    told = contributions(grant, "SO2.C2", alike=("18_60", "female"))
    assert [(each.age, each.sex) for each in told.persons] == [("18_60", "female")]
    assert [contributions(grant, "SO2.C2", alike=of).total for of in (("18_60", ""), ("", "unknown"), ("", ""))] == [
        3,
        1,
        4,
    ]


def frozen(grant, code="SO2.C2", until=UNTIL) -> ReportValue:
    """As a report freezes it."""
    due_on = date(until.year + 1, 2, 1)
    due = grant.reports_due.create(number=9, starts_on=date(until.year, 1, 1), ends_on=until, due_on=due_on)
    report = ProgressReport.objects.create(due=due, grant=grant)
    known, value = known_now(grant), values_of(grant, until=until)[code]
    row = ReportValue(
        report=report,
        indicator=code,
        origin=value.origin,
        period_value=value.number,
        value=value.number,
        numerator=value.numerator,
        denominator=value.denominator,
        breakdown=dict(value.breakdown),
        known_event=known.event,
        known_output=known.output,
        known_at=known.at,
        rule_version=rule_versions(grant, on=until)[code],
    )
    row.digest = digest_of(row)
    row.save()
    return ReportValue.objects.get(pk=row.pk)


def test_frozen_value_is_intact_until_somebody_changes_it(grant):
    learner(grant, sex="female")
    row = frozen(grant)
    assert is_intact(row)
    for name, other in (("value", Decimal(2)), ("breakdown", {}), ("known_event", 0), ("rule_version", "2")):
        changed = ReportValue.objects.get(pk=row.pk)
        setattr(changed, name, other)
        assert not is_intact(changed)
    assert not is_intact(ReportValue(value=1, period_value=1))


def test_frozen_value_is_computed_again(grant):
    learner(grant)
    (told,) = differences(frozen(grant).report)
    assert (told.is_reproduced, told.is_same, told.events) == (True, True, ())


def test_later_rows_explain_a_difference(grant):
    her, course = learner(grant, sex="female")
    other, _course = learner(grant)
    row = frozen(grant)
    void = registers.correction(course, is_void=True)
    _new, late = learner(grant)
    registers.event(other, EventKind.RETURN_COUNSELLING)
    past = PastDescription.objects.create(participant=other, subject=other.subject, replaced_at=timezone.now())
    other.sex = "male"
    other.save()
    (told,) = differences(row.report)
    assert (told.is_reproduced, told.is_same, told.today.number) == (True, False, 2)
    assert set(told.events) >= {void, late}
    assert her.pk in {event.participant_id for event in told.events}
    assert told.descriptions == (past,)


def test_later_things_and_declared_values_explain_a_difference(grant):
    things, said = frozen(grant, "SO2.C3"), None
    output = registers.output(grant, OutputKind.POLICY_FRAMEWORK)
    assert differences(things.report)[0].outputs == (output,)
    said = DeclaredValue.objects.create(
        programme=grant.programme, grant=grant, indicator="SO2.C2", as_of=UNTIL, value=3
    )
    ReportValue.objects.filter(pk=things.pk).update(indicator="SO2.C2", value=0)
    assert differences(things.report)[0].declared == (said,)


def test_profile_by_statement_is_that_of_the_rules(grant):
    her = registers.participant(grant)
    course = registers.activity(grant)
    for kind, value, day in (
        (EventKind.LANGUAGE_COURSE, None, 1),
        (EventKind.ENTRY_TEST, 1, 2),
        (EventKind.EXIT_TEST, 3, 9),
        (EventKind.TRAINING, None, 1),
        (EventKind.USES_SKILLS, 1, 1),
        (EventKind.FOUND_HELPFUL, 0, 1),
    ):
        month = 7 if kind == EventKind.USES_SKILLS else 3
        registers.event(her, kind, on=date(2019, month, day), activity=course, value=value)
    asked = Asked("2014-2020", grant.programme_id, grants=(grant.pk,))
    (row,) = profiles(asked)
    events = Event.objects.filter(participant=her).order_by("pk")
    expected = kinds_of([happening(event) for event in events], asked.limits)
    assert kinds_in(row[7]) == expected >= {"level_gained", "uses_skills_later"}


@pytest.fixture
def officer(grant):
    return people.person(
        RoleKind.RESPONSIBLE_AUTHORITY, scope=grant.programme.scope, of=grant.programme.responsible_authority
    )


def test_value_is_declared(grant, officer):
    with pytest.raises(Refused):
        declare_value(grant, Declaration("SO2.C2", UNTIL, Decimal(5)), by=officer)
    Grant.objects.filter(pk=grant.pk).update(state="signed", signed_on=date(2019, 1, 1))
    signed = Grant.objects.get(pk=grant.pk)
    made = declare_value(signed, Declaration("SO2.C2", UNTIL, Decimal(5)), by=officer)
    assert made.declared_by == officer
    told = values_of(signed, until=UNTIL)["SO2.C2"]
    assert (told.number, told.origin) == (5, Origin.DECLARED)
    for wrong in (Declaration("SO1.C1", UNTIL, Decimal(5)), Declaration("SO2.C2", UNTIL, Decimal(5), Decimal(9))):
        with pytest.raises(ValueRefused):
            declare_value(signed, wrong, by=officer)


def test_total_is_declared_of_a_percentage(grant, officer):
    declare_total(grant.programme, Declaration("SO1.C2.2", UNTIL, Decimal(0), Decimal(20000)), by=officer)
    assert programme_values(grant.programme, until=UNTIL)["SO1.C2.2"].denominator == 20000
    with pytest.raises(ValueRefused):
        declare_total(grant.programme, Declaration("SO1.C2.2", UNTIL, Decimal(3)), by=officer)


RULE = {
    "counts": "persons",
    "unit": "person",
    "kinds": ["return_counselling"],
    "distinct": "programme",
    "day": "event",
    "evidence": ["support_file"],
}


def test_indicator_of_the_programmes_own_is_counted(grant, officer):
    count_tallies(grant.programme)
    content = IndicatorContent("OWN.1", "SO2", "Counselled", "number", RULE, date(2014, 1, 1))
    enter_indicator(grant.programme, content, by=officer)
    assert TallyState.objects.get().is_stale
    assert are_stale(grant.programme)
    registers.event(registers.participant(grant), EventKind.RETURN_COUNSELLING)
    assert values_of(grant, until=UNTIL)["OWN.1"].number == 1
    wrong = IndicatorContent("OWN.2", "SO2", "Odd", "number", {**RULE, "kinds": ["odd"]}, date(2014, 1, 1))
    with pytest.raises(RuleRefused):
        enter_indicator(grant.programme, wrong, by=officer)


def test_tallies_say_where_the_programme_stands(grant, django_assert_num_queries):
    other = grants.draft(grant.programme)
    learner(grant, sex="female")
    DeclaredValue.objects.create(programme=grant.programme, grant=other, indicator="SO2.C2", as_of=UNTIL, value=3)
    count_tallies(grant.programme)
    with django_assert_num_queries(5):
        told = tallies_of(grant.programme, on=UNTIL)
    assert (told["SO2.C2"].number, told["SO2.C2"].declared) == (4, 3)
    with django_assert_num_queries(4):
        by_grant = tallies_of_grants(grant.programme, [grant.pk, other.pk], on=UNTIL)
    assert [by_grant[each.pk]["SO2.C2"].number for each in (grant, other)] == [1, 3]
    assert origins_of(grant.programme) == Origins(2, 1)
    assert origins_of(grant.programme).counted_rate == Decimal("66.67")
    assert unknown_rates(told, "SO2.C2") == (100, 0)
    assert unknown_rates(told, "SO2.C1") == (0, 0)
