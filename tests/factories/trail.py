"""Changing the trail behind its back, as somebody with the keys of the database could."""

from django.db import connection

GUARDS = {
    "sqlite": ("DROP TRIGGER trail_refuses_update", "DROP TRIGGER trail_refuses_delete"),
    "postgresql": ("DROP TRIGGER trail_refuses_change ON record_trail",),
}


def without_guards(*statements: str) -> None:
    """The triggers that refuse change are dropped, then the statements are carried out."""
    with connection.cursor() as cursor:
        for statement in (*GUARDS[connection.vendor], *statements):
            cursor.execute(statement)
