"""Every figure of the law is read by a rule or shown as data, and was compared with its source within the year."""

from datetime import UTC, datetime, timedelta

import pytest

from openamif.law import PERIODS
from openamif.law.loader import checked_on, figure_keys, subjects
from tests.house.tree import APPLICATION, modules

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
def test_files_were_checked_within_the_year(period):
    last_year = datetime.now(UTC).date() - timedelta(days=365)
    stale = sorted(subject for subject in subjects(period) if checked_on(subject, period=period) < last_year)
    if stale:
        pytest.xfail(f"compare again with the source: {', '.join(stale)}")
