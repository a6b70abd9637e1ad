"""A signed grant and somebody of its beneficiary."""

import pytest

from tests.factories import programmes, register


@pytest.fixture
def grant():
    return register.signed_grant(programmes.programme())


@pytest.fixture
def by(grant):
    return register.filler(grant)
