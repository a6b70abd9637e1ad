"""Correcting a person: nobody's account is led elsewhere behind her back."""

from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.contrib.messages import get_messages
from django.core import mail
from django.test import Client
from django.urls import reverse

from openamif.people.models import Person
from openamif.record.models import Trail
from tests.factories.people import PASSWORD, administrator, organisation, person

pytestmark = pytest.mark.django_db
OLD, NEW = "ada@exmaple.org", "ada@example.org"
SAID = {"name": "Ada Byron", "email": NEW, "language": "fr"}


@pytest.fixture
def admin(client):
    made = administrator(name="Anna Administrator", of=organisation("The Authority"), email="anna@example.org")
    client.force_login(made)
    return made


@pytest.fixture
def known():
    return person(name="Ada Byrom", email=OLD, language="fr")


def page_of(known):
    return reverse("administration:person_change", args=[known.pk])


def test_the_page_shows_what_stands_and_says_what_was(client, admin, known):
    html = client.get(page_of(known)).content.decode()
    assert 'value="Ada Byrom"' in html
    client.post(page_of(known), SAID)
    shown = reverse("administration:person", args=[known.pk])
    for address in (shown, reverse("administration:trail")):
        html = client.get(address).content.decode()
        assert f"E-mail address: “{OLD}” became “{NEW}”" in html
        assert "Name: “Ada Byrom” became “Ada Byron”" in html
    assert page_of(known) in client.get(shown).content.decode()


def test_both_addresses_are_told_in_her_language(client, admin, known):
    client.post(page_of(known), SAID)
    former, new = mail.outbox
    assert (former.to, new.to) == ([OLD], [NEW])
    assert "Anna Administrator, The Authority" in former.body
    assert NEW not in former.body
    assert "Bonjour" in former.body
    assert reverse("account_login") in new.body


def test_another_name_alone_is_told_to_nobody(client, admin, known):
    client.post(page_of(known), {**SAID, "email": OLD})
    assert not mail.outbox
    assert Person.objects.get(pk=known.pk).name == "Ada Byron"


@pytest.mark.parametrize("broken", [SMTPServerDisconnected(), OSError(), SMTPRecipientsRefused({OLD: (450, b"")})])
def test_where_the_old_address_cannot_be_told_nothing_is_changed(client, admin, known, monkeypatch, broken):
    monkeypatch.setattr("openamif.web.administration.letters.send_mail", failing(broken))
    html = client.post(page_of(known), SAID).content.decode()
    assert "Nothing was changed" in html
    assert f'value="{NEW}"' in html
    assert Person.objects.get(pk=known.pk).email == OLD
    assert not Trail.objects.filter(event="person_changed").exists()


def test_an_address_that_is_none_keeps_nobody_from_correcting_it(client, admin, known, monkeypatch):
    monkeypatch.setattr(
        "openamif.web.administration.letters.send_mail", failing(SMTPRecipientsRefused({OLD: (550, b"")}))
    )
    response = client.post(page_of(known), SAID)
    assert Person.objects.get(pk=known.pk).email == NEW
    assert any("tell her yourself" in str(each) for each in get_messages(response.wsgi_request))


def failing(error):
    def send(*_said, **_more):
        raise error

    return send


def test_sessions_end_and_the_old_address_opens_nothing(client, admin, known):
    hers = Client()
    hers.force_login(known)
    client.post(reverse("administration:person_send_link", args=[known.pk]))
    link = next(word for word in mail.outbox[0].body.split() if word.startswith("http"))
    client.post(page_of(known), SAID)
    assert hers.get(reverse("account")).url.startswith(reverse("account_login"))
    assert Client().get(link, follow=True).context["token_fail"]
    assert Client().post(reverse("account_login"), {"login": OLD, "password": PASSWORD}).status_code == 200
    assert Client().post(reverse("account_login"), {"login": NEW, "password": PASSWORD}).status_code == 302
    del mail.outbox[:]
    Client().post(reverse("account_reset_password"), {"email": OLD})
    assert not mail.outbox


def test_her_own_address_does_not_throw_the_administrator_out(client, admin):
    elsewhere = Client()
    elsewhere.force_login(admin)
    client.post(page_of(admin), {"name": admin.name, "email": "anna.a@example.org", "language": "en"})
    assert client.get(reverse("administration:persons")).status_code == 200
    assert elsewhere.get(reverse("administration:persons")).status_code == 302


def test_an_address_of_another_is_refused_and_her_own_in_capitals_is_not(client, admin, known):
    html = client.post(page_of(known), {**SAID, "email": "ANNA@example.org"}).content.decode()
    assert "This is already the address of" in html
    assert client.post(page_of(known), {**SAID, "email": OLD.upper()}).status_code == 302
