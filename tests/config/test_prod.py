"""What only a server is set up with, read in a process of its own."""

import json
import os
import subprocess
import sys

import pytest

SET = {
    "DJANGO_SETTINGS_MODULE": "config.settings.prod",
    "SECRET_KEY": "only-to-read-the-settings-0123456789-abcdefghijklmnopqrstuvw",
    "REGISTER_KEYS": "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
    "ALLOWED_HOSTS": "example.org",
    "DATABASE_URL": "sqlite://:memory:",
    "MAIL_HOST": "localhost",
    "MAIL_FROM": "site@example.org",
    "SITE_ADDRESS": "https://example.org/",
}
PROVIDER = {"OIDC_SERVER_URL": "https://id.example.org", "OIDC_CLIENT_ID": "x", "OIDC_CLIENT_SECRET": "y"}


def run(script: str, **more: str) -> subprocess.CompletedProcess[str]:
    before = "import django, json; django.setup(); from django.conf import settings as s; "
    return subprocess.run(
        [sys.executable, "-c", before + script], env={**os.environ, **SET, **more}, capture_output=True, text=True
    )


def said(expression: str, **more: str) -> object:
    return json.loads(run(f"print(json.dumps({expression}))", **more).stdout)


@pytest.mark.parametrize(
    "name", ["SECRET_KEY", "REGISTER_KEYS", "ALLOWED_HOSTS", "DATABASE_URL", "MAIL_HOST", "MAIL_FROM", "SITE_ADDRESS"]
)
def test_a_server_refuses_to_start_without(name):
    without = {key: value for key, value in {**os.environ, **SET}.items() if key != name}
    begun = subprocess.run(
        [sys.executable, "-c", "import config.settings.prod"], env=without, capture_output=True, text=True
    )
    assert begun.returncode != 0
    assert f"KeyError: '{name}'" in begun.stderr


def test_attempts_to_log_in_are_not_forgotten_under_a_flood_of_them():
    assert said("s.CACHES['default']['OPTIONS']['MAX_ENTRIES']") >= 100_000


def test_cookies_are_of_this_host_alone_and_never_go_in_the_clear():
    names = said("[s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME]")
    assert all(name.startswith("__Host-") for name in names)
    secure = said("[s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.LANGUAGE_COOKIE_SECURE]")
    assert secure == [True, True, True]
    assert said("[s.SESSION_COOKIE_DOMAIN, s.CSRF_COOKIE_DOMAIN]") == [None, None]


def test_mail_goes_out_the_way_the_mail_server_wants_it():
    way = "[s.EMAIL_PORT, s.EMAIL_USE_TLS, s.EMAIL_USE_SSL]"
    assert said(way) == [25, False, False]
    assert said(way, MAIL_PORT="587", MAIL_SECURITY="starttls") == [587, True, False]
    assert said(way, MAIL_PORT="465", MAIL_SECURITY="tls") == [465, False, True]


def test_what_goes_wrong_is_written_down():
    script = "import logging; logging.getLogger('django.security').warning('a wrong host')"
    assert "a wrong host" in run(script).stderr


def test_the_way_back_from_the_provider_is_proved():
    app = said("s.SOCIALACCOUNT_PROVIDERS['openid_connect']['APPS'][0]['settings']", **PROVIDER)
    assert app == {"server_url": "https://id.example.org", "oauth_pkce_enabled": True}
