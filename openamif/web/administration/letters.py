"""Letters about an account: the link to a password, shown to nobody else; that its address is another one."""

from smtplib import SMTPException, SMTPRecipientsRefused

from allauth.account import app_settings
from allauth.account.internal.flows.password_reset import get_reset_password_from_key_url
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from openamif.people.models import Person
from openamif.people.queries import organisation_of

PASSWORD_LINK = ("administration/email/password_link_subject.txt", "administration/email/password_link_message.txt")
FORMER_ADDRESS = ("administration/email/former_address_subject.txt", "administration/email/former_address_message.txt")
NEW_ADDRESS = ("administration/email/new_address_subject.txt", "administration/email/new_address_message.txt")
"""Of each letter its subject and what it says."""
FOR_GOOD = 500
"""From this answer of a mail server on it is no use to ask again (RFC 5321, 4.2.1)."""


def send_password_link(request: HttpRequest, person: Person) -> None:
    """In her language; the link works once, and as long as any link to a new password."""
    token = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(person)
    url = get_reset_password_from_key_url(request, f"{user_pk_to_url_str(person)}-{token}")
    _send(PASSWORD_LINK, person, to=person.email, url=url)


def tell_former_address(person: Person, *, by: Person) -> None:
    """Before it is another one: nobody's account is led elsewhere behind her back. An address that is none for good is

    told nothing. Raises SMTPException or OSError where the mail server cannot be asked: then nothing may be changed.
    """
    try:
        _send(FORMER_ADDRESS, person, to=person.email, by=by, body=organisation_of(by))
    except SMTPRecipientsRefused as refused:
        if any(code < FOR_GOOD for code, _why in refused.recipients.values()):
            raise


def tell_new_address(request: HttpRequest, person: Person) -> bool:
    """Once it holds; False where the mail server did not take it."""
    try:
        _send(NEW_ADDRESS, person, to=person.email, url=request.build_absolute_uri(reverse("account_login")))
    except (SMTPException, OSError):
        return False
    return True


def _send(letter: tuple[str, str], person: Person, *, to: str, **said: object) -> None:
    """In her language."""
    with translation.override(person.language):
        context = {"person": person, "site_name": str(settings.SITE_NAME), **said}
        subject, message = (render_to_string(each, context).strip() for each in letter)
    send_mail(subject, message + "\n", None, [to])
