"""Who may look after persons and read the trail: role by role."""

import pytest
from django.contrib.auth.models import AnonymousUser

from openamif.people.policy import Refused, can_administer_people, can_read_trail, is_known, require
from openamif.people.states import RoleKind
from tests.factories.people import person

pytestmark = pytest.mark.django_db
MAY_ADMINISTER = {RoleKind.ADMINISTRATOR}
MAY_READ_TRAIL = {RoleKind.ADMINISTRATOR, RoleKind.AUDIT_AUTHORITY}


@pytest.mark.parametrize("kind", RoleKind)
def test_people_are_administered_by_the_administrator_alone(kind):
    assert bool(can_administer_people(person(kind))) is (kind in MAY_ADMINISTER)


@pytest.mark.parametrize("kind", RoleKind)
def test_trail_is_read_by_administrator_and_auditor(kind):
    assert bool(can_read_trail(person(kind))) is (kind in MAY_READ_TRAIL)


@pytest.mark.parametrize("policy", [can_administer_people, can_read_trail])
def test_without_a_role_nothing_is_allowed(policy):
    assert not policy(person())
    assert not policy(AnonymousUser())
    assert not policy(person(RoleKind.ADMINISTRATOR, is_active=False))


def test_known_is_who_has_an_open_account():
    assert is_known(person())
    assert not is_known(person(is_active=False))
    assert is_known(AnonymousUser()).reason == "not_logged_in"


def test_refusal_carries_its_reason():
    with pytest.raises(Refused) as refusal:
        require(can_administer_people(person()))
    assert refusal.value.verdict.reason == "not_administrator"
