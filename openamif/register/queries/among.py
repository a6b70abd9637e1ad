"""Rows among many keys in one query, however many: a list travels as one text, which no driver takes apart."""

import json
from collections.abc import Sequence
from typing import Any

from django.db import connection

_KINDS = {int: "bigint", str: "text"}


def rows_among(statement: str, values: Sequence[int] | Sequence[str]) -> list[tuple[Any, ...]]:
    """The rows of a statement that ends in the name of a column, where that column is among the keys or codes."""
    if not values:
        return []
    written = json.dumps(values, ensure_ascii=False)
    if connection.vendor == "postgresql":
        condition, written = f"= ANY(%s::{_KINDS[type(values[0])]}[])", f"{{{written[1:-1]}}}"
    else:
        condition = "IN (SELECT value FROM json_each(%s))"
    with connection.cursor() as cursor:
        cursor.execute(statement + condition, [written])
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found
