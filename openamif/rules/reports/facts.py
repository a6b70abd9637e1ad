"""What the rules know of a progress report before it is signed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Text:
    """A text that the period's template asks: its place, its length and the longest it may have, in characters."""

    place: str
    characters: int
    limit: int
    is_owed: bool


@dataclass(frozen=True, slots=True)
class Value:
    """An indicator as counted up to the end of the period. ``before``: in the last report, where there was one.

    ``is_share``: a percentage, which no plan spreads over days. ``is_explained``: a word on the deviation is there.
    ``wholes``: the indicators that it is a part of.
    """

    indicator: str
    value: Decimal
    target: Decimal | None = None
    before: Decimal | None = None
    is_share: bool = False
    is_declared: bool = False
    is_explained: bool = False
    wholes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A report about to be signed. ``attachments``: how many there are of each kind; ``has_proof``: evidence of

    publicity came with an earlier report; ``open_before``: numbers of earlier reports not sent yet; ``gaps``: how many
    participants of the register lack something, by what they lack (``entry_test``, ``birth_year``, ``sex``).
    """

    period: str
    starts_on: date
    ends_on: date
    grant_starts_on: date
    grant_ends_on: date
    texts: tuple[Text, ...] = ()
    values: tuple[Value, ...] = ()
    attachments: Mapping[str, int] = field(default_factory=dict)
    has_proof: bool = False
    has_signer: bool = True
    open_before: tuple[int, ...] = ()
    gaps: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_last(self) -> bool:
        """Whether it reaches to the end of the grant."""
        return self.ends_on >= self.grant_ends_on
