"""Describing the management and control system."""

import pytest

from openamif.people.policy import Refused
from openamif.programmes.actions.begin_version import begin_version
from openamif.programmes.actions.cancel_version import cancel_version
from openamif.programmes.actions.describe_control_system import describe_control_system
from openamif.programmes.actions.revise_version import ChangedMeanwhile
from openamif.programmes.models import Version
from openamif.programmes.queries import content_of, fields_with_authorities
from tests.programmes.actions.trails import events, last


def test_describe_control_system_in_place_of_what_was_written(version, bob):
    describe_control_system(version, "Two units.", revision=1, by=bob)
    describe_control_system(version, "Three units.", revision=2, by=bob)
    found = Version.objects.get(pk=version.pk)
    assert (found.management_and_control_system, found.revision, found.changed_by) == ("Three units.", 3, bob)
    assert found.changed_at is not None
    change = ["management_and_control_system", "Two units.", "Three units."]
    assert (events(version), last(version).details) == (["begun", "changed", "changed"], {"changes": [change]})


def test_describe_control_system_as_it_was_is_no_change(version, bob):
    assert describe_control_system(version, "", revision=1, by=bob).revision == 1
    assert events(version) == ["begun"]


def test_describe_control_system_is_carried_on_and_compared(version, ann):
    version = describe_control_system(version, "Two units.", revision=1, by=ann)
    assert fields_with_authorities(content_of(version))["management_and_control_system"] == "Two units."
    cancel_version(version, reason="A mistake.", by=ann)
    assert begin_version(version, by=ann).management_and_control_system == "Two units."


def test_describe_control_system_tells_who_was_slower(version, ann, bob):
    describe_control_system(version, "Two units.", revision=1, by=bob)
    with pytest.raises(ChangedMeanwhile):
        describe_control_system(version, "Three units.", revision=1, by=ann)


def test_describe_control_system_of_a_version_that_is_ready_is_refused(ready, ann):
    with pytest.raises(Refused, match="version_frozen"):
        describe_control_system(ready, "Two units.", revision=ready.revision, by=ann)
