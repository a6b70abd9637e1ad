"""A counting rule: which events, things or grants count for an indicator, and when."""

from dataclasses import dataclass
from datetime import date

PERSONS, THINGS, PROJECTS, SHARE = "persons", "things", "projects", "share"
ADDED, NAMED = "added", "named"


@dataclass(frozen=True, slots=True)
class CountingRule:
    """How an indicator is counted from ``valid_from`` to ``valid_until`` (its last day).

    ``counts``: ``persons`` (of whom one of ``kinds`` happened, and, where said, one of ``alongside``; with one of
    ``flags`` and one of ``standings`` where said; within the ``target_group`` where true), ``things`` (``outputs``,
    their quantities ``added`` up, or ``named``: the same name is the same thing), ``projects`` (grants whose
    beneficiary is of ``beneficiaries`` and whose field is of ``intervention_fields``), or ``share`` (the indicator
    ``numerator`` as a percentage of the latest quantity of ``outputs``).
    ``distinct``: within what the same person or name counts once. ``day``: which day decides, that of the ``event``,
    of the ``delivery`` or of the ``start`` of the grant. ``breakdown``: what the law wants, lists of codes.
    ``parent``: the indicator of which this one is a part; the parts need not add up to it.
    """

    indicator: str
    objective: str
    version: str
    valid_from: date
    counts: str
    unit: str
    distinct: str
    day: str
    source: str
    valid_until: date | None = None
    kinds: frozenset[str] = frozenset()
    alongside: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
    standings: frozenset[str] = frozenset()
    target_group: bool = False
    outputs: frozenset[str] = frozenset()
    how: str = ""
    beneficiaries: frozenset[str] = frozenset()
    intervention_fields: frozenset[str] = frozenset()
    numerator: str = ""
    breakdown: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    parent: str = ""
    sure: bool = True
    note: str = ""

    def is_in_force(self, on: date) -> bool:
        """Whether it counts figures as of that day."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)

    def takes_in(self, other: "CountingRule") -> bool:
        """Whether everybody who counts for the other one counts for this one too, whatever happened to her."""
        return (
            self.counts == other.counts == PERSONS
            and self.objective == other.objective
            and other.kinds <= self.kinds
            and all(
                not asked or (there and there <= asked)
                for asked, there in (
                    (self.alongside, other.alongside),
                    (self.flags, other.flags),
                    (self.standings, other.standings),
                )
            )
            and (other.target_group or not self.target_group)
        )
