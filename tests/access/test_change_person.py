"""What is wrong of a person is corrected; the trail says that it was, and names nobody."""

import pytest
from django.db import IntegrityError, transaction

from openamif.access.actions.change_person import change_person
from openamif.access.queries import changes_by_event
from openamif.people.models import PersonChange
from openamif.people.policy import Refused
from openamif.people.states import RoleKind
from openamif.record.models import Trail
from tests.factories.people import administrator, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return administrator()


@pytest.fixture
def known():
    return person(name="Ada Byrom", email="ada@exmaple.org", language="fr")


def test_each_field_is_corrected_and_what_it_was_is_kept_beside_the_trail(admin, known):
    said = {"name": "Ada Byron", "email": "ada@EXAMPLE.org", "language": "nl"}
    assert change_person(known, **said, by=admin) == ("name", "email", "language")
    known.refresh_from_db()
    assert (known.name, known.email, known.language) == ("Ada Byron", "ada@example.org", "nl")
    event = Trail.objects.get()
    assert (event.event, event.subject_pk, event.by) == ("person_changed", known.pk, admin)
    assert event.details == {"fields": ["name", "email", "language"]}
    kept = [(each.field, each.before, each.after) for each in changes_by_event([event.number])[event.number]]
    assert kept[1] == ("email", "ada@exmaple.org", "ada@example.org")


def test_what_is_the_same_leaves_no_event(admin, known):
    assert change_person(known, name=known.name, email=known.email, by=admin) == ()
    assert not Trail.objects.exists()


def test_an_address_of_somebody_else_changes_nothing(admin, known):
    person(email="eve@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        change_person(known, email="EVE@example.org", by=admin)
    assert not PersonChange.objects.exists()


@pytest.mark.parametrize("kind", [kind for kind in RoleKind if kind != RoleKind.ADMINISTRATOR])
def test_only_an_administrator_corrects(known, kind):
    with pytest.raises(Refused):
        change_person(known, name="Eve", by=person(kind))
