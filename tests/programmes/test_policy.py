"""Who may what with a programme and its versions: tables of role and state, each refusal with its reason."""

import ast
from collections import defaultdict

import pytest
from django.contrib.auth.models import AnonymousUser

from openamif.people.states import RoleKind
from openamif.programmes import policy
from openamif.programmes.models import Programme, Version
from openamif.programmes.states import MOVES, VersionState
from openamif.web.labels import REFUSALS, refusal_reason
from tests.factories.people import administrator, person, role, scope
from tests.house.tree import APPLICATION, modules, syntax
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db
YES = ""
WHOLE = {
    "delegated": RoleKind.DELEGATED_AUTHORITY,
    "audit": RoleKind.AUDIT_AUTHORITY,
    "committee": RoleKind.COMMITTEE_MEMBER,
    "evaluator": RoleKind.EVALUATOR,
    "beneficiary": RoleKind.BENEFICIARY,
}
OF_THE_PROGRAMME = {"responsible", "delegated_part", "former_and_evaluator", *WHOLE}
STRANGERS = {"responsible_elsewhere", "former", "administrator", "stranger", "closed", "logged_out"}
EVERYONE = OF_THE_PROGRAMME | STRANGERS
AS_EVERYBODY = {"committee", "beneficiary"}


@pytest.fixture
def programme() -> Programme:
    return bare_programme()


@pytest.fixture
def people(programme) -> dict:
    """One of each role, and those who must be kept out."""
    part = scope(parent=programme.scope, objectives=("SO2.NO2", "SO1.NO1"))
    former, evaluator = person(RoleKind.RESPONSIBLE_AUTHORITY, scope=programme.scope), person()
    role(evaluator, RoleKind.RESPONSIBLE_AUTHORITY, scope=programme.scope)
    for each in (former, evaluator):
        each.roles.update(ended_at="2020-01-01T00:00Z")
    role(evaluator, RoleKind.EVALUATOR, scope=programme.scope)
    return {
        "responsible": person(RoleKind.RESPONSIBLE_AUTHORITY, scope=programme.scope),
        "delegated_part": person(RoleKind.DELEGATED_AUTHORITY, scope=part),
        "former_and_evaluator": evaluator,
        **{name: person(kind, scope=programme.scope) for name, kind in WHOLE.items()},
        "responsible_elsewhere": person(RoleKind.RESPONSIBLE_AUTHORITY),
        "former": former,
        "administrator": administrator(),
        "stranger": person(),
        "closed": person(RoleKind.RESPONSIBLE_AUTHORITY, scope=programme.scope, is_active=False),
        "logged_out": AnonymousUser(),
    }


def reasons(people, ask) -> dict[str, set[str]]:
    """Reason → who is given it; under ``YES`` those who may."""
    answers = defaultdict(set)
    for name, someone in people.items():
        verdict = ask(someone)
        assert bool(verdict) == (verdict.reason == YES)
        answers[verdict.reason].add(name)
    return dict(answers)


def by_state(someone, programme, ask) -> dict[str, str]:
    """Reason → the states in which it is given, for one person."""
    answers = defaultdict(list)
    for state in VersionState:
        answers[ask(someone, Version(programme=programme, state=state)).reason].append(str(state))
    return {reason: " ".join(states) for reason, states in answers.items()}


# Role by role.


def test_everyone_with_a_role_for_the_programme_or_a_part_sees_it(people, programme):
    expected = {YES: OF_THE_PROGRAMME, "no_role_for_programme": STRANGERS}
    assert reasons(people, lambda by: policy.can_see_programme(by, programme)) == expected


@pytest.mark.parametrize("state", list(VersionState))
def test_the_committee_and_beneficiaries_read_no_version_from_the_inside(people, programme, state):
    version = Version(programme=programme, state=state)
    assert reasons(people, lambda by: policy.can_see_version(by, version)) == {
        YES: OF_THE_PROGRAMME - AS_EVERYBODY,
        "programme_as_everybody_reads_it": AS_EVERYBODY,
        "no_role_for_programme": STRANGERS,
    }


def test_a_part_is_seen_in_its_objectives_and_a_whole_in_all(people, programme):
    parts = {name: policy.part_of(someone, programme) for name, someone in people.items()}
    assert parts == {
        **dict.fromkeys(OF_THE_PROGRAMME),
        "delegated_part": ("SO1.NO1", "SO2.NO2"),
        **dict.fromkeys(STRANGERS, ()),
    }


def test_two_parts_are_seen_together(programme):
    someone = person(RoleKind.DELEGATED_AUTHORITY, scope=scope(parent=programme.scope, objectives=("SO3",)))
    role(someone, RoleKind.DELEGATED_AUTHORITY, scope=scope(parent=programme.scope, objectives=("SO1.NO1", "SO3")))
    assert policy.part_of(someone, programme) == ("SO1.NO1", "SO3")


def test_a_whole_is_not_narrowed_by_a_part(programme):
    someone = person(RoleKind.DELEGATED_AUTHORITY, scope=scope(parent=programme.scope, objectives=("SO3",)))
    role(someone, RoleKind.AUDIT_AUTHORITY, scope=programme.scope)
    assert policy.part_of(someone, programme) is None


def test_responsible_authorities_and_administrators_begin_programmes(people):
    may = {"responsible", "responsible_elsewhere", "administrator"}
    expected = {YES: may, "not_responsible_authority": EVERYONE - may}
    assert reasons(people, policy.can_begin_programme) == expected


RESPONSIBLE_ALONE = {YES: {"responsible"}, "not_responsible_authority": EVERYONE - {"responsible"}}


def test_the_responsible_authority_imports(people, programme):
    assert reasons(people, lambda by: policy.can_import_into(by, programme)) == RESPONSIBLE_ALONE


@pytest.mark.parametrize(
    ("ask", "state"),
    [
        (policy.can_change_version, VersionState.OPEN),
        (policy.can_delete_version, VersionState.OPEN),
        (policy.can_begin_version, VersionState.ADOPTED_BY_COMMISSION),
        (policy.can_send, VersionState.READY),
    ],
)
def test_the_responsible_authority_alone(people, programme, ask, state):
    version = Version(programme=programme, state=state)
    assert reasons(people, lambda by: ask(by, version)) == RESPONSIBLE_ALONE


@pytest.mark.parametrize("move", MOVES)
def test_the_responsible_authority_makes_every_move(people, programme, move):
    version = Version(programme=programme, state=MOVES[move].sources[0])
    assert reasons(people, lambda by: policy.can_make_move(by, version, move)) == RESPONSIBLE_ALONE


# State by state, for the responsible authority.


def test_an_open_or_returned_version_is_changed(people, programme):
    assert by_state(people["responsible"], programme, policy.can_change_version) == {
        YES: "open returned_by_member_state",
        "version_frozen": "ready sent returned_by_commission decision_accepted adopted_by_commission "
        "adopted_by_member_state withdrawn cancelled",
    }


def test_a_version_of_2021_2027_is_changed_as_a_whole_and_never_by_field(people, programme):
    by = people["responsible"]
    open_version = Version(programme=programme, state=VersionState.OPEN)
    assert policy.can_change_whole(by, open_version).reason == "programme_of_another_period"
    programme.period = "2021-2027"
    assert policy.can_change_version(by, open_version).reason == "programme_entered_as_a_whole"
    assert reasons(people, lambda each: policy.can_change_whole(each, open_version)) == RESPONSIBLE_ALONE
    assert by_state(by, programme, policy.can_change_whole) == {
        YES: "open returned_by_member_state",
        "version_frozen": "ready sent returned_by_commission decision_accepted adopted_by_commission "
        "adopted_by_member_state withdrawn cancelled",
    }


def test_a_version_begins_where_the_latest_is_over(people, programme):
    assert by_state(people["responsible"], programme, policy.can_begin_version) == {
        YES: "returned_by_commission adopted_by_commission adopted_by_member_state withdrawn cancelled",
        "version_in_progress": "open ready sent returned_by_member_state decision_accepted",
    }


@pytest.mark.parametrize("move", MOVES)
def test_a_move_is_made_from_its_sources_alone(people, programme, move):
    sources = [str(state) for state in VersionState if state in MOVES[move].sources]
    others = [str(state) for state in VersionState if state not in MOVES[move].sources]
    answers = by_state(people["responsible"], programme, lambda by, of: policy.can_make_move(by, of, move))
    assert answers == {YES: " ".join(sources), "version_in_another_state": " ".join(others)}


def test_an_open_version_never_sent_is_deleted(people, programme):
    others = [str(state) for state in VersionState if state != VersionState.OPEN]
    assert by_state(people["responsible"], programme, policy.can_delete_version) == {
        YES: "open",
        "version_in_another_state": " ".join(others),
    }


def test_a_version_that_was_sent_is_not_deleted_in_any_state(people, programme):
    for state in VersionState:
        version = Version(programme=programme, state=state, sent_at="2020-06-01T00:00Z")
        assert policy.can_delete_version(people["responsible"], version).reason == "version_was_sent"


@pytest.mark.parametrize("hand", ["entered_by", "hands", "validated_by"])
def test_four_eyes_keep_every_hand_from_sending(people, programme, hand):
    who = [people["responsible"].pk] if hand == "hands" else people["responsible"]
    version = Version(programme=programme, state=VersionState.READY, **{hand: who})
    for verdict in (
        policy.can_send(people["responsible"], version),
        policy.can_make_move(people["responsible"], version, "send"),
    ):
        assert (bool(verdict), verdict.reason) == (False, "four_eyes")
    colleague = person(RoleKind.RESPONSIBLE_AUTHORITY, scope=programme.scope)
    assert policy.can_make_move(colleague, version, "send")


def test_four_eyes_are_for_sending_alone(people, programme):
    hand = people["responsible"]
    version = Version(programme=programme, entered_by=hand, changed_by=hand, validated_by=hand)
    for name in MOVES.keys() - {"send"}:
        version.state = MOVES[name].sources[0]
        assert policy.can_make_move(hand, version, name)


# The words.


def reasons_given() -> set[str]:
    """Every reason that a verdict of ours can carry."""
    calls = [node for path in modules(APPLICATION) for node in ast.walk(syntax(path)) if isinstance(node, ast.Call)]
    named = [call for call in calls if getattr(call.func, "id", "") in ("because", "Verdict")]
    given = [call.args[1] for call in named if len(call.args) > 1]
    literal = {reason.value for reason in given if isinstance(reason, ast.Constant)}
    policies = [path for path in modules(APPLICATION) if path.name == "policy.py"]
    words = [node.value for path in policies for node in ast.walk(syntax(path)) if isinstance(node, ast.Constant)]
    return literal | {word for word in words if word in REFUSALS}


def test_every_reason_has_a_sentence_and_every_sentence_a_reason():
    assert reasons_given() == REFUSALS.keys()


@pytest.mark.parametrize("reason", REFUSALS)
def test_a_reason_is_told_in_a_sentence(reason):
    assert str(refusal_reason(reason)).endswith(".")
