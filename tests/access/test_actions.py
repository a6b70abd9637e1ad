"""Letting in: each deed asks whether it may, is done once, and leaves its trail."""

import pytest
from django.db import IntegrityError, transaction

from openamif.access.actions.close_account import close_account
from openamif.access.actions.end_role import end_role
from openamif.access.actions.enter_organisation import enter_organisation
from openamif.access.actions.enter_person import enter_person
from openamif.access.actions.give_role import give_role
from openamif.access.actions.open_account import open_account
from openamif.access.policy import can_close_account, can_end_role
from openamif.people.models import Organisation, Person, Role
from openamif.people.policy import Refused
from openamif.people.queries import holdings
from openamif.people.states import RoleKind
from openamif.record.models import Trail
from openamif.record.queries import chain_state
from tests.factories.people import administrator, organisation, person, role, scope

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return administrator()


def last_event():
    return Trail.objects.latest("number")


def test_person_is_entered_without_a_password_and_without_her_name_in_the_trail(admin):
    entered = enter_person(name="Ada Byron", email="Ada@EXAMPLE.org", language="fr", by=admin)
    assert not entered.has_usable_password()
    assert entered.email == "Ada@example.org"
    event = last_event()
    assert (event.event, event.subject_pk, event.by) == ("person_entered", entered.pk, admin)
    assert "Byron" not in str(event.details) + event.reason


def test_account_is_closed_and_opened_again(admin):
    known = person(RoleKind.EVALUATOR)
    closed = close_account(known, reason="Left.", by=admin)
    assert not closed.is_active
    assert not holdings(closed).roles
    assert (last_event().event, last_event().reason) == ("person_closed", "Left.")
    opened = open_account(known, by=admin)
    assert holdings(opened).roles
    assert last_event().event == "person_opened"


def test_closing_and_opening_twice_leaves_one_event_each(admin):
    known = person()
    for _time in range(2):
        close_account(known, reason="Left.", by=admin)
    for _time in range(2):
        open_account(known, by=admin)
    assert Trail.objects.count() == 2


def test_role_is_given_and_ended(admin):
    known, body, whole = person(), organisation(), scope()
    given = give_role(known, kind=RoleKind.EVALUATOR, organisation=body, scope=whole, by=admin)
    expected = {"role": given.pk, "kind": "evaluator", "organisation": body.pk, "scope": whole.pk}
    assert (last_event().event, last_event().details) == ("role_given", expected)
    ended = end_role(given, reason="Done.", by=admin)
    assert ended.ended_at
    assert (last_event().event, last_event().subject_pk) == ("role_ended", known.pk)
    end_role(given, reason="Done again.", by=admin)
    assert Trail.objects.count() == 2


def test_role_given_twice_leaves_no_second_event(admin):
    said = {"kind": RoleKind.EVALUATOR, "organisation": organisation(), "scope": scope()}
    known = person()
    give_role(known, **said, by=admin)
    with pytest.raises(IntegrityError), transaction.atomic():
        give_role(known, **said, by=admin)
    assert Trail.objects.count() == 1
    assert chain_state().holds


def test_organisation_is_entered(admin):
    entered = enter_organisation(name="Fedasil", short_name="", kind="state_authority", country="BE", by=admin)
    assert Organisation.objects.get(name="Fedasil") == entered
    assert (last_event().event, last_event().subject_pk) == ("organisation_entered", entered.pk)


def test_nobody_closes_her_own_account(admin):
    assert can_close_account(admin, admin).reason == "own_account"
    with pytest.raises(Refused):
        close_account(admin, reason="Tired.", by=admin)
    assert Person.objects.get(pk=admin.pk).is_active


def test_nobody_ends_her_own_last_role_as_administrator(admin):
    last = admin.roles.get()
    assert can_end_role(admin, last).reason == "own_last_administrator_role"
    with pytest.raises(Refused):
        end_role(last, by=admin)
    second = role(admin, RoleKind.ADMINISTRATOR)
    assert can_end_role(admin, second)
    end_role(last, by=admin)
    assert Role.objects.held().filter(person=admin).count() == 1


def test_another_administrator_may_end_it(admin):
    assert can_end_role(administrator(), admin.roles.get())


@pytest.mark.parametrize("kind", [kind for kind in RoleKind if kind != RoleKind.ADMINISTRATOR])
def test_only_an_administrator_lets_in(kind, admin):
    by, known, body = person(kind), person(), organisation()
    given = role(known, RoleKind.EVALUATOR)
    deeds = (
        lambda: enter_person(name="Ada", email="ada@example.org", language="en", by=by),
        lambda: enter_organisation(name="Guild", short_name="", kind="ngo", country="BE", by=by),
        lambda: close_account(known, reason="No.", by=by),
        lambda: open_account(known, by=by),
        lambda: give_role(known, kind=RoleKind.EVALUATOR, organisation=body, scope=scope(), by=by),
        lambda: end_role(given, by=by),
    )
    for deed in deeds:
        with pytest.raises(Refused):
            deed()
    assert not Trail.objects.exists()


def test_an_administrator_gives_herself_no_role(admin):
    with pytest.raises(Refused, match="own_role"):
        give_role(admin, kind=RoleKind.RESPONSIBLE_AUTHORITY, organisation=organisation(), scope=scope(), by=admin)
    assert [role.kind for role in holdings(admin).roles] == [RoleKind.ADMINISTRATOR]
