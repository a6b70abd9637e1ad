"""The page behind the link to a password speaks the language of the person who was invited."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.factories.people import administrator, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(client):
    client.force_login(administrator())
    client.post(reverse("administration:person_send_link", args=[person(language="nl").pk]))
    return next(word for word in mail.outbox[0].body.split() if word.startswith("http"))


def test_page_and_what_follows_are_in_her_language(link):
    visitor = Client(headers={"Accept-Language": "en"})
    page = visitor.get(link, follow=True)
    assert page.headers["Content-Language"] == "nl"
    assert '<html lang="nl"' in page.content.decode()
    assert "Een wachtwoord kiezen" in page.content.decode()
    done = visitor.post(page.context["action_url"], {"password1": "x", "password2": "x"})
    assert done.headers["Content-Language"] == "nl"
    assert '<html lang="nl"' in visitor.get(reverse("account_login")).content.decode()


def test_a_language_that_she_chose_herself_stays(link):
    visitor = Client()
    visitor.post(reverse("set_language"), {"language": "fr"})
    assert visitor.get(link, follow=True).headers["Content-Language"] == "fr"


def test_a_link_that_holds_no_more_tells_nothing_of_her(link):
    visitor = Client(headers={"Accept-Language": "en"})
    page = visitor.get(link.replace(link.rpartition("-")[2], "nothing/"), follow=True)
    assert page.headers["Content-Language"] == "en"
    assert "django_language" not in visitor.cookies
