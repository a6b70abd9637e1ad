"""The truth table of ``cases/values.yaml``, one test a case; what is a part of what."""

from decimal import Decimal

import pytest

from openamif.rules.indicators import counting_rules
from openamif.rules.values import RULES, doubts, errors, key_of, wholes_of
from tests.rules.value_cases import DAYS, cases, found_in

SAID = ("variant", "holds", "severity")


@pytest.mark.parametrize("case", cases())
def test_rule_finds_what_the_table_says(case):
    expect = case["expect"]
    told = [finding for finding in found_in(case) if finding.rule == case["rule"]]
    if expect.get("absent"):
        assert told == []
        return
    if expect.get("all"):
        assert told
        assert all(finding.holds for finding in told)
        return
    words = [(side, name, str(value)) for side in ("found", "expected") for name, value in expect.get(side, {}).items()]
    matching = [each for each in told if all(getattr(each, word) == expect[word] for word in SAID if word in expect)]
    assert any(all(written(getattr(each, side)[name]) == value for side, name, value in words) for each in matching), (
        told
    )


def written(value: object) -> str:
    return f"{value.quantize(Decimal('0.01'))}" if isinstance(value, Decimal) else str(value)


def test_every_rule_has_a_case_that_fails():
    assert {
        case.values[0]["rule"] for case in cases() if case.values[0]["expect"].get("holds") is False
    } == RULES.keys()


def test_what_cannot_be_is_refused_and_what_may_be_is_asked_about():
    found = found_in({"given": {"indicator": "O.2.3.1", "number": "99.5", "target": "3", "beside": {"O.2.3": "40"}}})
    assert [each.rule for each in errors(found)] == ["N-01"]
    assert [each.rule for each in doubts(found)] == ["N-03", "N-05"]


def test_a_doubt_is_about_one_number():
    given = {"indicator": "R.2.10", "reported": "1"}
    keys = {key_of(doubts(found_in({"given": given | {"number": number}}))[0]) for number in ("200", "200", "2000")}
    assert len(keys) == 2


@pytest.mark.parametrize(
    ("period", "part", "wholes"),
    [
        ("2014-2020", "SO1.C1.a", ("SO1.C1",)),
        ("2014-2020", "SO2.C2.d", ("SO2.C2",)),
        ("2021-2027", "O.2.5", ("O.2.3",)),
        ("2021-2027", "R.2.8", ("O.2.3", "O.2.3.1")),
        ("2021-2027", "R.1.5", ("O.1.2",)),
        ("2021-2027", "R.1.7.1", ("R.1.7",)),
        ("2021-2027", "R.1.7.2", ()),
        ("2021-2027", "R.2.10", ()),
        ("2021-2027", "R.3.8", ()),
    ],
)
def test_what_is_a_part_of_what(period, part, wholes):
    assert wholes_of(counting_rules(period, on=DAYS[period]))[part] == wholes


@pytest.mark.parametrize("period", DAYS)
def test_nothing_is_a_part_of_its_own_part(period):
    wholes = wholes_of(counting_rules(period, on=DAYS[period]))
    assert not [(part, each) for part, every in wholes.items() for each in every if part in wholes[each]]
