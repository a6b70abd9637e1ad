"""How allauth is bent to this house: accounts are given by an administrator, never taken."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from openamif.people.models import Person
from openamif.web.doors import open_to_all


class Adapter(DefaultAccountAdapter):
    """Nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """An administrator enters persons."""
        return False


class SocialAdapter(DefaultSocialAccountAdapter):
    """Who comes through OpenID Connect must already be known here by the address that the provider has verified."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """An administrator enters persons."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Connect the provider's account to the person with that verified address; in no other way."""
        if sociallogin.state.get("process") == AuthProcess.CONNECT:
            raise ImmediateHttpResponse(redirect("mfa_index"))
        if sociallogin.is_existing:
            return
        verified = [address.email.lower() for address in sociallogin.email_addresses if address.verified]
        person = Person.objects.open_by_address(verified)
        if person is None:
            raise ImmediateHttpResponse(redirect("socialaccount_signup"))
        sociallogin.connect(request, person)


@open_to_all
def account_unknown(request: HttpRequest) -> HttpResponse:
    """The provider knows her, this system does not."""
    return render(request, "account/signup_closed.html", status=403)
