"""Opening a version again."""

import pytest

from openamif.people.policy import Refused
from openamif.programmes.actions.reopen_version import reopen_version
from openamif.programmes.actions.return_version import return_version
from openamif.programmes.actions.revise_version import revise_version
from openamif.programmes.actions.send_version import send_version
from openamif.programmes.actions.validate_version import validate_version
from tests.factories.programmes import DAY, document
from tests.programmes.actions.trails import events


def test_reopen_version_can_be_edited_and_must_be_validated_anew(ready, ann, bob):
    reopened = reopen_version(ready, by=bob)
    assert reopened.state == "open"
    revise_version(reopened, document(summary=("Otherwise.",)), revision=reopened.revision, by=ann)
    with pytest.raises(Refused, match="version_in_another_state"):
        send_version(reopened, by=bob)
    assert validate_version(reopened, by=ann, on=DAY).validated_by == ann
    assert events(ready) == ["begun", "validate", "reopen", "changed", "validate"]


def test_reopen_version_that_was_returned(version, ann, bob):
    return_version(version, reason="Look again.", by=bob)
    assert reopen_version(version, by=ann).state == "open"


def test_reopen_version_that_is_open_or_sent_is_refused(version, ann, bob):
    with pytest.raises(Refused, match="version_in_another_state"):
        reopen_version(version, by=ann)
    validate_version(version, by=ann, on=DAY)
    send_version(version, by=bob)
    with pytest.raises(Refused, match="version_in_another_state"):
        reopen_version(version, by=ann)
