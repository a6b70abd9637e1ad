"""Cancelling a version that was never sent."""

import pytest

from openamif.people.policy import Refused
from openamif.programmes.actions.cancel_version import cancel_version
from openamif.programmes.queries import content_of
from openamif.record.actions.make_move import ReasonMissing
from tests.factories.programmes import SMALL, sent_version
from tests.programmes.actions.trails import last


@pytest.mark.parametrize("state", ["version", "ready"])
def test_cancel_version_keeps_its_content_and_says_why(request, state, bob):
    version = request.getfixturevalue(state)
    assert cancel_version(version, reason="A mistake.", by=bob).state == "cancelled"
    assert (last(version).event, last(version).reason) == ("cancel", "A mistake.")
    assert content_of(version).document == SMALL


def test_cancel_version_owes_a_reason(version, bob):
    with pytest.raises(ReasonMissing):
        cancel_version(version, reason="", by=bob)


@pytest.mark.django_db
def test_cancel_version_that_was_sent_is_refused():
    sent = sent_version()
    with pytest.raises(Refused, match="version_in_another_state"):
        cancel_version(sent, reason="A mistake.", by=sent.entered_by)
