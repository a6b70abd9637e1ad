"""Entering organisations and correcting what is known of them."""

from datetime import date

import pytest
from django.urls import reverse

from openamif.grants.models import Grant
from openamif.people.models import Organisation
from openamif.people.states import RoleKind
from openamif.record.models import Trail
from openamif.reports.actions.count_tallies import count_tallies
from openamif.reports.models import Tally
from openamif.web.administration.forms import OrganisationForm
from tests.factories.people import administrator, organisation, person
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db
SAID = {"name": "Red Cross", "short_name": "RC", "kind": "ngo", "legal_form": "private_law", "country": "BE"}


def page_of(body):
    return reverse("administration:organisation", args=[body.pk])


@pytest.fixture
def admin(client):
    made = administrator(name="Ada Administrator", of=organisation("The Authority"))
    client.force_login(made)
    return made


@pytest.mark.parametrize("kind", ["", *RoleKind])
def test_page_opens_for_administrators_alone(client, kind):
    client.force_login(person(kind))
    found = client.get(page_of(organisation("Guild")))
    assert found.status_code == (200 if kind == RoleKind.ADMINISTRATOR else 403)


def test_nothing_is_there_of_an_unknown_number(client, admin):
    assert client.get(reverse("administration:organisation", args=[999])).status_code == 404


def test_each_field_asked_is_on_both_pages(client, admin):
    for address in (reverse("administration:organisation_enter"), page_of(organisation("Guild"))):
        html = client.get(address).content.decode()
        assert [name for name in OrganisationForm.base_fields if f'name="{name}"' not in html] == []


def test_what_is_wrong_is_corrected_and_the_trail_keeps_what_was(client, admin):
    body = organisation("Red Crosss", kind="state_authority")
    client.post(page_of(body), {**SAID, "enterprise_number": "0202.239.951"})
    body.refresh_from_db()
    assert (body.name, body.kind, body.legal_form) == ("Red Cross", "ngo", SAID["legal_form"])
    assert body.enterprise_number == "0202239951"
    event = Trail.objects.get(event="organisation_changed")
    assert ["name", "Red Crosss", "Red Cross"] in event.details["changes"]
    assert "Name: “Red Crosss” became “Red Cross”" in client.get(page_of(body)).content.decode()


def test_a_body_of_a_third_country_is_corrected_too(client, admin):
    body = organisation("Refugee Counsil", country="CH")
    client.post(page_of(body), {**SAID, "name": "Refugee Council", "country": "CH"})
    body.refresh_from_db()
    assert (body.name, body.country) == ("Refugee Council", "CH")


def test_what_is_the_same_leaves_no_event(client, admin):
    body = Organisation.objects.create(**SAID)
    client.post(page_of(body), SAID)
    assert not Trail.objects.filter(event="organisation_changed").exists()


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"name": "the guild"}, "name"),
        ({"enterprise_number": "0202.239.951"}, "enterprise_number"),
        ({"enterprise_number": "0202.239.952"}, "enterprise_number"),
        ({"vat_number": "BE0202239951"}, "vat_number"),
        ({"kind": ""}, "kind"),
    ],
)
def test_what_cannot_be_is_refused_and_kept_in_the_form(client, admin, said, field):
    numbers = {"enterprise_number": "0202239951", "vat_number": "BE0202239951"}
    Organisation.objects.create(name="The Guild", kind="ngo", country="BE", **numbers)
    body = organisation("Red Cross")
    found = client.post(page_of(body), {**SAID, **said})
    assert list(found.context["form"].errors) == [field]
    assert found.context["form"][field].value() == said[field]
    body.refresh_from_db()
    assert body.short_name == ""


def test_whose_number_it_is_and_how_one_is_written_is_told(client, admin):
    Organisation.objects.create(name="The Guild", kind="ngo", country="BE", enterprise_number="0202239951")
    page = page_of(organisation("Red Cross"))
    html = client.post(page, {**SAID, "enterprise_number": "0202.239.951"}).content.decode()
    assert "The Guild has this number already" in html
    html = client.post(page, {**SAID, "enterprise_number": "0202", "vat_number": "0202"}).content.decode()
    assert "“0202” is no enterprise number of this country" in html
    assert "“0202” is no VAT number" in html


def test_of_another_kind_its_grants_count_otherwise(client, admin, django_capture_on_commit_callbacks):
    body = organisation("Town", kind="ngo")
    made = Grant.objects.create(
        programme=bare_programme(period="2021-2027"),
        reference="BE/AMIF/2023/1",
        objective="SO2",
        beneficiary=body,
        intervention_fields="II.004",
        procedure="open_call",
        state="signed",
        signed_on=date(2023, 1, 1),
        starts_on=date(2023, 1, 1),
        ends_on=date(2024, 12, 31),
        eligible_amount=1,
        union_amount=1,
    )
    count_tallies(made.programme)
    assert not Tally.objects.filter(grant=made, indicator="O.2.7").exists()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(page_of(body), {**SAID, "kind": "local_public_body"})
    assert Tally.objects.get(grant=made, indicator="O.2.7").number == 1
