"""The truth tables of ``tests/rules/cases``, one test a case: given a programme on a day, what the rule finds."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from openamif.rules.national_programme import RULES, check
from tests.rules.national_programme import given

CASES = Path(__file__).parent / "cases"
DAY = date(2026, 1, 10)
TABLES_OF_THEIR_OWN = ("calendar", "grants", "indicators", "register", "programme_2021", "reports", "values")


def tables():
    for path in sorted(set(CASES.glob("*.yaml")) - {CASES / f"{name}.yaml" for name in TABLES_OF_THEIR_OWN}):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(case, id=f"{path.stem}: {case['rule']} {case['name']}")


@pytest.mark.parametrize("case", list(tables()))
def test_rule_finds_what_the_table_says(case):
    facts = case.get("given", {})
    findings = check(given.programme(facts), reference_allocation=given.reference(facts), on=case.get("day", DAY))
    expect = case["expect"]
    told = [finding for finding in findings if finding.rule == case["rule"]]
    matching = [finding for finding in told if _is_meant(finding, expect)]
    assert matching, [(each.place, each.variant) for each in told]
    for finding in matching:
        assert finding.holds is expect["holds"]
        assert finding.severity == expect.get("severity", finding.severity)
        for words in ("found", "expected"):
            for name, value in expect.get(words, {}).items():
                assert _written(getattr(finding, words)[name]) == str(value), name
        for name, value in expect.get("parts", {}).items():
            assert _written(dict(finding.parts)[name]) == str(value), name


def _is_meant(finding, expect):
    return all(getattr(finding, word) == expect[word] for word in ("place", "variant") if word in expect)


def _written(value):
    return f"{value.quantize(Decimal('0.01'))}" if isinstance(value, Decimal) else str(value)


def test_every_rule_has_a_case_that_holds_and_one_that_fails():
    outcomes = {}
    for parameter in tables():
        (case,) = parameter.values
        outcomes.setdefault(case["rule"], set()).add(case["expect"]["holds"])
    always_hold = {"F-8", "F-9"}
    lacking = [
        rule for rule in RULES if outcomes.get(rule, set()) != ({True} if rule in always_hold else {True, False})
    ]
    assert not lacking
