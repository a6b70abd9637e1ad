"""What changed between two versions, and whether it needs a decision."""

from decimal import Decimal

from openamif.rules.national_programme.changes import (
    Change,
    Ground,
    Reason,
    changes,
    decision_needed,
    fields_of,
    flat,
)
from tests.rules.national_programme.belgium import BELGIUM, with_plan, with_text


def test_flat_names_rows_by_their_code_else_by_number():
    document = {
        "summary": ["a", "b"],
        "objectives": [{"code": "SO1", "strategy": ["c"]}],
        "timetable": [{"year": 2014}],
    }
    assert flat(document) == {
        "summary.1": "a",
        "summary.2": "b",
        "objectives.SO1.code": "SO1",
        "objectives.SO1.strategy.1": "c",
        "timetable.1.year": 2014,
    }


def test_changes_are_placed_and_empty_is_absent():
    before, after = {"a": "1", "b": "", "gone": "x"}, {"a": "2", "b": None, "c": ()}
    assert changes(before, after) == (Change("a", "1", "2"), Change("gone", "x", None))


def test_zero_is_not_an_empty_cell():
    assert changes({"a": None}, {"a": Decimal(0)}) == (Change("a", None, Decimal(0)),)


def test_the_first_version_is_always_decided_upon():
    verdict = decision_needed(None, fields_of(BELGIUM))
    assert verdict.needed
    assert verdict.reasons == (Reason("version", Ground.FIRST_ADOPTION),)


def test_the_same_version_needs_no_decision():
    verdict = decision_needed(fields_of(BELGIUM), fields_of(BELGIUM))
    assert not verdict
    assert verdict.free == ()


def test_authorities_and_control_system_are_outside_the_decision():
    before = {"authorities.RA.name": "a", "management_and_control_system": "b"}
    after = {"authorities.RA.name": "c", "management_and_control_system": "d"}
    verdict = decision_needed(before, after)
    assert not verdict
    assert {reason.ground for reason in verdict.free} == {Ground.OUTSIDE_THE_DECISION}


def test_money_moves_freely_inside_an_objective_whose_total_stays():
    after = fields_of(with_plan(SO1_NO1="22813802.27", SO1_NO2="9697564.69"))
    verdict = decision_needed(fields_of(BELGIUM), after)
    assert not verdict
    assert [reason.place for reason in verdict.free] == ["financial_plan.SO1.NO1", "financial_plan.SO1.NO2"]


def test_one_cent_more_for_an_objective_needs_a_decision_for_each_row():
    after = fields_of(with_plan(SO1_NO1="22813801.28", SO1_NO="34892964.45", SO1="34892964.45"))
    verdict = decision_needed(fields_of(BELGIUM), after)
    assert [reason.place for reason in verdict.reasons] == [
        "financial_plan.SO1.NO1",
        "financial_plan.SO1.NO",
        "financial_plan.SO1",
    ]


def test_money_from_a_national_objective_to_technical_assistance_needs_a_decision():
    after = fields_of(with_plan(SO1_NO1="22813800.27", SO1_NO="34892963.44", SO1="34892963.44", TA="7546578.84"))
    assert "financial_plan.TA" in [reason.place for reason in decision_needed(fields_of(BELGIUM), after).reasons]


def test_a_text_is_a_field_of_the_decision():
    verdict = decision_needed(fields_of(BELGIUM), fields_of(with_text("partnership.6.2", "Another committee.")))
    assert verdict.reasons == (Reason("partnership.6.2", Ground.FIELD_OF_THE_DECISION),)


def test_validation_messages_and_documents_are_no_fields():
    assert not decision_needed({"validation.1.message": "a"}, {"validation.1.message": "b", "documents.1.title": "c"})
