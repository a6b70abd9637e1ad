"""The files of the law: all of them can be read, and say what a jurist would check first."""

import time
from datetime import date
from decimal import Decimal

import pytest

from openamif.law import LANGUAGES, PERIODS, codes, figure
from openamif.law.loader import _file, checked_on, figure_keys, subjects

LISTS = [(period, subject) for period in PERIODS for subject in subjects(period) if "codes" in _file(period, subject)]


@pytest.mark.parametrize(("period", "subject"), LISTS)
def test_every_code_is_named_in_every_language_and_says_its_source(period, subject):
    for code in codes(subject, period=period):
        assert set(code.names) == set(LANGUAGES), code.code
        assert code.source
        assert set(code.rendering) <= set(LANGUAGES)


@pytest.mark.parametrize("period", PERIODS)
def test_every_figure_can_be_read(period):
    for key in figure_keys(period):
        told = figure(key, on=date(2026, 1, 10), period=period)
        assert told.source.startswith(
            ("Regulation", "Delegated", "Implementing", "Decision", "The Commission", "OpenAMIF")
        )
        assert told.sure or told.note, key


@pytest.mark.parametrize("period", PERIODS)
def test_every_file_says_when_it_was_checked(period):
    assert all(checked_on(subject, period=period) >= date(2026, 1, 1) for subject in subjects(period))


@pytest.mark.parametrize(
    ("period", "key", "day", "value"),
    [
        ("2014-2020", "lump_sums.resettlement", date(2014, 1, 1), "6000"),
        ("2014-2020", "lump_sums.resettlement_priority", date(2014, 1, 1), "10000"),
        ("2014-2020", "lump_sums.relocation", date(2016, 1, 1), "6000"),
        ("2014-2020", "lump_sums.turkey", date(2016, 9, 29), "6500"),
        ("2014-2020", "technical_assistance.rate", date(2014, 1, 1), "5.5"),
        ("2014-2020", "pre_financing.annual_rate", date(2015, 12, 31), "3"),
        ("2014-2020", "pre_financing.annual_rate", date(2016, 1, 1), "5"),
        ("2014-2020", "pre_financing.annual_rate", date(2022, 12, 31), "5"),
        ("2014-2020", "pre_financing.annual_rate", date(2023, 1, 1), "0"),
        ("2014-2020", "eligibility.incurred_until", date(2022, 4, 11), date(2022, 12, 31)),
        ("2014-2020", "eligibility.incurred_until", date(2022, 4, 12), date(2024, 6, 30)),
        ("2014-2020", "eligibility.paid_until", date(2022, 4, 11), date(2023, 6, 30)),
        ("2014-2020", "eligibility.paid_until", date(2022, 4, 12), date(2024, 6, 30)),
        ("2014-2020", "deadlines.closure", date(2022, 4, 11), date(2023, 12, 31)),
        ("2014-2020", "deadlines.closure", date(2022, 4, 12), date(2024, 12, 31)),
        ("2014-2020", "deadlines.first_accounts", date(2014, 1, 1), date(2016, 2, 15)),
        ("2014-2020", "deadlines.first_clearance", date(2014, 1, 1), date(2016, 5, 31)),
        ("2014-2020", "deadlines.control_report_days", date(2014, 1, 1), "3"),
        ("2021-2027", "pre_financing.annual_rate", date(2021, 12, 31), "4"),
        ("2021-2027", "pre_financing.annual_rate", date(2022, 1, 1), "3"),
        ("2021-2027", "pre_financing.annual_rate", date(2023, 1, 1), "5"),
        ("2021-2027", "pre_financing.annual_rate", date(2026, 12, 31), "5"),
        ("2021-2027", "pre_financing.annual_rate", date(2027, 1, 1), "0"),
        ("2021-2027", "lump_sums.humanitarian_admission_vulnerable", date(2021, 7, 15), "8000"),
        ("2021-2027", "shares.asylum_minimum", date(2021, 7, 15), "15"),
    ],
)
def test_figure_on_its_days(period, key, day, value):
    assert figure(key, on=day, period=period).value == (Decimal(value) if isinstance(value, str) else value)


@pytest.mark.parametrize(
    ("period", "subject", "count"),
    [
        ("2014-2020", "objectives", 23),
        ("2014-2020", "indicators", 21),
        ("2014-2020", "special_cases", 6),
        ("2014-2020", "resettlement_categories", 12),
        ("2014-2020", "beneficiary_types", 10),
        ("2014-2020", "report_breakdowns", 7),
        ("2021-2027", "indicators", 41),
        ("2021-2027", "intervention_fields", 39),
        ("2021-2027", "types_of_action", 13),
        ("2021-2027", "implementation", 5),
        ("2021-2027", "particular_themes", 3),
        ("2021-2027", "implementation_measures", 14),
        ("2021-2027", "scope_of_support", 47),
    ],
)
def test_list_is_whole(period, subject, count):
    assert len(codes(subject, period=period)) == count


def test_pre_financing_of_the_period_is_the_sum_of_its_years():
    rate = "pre_financing.annual_rate"
    years = (figure(rate, on=date(year, 7, 31), period="2021-2027").number for year in range(2022, 2030))
    assert sum(years, figure(rate, on=date(2021, 7, 31), period="2021-2027").number) == 27


def test_the_ninth_specific_action_is_known_though_the_plan_has_no_row_for_it():
    (ninth,) = codes("specific_actions_without_row", period="2014-2020")
    assert (ninth.code, ninth.sure, "2020/445" in ninth.source) == ("SA9", False, True)
    assert not [code for code in codes("objectives", period="2014-2020") if code.code.endswith("SA9")]


def test_lines_of_a_report_belong_to_an_indicator():
    known = {code.code for code in codes("indicators", period="2014-2020")}
    assert {line.text("parent") for line in codes("report_breakdowns", period="2014-2020")} <= known


def test_indicators_of_persons_are_broken_down_by_age_and_sex():
    for code in codes("indicators", period="2021-2027"):
        assert bool(code.texts("breakdown")) is (code.text("counts") == "persons")


def test_the_files_of_a_check_are_read_fast():
    names = ("lump_sums", "shares", "technical_assistance", "programme", "text_limits", "eligibility")
    lists = ("objectives", "special_cases", "pledging_periods", "resettlement_categories")
    best = min(seconds_to_read("2014-2020", (*names, *lists)) for _ in range(5))
    assert best < 0.06


def seconds_to_read(period, names):
    _file.cache_clear()
    began = time.process_time()
    for name in names:
        _file(period, name)
    return time.process_time() - began
