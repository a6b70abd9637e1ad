"""What the database refuses about persons, bodies, scopes and roles."""

import pytest

from openamif.people.models import AccessKey, Organisation, Person, PersonChange, Role, Scope
from openamif.people.states import RoleKind
from tests.constraints import forbidden
from tests.factories.people import organisation, person, role, scope

pytestmark = pytest.mark.django_db


def test_organisation_is_of_a_known_kind():
    with forbidden("organisation_is_of_a_known_kind"):
        Organisation.objects.create(name="Guild", kind="guild")


def test_organisation_legal_form_is_known():
    Organisation.objects.create(name="Town", kind="local_public_body", legal_form="public_law")
    with forbidden("organisation_legal_form_is_known"):
        Organisation.objects.create(name="Guild", kind="ngo", legal_form="guild")


def test_organisation_is_entered_once():
    organisation("Fedasil")
    with forbidden("organisation_is_entered_once"):
        organisation("FEDASIL")
    organisation("Fedasil", country="FR")


def test_scope_covers_objectives_only_as_a_part():
    whole = scope()
    scope(parent=whole, objectives=("SO1.NO1",))
    with forbidden("scope_covers_objectives_only_as_a_part"):
        scope(objectives=("SO1.NO1",))


def test_person_reads_a_language_of_the_site():
    with forbidden("person_reads_a_language_of_the_site"):
        person(language="es")


def test_person_has_one_account_an_address():
    person(email="ada@example.org")
    with forbidden("person_has_one_account_an_address"):
        person(email="ADA@example.org")


def test_role_is_of_a_known_kind():
    with forbidden("role_is_of_a_known_kind"):
        role(person(), "king")


def test_role_has_a_scope_unless_administrator():
    holder, body, whole = person(), organisation(), scope()
    name = "role_has_a_scope_unless_administrator"

    def give(kind, held_for):
        return Role.objects.create(person=holder, kind=kind, organisation=body, scope=held_for)

    with forbidden(name):
        give(RoleKind.EVALUATOR, None)
    with forbidden(name):
        give(RoleKind.ADMINISTRATOR, whole)
    give(RoleKind.EVALUATOR, whole)
    give(RoleKind.ADMINISTRATOR, None)


@pytest.mark.parametrize("kind", [RoleKind.EVALUATOR, RoleKind.ADMINISTRATOR])
def test_role_is_held_once(kind):
    holder, body, whole = person(), organisation(), scope()
    first = role(holder, kind, scope=whole, of=body)
    with forbidden("role_is_held_once"):
        role(holder, kind, scope=whole, of=body)
    first.ended_at = first.given_at
    first.save()
    role(holder, kind, scope=whole, of=body)


def test_scope_that_is_needed_stays():
    whole = scope()
    role(person(), RoleKind.EVALUATOR, scope=whole)
    with pytest.raises(Exception, match="protected"):
        whole.delete()
    assert Scope.objects.contains(whole)


def test_person_is_found_by_an_address_in_capitals_only_while_the_account_is_open():
    known = person(email="ada@example.org")
    assert Person.objects.open_by_address(["nobody@example.org", "ADA@example.org"]) == known
    known.is_active = False
    known.save()
    assert Person.objects.open_by_address(["ada@example.org"]) is None


def test_organisation_enterprise_number_is_its_own():
    for name in ("a", "b"):
        Organisation.objects.create(name=name, kind="ngo")
    Organisation.objects.create(name="c", kind="ngo", enterprise_number="0123456749")
    Organisation.objects.create(name="d", kind="ngo", enterprise_number="0123456749", country="NL")
    with forbidden("organisation_enterprise_number_is_its_own"):
        Organisation.objects.create(name="e", kind="ngo", enterprise_number="0123456749")


def test_organisation_vat_number_is_its_own():
    Organisation.objects.create(name="a", kind="ngo", vat_number="BE0123456749")
    with forbidden("organisation_vat_number_is_its_own"):
        Organisation.objects.create(name="b", kind="ngo", vat_number="BE0123456749", country="NL")


def test_access_key_has_a_name():
    holder = person()
    with forbidden("access_key_has_a_name"):
        AccessKey.objects.create(person=holder, name="", digest="0" * 64)


def test_person_change_is_noted_once():
    said = {"person": person(), "number": 1, "field": "name", "before": "Adda", "after": "Ada"}
    PersonChange.objects.create(**said)
    with forbidden("person_change_is_noted_once"):
        PersonChange.objects.create(**said)
