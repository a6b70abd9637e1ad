"""The shape of the gallery's book: sections of specimens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Specimen:
    """A component: what it is for, the calls that show it and its extremes, and the variables they are given.

    ``wide``: each call takes the whole width; ``bare``: it stands on the page's ground instead of a card.
    """

    name: str
    says: str
    calls: Sequence[str]
    given: Mapping[str, Any] = field(default_factory=dict)
    wide: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Components that belong together; ``key`` is the anchor."""

    key: str
    title: Any
    specimens: Sequence[Specimen]
