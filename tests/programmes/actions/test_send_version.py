"""Sending a version: four eyes, and the document as sent is kept."""

import hashlib

import pytest

from openamif.people.policy import Refused
from openamif.programmes.actions.designate_authorities import designate_authorities
from openamif.programmes.actions.revise_version import revise_version
from openamif.programmes.actions.send_version import send_version
from openamif.programmes.actions.validate_version import validate_version
from openamif.programmes.models import DesignatedAuthority, Version
from openamif.programmes.queries import content_of
from openamif.record.models import Document
from openamif.sfc.reader_2014 import read
from openamif.sfc.writer_2014 import write
from tests.factories.programmes import DAY, SMALL, colleague, document
from tests.programmes.actions.trails import events, last


def test_send_version_by_a_colleague(ready, bob):
    send_version(ready, by=bob)
    found = Version.objects.get(pk=ready.pk)
    assert (found.state, found.sent_by) == ("sent", bob)
    assert found.sent_at is not None
    assert events(ready) == ["begun", "validate", "send"]


def test_send_version_keeps_the_document_as_sent_with_its_checksum(ready, bob):
    send_version(ready, by=bob)
    kept = Document.objects.get(pk=last(ready).details["document"])
    with kept.file.open() as stored:
        content = stored.read()
    assert content.decode() == write(SMALL)
    assert read(content.decode()).programme.financial_plan == SMALL.financial_plan
    assert kept.sha256 == last(ready).details["sha256"] == hashlib.sha256(content).hexdigest()
    assert (kept.name, kept.kept_by) == ("AMIF-BE-1.0.txt", bob)


def test_send_version_is_not_for_who_entered_it(version, ann, bob):
    validate_version(version, by=bob, on=DAY)
    with pytest.raises(Refused, match="four_eyes"):
        send_version(version, by=ann)


def test_send_version_is_not_for_who_validated_it(version, bob):
    validate_version(version, by=bob, on=DAY)
    with pytest.raises(Refused, match="four_eyes"):
        send_version(version, by=bob)


def test_send_version_is_not_for_who_changed_it(version, ann, bob):
    revise_version(version, document(summary=("Otherwise.",)), revision=1, by=bob)
    validate_version(version, by=ann, on=DAY)
    with pytest.raises(Refused, match="four_eyes"):
        send_version(version, by=bob)
    carl = colleague(ann, version.programme.scope)
    assert send_version(version, by=carl).sent_by == carl


def test_send_version_is_not_for_who_changed_its_authorities(version, ann, bob):
    designate_authorities(version, [DesignatedAuthority(kind="RA", name="Interior")], revision=1, by=bob)
    Version.objects.filter(pk=version.pk).update(state="ready", validated_by=ann, validated_at="2020-06-01T00:00Z")
    with pytest.raises(Refused, match="four_eyes"):
        send_version(version, by=bob)


def test_send_version_that_is_not_ready_is_refused(version, bob):
    with pytest.raises(Refused, match="version_in_another_state"):
        send_version(version, by=bob)
    assert not Document.objects.exists()


def test_send_version_freezes_it(ready, ann, bob):
    send_version(ready, by=bob)
    for deed in (
        lambda: revise_version(ready, document(summary=("Otherwise.",)), revision=ready.revision, by=ann),
        lambda: designate_authorities(ready, [], revision=ready.revision, by=ann),
    ):
        with pytest.raises(Refused, match="version_frozen"):
            deed()
    assert content_of(ready).document == SMALL


def test_send_version_is_not_for_who_changed_it_before_somebody_else_did(version, ann, bob):
    carl, dora = (colleague(ann, version.programme.scope) for _ in range(2))
    version = revise_version(version, document(summary=("Otherwise.",)), revision=1, by=bob)
    version = revise_version(version, document(summary=("Otherwise again.",)), revision=2, by=carl)
    validate_version(version, by=carl, on=DAY)
    with pytest.raises(Refused, match="four_eyes"):
        send_version(version, by=bob)
    assert send_version(version, by=dora).sent_by == dora
