"""The Commission accepted a decision."""

import pytest

from openamif.people.policy import Refused
from openamif.programmes.actions.accept_decision import accept_decision
from openamif.programmes.queries import latest_adopted
from tests.factories.programmes import sent_version
from tests.programmes.actions.trails import last


@pytest.mark.django_db
def test_accept_decision_waits_for_the_decision_to_be_linked():
    sent = sent_version()
    assert accept_decision(sent, by=sent.entered_by).state == "decision_accepted"
    assert (last(sent).event, last(sent).from_state) == ("accept_decision", "sent")
    assert latest_adopted(sent.programme) is None


def test_accept_decision_on_what_was_not_sent_is_refused(ready, bob):
    with pytest.raises(Refused, match="version_in_another_state"):
        accept_decision(ready, by=bob)
