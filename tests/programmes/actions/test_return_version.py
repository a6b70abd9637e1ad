"""Returning a version within the Member State."""

import pytest

from openamif.people.policy import Refused
from openamif.programmes.actions.return_version import return_version
from openamif.record.actions.make_move import ReasonMissing
from tests.factories.programmes import sent_version
from tests.programmes.actions.trails import events, last


@pytest.mark.parametrize("state", ["version", "ready"])
def test_return_version_says_why(request, state, bob):
    version = request.getfixturevalue(state)
    assert return_version(version, reason="  Look again. ", by=bob).state == "returned_by_member_state"
    assert (last(version).reason, last(version).by) == ("Look again.", bob)


def test_return_version_owes_a_reason(version, bob):
    with pytest.raises(ReasonMissing):
        return_version(version, reason=" ", by=bob)
    assert events(version) == ["begun"]


@pytest.mark.django_db
def test_return_version_that_was_sent_is_the_commissions():
    sent = sent_version()
    with pytest.raises(Refused, match="version_in_another_state"):
        return_version(sent, reason="Look again.", by=sent.entered_by)
