"""The truth table of ``cases/register.yaml``, one test a case."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from openamif.rules import register as rules

TABLE = yaml.safe_load((Path(__file__).parent / "cases" / "register.yaml").read_text(encoding="utf-8"))
DAY = date(2024, 12, 1)
GRANT = rules.Grant("2021-2027", date(2024, 1, 1), date(2025, 12, 31))
FACTS = {
    "event": rules.Event(
        kind="language_course",
        family="participation",
        day=date(2024, 3, 1),
        activity_kind="language_course",
        activity_starts_on=date(2024, 2, 1),
        activity_ends_on=date(2024, 6, 30),
        birth_year=1990,
    ),
    "person": rules.Person(1990),
    "activity": rules.Activity(date(2024, 2, 1), date(2024, 6, 30)),
    "output": rules.Output("new_places", date(2024, 3, 1)),
}
CHECKS = {
    "event": rules.against_event,
    "person": rules.against_person,
    "activity": rules.against_activity,
    "output": rules.against_output,
}
# R-14 needs the database: whether somebody is of the grant. tests/register/actions/test_events.py tries it.
ELSEWHERE = {"R-14"}


def found_in(case):
    of = case.get("of", "event")
    said = {name: Decimal(each) if name == "hours" else each for name, each in case.get("given", {}).items()}
    grant = replace(GRANT, **case.get("grant", {}))
    return CHECKS[of](replace(FACTS[of], **said), grant, on=case.get("day", DAY))


@pytest.mark.parametrize("case", [pytest.param(each, id=f"{each['rule']} {each['name']}") for each in TABLE])
def test_rule_finds_what_the_table_says(case):
    told = [finding for finding in found_in(case) if finding.rule == case["rule"]]
    expect = case["expect"]
    if expect["holds"]:
        assert told == []
        return
    (finding,) = [each for each in told if each.variant == expect.get("variant", each.variant)]
    assert not finding.holds
    for word in ("place", "severity"):
        assert getattr(finding, word) == expect.get(word, getattr(finding, word))
    for words in ("found", "expected"):
        assert expect.get(words, {}).items() <= getattr(finding, words).items()


def test_every_rule_has_a_case_that_holds_and_one_that_fails():
    outcomes = {}
    for case in TABLE:
        outcomes.setdefault(case["rule"], set()).add(case["expect"]["holds"])
    assert {rule: outcomes.get(rule) for rule in rules.RULES if rule not in ELSEWHERE} == {
        rule: {True, False} for rule in rules.RULES if rule not in ELSEWHERE
    }


@pytest.mark.parametrize("period", ["2014-2020", "2021-2027"])
def test_lawful_facts_have_nothing_against_them(period):
    grant = replace(GRANT, period=period)
    assert [CHECKS[of](facts, grant, on=DAY) for of, facts in FACTS.items()] == [()] * len(FACTS)
