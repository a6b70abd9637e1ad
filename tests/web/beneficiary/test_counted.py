"""A figure of a grant opened by its beneficiary: by its own references, for its partners by pseudonyms."""

import pytest
from django.urls import reverse

from openamif.record.models import Trail
from tests.factories import register
from tests.web.beneficiary.conftest import House

COURSE = "SO2.C2"


@pytest.fixture
def learner(house: House):
    known = register.participant(house.grant, by=house.member, reference="B-2", sex="female", birth_year=1990)
    register.event(known, by=house.member, in_activity=house.course)
    return known


def test_a_figure_leads_to_who_counts_by_the_references_of_the_beneficiary(house, member, at, learner):
    way = at("counted", COURSE)
    assert way in member.get(at("grant")).content.decode()
    shown = member.get(way).content.decode()
    assert "1 in all" in shown
    assert ">B-2<" in shown
    assert reverse("beneficiary:participant", args=[learner.pk]) in shown
    assert "Language course" in shown
    assert not Trail.objects.filter(event="opened").exists()


def test_a_partner_sees_pseudonyms_and_leaves_a_trail(house, client, at, learner):
    house.grant.partners.create(organisation=house.rival.roles.get().organisation)
    client.force_login(house.rival)
    shown = client.get(at("counted", COURSE)).content.decode()
    assert "Evidence asked for: File of the support given" in shown
    assert "B-2" not in shown
    assert str(learner.subject) in shown
    (row,) = Trail.objects.filter(event="opened", by=house.rival)
    assert row.details["indicator"] == COURSE


@pytest.mark.parametrize("code", ["SO1.C1", "NOPE", "x" * 500])
def test_no_indicator_of_another_objective_is_opened(house, member, at, code):
    assert member.get(at("counted", code)).status_code == 404


@pytest.mark.parametrize("page", ["0", "99", "-1", "x", "9" * 5000])
def test_any_page_is_the_nearest_there_is(house, member, at, learner, page):
    assert "1 in all" in member.get(f"{at('counted', COURSE)}?page={page}").content.decode()


def test_nobody_opens_the_figures_of_another_beneficiary(house, client, at, learner):
    client.force_login(house.rival)
    assert client.get(at("counted", COURSE)).status_code == 404
