"""The truth table of ``cases/grants.yaml``, one test a case; and what is derived from a grant's dates and amounts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openamif.rules.finding import Severity
from openamif.rules.grants import RULES, check, errors
from openamif.rules.grants.calendar import months_later, reports
from openamif.rules.grants.publicity import duties
from tests.rules.grant_cases import DAY, FIRST, FRAMES, GRANTS, cases, found_in


@pytest.mark.parametrize("case", cases())
def test_rule_finds_what_the_table_says(case):
    expect = case["expect"]
    told = [finding for finding in found_in(case) if finding.rule == case["rule"]]
    matching = [each for each in told if all(getattr(each, word) == expect[word] for word in SAID if word in expect)]
    assert matching, [(each.place, each.variant, each.holds) for each in told]
    for words in ("found", "expected"):
        for name, value in expect.get(words, {}).items():
            assert written(getattr(matching[0], words)[name]) == str(value)
    if expect["holds"] and not {"place", "variant"} & expect.keys():
        assert all(each.holds for each in told)


SAID = ("place", "variant", "holds", "severity")


def written(value: object) -> str:
    return f"{value.quantize(Decimal('0.01'))}" if isinstance(value, Decimal) else str(value)


def test_every_rule_has_a_case_that_holds_and_one_that_fails():
    outcomes = {}
    for parameter in cases():
        (case,) = parameter.values
        outcomes.setdefault(case["rule"], set()).add(case["expect"]["holds"])
    assert outcomes == {rule: {True, False} for rule in RULES}


@pytest.mark.parametrize("period", sorted(GRANTS))
def test_the_grant_of_the_table_is_lawful(period):
    found = check(GRANTS[period], FRAMES[period], on=DAY)
    assert [finding for finding in found if not finding.holds] == []


def test_only_errors_stop():
    found = check(replace(FIRST, targets={}, union_amount=Decimal(160000)), FRAMES["2014-2020"], on=DAY)
    assert [finding.rule for finding in errors(found)] == ["G-07"]
    assert any(finding.severity is Severity.WARNING and not finding.holds for finding in found)


def kinds(grant, period) -> list[str]:
    return [duty.kind for duty in duties(grant, FRAMES[period], on=DAY)]


def test_plaque_of_2014_2020():
    built = replace(FIRST, has_investment=True, union_amount=Decimal("100000.01"))
    (plaque,) = (duty for duty in duties(built, FRAMES["2014-2020"], on=DAY) if duty.kind == "plaque")
    assert plaque.due_on == date(2021, 3, 31)
    assert "plaque" not in kinds(replace(built, union_amount=Decimal(100000)), "2014-2020")
    assert "plaque" not in kinds(replace(built, has_investment=False), "2014-2020")
    small_part = replace(built, eligible_amount=built.union_amount * 4 + 1)
    assert "plaque" not in kinds(small_part, "2014-2020")
    assert "plaque" in kinds(replace(built, eligible_amount=built.union_amount * 4), "2014-2020")


def test_publicity_of_2021_2027():
    grant = GRANTS["2021-2027"]
    assert kinds(grant, "2021-2027") == ["website", "funding_statement", "poster"]
    assert kinds(replace(grant, has_investment=True), "2021-2027")[-1] == "plaque"
    assert kinds(replace(grant, has_investment=True, eligible_amount=Decimal(100000)), "2021-2027")[-1] == "poster"
    assert kinds(replace(grant, is_strategic=True), "2021-2027")[-1] == "event"
    assert kinds(replace(grant, eligible_amount=Decimal(10000000)), "2021-2027")[-1] == "poster"
    assert kinds(replace(grant, eligible_amount=Decimal("10000000.01")), "2021-2027")[-1] == "event"


def test_months_end_where_the_month_ends():
    assert months_later(date(2019, 1, 31), 1) == date(2019, 2, 28)
    assert months_later(date(2019, 12, 31), 2) == date(2020, 2, 29)
    assert months_later(date(2019, 3, 1), -8) == date(2018, 7, 1)


DAYS = st.dates(date(2014, 1, 1), date(2029, 12, 31))


@given(first=DAYS, last=DAYS, months=st.integers(1, 24), days=st.integers(0, 120))
def test_reports_cover_every_day_once(first, last, months, days):
    calendar = reports(first, last, months=months, days=days)
    if first > last:
        assert calendar == ()
        return
    assert (calendar[0].starts_on, calendar[-1].ends_on) == (first, last)
    for before, after in pairwise(calendar):
        assert (after.starts_on - before.ends_on).days == 1
    assert all((each.due_on - each.ends_on).days == days for each in calendar)
