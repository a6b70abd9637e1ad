"""Who may do what with a report: tables of roles, of states, and of the two together."""

import pytest

from openamif.grants.actions.give_right import give_right
from openamif.grants.policy import can_give_rights
from openamif.grants.states import Right
from openamif.people.queries import holdings
from openamif.people.states import RoleKind
from openamif.reports import policy
from openamif.reports.actions.examine_report import examine_report
from openamif.reports.models import ProgressReport, ReportValue
from openamif.reports.states import EDITABLE, MOVES, ReportState
from tests.factories import reports
from tests.factories.people import organisation, person, role, scope

pytestmark = pytest.mark.django_db
SUBMITTED = "submitted"
# who: sees a report in preparation, sees it once submitted, edits, signs, examines, gives rights
EXPECTED = {
    "responsible": (False, True, False, False, True, True),
    "delegated": (False, True, False, False, True, True),
    "delegated_elsewhere": (False, False, False, False, False, False),
    "delegated_of_another_body": (False, False, False, False, False, False),
    "audit": (False, True, False, False, False, False),
    "evaluator": (False, True, False, False, False, False),
    "colleague": (True, True, True, False, False, False),
    "signer": (True, True, True, True, False, True),
    "reader": (True, True, False, False, False, False),
    "partner": (True, True, False, False, False, False),
    "partner_who_edits": (True, True, True, False, False, False),
    "colleague_who_left": (False, False, False, False, False, False),
    "other_beneficiary": (False, False, False, False, False, False),
    "committee": (False, False, False, False, False, False),
    "administrator": (False, False, False, False, False, False),
    "stranger": (False, False, False, False, False, False),
}


@pytest.fixture
def made():
    body, partner = organisation("Flemish authority"), organisation("Partner")
    return reports.cast(delegated_authority=body, partners=(partner,))


@pytest.fixture
def people(made) -> dict:
    grant, whole = made.grant, made.grant.programme.scope
    part, other = scope(parent=whole, objectives=("SO2",)), scope(parent=whole, objectives=("SO1",))
    body = grant.delegated_authority
    given = {
        "reader": (reports.of_beneficiary(grant), Right.VIEW),
        "partner_who_edits": (reports.of_partner(grant), Right.EDIT),
        "colleague_who_left": (reports.of_beneficiary(grant), Right.SIGN),
    }
    for colleague, right in given.values():
        give_right(grant, colleague, right, by=made.officer)
    left = given["colleague_who_left"][0]
    left.roles.update(ended_at="2020-01-01T00:00Z")
    left.__dict__.pop("_holdings", None)
    return {
        "responsible": made.officer,
        "delegated": person(RoleKind.DELEGATED_AUTHORITY, scope=part, of=body),
        "delegated_elsewhere": person(RoleKind.DELEGATED_AUTHORITY, scope=other, of=body),
        "delegated_of_another_body": person(RoleKind.DELEGATED_AUTHORITY, scope=part),
        "audit": person(RoleKind.AUDIT_AUTHORITY, scope=whole),
        "evaluator": person(RoleKind.EVALUATOR, scope=part),
        "colleague": made.editor,
        "signer": made.signer,
        **{who: each for who, (each, _right) in given.items()},
        "partner": reports.of_partner(grant),
        "other_beneficiary": person(RoleKind.BENEFICIARY, scope=whole),
        "committee": person(RoleKind.COMMITTEE_MEMBER, scope=whole),
        "administrator": person(RoleKind.ADMINISTRATOR),
        "stranger": person(),
    }


def test_who_may_what(made, people):
    draft = reports.begun(made)
    told = {
        who: [
            policy.can_see_report(each, draft),
            policy.can_edit_report(each, draft),
            policy.can_sign_report(each, draft),
        ]
        for who, each in people.items()
    }
    sent = reports.submitted(made, draft)
    may = {}
    for who, each in people.items():
        sees, edits, signs = told[who]
        later = policy.can_see_report(each, sent)
        examines, gives = policy.can_examine_report(each, sent), can_give_rights(each, made.grant)
        may[who] = tuple(map(bool, (sees, later, edits, signs, examines, gives)))
    assert may == EXPECTED


# who: sees where the programme stands, sees it with small numbers hidden
OVERVIEWS = dict.fromkeys(EXPECTED, (False, False)) | {
    "responsible": (True, True),
    "delegated": (True, True),
    "delegated_elsewhere": (True, True),
    "delegated_of_another_body": (True, True),
    "audit": (True, True),
    "evaluator": (True, True),
    "committee": (False, True),
}


def test_who_sees_which_overview(made, people):
    programme = made.grant.programme
    policies = (policy.can_see_situation, policy.can_see_published_figures)
    assert {who: tuple(bool(may(each, programme)) for may in policies) for who, each in people.items()} == OVERVIEWS
    elsewhere = person(RoleKind.COMMITTEE_MEMBER, scope=scope())
    assert policy.can_see_published_figures(elsewhere, programme).reason == "no_role_for_published_figures"


def test_lists_show_whom_the_report_shows(made, people):
    def seen() -> dict:
        return {who: ProgressReport.objects.visible_to(holdings(each)).exists() for who, each in people.items()}

    draft = reports.begun(made)
    assert seen() == {who: row[0] for who, row in EXPECTED.items()}
    reports.submitted(made, draft)
    assert seen() == {who: row[1] for who, row in EXPECTED.items()}


OF_A_STATE = {
    "can_edit_report": ("colleague", EDITABLE),
    "can_sign_report": ("signer", EDITABLE),
    "can_answer_clarification": ("colleague", MOVES["answer_clarification"].sources),
    "can_examine_report": ("responsible", MOVES["examine"].sources),
    "can_accept_report": ("responsible", MOVES["accept"].sources),
    "can_return_report": ("responsible", MOVES["return_report"].sources),
    "can_ask_clarification": ("responsible", MOVES["ask_clarification"].sources),
    "can_correct_value": ("responsible", (ReportState.SUBMITTED,)),
    "can_correct_report": ("colleague", (ReportState.ACCEPTED,)),
}


@pytest.mark.parametrize("name", OF_A_STATE)
def test_each_state_lets_through_what_leads_from_it(made, people, name):
    who, states = OF_A_STATE[name]
    report, ask = reports.begun(made), getattr(policy, name)
    for state in ReportState:
        report.state = state
        verdict = ask(people[who], report)
        assert (bool(verdict), state) == (state in states, state)
        assert verdict or verdict.reason == "report_in_another_state"
        assert not ask(people["stranger"], report)
        assert not ask(people["audit"], report)


def test_who_examined_does_not_accept(made):
    report = reports.examined(made)
    assert policy.can_accept_report(made.officer, report).reason == "report_four_eyes"
    assert policy.can_accept_report(made.second, report)


def test_who_signed_for_the_beneficiary_decides_nothing_for_the_authority(made):
    role(made.signer, RoleKind.RESPONSIBLE_AUTHORITY, scope=made.grant.programme.scope)
    made.signer.__dict__.pop("_holdings", None)
    report = reports.submitted(made)
    for may in (policy.can_examine_report, policy.can_correct_value):
        assert may(made.signer, report).reason == "report_of_her_own"
    report = examine_report(report, by=made.officer)
    assert policy.can_accept_report(made.signer, report).reason == "report_of_her_own"
    assert policy.can_return_report(made.signer, report)


def test_who_corrected_a_value_does_not_accept(made):
    report = reports.examined(made)
    ReportValue.objects.filter(report=report).update(
        corrected_value=1, correction_reason="Counted twice.", corrected_by=made.second
    )
    assert policy.can_accept_report(made.second, report).reason == "report_four_eyes"


def test_a_report_is_begun_once_and_for_a_signed_grant(made, people):
    assert policy.can_begin_report(made.editor, made.due)
    assert not policy.can_begin_report(people["partner"], made.due)
    assert not policy.can_begin_report(made.officer, made.due)
    reports.begun(made)
    assert policy.can_begin_report(made.editor, made.due).reason == "report_begun_already"
    due = made.due
    due.grant.state = "draft"
    assert policy.can_begin_report(made.editor, due).reason == "grant_in_another_state"


def test_an_accepted_report_is_corrected_by_either_side_once(made):
    report = reports.accepted(made)
    assert policy.can_correct_report(made.officer, report)
    assert policy.can_correct_report(made.editor, report)
    ProgressReport.objects.create(due=report.due, grant=report.grant, version=2, corrects=report)
    assert policy.can_correct_report(made.editor, report).reason == "correction_begun_already"


def test_who_is_of_neither_side_of_a_grant_hears_of_both(made):
    auditor = person(RoleKind.AUDIT_AUTHORITY, scope=made.grant.programme.scope)
    assert policy.can_declare_value(auditor, made.grant).reason == "not_of_the_grant"
    assert policy.can_correct_report(auditor, reports.accepted(made)).reason == "not_of_the_grant"


def test_a_member_of_the_committee_is_led_to_what_is_published(made):
    programme = made.grant.programme
    member = person(RoleKind.COMMITTEE_MEMBER, scope=programme.scope)
    assert policy.can_see_situation(member, programme).reason == "situation_as_published"
    assert policy.can_see_situation(person(), programme).reason == "no_role_for_situation"
