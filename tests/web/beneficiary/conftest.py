"""A signed grant, its beneficiary, and others who may not come near it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.states import RoleKind
from openamif.register.models import Activity, Participant
from tests.factories import grants, people, programmes, register

TITLE = "A first welcome"


@dataclass
class House:
    """A grant with a language course; ``member`` fills its register, ``rival`` belongs to another beneficiary."""

    grant: Grant
    foreign: Grant
    member: Person
    colleague: Person
    officer: Person
    rival: Person
    course: Activity

    def participants(self, number: int = 1, **said) -> list[Participant]:
        """So many more in the register."""
        return [register.participant(self.grant, by=self.member, **said) for _ in range(number)]


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def house(db) -> House:
    programme = programmes.programme()
    officer = grants.manager(programme)
    body, other = (people.organisation(name, kind="ngo") for name in ("House of the Four Winds", "Second House"))
    grant = grants.signed(programme, by=officer, beneficiary=body, title=TITLE)
    foreign = grants.signed(programme, by=officer, beneficiary=other, title="Another welcome")
    member = people.person(RoleKind.BENEFICIARY, scope=programme.scope, of=body, name="Bea Member")
    return House(
        grant=grant,
        foreign=foreign,
        member=member,
        colleague=people.person(RoleKind.BENEFICIARY, scope=programme.scope, of=body, name="Carl Colleague"),
        officer=officer,
        rival=people.person(RoleKind.BENEFICIARY, scope=programme.scope, of=other),
        course=register.activity(grant, by=member),
    )


@pytest.fixture
def member(house, client) -> Client:
    """The browser of somebody who may fill the register."""
    client.force_login(house.member)
    return client


@pytest.fixture
def at(house) -> Callable[..., str]:
    """The address of a page of the grant."""
    return lambda name, *args: reverse(f"beneficiary:{name}", args=[house.grant.pk, *args])
