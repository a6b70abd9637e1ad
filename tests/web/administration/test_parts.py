"""A part of a programme, entered by the administrator and held by a delegated authority."""

import pytest
from django.urls import reverse

from openamif.people.models import Scope
from openamif.people.states import RoleKind
from openamif.record.models import Trail
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    ada = people.person(RoleKind.ADMINISTRATOR)
    client.force_login(ada)
    return ada


def test_a_part_is_entered_with_its_objectives_and_its_trail(client, administrator):
    whole = people.scope()
    given = {"whole": whole.pk, "name": "Integration in Flanders", "objectives": ["SO2.NO2", "SO2.NO3"]}
    answer = client.post(reverse("administration:part_enter"), given)
    assert answer.status_code == 302
    part = Scope.objects.get(name="Integration in Flanders")
    assert (part.parent, part.objectives) == (whole, ["SO2.NO2", "SO2.NO3"])
    event = Trail.objects.get(event="part_entered")
    assert (event.by, event.subject_pk) == (administrator, part.pk)


def test_a_part_without_objectives_is_refused_and_what_was_typed_stays(client, administrator):
    whole = people.scope()
    answer = client.post(reverse("administration:part_enter"), {"whole": whole.pk, "name": "Nothing"})
    assert "Nothing" in answer.content.decode()
    assert not Scope.objects.filter(name="Nothing").exists()


def test_a_part_is_not_a_whole_to_make_parts_of(client, administrator):
    part = people.scope(parent=people.scope(), objectives=("SO2",))
    given = {"whole": part.pk, "name": "Part of a part", "objectives": ["SO2.NO2"]}
    client.post(reverse("administration:part_enter"), given)
    assert not Scope.objects.filter(name="Part of a part").exists()
