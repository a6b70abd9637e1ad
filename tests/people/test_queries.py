"""What a person holds."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from openamif.people.queries import holdings, organisation_of
from openamif.people.states import RoleKind
from tests.factories.people import organisation, person, role, scope

pytestmark = pytest.mark.django_db


def test_holdings_are_read_once(django_assert_num_queries):
    reader = person(RoleKind.EVALUATOR)
    with django_assert_num_queries(1):
        assert holdings(reader).holds(RoleKind.EVALUATOR)
        assert not holdings(reader).holds(RoleKind.BENEFICIARY)


def test_holdings_of_a_stranger_and_of_a_closed_account_are_empty():
    assert not holdings(AnonymousUser()).roles
    assert not holdings(person(RoleKind.ADMINISTRATOR, is_active=False)).roles


def test_role_that_has_ended_is_not_held():
    reader = person()
    ended = role(reader, RoleKind.EVALUATOR)
    ended.ended_at = timezone.now()
    ended.save()
    assert not holdings(reader).roles


def test_part_leads_to_its_whole():
    whole = scope()
    part = scope(parent=whole, objectives=("SO2.NO2",))
    reader = person(RoleKind.BENEFICIARY, scope=part)
    assert holdings(reader).scope_ids() == {whole.pk, part.pk}
    assert [held.scope for held in holdings(reader).parts_of(whole.pk)] == [part]
    assert not holdings(reader).holds(RoleKind.BENEFICIARY, scope_id=whole.pk)


def test_body_acted_for_is_that_of_the_first_role():
    body = organisation()
    assert organisation_of(person(RoleKind.EVALUATOR, of=body)) == body
    assert organisation_of(person()) is None
