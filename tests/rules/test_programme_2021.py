"""The truth table of ``cases/programme_2021.yaml``, one test a case."""

import pytest

from openamif.rules.programme_2021 import RULES
from tests.rules.programme_2021_cases import cases, found_in


@pytest.mark.parametrize("case", cases())
def test_rule_finds_what_the_table_says(case):
    expect = case["expect"]
    told = [finding for finding in found_in(case) if finding.rule == case["rule"]]
    words = [word for word in ("place", "variant", "holds") if word in expect]
    assert [each for each in told if all(getattr(each, word) == expect[word] for word in words)], told


def test_every_rule_has_a_case_that_holds_and_one_that_fails():
    outcomes = {}
    for parameter in cases():
        (case,) = parameter.values
        outcomes.setdefault(case["rule"], set()).add(case["expect"]["holds"])
    assert outcomes == {rule: {True, False} for rule in RULES}
