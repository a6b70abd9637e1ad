"""Bringing a document into a programme."""

import pytest

from openamif.people.policy import Refused
from openamif.programmes.actions.import_document import import_document
from openamif.programmes.actions.record_return import record_return
from openamif.programmes.actions.return_version import return_version
from openamif.programmes.models import Version
from openamif.programmes.queries import content_of
from openamif.record.actions.keep_document import keep_document
from tests.factories.programmes import SMALL, adopted_version, document, sent_version
from tests.programmes.actions.trails import events, last

OTHER = document(summary=("Otherwise.",))


@pytest.fixture
def source(db):
    return keep_document(b"Text.", name="be.txt", content_type="text/plain", by=None)


def test_import_document_into_the_open_version(version, source, bob):
    imported = import_document(version.programme, OTHER, source=source, by=bob)
    assert (imported, imported.source, imported.changed_by) == (version, source, bob)
    assert content_of(version).document == OTHER
    assert [place for place, _before, _after in last(version).details["changes"]] == ["summary"]


def test_import_document_into_a_version_that_was_returned_here(version, source, bob):
    return_version(version, reason="Look again.", by=bob)
    assert import_document(version.programme, OTHER, source=source, by=bob).state == "open"


def test_import_document_after_an_adopted_version_begins_the_next(source):
    adopted = adopted_version()
    imported = import_document(adopted.programme, OTHER, source=source, by=adopted.entered_by)
    assert (imported.label, imported.continues, imported.state) == ("2.0", adopted, "open")
    assert content_of(imported).document == OTHER
    assert content_of(adopted).document == SMALL
    assert events(imported) == ["begun", "changed"]


def test_import_document_after_a_returned_version_begins_a_copy(source):
    sent = sent_version()
    record_return(sent, reason="Say more.", by=sent.entered_by)
    assert import_document(sent.programme, OTHER, source=source, by=sent.entered_by).label == "1.1"


def test_import_document_while_a_version_is_ready_or_sent_is_refused(ready, source, bob):
    with pytest.raises(Refused, match="version_in_progress"):
        import_document(ready.programme, OTHER, source=source, by=bob)


def test_import_document_while_a_version_is_sent_is_refused(source):
    sent = sent_version()
    with pytest.raises(Refused, match="version_in_progress"):
        import_document(sent.programme, OTHER, source=source, by=sent.entered_by)
    assert list(Version.objects.all()) == [sent]
    assert content_of(sent).document == SMALL
