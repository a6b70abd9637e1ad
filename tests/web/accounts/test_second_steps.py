"""Codes of an app, recovery codes and keys: set up, asked for, given up."""

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.urls import reverse

from openamif.people.states import RoleKind
from tests.factories.people import PASSWORD, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def known():
    return person(RoleKind.EVALUATOR, email="ada@example.org")


@pytest.fixture
def confirmed(client, known):
    """Logged in, and shown once more that it is she."""
    client.post(reverse("account_login"), {"login": known.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def code_of(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def set_up_codes(client):
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r'class="secret">([A-Z2-7]+)<', page)[1]
    client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    return secret


@pytest.mark.parametrize("name", ["mfa_activate_totp", "mfa_add_webauthn"])
def test_protection_changes_only_after_showing_once_more_who_one_is(client, known, name):
    client.force_login(known)
    assert client.get(reverse(name)).url.startswith(reverse("account_reauthenticate"))


def test_codes_are_set_up_with_recovery_codes(confirmed):
    set_up_codes(confirmed)
    assert "In use" in confirmed.get(reverse("mfa_index")).content.decode()
    page = confirmed.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert len(re.findall(r"<code>\d{8}</code>", page)) == 10
    saved = confirmed.get(reverse("mfa_download_recovery_codes"))
    assert len(saved.content.split()) == 10


def test_wrong_code_is_refused_in_words(confirmed):
    confirmed.get(reverse("mfa_activate_totp"))
    response = confirmed.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert "This code does not fit" in response.content.decode()


def test_second_step_is_asked_for(confirmed, known):
    set_up_codes(confirmed)
    page = confirmed.get(reverse("mfa_view_recovery_codes")).content.decode()
    recovery = re.search(r"<code>(\d{8})</code>", page)[1]
    confirmed.post(reverse("account_logout"))
    response = confirmed.post(reverse("account_login"), {"login": known.email, "password": PASSWORD})
    assert response.url == reverse("mfa_authenticate")
    assert "_auth_user_id" not in confirmed.session
    page = confirmed.get(response.url).content.decode()
    assert "Second step" in page
    assert "Use a passkey or security key" in page
    response = confirmed.post(reverse("mfa_authenticate"), {"code": recovery})
    assert response.url == reverse("authority:home")


def test_codes_are_given_up(confirmed):
    set_up_codes(confirmed)
    assert confirmed.get(reverse("mfa_deactivate_totp")).status_code == 200
    confirmed.post(reverse("mfa_deactivate_totp"))
    assert "Not in use" in confirmed.get(reverse("mfa_index")).content.decode()


def test_new_recovery_codes_replace_the_old(confirmed):
    set_up_codes(confirmed)
    page = confirmed.get(reverse("mfa_generate_recovery_codes")).content.decode()
    assert "will no longer work" in page
    before = confirmed.get(reverse("mfa_download_recovery_codes")).content
    confirmed.post(reverse("mfa_generate_recovery_codes"))
    assert confirmed.get(reverse("mfa_download_recovery_codes")).content != before


def test_key_is_asked_for_by_data_not_by_script(confirmed):
    html = confirmed.get(reverse("mfa_add_webauthn")).content.decode()
    assert '<script id="passkey-options" type="application/json">' in html
    assert 'data-passkey="add"' in html
    assert not re.search(r"<script(?![^>]*(src=|application/json))", html)


def test_options_of_a_passkey_are_given_to_who_is_not_yet_known(client):
    response = client.get(reverse("mfa_login_webauthn"), headers={"Accept": "application/json"})
    assert response.status_code == 200
    assert response.json()["request_options"]["publicKey"]["challenge"]


def test_rubbish_for_a_key_is_refused(client):
    response = client.post(reverse("mfa_login_webauthn"), {"credential": "{}"}, follow=True)
    assert response.status_code == 200
    assert "_auth_user_id" not in client.session
