"""Whatever a programme holds, the rules find something to say of it, and what they say has words."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as some

from openamif.law import codes
from openamif.rules.national_programme import RULES, check
from openamif.rules.national_programme.changes import changes, decision_needed, fields_of
from openamif.rules.national_programme.facts import Message, Pledge, Programme, Target, Text, TimetableRow, Yearly
from openamif.rules.national_programme.special_cases import spread
from openamif.web.wording import finding_text
from tests.rules.national_programme.belgium import PLAN, SPECIAL_CASES

DAY = date(2026, 1, 10)
amounts = some.none() | some.decimals(min_value=-(10**8), max_value=10**9, places=2)
persons = some.none() | some.integers(-3000, 3000)
yearly = some.builds(Yearly, some.lists(amounts, min_size=7, max_size=7).map(tuple), amounts)
kinds = some.sampled_from([code.code for code in codes("special_cases", period="2014-2020")])
rows = some.sampled_from(["north_africa", "other", "IT → BE", ""])
words = some.sampled_from(
    ["", "Update 2018/2000: 4,9 million", "30% 30% 30% 10%", "20.854 places (4.927) (5.609)", "www.x.be"]
)
places = some.sampled_from(["summary", "baseline", "objectives.SO1.strategy", "partnership.6.7.2"])
years = some.none() | some.integers(1990, 2040)
programmes = some.builds(
    Programme,
    financial_plan=some.dictionaries(some.sampled_from(list(PLAN)), amounts),
    special_cases=some.dictionaries(some.sampled_from(list(SPECIAL_CASES)), yearly),
    commitments=some.dictionaries(some.sampled_from(["asylum_solidarity", "integration_return", "total"]), yearly),
    pledges=some.lists(
        some.builds(Pledge, some.just("place"), kinds, rows, some.tuples(persons, persons, persons)), max_size=5
    ).map(tuple),
    targets=some.lists(
        some.builds(Target, some.sampled_from(["SO1.C6", "S1"]), some.just("percent"), amounts, amounts, words),
        max_size=3,
    ).map(tuple),
    timetable=some.lists(
        some.builds(TimetableRow, some.just("place"), some.just("SO1.NO1"), years, years, years), max_size=5
    ).map(tuple),
    texts=some.lists(some.builds(Text, places, some.lists(words, max_size=3).map(tuple)), max_size=6).map(tuple),
    messages=some.lists(
        some.builds(Message, some.just("warning"), some.just("2.22.1"), some.sampled_from(["(1) (2 000,00)", ""]))
    ).map(tuple),
)


@settings(max_examples=60)
@given(programme=programmes, reference=some.none() | some.decimals(1, 10**9, places=2))
def test_no_programme_silences_the_rules(programme, reference):
    findings = check(programme, reference_allocation=reference, on=DAY)
    for finding in findings:
        assert finding.rule in RULES
        assert finding.place
        text = finding_text(finding, str, lambda _name, value: str(value))
        assert "%(" not in text.sentence + text.equation


def test_an_empty_programme_is_told_what_it_lacks():
    findings = check(Programme({}, {}, {}), on=DAY)
    assert {each.place for each in findings if each.variant == "empty"} >= {"summary", "baseline", "partnership.6.2"}


@settings(max_examples=60)
@given(amount=some.integers(-(10**9), 10**9), years=some.integers(1, 7))
def test_spread_loses_nothing_and_stays_near_even(amount, years):
    parts = spread(Decimal(amount), years)
    assert len(parts) == years
    assert sum(parts) == amount
    assert len(set(parts[:-1])) <= 1
    assert max(parts) - min(parts) <= years


@settings(max_examples=30)
@given(before=programmes, after=programmes)
def test_changes_lead_from_one_version_to_the_other(before, after):
    was, now = fields_of(before), fields_of(after)
    there, back = changes(was, now), changes(now, was)
    assert {(each.place, each.before) for each in there} == {(each.place, each.after) for each in back}
    assert bool(decision_needed(was, was)) is False
    verdict = decision_needed(was, now)
    assert len(verdict.reasons) + len(verdict.free) == len(there)
