"""Two versions of programmes and the people who may or may not read them."""

import json
from dataclasses import dataclass, replace
from datetime import date

import pytest

from openamif.access.actions.give_access_key import give_access_key
from openamif.people.models import Person, Scope
from openamif.people.states import RoleKind
from openamif.programmes.models import Version
from openamif.sfc.programme_2014 import AttachedDocument
from tests.factories import people, programmes, register

LETTER = AttachedDocument(
    "Letter of the Minister", "Letter", date(2015, 3, 3), "A/1", "Ares(2015)1", "letter.pdf", None, "n00abc12"
)


@dataclass
class World:
    adopted: Version
    draft: Version
    officer: Person
    stranger: Person
    delegate: Person


@pytest.fixture
def world(db) -> World:
    adopted = programmes.adopted_version(
        country="BE", cci="2014BE65AMNP001", content=replace(programmes.SMALL, documents=(LETTER,))
    )
    draft = programmes.version(country="NL")
    part = Scope.objects.create(name="Integration", parent=draft.programme.scope, objectives=["SO2"])
    return World(
        adopted=adopted,
        draft=draft,
        officer=programmes.responsible(draft.programme),
        stranger=people.person(RoleKind.RESPONSIBLE_AUTHORITY),
        delegate=people.person(RoleKind.DELEGATED_AUTHORITY, scope=part),
    )


@pytest.fixture
def get(client):
    def ask(path: str, by: Person | None = None, **headers):
        if by:
            client.force_login(by)
        else:
            client.logout()
        return client.get(f"/api/v1/{path}", headers=headers)

    return ask


@pytest.fixture
def grant(db):
    return register.signed_grant(programmes.adopted_version().programme)


@pytest.fixture
def say(client, grant):
    """Post to the grant's register with the key of somebody; of the beneficiary unless somebody else is named."""
    own = register.filler(grant)

    def post(what, said, *, by=own, of=grant):
        _key, secret = give_access_key(name="Planner", by=by)
        return client.post(
            f"/api/v1/grants/{of.pk}/{what}",
            json.dumps(said),
            content_type="application/json",
            headers={"Authorization": f"Bearer {secret}"},
        )

    return post
