"""The link with which a person chooses her password, sent to her and shown to nobody else."""

from allauth.account import app_settings
from allauth.account.internal.flows.password_reset import get_reset_password_from_key_url
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation

from openamif.people.models import Person


def send_password_link(request: HttpRequest, person: Person) -> None:
    """In her language; the link works once, and as long as any link to a new password."""
    token = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(person)
    url = get_reset_password_from_key_url(request, f"{user_pk_to_url_str(person)}-{token}")
    with translation.override(person.language):
        context = {"person": person, "url": url, "site_name": str(settings.SITE_NAME)}
        subject = render_to_string("administration/email/password_link_subject.txt", context).strip()
        message = render_to_string("administration/email/password_link_message.txt", context)
    send_mail(subject, message, None, [person.email])
