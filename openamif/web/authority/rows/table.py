"""What the table component is given, and names that several tables share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openamif.web.authority.sheet import Sheet
from openamif.web.components.shapes import Coded, Link
from openamif.web.components.tables import Column
from openamif.web.official import objective_name


@dataclass(frozen=True)
class Table:
    """What the table component is given."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Any]
    total: Any = None
    edits: Sequence[Link] = ()


def coded(code: str, sheet: Sheet) -> Coded:
    """A code of the plan with its official name."""
    return Coded(code, objective_name(code, sheet.period))
