"""Things delivered on the pages of a beneficiary: none recorded twice unsaid, no correction that changes nothing."""

import pytest
from django.urls import reverse

from openamif.register.models import Event, Output
from tests.factories import register

BUS = {"kind": "equipment", "name": "Bus", "happened_on": "2019-04-01", "quantity": "1"}


def correction_of(recorded, what="output"):
    return reverse(f"beneficiary:{what}_correct", args=[recorded.pk])


def test_the_same_thing_again_is_told_and_not_recorded(member, at):
    member.post(at("output_enter"), BUS)
    page = member.post(at("output_enter"), BUS, follow=True)
    assert "recorded already" in page.content.decode()
    assert Output.objects.count() == 1


@pytest.mark.parametrize("said", [{"quantity": "2"}, {"name": "bus", "quantity": "2"}])
def test_the_same_thing_with_another_quantity_leads_to_its_correction(member, at, said):
    member.post(at("output_enter"), BUS)
    page = member.post(at("output_enter"), BUS | said)
    assert page.status_code == 422
    assert "a name of its own" in page.content.decode()
    assert correction_of(Output.objects.get()) in page.content.decode()
    assert page.context["form"]["quantity"].value() == "2"


def test_another_name_or_day_is_another_thing(member, at):
    for said in ({}, {"name": "Bus 2"}, {"happened_on": "2019-04-02"}):
        assert member.post(at("output_enter"), BUS | said).status_code == 302
    assert Output.objects.count() == 3


def test_a_thing_does_not_become_one_that_stands_already(member, at):
    for name in ("Bus", "Van"):
        member.post(at("output_enter"), BUS | {"name": name})
    page = member.post(correction_of(Output.objects.get(name="Van")), BUS | {"reason": "x"})
    assert page.status_code == 422
    assert "already" in page.context["form"].errors["happened_on"][0]
    assert Output.objects.count() == 2


def test_a_correction_that_changes_nothing_is_refused_in_words(member, house, at):
    member.post(at("output_enter"), BUS)
    came = register.event(*house.participants(), by=house.member, in_activity=house.course)
    day = {"happened_on": came.happened_on.isoformat(), "hours": "" if came.hours is None else str(came.hours)}
    sent = {
        correction_of(Output.objects.get()): BUS,
        correction_of(came, "event"): {"activity": str(house.course.pk), **day},
    }
    for address, said in sent.items():
        page = member.post(address, said | {"reason": "misread"})
        assert page.status_code == 422
        assert "Nothing differs" in page.content.decode()
        assert page.context["form"]["reason"].value() == "misread"
    assert (Output.objects.count(), Event.objects.count()) == (1, 1)
