"""Looking after persons, roles and organisations."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from openamif.people.models import Organisation, Person, Role
from openamif.people.states import RoleKind
from openamif.record.models import Trail
from openamif.web.above import page_above
from tests.factories.people import administrator, organisation, person, role, scope

pytestmark = pytest.mark.django_db
LISTS = ("persons", "person_enter", "organisations", "organisation_enter", "trail")


def at(name, *args):
    return reverse(f"administration:{name}", args=args)


@pytest.fixture
def admin(client):
    made = administrator(name="Ada Administrator", of=organisation("The Authority"))
    client.force_login(made)
    return made


@pytest.mark.parametrize("kind", ["", *RoleKind])
@pytest.mark.parametrize("name", LISTS)
def test_door_opens_by_role(client, kind, name):
    client.force_login(person(kind))
    may = kind == RoleKind.ADMINISTRATOR or (name == "trail" and kind == RoleKind.AUDIT_AUTHORITY)
    assert client.get(at(name)).status_code == (200 if may else 403)


@pytest.mark.parametrize("name", LISTS)
def test_strangers_are_sent_to_the_log_in_page(client, name):
    assert client.get(at(name)).url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", ["person", "person_close", "person_role_end"])
def test_what_is_not_there_is_not_found(client, admin, name):
    assert client.get(at(name, 999)).status_code == 404


@pytest.mark.parametrize("name", ["person_send_link", "person_open", "person_role_give"])
def test_deeds_are_not_done_by_looking(client, admin, name):
    address = at(name, person().pk)
    assert client.get(address).headers["Location"] == page_above(address)


def test_persons_are_listed_with_their_roles(client, admin):
    person(RoleKind.EVALUATOR, scope=scope("Belgium 2014-2020"), name="Eve Evaluator")
    html = client.get(at("persons")).content.decode()
    assert "Eve Evaluator" in html
    assert "Evaluator: Belgium 2014-2020" in html
    Person.objects.filter(pk=admin.pk).update(language="fr")
    html = client.get(at("persons")).content.decode()
    assert "Évaluateur\u00a0: Belgium 2014-2020" in html


def test_the_language_of_a_person_is_told_by_its_name(client, admin):
    assert "Nederlands" in client.get(at("person", person(language="nl").pk)).content.decode().partition("Roles")[0]


def test_persons_are_found_by_name_or_address(client, admin):
    for name in ("Eve Evaluator", "Otto Officer"):
        person(name=name, email=f"{name.split()[0].lower()}@example.org")
    for words in ("evaluator", "EVE@"):
        html = client.get(at("persons"), {"q": words}).content.decode()
        assert "Eve Evaluator" in html
        assert "Otto Officer" not in html
    assert "Nobody of that name" in client.get(at("persons"), {"q": "zzz"}).content.decode()


@pytest.mark.parametrize(("number", "page", "shown"), [(60, 1, 50), (60, 2, 11), (60, 99, 11), (60, "x", 50)])
def test_persons_come_by_pages_of_fifty(client, admin, number, page, shown):
    Person.objects.bulk_create(Person(name=f"N {n}", email=f"n{n}@example.org") for n in range(number))
    assert len(client.get(at("persons"), {"page": page}).context["rows"]) == shown


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_persons(client, admin, django_assert_num_queries, number):
    for _each in range(number):
        role(person(RoleKind.EVALUATOR), RoleKind.BENEFICIARY)
    with django_assert_num_queries(6):
        client.get(at("persons"))


def test_person_is_entered_and_gets_a_link_to_choose_her_password(client, admin):
    said = {"name": "Eve", "email": "eve@example.org", "language": "fr"}
    response = client.post(at("person_enter"), said)
    eve = Person.objects.get(email="eve@example.org")
    assert response.url == at("person", eve.pk)
    assert (eve.language, eve.has_usable_password()) == ("fr", False)
    (letter,) = mail.outbox
    assert letter.to == ["eve@example.org"]
    link = re.search(r"http://testserver(\S+)", letter.body)[1]
    assert link not in client.get(response.url).content.decode()
    client.logout()
    action = client.get(link, follow=True).redirect_chain[-1][0]
    new = "quite another sentence"
    client.post(action, {"password1": new, "password2": new})
    assert client.post(reverse("account_login"), {"login": "eve@example.org", "password": new}).status_code == 302


@pytest.mark.parametrize(
    "said",
    [
        {"name": "", "email": "eve@example.org", "language": "fr"},
        {"name": "Eve", "email": "not an address", "language": "fr"},
        {"name": "Eve", "email": "KNOWN@example.org", "language": "fr"},
        {"name": "Eve", "email": "eve@example.org", "language": "es"},
        {"name": "Eve", "email": f"eve@{'a' * 60}.{'b' * 60}.{'c' * 60}.{'d' * 60}.example.org", "language": "fr"},
    ],
)
def test_person_who_cannot_be_entered_is_refused_in_words(client, admin, said):
    person(email="known@example.org")
    response = client.post(at("person_enter"), said)
    assert response.status_code == 200
    assert "Please correct this first" in response.content.decode()
    assert not mail.outbox


def test_a_refused_address_is_told_with_what_is_expected(client, admin):
    person(email="known@example.org", name="Kim Known")
    said = {"name": "Eve", "language": "fr"}
    html = client.post(at("person_enter"), said | {"email": "eve at home"}).content.decode()
    assert "“eve at home” is no e-mail address: it is written as eve@example.org." in html
    html = client.post(at("person_enter"), said | {"email": "KNOWN@example.org"}).content.decode()
    assert "This is already the address of Kim Known" in html


def test_opening_a_person_leaves_a_trail(client, admin):
    known = person()
    client.get(at("person", known.pk))
    event = Trail.objects.get()
    assert (event.event, event.subject_pk, event.by) == ("opened", known.pk, admin)


def test_link_is_sent_again_but_never_shown(client, admin):
    known = person()
    client.post(at("person_send_link", known.pk))
    assert mail.outbox[0].to == [known.email]


def test_account_is_closed_with_a_reason_and_opened_again(client, admin):
    known = person()
    assert "Please correct this first" in client.post(at("person_close", known.pk), {"reason": " "}).content.decode()
    client.post(at("person_close", known.pk), {"reason": "Left."})
    assert not Person.objects.get(pk=known.pk).is_active
    assert "Closed" in client.get(at("person", known.pk)).content.decode()
    client.post(at("person_open", known.pk))
    assert Person.objects.get(pk=known.pk).is_active


def test_own_account_is_not_closed(client, admin):
    response = client.post(at("person_close", admin.pk), {"reason": "Tired."})
    assert response.status_code == 403
    assert "Nobody closes their own account" in response.content.decode()
    assert "Nobody closes their own account" in client.get(at("person", admin.pk)).content.decode()


def test_role_is_given_and_ended(client, admin):
    known, body, whole = person(), organisation(), scope()
    said = {"kind": "evaluator", "organisation": body.pk, "scope": whole.pk}
    client.post(at("person_role_give", known.pk), said)
    held = Role.objects.get(person=known)
    assert (held.kind, held.organisation, held.scope) == ("evaluator", body, whole)
    client.get(at("person_role_end", held.pk))
    client.post(at("person_role_end", held.pk), {"reason": "Done."})
    held.refresh_from_db()
    assert held.ended_at
    html = client.get(at("person", known.pk)).content.decode()
    assert "Roles that have ended" in html
    assert client.get(at("person_role_end", held.pk)).status_code == 404


@pytest.mark.parametrize("kind", ["evaluator", "", "king"])
def test_role_that_cannot_be_given_is_refused_in_words(client, admin, kind):
    known, body = person(), organisation()
    response = client.post(at("person_role_give", known.pk), {"kind": kind, "organisation": body.pk, "scope": ""})
    assert "Please correct this first" in response.content.decode()
    assert not Role.objects.filter(person=known).exists()


def test_role_held_already_is_refused_in_words(client, admin):
    known, body, whole = person(), organisation(), scope()
    role(known, RoleKind.EVALUATOR, scope=whole, of=body)
    said = {"kind": "evaluator", "organisation": body.pk, "scope": whole.pk}
    assert "holds this role already" in client.post(at("person_role_give", known.pk), said).content.decode()


def test_role_of_an_administrator_takes_no_scope(client, admin):
    known, body, whole = person(), organisation(), scope()
    said = {"kind": "administrator", "organisation": body.pk, "scope": whole.pk}
    client.post(at("person_role_give", known.pk), said)
    assert Role.objects.get(person=known).scope is None
    assert "holds this role already" in client.post(at("person_role_give", known.pk), said).content.decode()


def test_own_last_role_as_administrator_is_not_ended(client, admin):
    last = admin.roles.get()
    assert at("person_role_end", last.pk) not in client.get(at("person", admin.pk)).content.decode()
    response = client.post(at("person_role_end", last.pk), {"reason": "Tired."})
    assert response.status_code == 403
    assert "your last role as administrator" in response.content.decode()


def test_organisation_of_one_name_is_entered_once_only(client, admin):
    said = {"name": "Fedasil", "short_name": "", "kind": "state_authority", "country": "BE"}
    assert client.post(at("organisation_enter"), said).url == at("organisations")
    assert "Fedasil" in client.get(at("organisations"), {"q": "feda"}).content.decode()
    response = client.post(at("organisation_enter"), {**said, "name": "FEDASIL"})
    assert "“Fedasil” is entered already" in response.content.decode()
    assert Organisation.objects.filter(name__iexact="fedasil").count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_organisations(client, admin, django_assert_num_queries, number):
    for _each in range(number):
        organisation()
    with django_assert_num_queries(5):
        client.get(at("organisations"))


def test_numbers_of_an_organisation_are_checked(client, admin):
    said = {"name": "House of the Four Winds", "kind": "ngo", "country": "BE"}
    wrong = client.post(at("organisation_enter"), said | {"enterprise_number": "0123456748", "vat_number": "BE1"})
    assert set(wrong.context["form"].errors) == {"enterprise_number", "vat_number"}
    numbers = {"enterprise_number": "0123.456.749", "vat_number": "be 0123.456.749", "legal_form": "private_law"}
    assert client.post(at("organisation_enter"), said | numbers).status_code == 302
    entered = Organisation.objects.get(name="House of the Four Winds")
    assert (entered.enterprise_number, entered.vat_number) == ("0123456749", "BE0123456749")
    assert entered.legal_form == "private_law"
    again = client.post(at("organisation_enter"), said | numbers | {"name": "Another"})
    assert set(again.context["form"].errors) == {"enterprise_number", "vat_number"}
