"""Bringing the workbook of a programme of 2021-2027 into it."""

from dataclasses import replace

import pytest

from openamif.people.policy import Refused
from openamif.programmes.actions.import_programme_2021 import import_programme_2021
from openamif.programmes.actions.revise_version import ChangedMeanwhile
from openamif.programmes.actions.validate_version import validate_version
from openamif.programmes.models import Version
from openamif.programmes.policy import can_send
from openamif.programmes.queries import content_of
from openamif.record.actions.keep_document import keep_document
from tests.factories.programmes import DAY_2021, FULL_2021, programme_2021
from tests.programmes.actions.trails import events

OTHERWISE = replace(FULL_2021, summary="Otherwise.")


@pytest.fixture
def source(db):
    return keep_document(b"A workbook.", name="be.xlsx", content_type="", by=None)


def imported(latest, content, source):
    return import_programme_2021(latest, content, revision=latest.revision, source=source, by=latest.entered_by)


def test_import_programme_2021_into_the_open_version(source):
    latest = programme_2021(is_adopted=False)
    made = imported(latest, OTHERWISE, source)
    assert (made.pk, made.label, made.source, made.revision) == (latest.pk, "1.0", source, 2)
    assert content_of(made).whole == OTHERWISE
    assert not can_send(latest.entered_by, made)


def test_import_programme_2021_after_an_adopted_version_begins_the_next(source):
    adopted = programme_2021(content=FULL_2021)
    made = imported(adopted, OTHERWISE, source)
    assert (made.label, made.continues, made.state) == ("2.0", adopted, "open")
    assert content_of(adopted).whole == FULL_2021
    assert content_of(made).whole == OTHERWISE
    assert events(made) == ["begun", "changed"]


def test_import_programme_2021_of_what_is_there_begins_nothing(source):
    adopted = programme_2021(content=FULL_2021)
    assert imported(adopted, FULL_2021, source) == adopted
    assert Version.objects.count() == 1


def test_import_programme_2021_is_refused_while_a_version_is_ready_or_somebody_was_quicker(source):
    latest = programme_2021(is_adopted=False)
    with pytest.raises(ChangedMeanwhile):
        import_programme_2021(latest, OTHERWISE, revision=9, source=source, by=latest.entered_by)
    ready = validate_version(latest, by=latest.entered_by, on=DAY_2021)
    with pytest.raises(Refused, match="version_in_progress"):
        imported(ready, OTHERWISE, source)
