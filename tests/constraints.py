"""What the database must never hold is tried past every form and action: in which words a test asks it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import IntegrityError, connection, transaction


@contextmanager
def forbidden(constraint: str) -> Iterator[None]:
    """The database refuses, and because of this constraint; SQLite names the columns where one is to be unique."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        yield
    assert constraint in str(refusal.value) or (connection.vendor == "sqlite" and "UNIQUE" in str(refusal.value))
