"""How allauth is bent to this house: accounts are given by an administrator, never taken."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.views import PasswordResetFromKeyView
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation

from openamif.people.models import Person
from openamif.record.actions.append_trail import append_trail
from openamif.web.account_words import REFUSALS, WRONG_CODE
from openamif.web.doors import open_to_all
from openamif.web.homes import home_of


class Adapter(DefaultAccountAdapter):
    """Nobody signs up; what is refused is told in our words."""

    error_messages = DefaultAccountAdapter.error_messages | REFUSALS

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """An administrator enters persons."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To the home of her roles."""
        return reverse(home_of(request.user))  # type: ignore[arg-type]

    def login(self, request: HttpRequest, user: Person) -> None:
        """Every way in ends here; the trail knows who came in."""
        super().login(request, user)
        append_trail(user, "logged_in", by=user)


class StepsAdapter(DefaultMFAAdapter):
    """The second step, in our words too."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": WRONG_CODE}


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


class ByLink(PasswordResetFromKeyView):
    """Whoever comes by the link to a password reads her own language: she has no log-in yet that would tell it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only where the link holds, and unless she chose another language herself; kept for what follows."""
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        person = getattr(self, "reset_user", None)
        if person is None or settings.LANGUAGE_COOKIE_NAME in request.COOKIES:
            return response
        translation.activate(person.language)
        request.LANGUAGE_CODE = person.language
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            person.language,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            samesite=settings.LANGUAGE_COOKIE_SAMESITE,  # type: ignore[arg-type]
        )
        return response


by_link = login_not_required(ByLink.as_view())
by_link.guard = "account"


def follow_address(person: Person) -> None:
    """The package for accounts keeps addresses of its own, and would let somebody in by one that is hers no more."""
    addresses = person.emailaddress_set  # type: ignore[attr-defined]
    addresses.all().delete()
    addresses.create(email=person.email.lower(), primary=True)


@open_to_all
def account_unknown(request: HttpRequest) -> HttpResponse:
    """The provider knows her, this system does not."""
    return render(request, "account/signup_closed.html", status=403)
