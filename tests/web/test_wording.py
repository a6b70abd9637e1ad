"""Every finding has its words, and every word that a text asks for is given."""

import ast
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from openamif.rules import grants, programme_2021, register, reports, values, verification
from openamif.rules.national_programme import RULES, check
from openamif.web.wording import HELD, SENTENCES, TITLES, finding_text, placeholders
from openamif.web.wording.form import EVERY_RULE
from tests.rules import grant_cases, programme_2021_cases, report_cases, test_register, value_cases, verification_cases
from tests.rules.national_programme import given
from tests.rules.test_cases import DAY, tables
from tests.rules.test_reports import BAD

RULE_FILES = sorted(Path("openamif/rules").resolve().glob("*/*.py"))


def test_rules_of_a_programme_and_of_a_report_that_share_an_id_keep_their_titles_apart():
    plan = {line: Decimal(1) for line in ("SO1", "SO2", "TA", "TOTAL")}
    found = programme_2021.check(programme_2021.Programme(plan), on=date(2024, 3, 1))
    titles = {each.rule: finding_text(each, str, lambda _name, value: str(value)).title for each in found}
    assert titles == {"P-01": "Total of the programme", "P-02": "Minimum shares", "P-03": "Technical assistance"}


def findings():
    for parameter in tables():
        (case,) = parameter.values
        facts = case.get("given", {})
        yield from check(given.programme(facts), reference_allocation=given.reference(facts), on=case.get("day", DAY))
    for parameter in grant_cases.cases():
        yield from (finding for finding in grant_cases.found_in(*parameter.values) if not finding.holds)
    for parameter in programme_2021_cases.cases():
        yield from programme_2021_cases.found_in(*parameter.values)
    for parameter in report_cases.cases():
        yield from (finding for finding in report_cases.found_in(*parameter.values) if not finding.holds)
    for parameter in verification_cases.cases():
        yield verification_cases.found_in(*parameter.values)
    for parameter in value_cases.cases():
        yield from (finding for finding in value_cases.found_in(*parameter.values) if not finding.holds)
    for case in test_register.TABLE:
        yield from (finding for finding in test_register.found_in(case) if not finding.holds)
    for name, raw in BAD:
        yield from (each for each in reports.files.check(raw, name, period="2014-2020", on=DAY) if not each.holds)


@pytest.fixture(scope="module")
def told():
    return list(findings())


def show(name, value):
    return f"<{value}>"


def test_every_rule_has_a_title():
    assert (
        TITLES.keys()
        == RULES.keys()
        | grants.RULES.keys()
        | programme_2021.RULES.keys()
        | reports.RULES.keys()
        | register.RULES.keys()
        | {verification.RULE}
        | values.RULES.keys()
    )


def test_every_finding_of_the_truth_tables_can_be_told(told):
    for finding in told:
        text = finding_text(finding, str, show)
        assert text.title
        assert text.sentence
        assert "%(" not in text.sentence + text.equation


def test_every_wording_is_used_by_some_finding(told):
    used = {(finding.rule, finding.variant) for finding in told}
    assert SENTENCES.keys() - used == UNTOLD.keys()
    assert HELD.keys() <= SENTENCES.keys()


UNTOLD = {
    ("2.22.1", "explained_by_relocation"): "told by the test below",
    ("2.22.1", "explained_by_turkey"): "told by the test below",
    ("2.22.1", "explained_by_turkey_alone"): "told by the test below",
    ("F-8", "none"): "told by the test below",
    ("F-9", "whole_euros"): "told by the test below",
    ("R-07", "in_use"): "found by the database: tests/register/actions/test_events.py",
    ("R-14", "activity"): "found by the database: tests/register/actions/test_events.py",
    ("R-14", "participant"): "found by the database: tests/register/actions/test_events.py",
}


@pytest.mark.parametrize(
    "facts",
    [
        {"reference": "115379784", "plan": {"TA": "7562577.84"}, "pledges": [
            ["resettlement", "syrians_region", None, None, 5], ["relocation_2015_1523", "GR", None, 10, -6]]},
        {"reference": "115379784", "plan": {"TA": "7562577.84"}, "pledges": [
            ["resettlement", "syrians_region", None, None, 5], ["turkey", "", None, 10, -4]]},
        {"reference": "115379784", "plan": {"TA": "7553077.84"}, "pledges": [["turkey", "", None, 10, -1]]},
        {"targets": {code: {"target": "1"} for code in (
            "SO1.C2.1", "SO1.C2.2", "SO2.C1", "SO2.C4", "SO2.C5", "SO3.C5", "SO3.C6")}},
        {"commitments": {key: ["1"] * 7 + ["7"] for key in ("asylum_solidarity", "integration_return", "total")}},
    ],
)  # fmt: skip
def test_what_the_tables_leave_out_can_be_told(facts):
    for finding in check(given.programme(facts), reference_allocation=given.reference(facts), on=DAY):
        assert "%(" not in finding_text(finding, str, show).sentence


def test_every_variant_that_a_rule_names_has_words():
    named = {
        keyword.value.value
        for path in RULE_FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg == "variant" and isinstance(keyword.value, ast.Constant)
    }
    worded = {variant for _, variant in SENTENCES} | EVERY_RULE.keys()
    assert named - worded == set()


def test_texts_ask_only_for_what_every_finding_of_their_kind_gives(told):
    for finding in told:
        if finding.variant in EVERY_RULE:
            continue
        said = finding.rule, finding.variant
        texts = " ".join(HELD[said] if finding.holds and said in HELD else SENTENCES[said])
        assert set(re.findall(r"%\((\w+)\)s", texts)) <= placeholders(finding, show).keys()


def test_parts_are_added_with_their_signs():
    (finding,) = (each for each in check(given.programme({}), on=date(2026, 1, 10)) if each.rule == "2.22.1")
    given_words = placeholders(finding, lambda name, value: value if name == "place" else str(int(value)))
    assert given_words["parts"] == "15768000 + 2444000 − 3650000"
    assert given_words["sign"] == "≠"


def test_texts_are_translated_before_they_are_filled():
    (finding,) = (each for each in check(given.programme({}), on=date(2026, 1, 10)) if each.rule == "X-14")
    text = finding_text(finding, lambda msgid: "%(found_target)s!" if "%(" in msgid else "Titel", show)
    assert (text.title, text.sentence, text.equation) == ("Titel", "<1450>!", "<1450> ≠ <3865>")


def test_texts_never_shout():
    for texts in (*SENTENCES.values(), *HELD.values()):
        assert "!" not in "".join(texts)
