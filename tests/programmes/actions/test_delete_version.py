"""Deleting a version that was never sent."""

import pytest

from openamif.people.policy import Refused
from openamif.programmes.actions.begin_version import begin_version
from openamif.programmes.actions.cancel_version import cancel_version
from openamif.programmes.actions.delete_version import delete_version
from openamif.programmes.actions.designate_authorities import designate_authorities
from openamif.programmes.models import Amount, DesignatedAuthority, Section, Version
from openamif.record.models import Trail
from tests.factories.programmes import adopted_version, sent_version


@pytest.mark.django_db
def test_delete_version_leaves_its_trail_and_the_others():
    adopted = adopted_version()
    ann = adopted.entered_by
    new = begin_version(adopted, by=ann)
    designate_authorities(new, [DesignatedAuthority(kind="RA", name="Interior")], revision=1, by=ann)
    pk = new.pk
    delete_version(new, by=ann)
    assert list(Version.objects.all()) == [adopted]
    for model in (Section, Amount, DesignatedAuthority):
        assert not model.objects.filter(version=pk).exists()
    trail = Trail.objects.filter(subject_kind="programmes.version", subject_pk=pk)
    assert [row.event for row in trail] == ["begun", "changed", "deleted"]
    assert (trail[2].from_state, trail[2].details) == ("open", {"version": "2.0"})
    assert begin_version(adopted, by=ann).label == "2.0"


def test_delete_version_that_is_the_only_one_is_refused(version, ann):
    with pytest.raises(Refused, match="only_version"):
        delete_version(version, by=ann)
    cancel_version(version, reason="A mistake.", by=ann)
    delete_version(begin_version(version, by=ann), by=ann)


def test_delete_version_that_is_ready_is_refused(ready, ann):
    with pytest.raises(Refused, match="version_in_another_state"):
        delete_version(ready, by=ann)


@pytest.mark.django_db
@pytest.mark.parametrize("made", [sent_version, adopted_version])
def test_delete_version_that_was_sent_is_refused(made):
    sent = made()
    with pytest.raises(Refused, match="version_was_sent"):
        delete_version(sent, by=sent.entered_by)
    assert Version.objects.filter(pk=sent.pk).exists()
