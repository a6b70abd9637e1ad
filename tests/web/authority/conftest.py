"""A programme being prepared, and the people who may, may partly, and may not work on it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse

from openamif.people.models import Person
from openamif.people.states import RoleKind
from openamif.programmes.models import Programme, Version
from openamif.sfc.writer_2014 import write
from tests.factories import people, programmes

PART = ("SO2.NO2",)


@dataclass
class Office:
    """An open version and those around it."""

    version: Version
    officer: Person
    colleague: Person
    delegate: Person
    stranger: Person

    @property
    def programme(self) -> Programme:
        return self.version.programme


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def office(db) -> Office:
    version = programmes.version()
    part = people.scope("Integration", parent=version.programme.scope, objectives=PART)
    return Office(
        version=version,
        officer=version.entered_by,
        colleague=programmes.responsible(version.programme, name="Ada Colleague"),
        delegate=people.person(RoleKind.DELEGATED_AUTHORITY, scope=part),
        stranger=people.person(RoleKind.RESPONSIBLE_AUTHORITY),
    )


@pytest.fixture
def officer(office, client) -> Client:
    """The browser of whoever entered the version."""
    client.force_login(office.officer)
    return client


@pytest.fixture
def url(office) -> Callable[..., str]:
    """The address of a page of the version."""
    return lambda name, *args: reverse(f"authority:{name}", args=[office.version.pk, *args])


@pytest.fixture
def export() -> bytes:
    """The small programme as the Commission's system exports it."""
    return write(programmes.document()).encode()
