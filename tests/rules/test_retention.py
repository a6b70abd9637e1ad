"""How long data are kept: at the end of a year, just before and just after."""

from datetime import date, timedelta

import pytest

from openamif.rules.register.retention import erased_from, kept_until
from tests.rules.grant_cases import found_in

DAY, LAST = date(2026, 1, 1), date(2034, 12, 31)


@pytest.mark.parametrize(
    ("period", "paid_on", "until"),
    [
        ("2014-2020", date(2021, 10, 15), date(2025, 10, 15)),
        ("2014-2020", date(2021, 10, 16), date(2026, 10, 15)),
        ("2014-2020", None, date(2028, 10, 15)),
        ("2021-2027", date(2025, 1, 1), date(2030, 12, 31)),
        ("2021-2027", date(2025, 12, 31), date(2030, 12, 31)),
        ("2021-2027", None, date(2034, 12, 31)),
    ],
)
def test_data_are_kept_to_the_end_of_a_year(period, paid_on, until):
    assert kept_until(period, paid_on=paid_on, on=DAY) == until
    assert (erased_from(period, paid_on=paid_on, on=DAY) - until).days == 1


def test_the_law_of_the_day_says_how_late_anybody_pays():
    assert kept_until("2014-2020", paid_on=None, on=date(2022, 4, 11)) == date(2027, 10, 15)


def test_nobody_is_asked_for_a_contact_who_may_be_erased():
    case = {"rule": "G-15", "period": "2021-2027", "given": {"contact": ""}}
    asked = {
        day: [found.variant for found in found_in(case | {"day": day})] for day in (LAST, LAST + timedelta(days=1))
    }
    assert ["contact" in variants for variants in asked.values()] == [True, False]
