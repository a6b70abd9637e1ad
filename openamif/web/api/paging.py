"""How long lists are given: so many rows from a certain row on."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, TypeVar

from django.utils.translation import gettext_noop
from ninja import Path, Query, Schema
from pydantic import Field

from openamif.web.api.schemas import Problem

MOST, USUAL, LAST = 500, 100, 2**53 - 1
Row = TypeVar("Row")

Key = Annotated[int, Path(ge=1, le=LAST)]
REFUSALS: dict[Any, Any] = {404: Problem, 422: Problem}


class Window(Schema):
    """Which rows are wanted."""

    limit: int = Field(USUAL, ge=1, le=MOST, description=gettext_noop("How many rows at most."))
    offset: int = Field(0, ge=0, le=LAST, description=gettext_noop("How many rows to leave out first."))


Wanted = Annotated[Window, Query()]


def page(rows: Sequence[Row], wanted: Window, row_of: Callable[[Row], Any]) -> dict[str, Any]:
    """The rows wanted, and how many there are."""
    some = rows[wanted.offset : wanted.offset + wanted.limit]
    items = [row_of(each) for each in some]
    return {"count": len(rows), "limit": wanted.limit, "offset": wanted.offset, "items": items}
