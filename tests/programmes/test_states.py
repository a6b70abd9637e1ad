"""The truth table of a version: every state and every move, from the table itself."""

from itertools import product

import pytest

from openamif.programmes.models import Version
from openamif.programmes.states import ADOPTED, EDITABLE, IN_PROGRESS, MOVES, NEVER_SENT, VersionState
from openamif.record.actions.make_move import NoSuchMove, ReasonMissing, make_move
from openamif.record.models import REASON_OWED, Trail
from openamif.record.queries import trail_of
from openamif.web.events import EVENTS
from openamif.web.labels import MOVE_MEANINGS, VERSION_STATES
from openamif.web.labels import MOVES as MOVE_LABELS
from tests.factories.people import person
from tests.programmes.bare import bare_version

# As the fund knows it: move, from where, to where. Whoever changes states.py says here what the Commission changed.
TABLE = """
validate                      open returned_by_member_state             ready
reopen                        ready returned_by_member_state            open
return_by_member_state        open ready                                returned_by_member_state
send                          ready                                     sent
return_for_modification       sent                                      returned_by_commission
accept_decision               sent                                      decision_accepted
adopt                         decision_accepted                         adopted_by_commission
accept_member_state_decision  sent                                      adopted_by_member_state
withdraw                      open ready sent returned_by_member_state  withdrawn
cancel                        open ready returned_by_member_state       cancelled
"""
EVERY = [(state, name) for state, name in product(VersionState, MOVES)]
ALLOWED = [(state, name) for state, name in EVERY if state in MOVES[name].sources]
REFUSED = [pair for pair in EVERY if pair not in ALLOWED]
OWING = [name for name, move in MOVES.items() if move.needs_reason]


def test_the_table_of_moves_is_that_of_the_commission():
    told = {words[0]: (set(words[1:-1]), words[-1]) for words in map(str.split, TABLE.strip().splitlines())}
    assert {name: (set(move.sources), move.target) for name, move in MOVES.items()} == told


@pytest.mark.django_db
@pytest.mark.parametrize(("state", "move"), ALLOWED)
def test_a_move_of_the_table_leads_to_its_target_and_leaves_a_trail(state, move):
    version = bare_version(state)
    mover = person()
    reason = "Because." if MOVES[move].needs_reason else ""
    make_move(version, move, by=mover, reason=reason)
    assert Version.objects.get(pk=version.pk).state == MOVES[move].target
    (event,) = trail_of(version)
    assert (event.event, event.from_state, event.to_state) == (move, state, MOVES[move].target)
    assert (event.by, event.reason) == (mover, reason)


@pytest.mark.django_db
@pytest.mark.parametrize(("state", "move"), REFUSED)
def test_any_other_move_is_refused(state, move):
    version = Version(state=state)
    with pytest.raises(NoSuchMove) as refusal:
        make_move(version, move, by=None, reason="Because.")
    assert (refusal.value.move, refusal.value.state) == (move, state)
    assert version.state == state


@pytest.mark.django_db
@pytest.mark.parametrize("move", OWING)
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_move_that_owes_a_reason_is_refused_without(move, reason):
    version = bare_version(MOVES[move].sources[0])
    with pytest.raises(ReasonMissing):
        make_move(version, move, by=person(), reason=reason)
    assert Version.objects.get(pk=version.pk).state == MOVES[move].sources[0]
    assert not Trail.objects.exists()


def test_the_database_owes_the_same_reasons_as_the_table():
    assert set(OWING) <= set(REASON_OWED)


def test_every_state_is_reached_and_every_state_has_words():
    assert {VersionState.OPEN, *(move.target for move in MOVES.values())} == set(VersionState)
    assert VERSION_STATES.keys() == set(VersionState)


def test_every_move_has_words():
    assert MOVE_LABELS.keys() == MOVE_MEANINGS.keys() == MOVES.keys()
    assert MOVES.keys() <= EVENTS.keys()


def test_nothing_leads_out_of_an_end():
    ends = {state for state in VersionState if not any(state in move.sources for move in MOVES.values())}
    assert ends == {
        "returned_by_commission",
        "adopted_by_commission",
        "adopted_by_member_state",
        "withdrawn",
        "cancelled",
    }
    assert set(ADOPTED) <= ends
    assert not ends & set(IN_PROGRESS)
    assert set(EDITABLE) <= set(NEVER_SENT) <= set(IN_PROGRESS)
