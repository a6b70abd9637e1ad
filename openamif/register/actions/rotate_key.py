"""Pass every code through the keys that were added to the ring: no name is needed."""

from collections.abc import Iterator
from typing import Any

from django.db import connection, transaction

from openamif.methods.pseudonyms import passed_on
from openamif.register.models import Pseudonym, Subject
from openamif.register.queries.keys import key_ring

PART = 2000


def rotate_key() -> Iterator[int]:
    """How many codes have been passed on, after each part; broken off, it goes on where it was.

    Until it is done nobody new is entered (``RingUnfit``), so that nobody is entered twice.
    """
    done = 0
    for model, column in ((Pseudonym, "code"), (Subject, "likeness")):
        while number := _pass_on(model, column):
            done += number
            yield done


@transaction.atomic
def _pass_on(model: type[Any], column: str) -> int:
    """The next part of the codes that are a key or more behind; together with how many keys they have passed."""
    ring = key_ring()
    rows = model.objects.select_for_update().filter(key_number__lt=len(ring)).order_by("key_number", "pk")
    changed = []
    for pk, code, number in rows.values_list("pk", column, "key_number")[:PART]:
        for key in ring[number:]:
            code = passed_on(code, key) if code else code
        changed.append((code, len(ring), pk))
    statement = f'UPDATE "{model._meta.db_table}" SET "{column}" = %s, key_number = %s WHERE id = %s'  # noqa: S608
    with connection.cursor() as cursor:
        if changed:
            cursor.executemany(statement, changed)
    return len(changed)
