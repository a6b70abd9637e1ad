"""The demonstration is played once, by a command, and as a whole or not at all."""

import pytest
from django.core.management import call_command

from openamif.demo.people import PASSWORD, PEOPLE
from openamif.demo.play import is_played, play
from openamif.people.models import Person, Role
from openamif.programmes.models import Programme
from openamif.record.models import Trail

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_it_is_played_once_and_says_who_can_log_in(capsys):
    assert not is_played()
    call_command("play_demo")
    first = capsys.readouterr().out
    assert is_played()
    assert PASSWORD in first
    assert all(player.email in first for player in PEOPLE)
    events = Trail.objects.count()
    call_command("play_demo")
    assert capsys.readouterr().out == first
    assert Trail.objects.count() == events
    assert Programme.objects.count() == 2


def test_a_play_that_fails_leaves_nothing(monkeypatch):
    def fail(*args):
        raise RuntimeError

    monkeypatch.setattr("openamif.demo.play.play_rights", fail)
    with pytest.raises(RuntimeError):
        play()
    assert not Person.objects.exists()
    assert not Role.objects.exists()
