"""Logging in and out: what is offered, what is refused in words, what nobody can do alone."""

import re

import pytest
from django.core import mail
from django.urls import NoReverseMatch, reverse

from openamif.people.models import Person
from openamif.people.states import RoleKind
from openamif.record.models import Trail
from tests.factories.people import PASSWORD, person

pytestmark = pytest.mark.django_db
LOGIN = "account_login"
NOT_OFFERED = (
    "account_signup",
    "account_email",
    "account_confirm_email",
    "mfa_signup_webauthn",
    "socialaccount_connections",
)
ENTRANCE = (
    "account_login",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
)
INSIDE = (
    "mfa_index",
    "account_change_password",
    "account_logout",
    "account_reauthenticate",
    "mfa_list_webauthn",
)


@pytest.fixture
def known():
    return person(RoleKind.EVALUATOR, email="ada@example.org")


def log_in(client, password=PASSWORD, email="ada@example.org", **more):
    return client.post(reverse(LOGIN), {"login": email, "password": password}, **more)


@pytest.mark.parametrize("name", NOT_OFFERED)
def test_what_nobody_does_alone_has_no_address(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize("name", ENTRANCE)
@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_pages_before_the_door_need_no_log_in(client, name, language):
    client.cookies["django_language"] = language
    response = client.get(reverse(name))
    assert response.status_code == (401 if name == "socialaccount_login_error" else 200)
    assert f'<html lang="{language}">' in response.content.decode()


@pytest.mark.parametrize("name", INSIDE)
def test_pages_of_an_account_need_one(client, known, name):
    assert client.get(reverse(name)).status_code == 302
    client.force_login(known)
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", ["account_login", "mfa_index"])
def test_pages_carry_no_inline_style_script_or_handler(client, known, name):
    if name in INSIDE:
        client.force_login(known)
    html = client.get(reverse(name)).content.decode()
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*(src=|application/json))", html)


def test_logging_in_leads_to_the_work(client, known):
    response = log_in(client)
    assert (response.status_code, response.url) == (302, reverse("authority:home"))


def test_address_in_capitals_is_the_same(client, known):
    assert log_in(client, email="ADA@Example.org").status_code == 302


def test_wrong_password_is_refused_in_words(client, known):
    response = log_in(client, "not the password")
    assert response.status_code == 200
    assert "No account has this address and this password" in response.content.decode()


def test_unknown_address_is_refused_in_the_same_words(client, known):
    wrong = log_in(client, "not the password").context["form"].errors
    assert log_in(client, email="nobody@example.org").context["form"].errors == wrong


def test_sixth_wrong_attempt_is_refused_in_words_even_with_the_right_password(client, known):
    for _attempt in range(5):
        log_in(client, "not the password")
    response = log_in(client)
    assert response.status_code == 200
    assert "Too many log-ins failed" in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_closed_account_does_not_open(client, known):
    known.is_active = False
    known.save()
    assert "_auth_user_id" not in client.session
    log_in(client)
    assert "_auth_user_id" not in client.session


def test_account_that_is_closed_meanwhile_is_logged_out(client, known):
    log_in(client)
    Person.objects.filter(pk=known.pk).update(is_active=False)
    assert client.get(reverse("mfa_index")).status_code == 302


def test_logging_out_asks_first(client, known):
    client.force_login(known)
    client.get(reverse("account_logout"))
    assert "_auth_user_id" in client.session
    response = client.post(reverse("account_logout"))
    assert response.url == reverse("public:home")
    assert "_auth_user_id" not in client.session


def test_no_provider_is_shown_where_none_is_configured(client):
    assert "oidc" not in client.get(reverse(LOGIN)).content.decode().lower()


def test_provider_is_shown_where_one_is_configured(client, settings):
    app = {"provider_id": "oidc", "name": "Our Ministry", "client_id": "us", "secret": "s"}
    app["settings"] = {"server_url": "https://login.example.org"}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    html = client.get(reverse(LOGIN)).content.decode()
    assert "Log in with Our Ministry" in html
    assert reverse("openid_connect_login", args=["oidc"]) in html


def test_who_is_unknown_to_us_is_told_so(client):
    response = client.get(reverse("socialaccount_signup"))
    assert response.status_code == 403
    assert "Accounts are given by an administrator" in response.content.decode()


def link_in(message):
    return re.search(r"http://testserver(\S+)", message.body)[1]


def test_forgotten_password_is_replaced_by_a_link_that_works_once(client, known):
    client.post(reverse("account_reset_password"), {"email": known.email})
    link = link_in(mail.outbox[0])
    assert mail.outbox[0].to == [known.email]
    form = client.get(link, follow=True)
    action = form.redirect_chain[-1][0]
    new = "quite another sentence"
    response = client.post(action, {"password1": new, "password2": new})
    assert response.url == reverse("account_reset_password_from_key_done")
    assert log_in(client, new).status_code == 302
    client.post(reverse("account_logout"))
    assert "no longer works" in client.get(link).content.decode()


def test_forgotten_password_of_nobody_gets_the_same_answer_and_no_mail(client):
    response = client.post(reverse("account_reset_password"), {"email": "nobody@example.org"})
    assert response.url == reverse("account_reset_password_done")
    assert not mail.outbox


def test_short_password_is_refused(client, known):
    client.force_login(known)
    said = {"oldpassword": PASSWORD, "password1": "short", "password2": "short"}
    response = client.post(reverse("account_change_password"), said)
    assert "at least 12 characters" in response.content.decode()


def test_password_is_changed(client, known):
    client.force_login(known)
    new = "quite another sentence"
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new})
    known.refresh_from_db()
    assert known.check_password(new)


def test_person_without_a_password_chooses_one(client, known):
    known.set_unusable_password()
    known.save()
    client.force_login(known)
    assert client.get(reverse("account_change_password")).url == reverse("account_set_password")
    assert client.get(reverse("account_set_password")).status_code == 200


def test_trail_knows_who_came_in_and_not_who_tried(client, db):
    known = person(RoleKind.EVALUATOR)
    client.post(reverse("account_login"), {"login": known.email, "password": "not the password at all"})
    assert not Trail.objects.exists()
    client.post(reverse("account_login"), {"login": known.email, "password": PASSWORD})
    assert [(row.event, row.by) for row in Trail.objects.order_by("number", "pk")] == [("logged_in", known)]
