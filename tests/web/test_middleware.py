"""A GET reads; the reader's language; refusals in words."""

import pytest
from django.core.cache.backends.db import DatabaseCache
from django.db import IntegrityError, connection
from django.http import HttpResponse
from django.urls import reverse

from openamif.access.actions.enter_person import enter_person
from openamif.people.models import Organisation, Person, Role
from openamif.people.policy import Verdict
from openamif.record.actions.append_trail import append_trail
from openamif.web.errors import refusal
from openamif.web.middleware import ReadOnlyGetMiddleware, WroteOnGet, must_write
from tests.factories.people import administrator, organisation, person

pytestmark = pytest.mark.django_db
DEEDS = (
    lambda body: Organisation.objects.create(name="Another", kind="ngo"),
    lambda body: Organisation.objects.filter(pk=body.pk).update(name="Another"),
    lambda body: Organisation.objects.filter(pk=body.pk).delete(),
)


def answering(deed):
    def respond(request):
        deed(organisation() if request.method == "POST" else Organisation.objects.first())
        return HttpResponse()

    return ReadOnlyGetMiddleware(respond)


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("deed", DEEDS)
def test_get_that_writes_raises(rf, method, deed):
    organisation()
    with pytest.raises(WroteOnGet):
        answering(deed)(getattr(rf, method)("/"))


@pytest.mark.parametrize("deed", DEEDS)
def test_post_may_write(rf, deed):
    assert answering(deed)(rf.post("/")).status_code == 200


def test_get_may_leave_a_trail(rf):
    about = person()
    middleware = ReadOnlyGetMiddleware(lambda request: append_trail(about, "opened", by=about) and HttpResponse())
    assert middleware(rf.get("/")).status_code == 200


def test_get_may_use_the_cache(rf):
    """In production the cache is a table, and reading it throws out what has expired."""
    instant = "timestamp with time zone" if connection.vendor == "postgresql" else "datetime"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE cache (cache_key varchar(255) PRIMARY KEY, value text, expires {instant})")
        cursor.execute("INSERT INTO cache VALUES (':1:old', '', '2020-01-01 00:00:00')")
    backend = DatabaseCache("cache", {})
    middleware = ReadOnlyGetMiddleware(lambda request: HttpResponse(backend.get("old", "gone")))
    assert middleware(rf.get("/")).content == b"gone"
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cache")
        assert cursor.fetchone() == (0,)


def test_few_pages_must_write(rf):
    assert must_write(rf.get(reverse("openid_connect_callback", args=["oidc"])))
    assert must_write(rf.get(reverse("mfa_view_recovery_codes")))
    assert not must_write(rf.get(reverse("account_login")))
    assert not must_write(rf.get("/no/such/page/"))


def test_person_reads_her_own_language(client):
    client.force_login(person(language="nl"))
    response = client.get(reverse("mfa_index"), headers={"Accept-Language": "de"})
    assert response.headers["Content-Language"] == "nl"
    assert '<html lang="nl">' in response.content.decode()


def test_visitor_reads_the_language_of_the_browser(client):
    response = client.get(reverse("public:home"), headers={"Accept-Language": "de"})
    assert response.headers["Content-Language"] == "de"


def test_language_is_kept_with_the_account(client):
    known = person(language="en")
    client.force_login(known)
    client.post(reverse("set_language"), {"language": "fr", "next": "/"})
    assert Person.objects.get(pk=known.pk).language == "fr"
    client.post(reverse("set_language"), {"language": "xx", "next": "/"})
    assert Person.objects.get(pk=known.pk).language == "fr"


def test_whoever_sends_after_her_log_in_ran_out_is_told_and_led_back(client):
    page = client.post(reverse("administration:person_enter"), {"name": "Ada"}, follow=True)
    assert page.redirect_chain[0][0].endswith(f"?next={reverse('administration:person_enter')}")
    assert "what you sent was not saved" in page.content.decode()


@pytest.mark.parametrize(
    ("asked", "led"),
    [("/mine/reports/7/answer/", "/mine/reports/7/"), ("/mine/reports/due/7/begin/", "/mine/reports/")],
)
def test_reading_where_one_only_sends_leads_to_the_page_above(client, asked, led):
    client.force_login(person())
    assert client.get(asked).headers["Location"] == led


def test_a_refusal_for_the_state_of_the_thing_sends_nobody_for_a_role(rf):
    request = rf.post("/mine/reports/7/sign/")
    page = refusal(request, Verdict(False, "report_in_another_state")).content.decode()
    assert 'href="/mine/reports/7/"' in page
    assert "administrator" not in page


def test_refusal_says_why(client):
    client.force_login(person())
    response = client.get(reverse("administration:persons"))
    assert response.status_code == 403
    assert "Only an administrator may do this" in response.content.decode()


def test_of_two_who_enter_the_same_in_the_same_instant_the_second_is_told(client, monkeypatch):
    """The other one comes in between the form's look and the entry; nothing of the second entry is kept."""
    client.force_login(administrator())

    def enter_after_another(**said):
        Person.objects.get_or_create(email="ada@example.org", defaults={"name": "Ada of the other officer"})
        return enter_person(**said)

    monkeypatch.setattr("openamif.web.administration.persons.enter_person", enter_after_another)
    data = {"name": "Ada", "email": "ada@example.org", "language": "en"}
    page = client.post(reverse("administration:person_enter"), data).content.decode()
    assert "This is already the address of Ada of the other officer" in page
    assert 'value="Ada"' in page
    assert list(Person.objects.filter(email="ada@example.org").values_list("name")) == [("Ada of the other officer",)]


def test_what_the_database_refuses_otherwise_is_no_twin(client, monkeypatch):
    client.force_login(administrator())
    asked = []

    def enter_wrongly(**said):
        asked.append(said)
        Role.objects.create(person=person(), kind="no such kind")

    monkeypatch.setattr("openamif.web.administration.persons.enter_person", enter_wrongly)
    with pytest.raises(IntegrityError):
        client.post(
            reverse("administration:person_enter"), {"name": "Ada", "email": "ada@example.org", "language": "en"}
        )
    assert len(asked) == 1
