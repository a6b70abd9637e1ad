"""Beginning a version as a copy of the latest."""

from datetime import date

import pytest

from openamif.people.policy import Refused
from openamif.programmes.actions.accept_member_state_decision import accept_member_state_decision
from openamif.programmes.actions.begin_version import begin_version
from openamif.programmes.actions.cancel_version import cancel_version
from openamif.programmes.actions.designate_authorities import designate_authorities
from openamif.programmes.actions.record_return import record_return
from openamif.programmes.actions.revise_version import revise_version
from openamif.programmes.actions.send_version import send_version
from openamif.programmes.actions.validate_version import validate_version
from openamif.programmes.actions.withdraw_version import withdraw_version
from openamif.programmes.models import DesignatedAuthority, Version
from openamif.programmes.queries import content_of, fields_with_authorities
from openamif.rules.national_programme.changes import decision_needed
from tests.factories.programmes import DAY, adopted_version, colleague, document, sent_version
from tests.programmes.actions.trails import events, last
from tests.programmes.full import FULL

pytestmark = pytest.mark.django_db


def test_begin_version_after_a_returned_one_counts_the_copy():
    sent = sent_version()
    record_return(sent, reason="Say more.", by=sent.entered_by)
    copy = begin_version(sent, by=sent.entered_by)
    assert (copy.label, copy.state, copy.continues) == ("1.1", "open", sent)
    assert content_of(copy).document == content_of(sent).document
    copy = revise_version(copy, document(summary=("More.",)), revision=1, by=sent.entered_by)
    assert content_of(copy).document.summary == ("More.",)
    assert content_of(sent).document.summary != ("More.",)


def test_begin_version_after_an_adopted_one_has_the_next_number():
    adopted = adopted_version()
    new = begin_version(adopted, by=adopted.entered_by)
    assert (new.label, new.continues) == ("2.0", adopted)
    assert Version.objects.get(pk=adopted.pk).state == "adopted_by_commission"


def test_begin_version_after_one_that_the_member_state_adopted_has_the_next_number():
    adopted = adopted_version()
    ann = adopted.entered_by
    second = begin_version(adopted, by=ann)
    validate_version(second, by=ann, on=DAY)
    send_version(second, by=colleague(ann, adopted.programme.scope))
    accept_member_state_decision(second, by=ann, on=DAY)
    assert begin_version(second, by=ann).label == "3.0"


@pytest.mark.parametrize("end", [cancel_version, withdraw_version])
def test_begin_version_after_one_that_no_longer_counts(version, ann, end):
    end(version, reason="A mistake.", by=ann)
    assert begin_version(version, by=ann).label == "1.1"


def test_begin_version_starts_afresh():
    adopted = adopted_version()
    new = Version.objects.get(pk=begin_version(adopted, by=adopted.entered_by).pk)
    assert (new.revision, new.entered_by, new.language) == (1, adopted.entered_by, adopted.language)
    assert (new.changed_by, new.validated_by, new.validated_at, new.sent_by, new.sent_at) == (None,) * 5
    assert (new.decision_reference, new.decision_on, new.source) == ("", None, None)
    assert events(new) == ["begun"]
    assert (last(new).to_state, last(new).details) == ("open", {"continues": "1.0"})


def test_begin_version_leaves_the_messages_of_the_commission_behind():
    said = document(documents=FULL.documents, validation=FULL.validation)
    adopted = adopted_version(content=said)
    new = begin_version(adopted, by=adopted.entered_by)
    assert content_of(new).document == document(documents=FULL.documents)
    assert content_of(adopted).document == said


def test_begin_version_carries_the_authorities_on(version, ann):
    told = {"head": "J. Doe", "address": "Street 1", "email": "j@example.org", "designated_on": date(2014, 12, 1)}
    authorities = [
        DesignatedAuthority(kind="RA", name="Interior", **told),
        DesignatedAuthority(kind="DA", name="Agency", activities="Integration."),
    ]
    designate_authorities(version, authorities, revision=1, by=ann)
    cancel_version(version, reason="A mistake.", by=ann)
    new = begin_version(version, by=ann)
    kept, copied = (content_of(each).authorities for each in (version, new))
    assert [each.name for each in kept] == [each.name for each in copied] == ["Interior", "Agency"]
    assert {each.pk for each in kept}.isdisjoint(each.pk for each in copied)
    assert {name: getattr(copied[0], name) for name in told} == told
    assert copied[1].activities == "Integration."


def test_begin_version_changes_nothing_that_needs_a_decision():
    adopted = adopted_version(content=document(documents=FULL.documents, validation=FULL.validation))
    new = begin_version(adopted, by=adopted.entered_by)
    was, now = (fields_with_authorities(content_of(each)) for each in (adopted, new))
    assert not decision_needed(was, now)


def test_begin_version_waits_until_the_latest_is_over(version, ann):
    with pytest.raises(Refused, match="version_in_progress"):
        begin_version(version, by=ann)


def test_begin_version_does_not_begin_twice():
    adopted = adopted_version()
    begin_version(adopted, by=adopted.entered_by)
    with pytest.raises(Refused, match="version_not_latest"):
        begin_version(adopted, by=adopted.entered_by)


def test_begin_version_continues_the_latest_alone():
    adopted = adopted_version()
    second = begin_version(adopted, by=adopted.entered_by)
    cancel_version(second, reason="A mistake.", by=adopted.entered_by)
    with pytest.raises(Refused, match="version_not_latest"):
        begin_version(adopted, by=adopted.entered_by)
    assert begin_version(second, by=adopted.entered_by).label == "2.1"
