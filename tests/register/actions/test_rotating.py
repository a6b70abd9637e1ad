"""A key is added to the ring and every code passes through it: everybody is still recognised."""

from datetime import date

import pytest

from openamif.methods.pseudonyms import Identity
from openamif.register.actions import rotate_key as module
from openamif.register.models import Pseudonym, Subject
from openamif.register.queries.keys import RingUnfit
from openamif.web.command import main
from tests.factories import register

pytestmark = pytest.mark.django_db
OLD, NEW = "0" * 64, "1" * 64
FATIMA = Identity("85.07.30-033 28", "Amrani", "Fatima", date(1985, 7, 30))


@pytest.fixture(autouse=True)
def ring(settings):
    settings.REGISTER_KEYS = OLD


def test_everybody_is_still_recognised(grant, by, settings, capsys, monkeypatch):
    monkeypatch.setattr(module, "PART", 2)
    known = [register.participant(grant, by=by, identity=FATIMA), register.participant(grant, by=by, reference="X")]
    before = set(Pseudonym.objects.values_list("code", flat=True))
    settings.REGISTER_KEYS = f"{OLD}, {NEW}"
    with pytest.raises(RingUnfit):
        register.participant(grant, by=by)
    assert next(iter(module.rotate_key())) == 2
    assert main(["register", "rotate-key"]) == 0
    assert "every code has passed" in capsys.readouterr().out
    assert not before & set(Pseudonym.objects.values_list("code", flat=True))
    other = register.signed_grant(grant.programme)
    again = register.participant(other, by=register.filler(other), identity=FATIMA)
    assert again.subject_id == known[0].subject_id
    alike = register.participant(
        other, by=register.filler(other), identity=Identity("", "Amrany", "Fatma", FATIMA.born_on)
    )
    assert alike.subject.likeness == Subject.objects.get(pk=again.subject_id).likeness
    assert main(["register", "rotate-key"]) == 0


def test_a_ring_that_lost_its_last_key_is_noticed(grant, by, settings):
    settings.REGISTER_KEYS = f"{OLD} {NEW}"
    register.participant(grant, by=by)
    settings.REGISTER_KEYS = OLD
    with pytest.raises(RingUnfit):
        register.participant(grant, by=by)
