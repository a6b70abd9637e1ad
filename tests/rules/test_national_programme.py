"""The rules as a whole: order, table, errors, and what the exported programme gives."""

from datetime import date
from decimal import Decimal

import pytest

from openamif.programmes.facts import programme_facts
from openamif.rules.finding import Severity
from openamif.rules.national_programme import RULES, check, errors, message_agrees
from openamif.rules.national_programme.reference import amounts_in
from openamif.rules.national_programme.special_cases import spread
from openamif.sfc.reader_2014 import read
from tests.rules.national_programme.belgium import BELGIUM, with_plan

DAY = date(2026, 1, 10)
FAILING = {
    ("2.15", "version"),
    ("2.22.1", "financial_plan"),
    ("X-09", "financial_plan.TA"),
    ("X-14", "indicators.SO1.C6.target"),
    ("X-16", "summary"),
    ("X-16", "objectives.SO1.strategy"),
}


def failing(findings, severity):
    return {(each.rule, each.place) for each in findings if not each.holds and each.severity is severity}


def test_findings_come_in_the_order_of_the_table_and_every_rule_speaks():
    told = [finding.rule for finding in check(BELGIUM, on=DAY)]
    assert list(dict.fromkeys(told)) == list(RULES)


def test_only_two_rules_are_the_commissions():
    assert {rule.id for rule in RULES.values() if rule.by == "commission"} == {"2.15", "2.22.1"}
    assert all(each.by == RULES[each.rule].by for each in check(BELGIUM, on=DAY))


def test_errors_are_those_that_stop_a_version():
    assert errors(check(BELGIUM, on=DAY)) == ()
    assert [each.place for each in errors(check(with_plan(SO4="0.01"), on=DAY))] == ["financial_plan.TOTAL"]


def test_exported_programme_fails_no_error_and_six_warnings(seed_text):
    findings = check(programme_facts(read(seed_text).programme), on=DAY)
    assert failing(findings, Severity.ERROR) == set()
    assert failing(findings, Severity.WARNING) == FAILING


@pytest.mark.parametrize(
    ("reference", "message", "agrees"),
    [
        ("100817784", "(115 379 784,00) … (100 817 784,00)", True),
        ("100817784", "(115 379 784,00) … (100 817 785,00)", False),
        ("100817784", "(115 379 785,00) … (100 817 784,00)", False),
        ("100817784", "without figures", True),
        ("115379784", "(115 379 784,00) … (100 817 784,00)", False),
    ],
)
def test_a_message_of_the_commission_agrees_when_its_figures_are_ours(reference, message, agrees):
    findings = check(BELGIUM, reference_allocation=Decimal(reference), on=DAY)
    (ours,) = (each for each in findings if each.rule == "2.22.1")
    assert message_agrees(ours, message) is agrees


def test_facts_in_figures_say_what_the_exported_programme_says(seed_text):
    def said(programme):
        return [(each.rule, each.place, each.holds, each.variant) for each in check(programme, on=DAY)]

    assert said(programme_facts(read(seed_text).programme)) == said(BELGIUM)


@pytest.mark.parametrize(
    ("amount", "years", "parts"),
    [
        ("-2444000", 3, ["-814667", "-814667", "-814666"]),
        ("23650000", 3, ["7883333", "7883333", "7883334"]),
        ("4000000", 2, ["2000000", "2000000"]),
        ("0", 3, ["0", "0", "0"]),
        ("1", 2, ["1", "0"]),
    ],
)
def test_spread_rounds_to_the_euro_and_the_last_year_takes_the_remainder(amount, years, parts):
    told = spread(Decimal(amount), years)
    assert told == tuple(map(Decimal, parts))
    assert sum(told) == Decimal(amount)


@pytest.mark.parametrize(
    ("message", "amounts"),
    [
        ("FAMI (115 379 784,00) … (100 817 784,00).", ["115379784.00", "100817784.00"]),
        ("AMIF (115,379,784.00) and (100.817.784,5 )", ["115379784.00"]),
        ("(objectifs nationaux + AT)", []),
        ("(100\u00a0817\u202f784)", ["100817784"]),
    ],
)
def test_amounts_in_brackets_are_read_in_any_notation(message, amounts):
    assert list(map(str, amounts_in(message)))[: len(amounts)] == amounts
