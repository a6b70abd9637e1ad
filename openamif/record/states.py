"""What a table of moves is: the one shape in which every stage says its states and how to go between them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Ends: TypeAlias = tuple[StrEnum | tuple[StrEnum, ...], StrEnum]


@dataclass(frozen=True, slots=True)
class Move:
    """From one of these states to that one; ``needs_reason`` where the law owes somebody an explanation."""

    name: str
    sources: tuple[StrEnum, ...]
    target: StrEnum
    needs_reason: bool = False


def moves(needing_reason: tuple[str, ...] = (), **ends: Ends) -> Mapping[str, Move]:
    """A table of moves from ``verb=(source or sources, target)``."""
    table = {}
    for name, (sources, target) in ends.items():
        several = sources if isinstance(sources, tuple) else (sources,)
        table[name] = Move(name, several, target, name in needing_reason)
    return table
