"""A part of a programme, entered by the administrator and held by a delegated authority."""

import pytest
from django.urls import reverse

from openamif.people.models import Scope
from openamif.people.states import RoleKind
from openamif.record.models import Trail
from tests.factories import people
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    ada = people.person(RoleKind.ADMINISTRATOR)
    client.force_login(ada)
    return ada


def test_a_part_is_entered_with_its_objectives_and_its_trail(client, administrator):
    whole = bare_programme().scope
    given = {"whole": whole.pk, "name": "Integration in Flanders", "objectives": ["SO2.NO2", "SO2.NO3"]}
    answer = client.post(reverse("administration:part_enter"), given)
    assert answer.status_code == 302
    part = Scope.objects.get(name="Integration in Flanders")
    assert (part.parent, part.objectives) == (whole, ["SO2.NO2", "SO2.NO3"])
    event = Trail.objects.get(event="part_entered")
    assert (event.by, event.subject_pk) == (administrator, part.pk)


def test_a_part_without_objectives_is_refused_and_what_was_typed_stays(client, administrator):
    whole = bare_programme().scope
    answer = client.post(reverse("administration:part_enter"), {"whole": whole.pk, "name": "Nothing"})
    assert "Nothing" in answer.content.decode()
    assert not Scope.objects.filter(name="Nothing").exists()


def test_a_second_part_of_one_name_is_refused(client, administrator):
    whole = bare_programme().scope
    people.scope("Integration", parent=whole, objectives=("SO2.NO2",))
    given = {"whole": whole.pk, "name": "INTEGRATION", "objectives": ["SO2.NO3"]}
    html = client.post(reverse("administration:part_enter"), given).content.decode()
    assert "This programme has a part “INTEGRATION” already" in html
    assert (
        client.post(
            reverse("administration:part_enter"), given | {"whole": bare_programme(country="NL").scope_id}
        ).status_code
        == 302
    )


def test_what_is_no_programme_has_no_parts(client, administrator):
    given = {"whole": people.scope("Nothing yet").pk, "name": "Integration", "objectives": ["SO1", "SO2.NO2"]}
    answer = client.post(reverse("administration:part_enter"), given)
    assert "Nothing yet" not in answer.content.decode()
    assert list(answer.context["form"].errors) == ["whole"]


def test_a_part_is_not_a_whole_to_make_parts_of(client, administrator):
    part = people.scope(parent=people.scope(), objectives=("SO2",))
    given = {"whole": part.pk, "name": "Part of a part", "objectives": ["SO2.NO2"]}
    client.post(reverse("administration:part_enter"), given)
    assert not Scope.objects.filter(name="Part of a part").exists()


@pytest.mark.parametrize(
    ("period", "objectives", "is_entered"),
    [
        ("2021-2027", ["SO2"], True),
        ("2021-2027", ["SO2.NO2"], False),
        ("2021-2027", ["TA"], False),
        ("2014-2020", ["SO2.NO2"], True),
        ("2014-2020", ["SO2"], False),
    ],
)
def test_a_part_has_objectives_of_the_period_of_its_programme(client, administrator, period, objectives, is_entered):
    programme = bare_programme(period=period)
    given = {"whole": programme.scope_id, "name": "Integration", "objectives": objectives}
    client.post(reverse("administration:part_enter"), given)
    assert Scope.objects.filter(name="Integration", parent=programme.scope).exists() is is_entered


def test_a_delegated_authority_is_given_its_part_and_never_the_whole(client, administrator):
    programme, delegate = bare_programme(), people.person()
    part = people.scope("Integration", parent=programme.scope, objectives=("SO2.NO2",))
    page = reverse("administration:person_role_give", args=[delegate.pk])
    given = {"kind": RoleKind.DELEGATED_AUTHORITY, "organisation": people.organisation().pk}
    refused = client.post(page, given | {"scope": programme.scope_id})
    assert "choose the part" in refused.content.decode()
    assert client.post(page, given | {"scope": part.pk}).status_code == 302
    assert delegate.roles.get().scope == part
