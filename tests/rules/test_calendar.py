"""What is owed after the reports that were sent: ``cases/calendar.yaml``; and that no day moves by itself."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from openamif.rules.grants.calendar import Report, owed, reports

TABLE = Path(__file__).parent / "cases" / "calendar.yaml"
DAYS = 60


def report(number: int, starts_on: date, ends_on: date) -> Report:
    return Report(number, starts_on, ends_on, ends_on + timedelta(days=DAYS))


@pytest.mark.parametrize("case", [pytest.param(each, id=each["name"]) for each in yaml.safe_load(TABLE.read_text())])
def test_what_is_owed_is_what_the_table_says(case):
    kept = [report(*each) for each in case["given"].pop("kept", ())]
    assert owed(**case["given"], days=DAYS, kept=kept) == tuple(report(*each) for each in case["expect"])


FIRST, LENGTH, MONTHS = st.dates(date(2014, 1, 1), date(2024, 12, 31)), st.integers(0, 1500), st.integers(1, 24)


@given(first=FIRST, length=LENGTH, months=st.tuples(MONTHS, MONTHS), moved=st.integers(-400, 400), data=st.data())
def test_days_follow_on_after_a_change_and_stay_when_the_next_are_sent(first, length, months, moved, data):
    last = first + timedelta(days=length)
    before = reports(first, last, months=months[0], days=DAYS)
    kept = before[: data.draw(st.integers(0, len(before)))]
    assert (*kept, *owed(first, last, months=months[0], days=DAYS, kept=kept)) == before
    now = {"starts_on": first, "ends_on": last + timedelta(days=moved), "months": months[1], "days": DAYS}
    every = (*kept, *owed(**now, kept=kept))
    for one, following in pairwise(every):
        assert (following.number, following.starts_on) == (one.number + 1, one.ends_on + timedelta(days=1))
    for sent in range(len(kept), len(every) + 1):
        assert (*every[:sent], *owed(**now, kept=every[:sent])) == every
