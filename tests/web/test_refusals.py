"""The page of a refusal says who can help, and sends nobody for a role that would not help."""

import pytest
from django.urls import reverse

from openamif.grants.models import GrantRight
from openamif.people.policy import Verdict
from openamif.people.states import RoleKind
from openamif.web.errors import BY_RIGHT, NO_ROLE_HELPS, STANDS_OTHERWISE, refusal
from openamif.web.labels import REFUSALS
from tests.factories import grants, people, programmes

pytestmark = pytest.mark.django_db
ROLE = "for the role"


@pytest.fixture
def grant():
    return grants.signed(programmes.programme(), beneficiary=people.organisation("House of the Four Winds"))


def member(grant, right, name, of=None):
    made = people.person(RoleKind.BENEFICIARY, scope=grant.programme.scope, of=of or grant.beneficiary, name=name)
    GrantRight.objects.create(grant=grant, person=made, right=right)
    return made


def refused(client, grant, reader):
    client.force_login(reader)
    page = client.get(reverse("beneficiary:participant_enter", args=[grant.pk]))
    assert page.status_code == 403
    return page.content.decode()


def test_a_colleague_learns_who_of_her_organisation_gives_the_right(client, grant):
    member(grant, "sign", "Sybil Signer")
    member(grant, "edit", "Eddy Editor")
    html = refused(client, grant, member(grant, "view", "Vera Viewer"))
    assert "given by: Sybil Signer." in html
    assert "Eddy" not in html
    assert ROLE not in html


def test_whoever_signs_for_another_body_is_not_named(client, grant):
    partner = people.organisation("A partner")
    grant.partners.create(organisation=partner)
    member(grant, "sign", "Paul Partner", of=partner)
    html = refused(client, grant, member(grant, "view", "Vera Viewer"))
    assert "Paul" not in html
    assert "or by the authority that looks after it" in html


def test_whoever_is_of_neither_is_sent_for_the_role(client, grant):
    partner = people.organisation("A partner")
    grant.partners.create(organisation=partner)
    member(grant, "sign", "Sybil Signer")
    html = refused(client, grant, member(grant, "view", "Paul Partner", of=partner))
    assert "Sybil" not in html


@pytest.mark.parametrize(("reason", "told"), [("four_eyes", False), ("own_role", False), ("not_administrator", True)])
def test_a_role_is_named_only_where_it_helps(rf, reason, told):
    asked = rf.get("/")
    asked.user = people.person()
    assert (ROLE in refusal(asked, Verdict(False, reason)).content.decode()) == told


def test_reasons_told_apart_are_reasons():
    assert set(REFUSALS) >= NO_ROLE_HELPS | BY_RIGHT | STANDS_OTHERWISE
