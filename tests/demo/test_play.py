"""The demonstration: played once, whole, through the actions, and dated so that it can be read today."""

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command

from openamif.demo.grants import BENEFICIARIES
from openamif.demo.people import ORGANISATIONS, PASSWORD, PEOPLE
from openamif.demo.play import DECISION, DOCUMENT, is_played, play
from openamif.people.models import Organisation, Person, Role
from openamif.people.queries import holdings
from openamif.programmes.models import Programme, Version
from openamif.programmes.policy import part_of
from openamif.programmes.queries import content_of, decision_on_changes, findings_of
from openamif.programmes.states import VersionState
from openamif.record.models import Document, Trail
from openamif.record.queries import file_is_intact, trail_breaks
from openamif.rules.finding import Severity
from openamif.sfc.reader_2014 import read_bytes
from tests.factories.programmes import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_it_is_played_once(capsys):
    assert not is_played()
    call_command("play_demo")
    first = capsys.readouterr().out
    assert is_played()
    events = Trail.objects.count()
    call_command("play_demo")
    assert capsys.readouterr().out == first
    assert Trail.objects.count() == events
    assert Programme.objects.count() == 1


def test_it_prints_who_can_log_in(capsys):
    call_command("play_demo")
    said = capsys.readouterr().out
    assert PASSWORD in said
    assert all(player.email in said for player in PEOPLE)


def test_everyone_logs_in_with_the_role_that_is_printed():
    play()
    for player in PEOPLE:
        person = authenticate(username=player.email, password=PASSWORD) or Person.objects.get(email=player.email)
        assert person.check_password(PASSWORD)
        assert person.language == player.language
        assert holdings(person).holds(player.kind), player.email
    assert Organisation.objects.count() == len(ORGANISATIONS) + len(BENEFICIARIES)


def test_the_delegated_authority_holds_its_part():
    play()
    (programme,) = Programme.objects.all()
    for player in PEOPLE:
        if holdings(Person.objects.get(email=player.email)).scope_ids():
            assert part_of(Person.objects.get(email=player.email), programme) == (player.objectives or None)


def test_the_programme_is_in_force_with_its_next_version_open():
    play()
    adopted, draft = Version.objects.order_by("pk")
    assert (adopted.state, adopted.label, adopted.decision_reference) == (
        VersionState.ADOPTED_BY_COMMISSION,
        "5.1",
        DECISION,
    )
    assert (draft.state, draft.label, draft.continues) == (VersionState.OPEN, "6.0", adopted)
    assert adopted.sent_by not in (adopted.entered_by, adopted.validated_by)
    assert content_of(adopted).document == read_bytes(DOCUMENT.read_bytes()).programme


def test_nothing_stops_the_next_version_and_it_needs_no_decision():
    play()
    draft = Version.objects.get(state=VersionState.OPEN)
    failing = [each for each in findings_of(draft, on=DAY) if not each.holds]
    assert not [each.rule for each in failing if each.severity == Severity.ERROR]
    assert not decision_on_changes(draft, on=DAY).needed


def test_the_trail_holds_and_the_files_are_as_they_came():
    play()
    assert list(trail_breaks()) == []
    events = set(Trail.objects.values_list("event", flat=True))
    assert events >= {"begun", "validate", "send", "accept_decision", "adopt", "changed"}
    documents = Document.objects.all().order_by("pk")
    assert len(documents) == 2
    assert all(file_is_intact(each) for each in documents)


def test_a_play_that_fails_leaves_nothing(monkeypatch):
    def fail(*args):
        raise RuntimeError

    monkeypatch.setattr("openamif.demo.play._next_version", fail)
    with pytest.raises(RuntimeError):
        play()
    assert not Person.objects.exists()
    assert not Role.objects.exists()
