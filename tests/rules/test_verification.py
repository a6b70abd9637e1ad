"""The truth table of ``cases/verification/coverage.yaml``, and which grants and days count for a year."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openamif.rules.verification import Checkable, Year, measured, required_of, year_of
from tests.rules.verification_cases import cases, found_in

LAST = date(2020, 10, 15)
GRANT = Checkable(1, date(2019, 10, 1), date(2019, 10, 16), date(2021, 10, 15))


@pytest.mark.parametrize("case", cases())
def test_rule_finds_what_the_table_says(case):
    finding, expect = found_in(case), case["expect"]
    assert finding.holds is expect["holds"] if "holds" in expect else True
    for word in ("variant", "severity"):
        assert getattr(finding, word) == expect.get(word, getattr(finding, word))
    for words in ("found", "expected"):
        for name, value in expect.get(words, {}).items():
            assert str(getattr(finding, words)[name]) == str(value), name


@pytest.mark.parametrize(
    ("period", "day", "first", "last", "number"),
    [
        ("2014-2020", date(2020, 10, 15), date(2019, 10, 16), date(2020, 10, 15), 2020),
        ("2014-2020", date(2020, 10, 16), date(2020, 10, 16), date(2021, 10, 15), 2021),
        ("2014-2020", date(2020, 2, 29), date(2019, 10, 16), date(2020, 10, 15), 2020),
        ("2021-2027", date(2024, 6, 30), date(2023, 7, 1), date(2024, 6, 30), 2024),
        ("2021-2027", date(2024, 7, 1), date(2024, 7, 1), date(2025, 6, 30), 2025),
    ],
)
def test_the_year_of_a_day(period, day, first, last, number):
    year = year_of(period, on=day)
    assert (year, year.number) == (Year(first, last), number)


@given(day=st.dates(date(2021, 1, 1), date(2030, 12, 31)), period=st.sampled_from(["2014-2020", "2021-2027"]))
def test_every_day_is_in_its_year_and_years_follow_one_another(day, period):
    year = year_of(period, on=day)
    assert year.first <= day <= year.last
    assert year_of(period, on=year.last + timedelta(days=1)).first == year.last + timedelta(days=1)


def count(grant: Checkable, on: date = LAST) -> int:
    return measured([grant], period="2014-2020", on=on).count


@pytest.mark.parametrize(
    ("changed", "counted"),
    [
        ({}, 1),
        ({"signed_on": None}, 0),
        ({"signed_on": LAST}, 1),
        ({"signed_on": LAST + timedelta(days=1)}, 0),
        ({"starts_on": LAST}, 1),
        ({"starts_on": LAST + timedelta(days=1)}, 0),
        ({"starts_on": date(2018, 1, 1), "ends_on": date(2019, 10, 16)}, 1),
        ({"starts_on": date(2018, 1, 1), "ends_on": date(2019, 10, 15)}, 0),
    ],
)
def test_a_grant_counts_where_it_ran_on_a_day_of_the_year(changed, counted):
    assert count(replace(GRANT, **changed)) == counted


def test_a_grant_that_starts_after_the_day_does_not_count_yet():
    assert count(replace(GRANT, starts_on=date(2020, 3, 1)), on=date(2020, 2, 29)) == 0


@pytest.mark.parametrize(
    ("days", "checked"),
    [
        ((), ()),
        ((date(2019, 10, 15),), ()),
        ((date(2019, 10, 16),), (1,)),
        ((LAST,), (1,)),
        ((LAST + timedelta(days=1),), ()),
        ((date(2019, 1, 1), date(2020, 1, 1), date(2020, 2, 1)), (1,)),
    ],
)
def test_a_check_counts_in_its_own_year_and_once(days, checked):
    assert measured([replace(GRANT, checked_on=days)], period="2014-2020", on=LAST).checked == checked


@given(grants=st.integers(0, 3000))
def test_the_number_asked_for_is_the_smallest_that_reaches_the_share(grants):
    required = required_of(grants, Decimal(20))
    assert required * 100 >= 20 * grants
    assert required == 0 or (required - 1) * 100 < 20 * grants


def test_the_worked_example_of_the_documentation():
    """docs/rules/checks.md: 27 grants, 4 checked, 6 asked for, 2 missing, 14,8 %."""
    grants = [replace(GRANT, key=number, checked_on=(LAST,) if number < 4 else ()) for number in range(27)]
    told = measured(grants, period="2014-2020", on=LAST)
    assert (told.count, len(told.checked), told.required, told.missing) == (27, 4, 6, 2)
    assert round(told.rate, 1) == Decimal("14.8")
    assert measured([], period="2014-2020", on=LAST).rate is None
