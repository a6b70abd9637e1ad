"""What the colleagues of a grant may do, in words."""

from collections.abc import Iterable
from typing import Any

from openamif.grants.queries.rights import Colleague
from openamif.people.models import Person
from openamif.web.labels import RIGHTS


def colleagues_shown(colleagues: Iterable[Colleague], reader: Person) -> list[dict[str, Any]]:
    """A line each."""
    return [
        {
            "pk": each.person.pk,
            "name": each.person.name,
            "organisation": each.role.organisation.name,
            "right": str(each.right),
            "words": RIGHTS[each.right],
            "is_reader": each.person.pk == reader.pk,
        }
        for each in colleagues
    ]
