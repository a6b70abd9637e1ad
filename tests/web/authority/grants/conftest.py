"""A programme with a grant, and the browsers of those around it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.states import RoleKind
from openamif.programmes.models import Programme
from tests.factories import grants, people, programmes


@dataclass
class Desk:
    """A signed grant of the Flemish part and those who may, may partly and may not see it."""

    programme: Programme
    grant: Grant
    officer: Person
    delegate: Person
    auditor: Person
    beneficiary: Person
    stranger: Person


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def desk(db) -> Desk:
    programme = programmes.programme()
    officer = grants.manager(programme)
    flemish = people.organisation("Flemish authority")
    body = people.organisation("House of the Four Winds", kind="ngo")
    grant = grants.signed(
        programme, by=officer, reference="BE/2019/PR/0001", title="A first welcome", beneficiary=body,
        delegated_authority=flemish,
    )  # fmt: skip
    part = people.scope("Integration", parent=programme.scope, objectives=("SO2.NO2",))
    return Desk(
        programme=programme,
        grant=grant,
        officer=officer,
        delegate=people.person(RoleKind.DELEGATED_AUTHORITY, scope=part, of=flemish),
        auditor=people.person(RoleKind.AUDIT_AUTHORITY, scope=programme.scope),
        beneficiary=people.person(RoleKind.BENEFICIARY, scope=programme.scope, of=body),
        stranger=people.person(RoleKind.RESPONSIBLE_AUTHORITY),
    )


@pytest.fixture
def officer(desk, client) -> Client:
    """The browser of the responsible authority."""
    client.force_login(desk.officer)
    return client


@pytest.fixture
def at(desk) -> Callable[..., str]:
    """The address of a page: of the grant, or of its programme."""
    of_a_grant = ("grant", "grant_edit", "grant_sign", "grant_end", "grant_rows", "grant_owners", "grant_edit_owners")
    return lambda name, *args: reverse(
        f"authority:{name}", args=[desk.grant.pk if name in of_a_grant else desk.programme.pk, *args]
    )
