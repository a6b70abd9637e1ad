"""Persons of one responsible authority, and a version on its way."""

import pytest

from openamif.people.models import Person
from openamif.programmes.actions.validate_version import validate_version
from openamif.programmes.models import Version
from tests.factories.programmes import DAY, colleague
from tests.factories.programmes import version as begun


@pytest.fixture
def version(db) -> Version:
    """Open, at revision 1."""
    return begun()


@pytest.fixture
def ann(version) -> Person:
    """She entered the version."""
    return version.entered_by


@pytest.fixture
def bob(version, ann) -> Person:
    """Her colleague."""
    return colleague(ann, version.programme.scope)


@pytest.fixture
def ready(version, ann) -> Version:
    """Validated by her."""
    return validate_version(version, by=ann, on=DAY)
