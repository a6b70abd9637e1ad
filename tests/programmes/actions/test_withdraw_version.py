"""Withdrawing a version, sent or not."""

import pytest

from openamif.people.policy import Refused
from openamif.programmes.actions.withdraw_version import withdraw_version
from openamif.record.actions.make_move import ReasonMissing
from tests.factories.programmes import adopted_version, sent_version
from tests.programmes.actions.trails import last


@pytest.mark.parametrize("state", ["version", "ready"])
def test_withdraw_version_says_why(request, state, bob):
    version = request.getfixturevalue(state)
    assert withdraw_version(version, reason="Overtaken.", by=bob).state == "withdrawn"
    assert (last(version).event, last(version).reason) == ("withdraw", "Overtaken.")


@pytest.mark.django_db
def test_withdraw_version_that_was_sent():
    sent = sent_version()
    withdrawn = withdraw_version(sent, reason="Overtaken.", by=sent.entered_by)
    assert (withdrawn.state, withdrawn.sent_by) == ("withdrawn", sent.sent_by)


def test_withdraw_version_owes_a_reason(version, bob):
    with pytest.raises(ReasonMissing):
        withdraw_version(version, reason="\t", by=bob)


@pytest.mark.django_db
def test_withdraw_version_that_was_adopted_is_refused():
    adopted = adopted_version()
    with pytest.raises(Refused, match="version_in_another_state"):
        withdraw_version(adopted, reason="Overtaken.", by=adopted.entered_by)
