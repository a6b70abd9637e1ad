"""Who acts: a guarded page knows its reader for a person, whatever Django's types allow for."""

from typing import cast

from django.http import HttpRequest

from openamif.people.models import Person


def acting(request: HttpRequest) -> Person:
    """The administrator at the page."""
    return cast("Person", request.user)
