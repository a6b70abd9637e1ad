"""Every figure of the law is read by a rule or shown as data; what nobody has compared for a year is listed."""

from datetime import timedelta

import pytest

from openamif.law import PERIODS
from openamif.law.loader import checked_on, figure_keys, stale_subjects, subjects
from tests.house.tree import APPLICATION, modules

YEAR = timedelta(days=365)
SHOWN = {
    "2014-2020": {"cofinancing", "controls", "deadlines", "eligibility", "pre_financing", "programme", "text_limits"},
    "2021-2027": {
        *("cofinancing", "controls", "deadlines", "eligibility", "lump_sums", "pre_financing", "shares"),
        *("simplified_costs", "technical_assistance"),
    },
}
"""Subjects that no rule reads yet: the doors show them. A subject read whole by rules is not in this list."""


@pytest.mark.parametrize("period", PERIODS)
def test_every_figure_is_read_by_a_rule_or_shown(period):
    readers = "".join(path.read_text(encoding="utf-8") for path in modules(APPLICATION / "rules"))
    lists = "".join(path.read_text(encoding="utf-8") for path in (APPLICATION / "law" / period).glob("*.yaml"))
    unread = {
        key
        for key in figure_keys(period)
        if key.partition(".")[0] not in SHOWN[period] and f'"{key}"' not in readers and f"lump_sum: {key}" not in lists
    }
    assert not unread


@pytest.mark.parametrize("period", PERIODS)
def test_shown_subjects_exist(period):
    assert SHOWN[period] <= set(subjects(period))


@pytest.mark.parametrize("period", PERIODS)
def test_files_not_checked_for_a_year_are_listed(period):
    every = subjects(period)
    last = max(checked_on(subject, period=period) for subject in every)
    first = min(checked_on(subject, period=period) for subject in every)
    assert stale_subjects(period, on=first + YEAR) == ()
    assert set(stale_subjects(period, on=last + YEAR + timedelta(days=1))) == set(every)
