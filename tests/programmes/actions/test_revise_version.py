"""Changing an open version."""

from dataclasses import replace
from decimal import Decimal

import pytest

from openamif.people.policy import Refused
from openamif.programmes.actions.begin_version import begin_version
from openamif.programmes.actions.return_version import return_version
from openamif.programmes.actions.revise_version import ChangedMeanwhile, revise_version
from openamif.programmes.actions.validate_version import validate_version
from openamif.programmes.models import Version
from openamif.programmes.models.changing import with_amounts, with_section
from openamif.programmes.queries import content_of
from openamif.record.actions.keep_document import keep_document
from tests.factories.programmes import DAY, SMALL, adopted_version, document, sent_version
from tests.programmes.actions.trails import events, last

OTHER = document(summary=("Otherwise.",))


def test_revise_version_holds_the_document_from_now_on(version, bob):
    revised = revise_version(version, OTHER, revision=1, by=bob)
    assert content_of(revised).document == OTHER
    found = Version.objects.get(pk=version.pk)
    assert (found.revision, found.changed_by, found.state) == (2, bob, "open")
    assert found.changed_at is not None


def test_revise_version_keeps_every_difference(version, bob):
    changed = with_amounts(OTHER, "plan", {("TA", None): Decimal("400000.00")})
    changed = replace(changed, documents=(), share_deviation=("Why.",))
    revise_version(version, changed, revision=1, by=bob)
    assert events(version) == ["begun", "changed"]
    assert last(version).by == bob
    assert last(version).details["changes"] == [
        ["summary", "\n".join(SMALL.summary), "Otherwise."],
        ["share_deviation", "", "Why."],
        ["financial_plan.TA", "500000.00", "400000.00"],
        ["financial_plan.TOTAL", "9260000.00", "9160000.00"],
    ]


def test_revise_version_keeps_a_difference_of_countries(version, bob):
    relocated, *others = reversed(SMALL.transfers)
    moved = replace(SMALL, transfers=(*others, replace(relocated, from_country="IT")))
    revise_version(version, moved, revision=1, by=bob)
    assert content_of(version).document == moved
    assert last(version).details["changes"] == [["transfers.2.from_country", "GR", "IT"]]


def test_revise_version_with_the_same_document_is_no_change(version, bob):
    revised = revise_version(version, SMALL, revision=1, by=bob)
    assert (revised.revision, revised.changed_by) == (1, None)
    assert events(version) == ["begun"]


def test_revise_version_from_a_source_is_told_even_without_a_difference(version, bob):
    source = keep_document(b"Text.", name="be.txt", content_type="text/plain", by=bob)
    revised = revise_version(version, SMALL, revision=1, source=source, by=bob)
    assert (revised.revision, revised.source) == (2, source)
    assert last(version).details == {"changes": []}
    assert revise_version(version, OTHER, revision=2, by=bob).source == source


def test_revise_version_tells_who_was_slower(version, ann, bob):
    revise_version(version, OTHER, revision=1, by=bob)
    with pytest.raises(ChangedMeanwhile) as refusal:
        revise_version(version, document(baseline=("Mine.",)), revision=1, by=ann)
    assert (refusal.value.version.revision, refusal.value.version.changed_by) == (2, bob)
    assert content_of(version).document == OTHER
    assert events(version) == ["begun", "changed"]


def test_revise_version_that_was_returned_opens_it_again(version, ann, bob):
    returned = return_version(version, reason="Say more.", by=bob)
    revised = revise_version(returned, OTHER, revision=returned.revision, by=ann)
    assert Version.objects.get(pk=version.pk).state == revised.state == "open"
    assert events(version) == ["begun", "return_by_member_state", "reopen", "changed"]


def test_revise_version_follows_the_language_of_the_document(version, bob):
    revise_version(version, replace(OTHER, language="fr"), revision=1, by=bob)
    assert Version.objects.get(pk=version.pk).language == "fr"


def test_revise_version_that_is_ready_is_refused(ready, ann):
    with pytest.raises(Refused, match="version_frozen"):
        revise_version(ready, OTHER, revision=ready.revision, by=ann)


@pytest.mark.django_db
@pytest.mark.parametrize("made", [sent_version, adopted_version])
def test_revise_version_that_was_sent_is_refused(made):
    sent = made()
    with pytest.raises(Refused, match="version_frozen"):
        revise_version(sent, OTHER, revision=sent.revision, by=sent.entered_by)
    assert content_of(sent).document == SMALL


@pytest.mark.django_db
def test_revise_version_believes_the_database_and_not_its_argument():
    sent = sent_version()
    sent.state = "open"
    with pytest.raises(Refused, match="version_frozen"):
        revise_version(sent, OTHER, revision=sent.revision, by=sent.entered_by)


@pytest.mark.django_db
def test_revise_version_leaves_the_version_before_alone():
    adopted = adopted_version()
    new = begin_version(adopted, by=adopted.entered_by)
    revise_version(new, with_section(SMALL, "baseline", ["Otherwise."]), revision=1, by=adopted.entered_by)
    assert content_of(adopted).document == SMALL
    validate_version(new, by=adopted.entered_by, on=DAY)
