"""Who comes through OpenID Connect: known by a verified address, or sent away."""

import pytest
from allauth.account.models import EmailAddress
from allauth.core.context import request_context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.urls import reverse

from openamif.people.models import Person
from openamif.web.accounts import Adapter, SocialAdapter
from tests.factories.people import person

pytestmark = pytest.mark.django_db


def coming(email, *, verified=True, process="login"):
    account = SocialAccount(provider="oidc", uid="42", extra_data={})
    login = SocialLogin(
        user=Person(email=email, name="Ada"),
        account=account,
        email_addresses=[EmailAddress(email=email, verified=verified, primary=True)],
    )
    login.state = {"process": process}
    return login


@pytest.fixture
def request_of_stranger(rf, client, settings):
    app = {"provider_id": "oidc", "name": "Our Ministry", "client_id": "us", "secret": "s"}
    app["settings"] = {"server_url": "https://login.example.org"}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    request = rf.get("/")
    request.session = client.session
    with request_context(request):
        yield request


def test_nobody_signs_up(rf):
    assert not Adapter().is_open_for_signup(rf.get("/"))
    assert not SocialAdapter().is_open_for_signup(rf.get("/"), coming("ada@example.org"))


def test_known_address_is_connected(request_of_stranger):
    known = person(email="ada@example.org")
    SocialAdapter().pre_social_login(request_of_stranger, coming("ADA@example.org"))
    assert SocialAccount.objects.get().user == known


@pytest.mark.parametrize(
    ("email", "verified", "is_active"),
    [("ada@example.org", False, True), ("other@example.org", True, True), ("ada@example.org", True, False)],
)
def test_others_are_sent_away(request_of_stranger, email, verified, is_active):
    person(email="ada@example.org", is_active=is_active)
    with pytest.raises(ImmediateHttpResponse) as sent:
        SocialAdapter().pre_social_login(request_of_stranger, coming(email, verified=verified))
    assert sent.value.response.url == reverse("socialaccount_signup")
    assert not SocialAccount.objects.exists()


def test_nobody_connects_a_provider_alone(request_of_stranger):
    person(email="ada@example.org")
    with pytest.raises(ImmediateHttpResponse) as sent:
        SocialAdapter().pre_social_login(request_of_stranger, coming("ada@example.org", process="connect"))
    assert sent.value.response.url == reverse("mfa_index")
    assert not SocialAccount.objects.exists()
