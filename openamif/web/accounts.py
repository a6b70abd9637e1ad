"""How allauth is bent to this house: accounts are given by an administrator, never taken."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.http import HttpRequest

from openamif.people.models import Person


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
        """Connect the provider's account to the person with that verified address."""
        if sociallogin.is_existing:
            return
        verified = [address.email for address in sociallogin.email_addresses if address.verified]
        person = Person.objects.filter(email__in=verified, is_active=True).first()
        if person:
            sociallogin.connect(request, person)
