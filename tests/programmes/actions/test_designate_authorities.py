"""Designating the authorities that carry the programme."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from openamif.people.policy import Refused
from openamif.programmes.actions.designate_authorities import designate_authorities
from openamif.programmes.actions.revise_version import ChangedMeanwhile
from openamif.programmes.models import DesignatedAuthority, Version
from openamif.programmes.queries import content_of
from tests.programmes.actions.trails import events, last


def interior(**said) -> DesignatedAuthority:
    values = {"kind": "RA", "name": "Interior", "designated_on": date(2014, 12, 1), "email": "ra@example.org"}
    return DesignatedAuthority(**values | said)


def agency() -> DesignatedAuthority:
    return DesignatedAuthority(kind="DA", name="Agency", activities="Integration.")


def test_designate_authorities_in_place_of_those_there_were(version, bob):
    designate_authorities(version, [agency(), interior()], revision=1, by=bob)
    designate_authorities(version, [interior(), agency()], revision=2, by=bob)
    authorities = content_of(version).authorities
    assert [(each.kind, each.name, each.position) for each in authorities] == [
        ("RA", "Interior", 0),
        ("DA", "Agency", 1),
    ]
    found = Version.objects.get(pk=version.pk)
    assert (found.revision, found.changed_by, found.state) == (3, bob, "open")


def test_designate_authorities_keeps_every_difference(version, bob):
    designate_authorities(version, [interior()], revision=1, by=bob)
    assert last(version).details["changes"] == [
        ["authorities.RA.1.name", "None", "Interior"],
        ["authorities.RA.1.email", "None", "ra@example.org"],
        ["authorities.RA.1.designated_on", "None", "2014-12-01"],
    ]
    designate_authorities(version, [interior(head="J. Doe", email="")], revision=2, by=bob)
    assert last(version).details["changes"] == [
        ["authorities.RA.1.head", "", "J. Doe"],
        ["authorities.RA.1.email", "ra@example.org", ""],
    ]


def test_designate_authorities_as_they_were_is_no_change(version, bob):
    designate_authorities(version, [interior()], revision=1, by=bob)
    assert designate_authorities(version, [interior()], revision=2, by=bob).revision == 2
    assert events(version) == ["begun", "changed"]


def test_designate_authorities_tells_who_was_slower(version, ann, bob):
    designate_authorities(version, [interior()], revision=1, by=bob)
    with pytest.raises(ChangedMeanwhile):
        designate_authorities(version, [agency()], revision=1, by=ann)
    assert [each.name for each in content_of(version).authorities] == ["Interior"]


def test_designate_authorities_two_responsible_ones_leaves_those_there_were(version, bob):
    designate_authorities(version, [interior()], revision=1, by=bob)
    with pytest.raises(IntegrityError), transaction.atomic():
        designate_authorities(version, [interior(name="One"), interior(name="Another")], revision=2, by=bob)
    assert [each.name for each in content_of(version).authorities] == ["Interior"]
    assert Version.objects.get(pk=version.pk).revision == 2


def test_designate_authorities_of_a_version_that_is_ready_is_refused(ready, ann):
    with pytest.raises(Refused, match="version_frozen"):
        designate_authorities(ready, [interior()], revision=ready.revision, by=ann)
