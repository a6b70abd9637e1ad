"""A programme of 2021-2027 as it is entered, revised and taken away, in the order of the Commission's template.

Texts keep their paragraphs apart by newlines, amounts are the Union's contribution in EUR.
Source: Regulation (EU) 2021/1060, Annex VI.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from openamif.rules import programme_2021
from openamif.sfc import programme_2014 as document


@dataclass(frozen=True, slots=True)
class ActionContent:
    """An action; ``number`` runs through the programme, and None is the one after the last."""

    title: str
    description: str = ""
    desired_results: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class ObjectiveContent:
    """A specific objective: its amount, what it says, its actions."""

    code: str
    amount: Decimal
    strategy: str = ""
    actions: tuple[ActionContent, ...] = ()


@dataclass(frozen=True, slots=True)
class AimContent:
    """An indicator with its milestone (outputs alone) and target; ``baseline`` and ``source``: of a result."""

    code: str
    milestone: Decimal | None = None
    target: Decimal | None = None
    baseline: Decimal | None = None
    source: str = ""

    @property
    def says_something(self) -> bool:
        """Whether there is more of it than its code."""
        return any(each not in (None, "") for each in (self.milestone, self.target, self.baseline, self.source))


@dataclass(frozen=True, slots=True)
class AuthorityContent:
    """``kind``: ``RA`` (managing), ``AA`` (audit), ``DA`` (intermediate body, with the ``activities`` passed to it)."""

    kind: str
    name: str
    head: str = ""
    address: str = ""
    email: str = ""
    designated_on: date | None = None
    activities: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammeContent:
    """The whole. ``summary``: section 1; ``partnership``: section 6; ``communication``: section 7.

    ``fields``: Tables 3 and 4, by intervention field (``II.004``); ``years``: Table 5, by year.
    """

    objectives: tuple[ObjectiveContent, ...]
    assistance_amount: Decimal
    aims: tuple[AimContent, ...] = ()
    authorities: tuple[AuthorityContent, ...] = ()
    summary: str = ""
    language: str = "en"
    partnership: str = ""
    communication: str = ""
    fields: Mapping[str, Decimal] = field(default_factory=dict)
    years: Mapping[int, Decimal] = field(default_factory=dict)

    @property
    def total_amount(self) -> Decimal:
        """The objectives and technical assistance together."""
        return sum((each.amount for each in self.objectives), self.assistance_amount)


def facts_2021(programme: document.Programme, milestones: Mapping[str, Decimal | None]) -> programme_2021.Programme:
    """What the rules of 2021-2027 need to know; the document's form has no place for milestones."""
    aims = (programme_2021.Aim(row.code, milestones.get(row.code), row.target) for row in programme.indicators)
    return programme_2021.Programme(programme.financial_plan, tuple(aims))
