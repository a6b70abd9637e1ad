"""Who reads which letters, and how they are found."""

import pytest

from openamif.letters.actions.queue_letters import queue_letters
from openamif.letters.models import Letter
from openamif.letters.policy import can_see_letters
from openamif.letters.queries import Sought, letter_for, letters_found
from openamif.people.queries import holdings
from openamif.people.states import RoleKind
from tests.factories.people import person
from tests.factories.programmes import responsible
from tests.letters.reported import DUE_ON, colleague, running
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def grant():
    grant = running()
    colleague(grant, name="Wanda Writer")
    queue_letters(on=DUE_ON)
    return grant


@pytest.mark.parametrize(
    ("kind", "allowed", "count"),
    [
        (RoleKind.ADMINISTRATOR, True, 1),
        (RoleKind.RESPONSIBLE_AUTHORITY, True, 1),
        (RoleKind.AUDIT_AUTHORITY, True, 1),
        (RoleKind.DELEGATED_AUTHORITY, True, 0),
        (RoleKind.BENEFICIARY, False, 0),
        (RoleKind.COMMITTEE_MEMBER, False, 0),
    ],
)
def test_who_reads_letters(grant, kind, allowed, count):
    reader = person(kind, scope=grant.programme.scope, of=grant.beneficiary)
    assert bool(can_see_letters(reader)) is allowed
    assert letters_found(holdings(reader), Sought()).count() == count
    assert (letter_for(holdings(reader), Letter.objects.get().pk) is not None) is (count == 1)


def test_an_officer_of_another_programme_reads_none(grant):
    assert letters_found(holdings(responsible(bare_programme(country="LU"))), Sought()).count() == 0


@pytest.mark.parametrize(
    ("sought", "count"),
    [
        ({"words": "wanda"}, 1),
        ({"words": "wanda BE/2019"}, 1),
        ({"words": "someone"}, 0),
        ({"kind": "report_due_soon"}, 1),
        ({"kind": "report_overdue"}, 0),
        ({"state": "queued"}, 1),
        ({"state": "sent"}, 0),
        ({"grant": 0}, 0),
    ],
)
def test_letters_are_found(grant, sought, count):
    held = holdings(responsible(grant.programme))
    assert letters_found(held, Sought(**sought)).count() == count
    assert letters_found(held, Sought(grant=grant.pk)).count() == 1
