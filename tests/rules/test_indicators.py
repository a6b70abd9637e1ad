"""The truth table of ``cases/indicators.yaml``, one test a case; rules are read strictly; ages and months."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from openamif.law import PERIODS, codes
from openamif.people.states import OrganisationKind
from openamif.register.states import ANSWERS, OUTCOMES, PARTICIPATIONS, EventKind, OutputKind
from openamif.rules.indicators import Happening, Profile, Project, RuleRefused, Thing, own_rule, words
from openamif.rules.indicators.persons import age_group, brackets, counts, kinds_of, limits, reasons, whole_months
from openamif.rules.indicators.reading import counting_rule, counting_rules, every_rule
from openamif.rules.indicators.rule import SHARE
from openamif.rules.indicators.things import denominator_of, is_project, number_of_things, percentage

TABLE = yaml.safe_load((Path(__file__).parent / "cases" / "indicators.yaml").read_text(encoding="utf-8"))
DAY, UNTIL = date(2023, 3, 1), date(2023, 12, 31)


def period_of(indicator: str) -> str:
    return "2014-2020" if indicator.startswith("SO") else "2021-2027"


def rule_of(indicator):
    return counting_rule(period_of(indicator), indicator, on=UNTIL)


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case['indicator']}: {case['name']}") for case in TABLE])
def test_counts_what_the_table_says(case):
    rule = rule_of(case["indicator"])
    if "events" in case:
        assert person_counts(rule, case) is case["expect"]
    elif "project" in case:
        said = case["project"]
        project = Project(1, said.get("starts_on"), said["beneficiary"], said["field"])
        assert is_project(rule, project, until=UNTIL) is case["expect"]
    else:
        things = [
            Thing(
                key,
                each.get("grant", 1),
                each["kind"],
                each.get("name", "A"),
                each.get("day", DAY),
                each.get("quantity", 1),
            )
            for key, each in enumerate(case["things"])
        ]
        told = denominator_of(rule, things) if rule.counts == SHARE else number_of_things(rule, things)
        assert told == case["expect"]


def person_counts(rule, case) -> bool:
    happened = [Happening(key, **{"day": DAY, **each}) for key, each in enumerate(case["events"])]
    allowed = limits("2021-2027", on=UNTIL)
    counted = counts(rule, Profile(kinds_of(happened, allowed), frozenset(case.get("flags", ()))))
    if counted:
        assert reasons(rule, happened, allowed), "who counts, counts because of something"
    return counted


def test_every_indicator_has_a_case_that_counts_and_one_that_does_not():
    outcomes = {}
    for case in TABLE:
        outcomes.setdefault(case["indicator"], set()).add(bool(case["expect"]))
    both = {rule.indicator for period in PERIODS for rule in counting_rules(period, on=UNTIL)}
    assert set(outcomes) == both
    assert {each: said for each, said in outcomes.items() if said != {True, False}} == {}


@pytest.mark.parametrize("period", PERIODS)
def test_every_indicator_and_line_of_a_report_has_a_rule(period):
    known = {code.code for code in codes("indicators", period=period)}
    known |= {code.code for code in codes("report_breakdowns", period=period)} if period == "2014-2020" else set()
    rules = every_rule(period)
    assert {rule.indicator for rule in rules} == known
    wanted = {code.code for code in codes("indicators", period=period) if code.texts("breakdown")}
    assert {rule.indicator for rule in rules if rule.breakdown} == wanted
    assert all(rule.source and rule.evidence for rule in rules)


def test_words_are_those_of_the_register():
    named = {kind: kind.name.lower() for kind in EventKind}
    assert {named[kind] for kind in PARTICIPATIONS} == words.PARTICIPATIONS
    assert {named[kind] for kind in ANSWERS} == words.ANSWERS
    assert {named[kind] for kind in OUTCOMES} == words.OUTCOMES
    assert set(named.values()) == words.HAPPENINGS
    assert {str(kind) for kind in OutputKind} == words.OUTPUTS
    assert {str(kind) for kind in OrganisationKind} == words.BENEFICIARIES


GOOD = {
    "counts": "persons",
    "unit": "person",
    "kinds": ["language_course"],
    "distinct": "programme",
    "day": "event",
    "evidence": ["attendance_list"],
}


def own(**said):
    return own_rule("OWN.1", "SO2", {**GOOD, **said}, period="2021-2027", valid_from=date(2022, 1, 1))


def test_rule_of_a_programmes_own_indicator():
    rule = own()
    assert (rule.indicator, rule.objective, rule.kinds) == ("OWN.1", "SO2", frozenset({"language_course"}))
    assert not rule.is_in_force(date(2021, 12, 31))
    assert rule.is_in_force(date(2022, 1, 1))


@pytest.mark.parametrize(
    "said",
    [
        {"kinds": ["swimming"]},
        {"kinds": "language_course"},
        {"kinds": []} | {"counts": "dogs"},
        {"outputs": ["staff"]},
        {"counts": "things", "day": "delivery"},
        {"unit": "dog"},
        {"distinct": "country"},
        {"day": "start"},
        {"flags": ["tall"]},
        {"standings": ["protected"]},
        {"evidence": ["hearsay"]},
        {"breakdown": ["height"]},
        {"parent": "O.2.3"},
        {"counts": "share", "numerator": "O.2.3"},
        {"valid_until": "soon"},
        {"colour": "red"},
        {"unit": ""},
    ],
)
def test_rule_with_a_word_that_nobody_knows_is_refused(said):
    with pytest.raises(RuleRefused):
        own(**said)


@pytest.mark.parametrize(
    ("whole", "part", "takes_in"),
    [
        ({}, {}, True),
        ({"kinds": ["language_course", "training"]}, {}, True),
        ({}, {"kinds": ["language_course", "training"]}, False),
        ({}, {"flags": ["vulnerable"]}, True),
        ({"flags": ["vulnerable"]}, {}, False),
        ({"flags": ["vulnerable", "unaccompanied_minor"]}, {"flags": ["vulnerable"]}, True),
        ({"flags": ["vulnerable"]}, {"flags": ["vulnerable", "unaccompanied_minor"]}, False),
        ({}, {"alongside": ["exit_test"]}, True),
        ({"alongside": ["exit_test"]}, {}, False),
        ({"standings": ["staff"]}, {}, False),
        ({}, {"target_group": True}, True),
        ({"target_group": True}, {}, False),
    ],
)
def test_a_rule_takes_in_another_that_asks_at_least_as_much(whole, part, takes_in):
    assert own(**whole).takes_in(own(**part)) == takes_in


def test_a_rule_of_one_objective_takes_in_none_of_another():
    other = own_rule("OWN.2", "SO1", GOOD, period="2021-2027", valid_from=date(2022, 1, 1))
    assert not own().takes_in(other)


def test_persons_are_no_part_of_things():
    things = next(rule for rule in counting_rules("2021-2027", on=date(2022, 1, 1)) if rule.counts == "things")
    assert not things.takes_in(things)


def test_rule_may_not_take_the_code_of_the_law():
    with pytest.raises(RuleRefused):
        own_rule("O.2.3", "SO2", GOOD, period="2021-2027", valid_from=date(2022, 1, 1))


@pytest.mark.parametrize(
    ("born", "bracket"),
    [
        (2006, "under_18"),
        (2005, "18_60"),
        (1963, "18_60"),
        (1962, "over_60"),
        (None, "unknown"),
    ],
)
def test_age_is_that_of_the_year_of_the_first_participation(born, bracket):
    assert age_group(born, date(2023, 1, 1), brackets("2021-2027")) == bracket


def test_whole_months():
    assert whole_months(date(2023, 1, 31), date(2023, 4, 29)) == 2
    assert whole_months(date(2023, 1, 31), date(2023, 4, 30)) == 3
    assert whole_months(date(2022, 11, 30), date(2023, 2, 27)) == 2
    assert whole_months(date(2022, 11, 30), date(2023, 2, 28)) == 3
    assert whole_months(date(2023, 11, 30), date(2024, 2, 28)) == 2
    assert whole_months(date(2023, 11, 30), date(2024, 2, 29)) == 3
    assert whole_months(date(2022, 12, 31), date(2023, 3, 30)) == 2


def test_percentage():
    assert percentage(Decimal(1), Decimal(3)) == Decimal("33.33")
    assert percentage(Decimal(1), None) == percentage(Decimal(1), Decimal(0)) == 0
