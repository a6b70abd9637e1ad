"""Write down that somebody read a list of persons, or took it away as a file."""

from typing import Any

from django.db import models
from django.utils.timezone import localtime

from openamif.people.models import Person
from openamif.record.actions.append_trail import append_trail
from openamif.record.models import Trail
from openamif.record.queries import details_since

OPENED, TAKEN = "opened", "list_taken"


def note_reading(
    subject: models.Model, what: str, *, count: int, by: Person, taken: bool = False, **more: Any
) -> Trail | None:
    """One event a person, list and day, and another where she sees more persons than were written down; else None.

    ``subject``: the grant or the check whose list it is; ``what``: which list; ``count``: how many persons;
    ``taken``: as a file; ``more``: what else is kept. One query where it is written down already.
    """
    if not count:
        return None
    event, today = TAKEN if taken else OPENED, localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    said = {"what": what, **more}
    for noted in details_since(subject, event, by=by, since=today):
        if noted.get("count", 0) >= count and {key: noted.get(key) for key in said} == said:
            return None
    return append_trail(subject, event, by=by, details={**said, "count": count})
