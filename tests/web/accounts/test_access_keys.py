"""Keys for programs: shown once, kept as a digest, one's own alone, good for what one may oneself."""

import re

import pytest
from django.urls import reverse

from openamif.access.actions.end_access_key import end_access_key
from openamif.access.actions.give_access_key import give_access_key
from openamif.people.models import AccessKey
from openamif.people.policy import Refused
from openamif.people.queries import person_with_key
from openamif.people.states import RoleKind
from openamif.record.models import Trail
from tests.factories.people import PASSWORD, person
from tests.factories.programmes import responsible, version

pytestmark = pytest.mark.django_db
KEYS = reverse("access_keys")


@pytest.fixture
def known():
    return person(RoleKind.EVALUATOR)


def logged_in(client, somebody):
    client.post(reverse("account_login"), {"login": somebody.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def test_secret_is_shown_once_and_kept_nowhere(client, known):
    page = logged_in(client, known).post(KEYS, {"name": "Course planner"}).content.decode()
    secret = re.search(r'class="secret">(amif_[\w-]+)<', page)[1]
    assert person_with_key(secret) == known
    assert secret not in str(AccessKey.objects.values())
    assert secret not in str(Trail.objects.values())
    assert secret not in client.get(KEYS).content.decode()


def test_key_without_a_name_is_refused_with_the_field(client, known):
    answer = logged_in(client, known).post(KEYS, {"name": " "})
    assert answer.status_code == 422
    assert not AccessKey.objects.exists()


def test_key_of_another_is_not_found(client, known):
    key, _secret = give_access_key(name="Theirs", by=person(RoleKind.EVALUATOR))
    assert logged_in(client, known).post(reverse("access_key_end", args=[key.pk])).status_code == 404
    with pytest.raises(Refused):
        end_access_key(key, by=known)


def test_keys_are_asked_for_only_after_showing_once_more_who_one_is(client, known):
    client.force_login(known)
    assert client.get(KEYS).url.startswith(reverse("account_reauthenticate"))


def test_key_that_ended_or_whose_account_is_closed_opens_nothing(client, known):
    key, secret = give_access_key(name="Planner", by=known)
    logged_in(client, known).post(reverse("access_key_end", args=[key.pk]))
    assert person_with_key(secret) is None
    _key, other = give_access_key(name="Planner", by=known)
    known.is_active = False
    known.save()
    assert person_with_key(other) is None


def test_somebody_without_a_role_has_no_use_for_a_key():
    with pytest.raises(Refused):
        give_access_key(name="Planner", by=person())


def test_a_program_reads_what_its_person_may_read(client):
    draft = version()
    _key, secret = give_access_key(name="Reader", by=responsible(draft.programme))
    address = f"/api/v1/versions/{draft.pk}"
    assert client.get(address).status_code == 404
    assert client.get(address, headers={"Authorization": f"Bearer {secret}"}).status_code == 200
    assert client.get(address, headers={"Authorization": f"Basic {secret}"}).status_code == 401


def test_a_wrong_key_is_refused_and_not_taken_for_none(client, db):
    answer = client.get("/api/v1/programmes", headers={"Authorization": "Bearer amif_wrong"})
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    assert "access key" in answer.json()["detail"]
