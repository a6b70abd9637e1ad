"""What the rules know of a programme of 2021-2027."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Aim:
    """An indicator with what is aimed at by the end of 2024 (outputs alone) and of 2029."""

    code: str
    milestone: Decimal | None = None
    target: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """``plan``: the Union contribution in EUR by ``SO1`` to ``SO4``, ``TA`` and ``TOTAL``."""

    plan: Mapping[str, Decimal | None]
    aims: tuple[Aim, ...] = ()

    def amount(self, line: str) -> Decimal:
        """Of a line; zero where it has none."""
        return self.plan.get(line) or Decimal(0)
