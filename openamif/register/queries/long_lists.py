"""Rows of which a reader sees a page: the last page costs what the first one costs, and nobody counts twice."""

from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)


class LongList(Generic[Row]):
    """Ordered rows for a ``Paginator``. ``count``: how many, where that is known already.

    What lies behind the middle is read from the end: a database walks to a row from where it begins.
    """

    ordered = True

    def __init__(self, rows: QuerySet[Row], *, count: int | None = None) -> None:
        self.rows, self._count = rows, count

    def count(self) -> int:
        """How many there are; one query at most."""
        if self._count is None:
            self._count = self.rows.order_by().count()
        return self._count

    def __len__(self) -> int:
        return self.count()

    def __iter__(self) -> Iterator[Row]:
        return self.rows.iterator(chunk_size=PART)

    def __getitem__(self, place: slice) -> list[Row]:
        """The rows from ``start`` to ``stop``, in their order."""
        number, first = self.count(), place.start or 0
        last = number if place.stop is None else min(place.stop, number)
        if first >= last:
            return []
        if first <= number // 2:
            return list(self.rows[first:last])
        return list(self.rows.reverse()[number - last : number - first])[::-1]

    def first(self) -> Any:
        """The first row, or None."""
        return self.rows.first()


PART = 2000
