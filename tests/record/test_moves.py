"""Making a move: the table is asked, the reason is owed, the trail is left, all or nothing."""

import pytest

from openamif.programmes.models import Version
from openamif.programmes.states import VersionState as S
from openamif.record.actions.make_move import NoSuchMove, ReasonMissing, make_move
from openamif.record.models import Trail
from openamif.record.states import moves
from tests.factories import programmes

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    return programmes.version()


def test_move_changes_the_state_and_leaves_a_trail(version):
    make_move(version, "cancel", by=version.entered_by, reason="  Not needed. ")
    event = Trail.objects.latest("number")
    assert (event.event, event.from_state, event.to_state) == ("cancel", "open", "cancelled")
    assert event.reason == "Not needed."
    assert Version.objects.get(pk=version.pk).state == "cancelled"


def test_move_from_another_state_is_refused(version):
    with pytest.raises(NoSuchMove, match="send does not lead from open"):
        make_move(version, "send", by=version.entered_by)


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_move_without_the_reason_it_owes_is_refused(version, reason):
    with pytest.raises(ReasonMissing):
        make_move(version, "cancel", by=version.entered_by, reason=reason)
    assert Version.objects.get(pk=version.pk).state == "open"


def test_table_of_moves_takes_one_source_or_several():
    table = moves(needing_reason=("back",), go=(S.OPEN, S.READY), back=((S.READY, S.SENT), S.OPEN))
    assert (table["go"].sources, table["go"].target, table["go"].needs_reason) == ((S.OPEN,), S.READY, False)
    assert (table["back"].sources, table["back"].needs_reason) == ((S.READY, S.SENT), True)
