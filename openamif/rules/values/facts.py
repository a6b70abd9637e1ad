"""What the rules know of a value about to be said of an indicator."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from openamif.rules.indicators import CountingRule


@dataclass(frozen=True, slots=True)
class Said:
    """A number said of an indicator: by a grant, by the authority in a report, or of the programme as a whole.

    ``rules``: those in force, by which parts are told. ``whole``: of a percentage told as a part (``number``) of a
    whole; without it ``number`` is the percentage. ``target``: what the grant aims at; ``reported``: what stands in the
    report; ``groups``: persons counted by age and sex. ``beside``: the other indicators of the same grant and day;
    ``totals``: of percentages, of how many they are known to be.
    """

    period: str
    indicator: str
    number: Decimal
    rules: tuple[CountingRule, ...] = ()
    whole: Decimal | None = None
    target: Decimal | None = None
    reported: Decimal | None = None
    groups: int = 0
    beside: Mapping[str, Decimal] = field(default_factory=dict)
    totals: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def rule(self) -> CountingRule | None:
        """How it is counted; None for an indicator of the programme's own that is no more."""
        return next((each for each in self.rules if each.indicator == self.indicator), None)
