"""The Commission returned a version."""

import pytest

from openamif.people.policy import Refused
from openamif.programmes.actions.record_return import record_return
from openamif.programmes.actions.revise_version import revise_version
from openamif.record.actions.make_move import ReasonMissing
from tests.factories.programmes import document, sent_version
from tests.programmes.actions.trails import last


@pytest.mark.django_db
def test_record_return_keeps_the_version_frozen_and_its_reason():
    sent = sent_version()
    returned = record_return(sent, reason="Say more of returns.", by=sent.entered_by)
    assert returned.state == "returned_by_commission"
    assert (last(sent).event, last(sent).reason) == ("return_for_modification", "Say more of returns.")
    with pytest.raises(Refused, match="version_frozen"):
        revise_version(returned, document(summary=("More.",)), revision=returned.revision, by=sent.entered_by)


@pytest.mark.django_db
def test_record_return_owes_a_reason():
    sent = sent_version()
    with pytest.raises(ReasonMissing):
        record_return(sent, reason="", by=sent.entered_by)


def test_record_return_of_what_was_not_sent_is_refused(ready, bob):
    with pytest.raises(Refused, match="version_in_another_state"):
        record_return(ready, reason="Say more.", by=bob)
