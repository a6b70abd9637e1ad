"""The letters in the browser: a list that can be searched, each as it left."""

from csv import DictReader
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from openamif.letters.actions.queue_letters import queue_letters
from openamif.letters.actions.send_letters import send_letters
from openamif.letters.models import Letter
from openamif.people.states import RoleKind
from tests.factories.people import person
from tests.factories.programmes import responsible
from tests.letters.reported import DUE_ON, begun, colleague, move, running
from tests.web.authority.reading import words

pytestmark = pytest.mark.django_db
LIST = "/office/letters/"


@pytest.fixture
def grant():
    grant = running()
    colleague(grant, name="Wanda Writer", language="fr")
    return grant


@pytest.fixture
def officer(grant, client):
    made = responsible(grant.programme)
    client.force_login(made)
    return made


def page_of(letter: Letter) -> str:
    return reverse("authority:letter", args=[letter.pk])


def test_a_letter_is_shown_as_it_left(grant, officer, client, monkeypatch):
    monkeypatch.setattr("openamif.web.authority.letters.views.localdate", lambda *_args: DUE_ON)
    queue_letters(on=DUE_ON)
    letter = Letter.objects.get()
    page = words(client.get(page_of(letter)))
    assert "Waiting" in page
    assert "As it would leave now" in page
    assert "Bonjour Wanda Writer," in page
    assert 'lang="fr"' in page
    send_letters(on=DUE_ON)
    letter.refresh_from_db()
    page = words(client.get(page_of(letter)))
    assert reverse("authority:grant", args=[grant.pk]) in page
    assert letter.body.strip() in page
    assert 'lang="fr"' in page
    assert page_of(letter) in words(client.get(LIST))


def test_a_waiting_letter_that_is_no_longer_true_says_that_it_will_be_dropped(grant, officer, client):
    report = begun(grant)
    queue_letters(on=DUE_ON)
    move(report, "submit", colleague(grant))
    page = words(client.get(page_of(Letter.objects.get(kind="report_due_soon"))))
    assert "It will be dropped: The report had come in by then." in page
    assert "As it would leave now" not in page


def test_a_dropped_letter_says_why(grant, officer, client):
    report = begun(grant)
    queue_letters(on=DUE_ON)
    move(report, "submit", colleague(grant))
    send_letters(on=DUE_ON)
    letter = Letter.objects.get(state="dropped")
    assert "The report had come in by then." in words(client.get(page_of(letter)))
    assert "The report had come in by then." in words(client.get(LIST))


def test_a_letter_that_the_mail_server_failed_on_says_so(grant, officer, client):
    queue_letters(on=DUE_ON)
    Letter.objects.update(attempts=3)
    assert "it is tried again (attempts: 3)" in words(client.get(LIST))


@pytest.mark.parametrize(
    ("sought", "found"),
    [({"q": "wanda"}, True), ({"state": "sent"}, False), ({"kind": "report_due_soon"}, True), ({"kind": "x"}, False)],
)
def test_letters_are_sought(grant, officer, client, sought, found):
    queue_letters(on=DUE_ON)
    page = words(client.get(LIST, sought))
    assert ("Wanda Writer" in page) is found
    assert ("No letter is as you look for it." in page) is not found


def test_what_is_seen_is_taken_away_as_a_file(grant, officer, client):
    colleague(grant, name="Other Reader", language="nl")
    queue_letters(on=DUE_ON)
    send_letters(on=DUE_ON)
    page = client.get(LIST, {"q": "wanda", "page": 1})
    xlsx, csv = (link.url for link in page.context["exports"])
    assert csv == f"{reverse('authority:letters_export', args=['csv'])}?q=wanda"
    (line,) = list(DictReader(StringIO(client.get(csv).content.decode("utf-8-sig"))))
    letter = Letter.objects.get(person__name="Wanda Writer")
    said = ("Wanda Writer", "fr", grant.reference, letter.subject, "Sent")
    assert tuple(line[each] for each in ("To", "Language", "Grant", "Subject", "State")) == said
    book = CalamineWorkbook.from_filelike(BytesIO(client.get(xlsx).content))
    assert [row[3] for row in book.get_sheet_by_index(0).to_python()] == ["To", "Wanda Writer"]
    assert client.get(reverse("authority:letters_export", args=["pdf"])).status_code == 404


def test_the_administrator_reads_every_letter_and_others_none(grant, client):
    queue_letters(on=DUE_ON)
    letter = Letter.objects.get()
    client.force_login(person(RoleKind.ADMINISTRATOR))
    response = client.get(page_of(letter))
    assert response.status_code == 200
    assert grant.reference in response.content.decode()
    assert reverse("authority:grant", args=[grant.pk]) not in response.content.decode()
    client.force_login(person(RoleKind.BENEFICIARY, scope=grant.programme.scope, of=grant.beneficiary))
    assert client.get(page_of(letter)).status_code == 403
    client.force_login(person(RoleKind.RESPONSIBLE_AUTHORITY))
    assert client.get(page_of(letter)).status_code == 404
    assert client.get(reverse("authority:letter", args=[2**63])).status_code == 404


@pytest.mark.parametrize("days", [1, 3])
def test_the_list_asks_as_many_questions_however_many_letters(grant, officer, client, days, django_assert_num_queries):
    for number in range(days):
        colleague(grant, name=f"Colleague {number}")
    queue_letters(on=DUE_ON + timedelta(days=1))
    client.get(LIST)
    with django_assert_num_queries(6):
        client.get(LIST)
