"""The allocation of national objectives and technical assistance against the basic amounts (2.22.1, X-11, X-12, I-04).

Money freed by relocation places taken back (Regulation (EU) 2018/2000) moves into national objectives. The total then
exceeds the basic amounts, and the Commission's own rule 2.22.1 says so although nothing is wrong.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openamif.law import BeforeFirstValue, figure
from openamif.rules.finding import Finding
from openamif.rules.national_programme import plan as of
from openamif.rules.national_programme.facts import Pledge, Programme
from openamif.rules.national_programme.special_cases import lump_sum, of_kind
from openamif.rules.national_programme.table import INFO, PERIOD, not_in_document, says

PLACE = "financial_plan"
RULE_2_22_1 = "2.22.1"
_IN_BRACKETS = re.compile(r"\(\s*(\d[\d\s.,\u00a0\u202f]*\d)\s*\)")
_RELOCATION = ("relocation_2015_1523", "relocation_2015_1601", "relocation")


@dataclass(frozen=True, slots=True)
class Freed:
    """Places taken back: persons, EUR per person, and the amount they free."""

    name: str
    persons: int
    lump_sum: Decimal

    @property
    def amount(self) -> Decimal:
        """EUR."""
        return self.persons * self.lump_sum


def amounts_in(message: str) -> tuple[Decimal, ...]:
    """The amounts that a message of the Commission prints in brackets, in order (``(100 817 784,00)``)."""
    return tuple(_amount(text) for text in _IN_BRACKETS.findall(message))


def _amount(text: str) -> Decimal:
    whole, mark, cents = text, "", ""
    tail = re.search(r"[.,](\d\d)$", text)
    if tail:
        whole, mark, cents = text[: tail.start()], ".", tail.group(1)
    return Decimal(re.sub(r"\D", "", whole) + mark + cents)


def printed_amounts(programme: Programme) -> tuple[Decimal, ...]:
    """What the document's own message 2.22.1 prints: the total it found, then the reference; empty without it."""
    texts = (message.message for message in programme.messages if message.code == RULE_2_22_1)
    return amounts_in(next(texts, ""))


def reference_in(programme: Programme) -> Decimal | None:
    """The reference allocation that the Commission's message prints second; None where there is no such message."""
    return next(iter(printed_amounts(programme)[1:2]), None)


def freed(programme: Programme, *, on: date) -> tuple[Freed, ...]:
    """What the negative pledges free, relocation first, then admissions from Turkey; kinds without any are left out."""
    kinds = (("relocation", _RELOCATION), ("turkey", ("turkey",)))
    every = ((name, [pledge for kind in group for pledge in of_kind(programme, kind)]) for name, group in kinds)
    return tuple(Freed(name, -_back(rows), lump_sum(rows[0], on=on)) for name, rows in every if rows and _back(rows))


def _back(pledges: list[Pledge]) -> int:
    return sum(min(persons or 0, 0) for pledge in pledges for persons in pledge.persons)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the total exceeds the reference: what was freed, and what of it stays on resettlement.

    ``kept`` is not printed anywhere: it is the freed amount less the gap. It counts as persons resettled only where it
    is a whole number of lump sums and no more persons than the last period pledged; else ``persons`` is None.
    """

    gap: Decimal
    freed: tuple[Freed, ...]
    kept: Decimal
    persons: int | None

    @property
    def freed_amount(self) -> Decimal:
        """EUR freed in all."""
        return of.added(each.amount for each in self.freed)

    def terms(self) -> tuple[tuple[str, object], ...]:
        """The terms whose sum is the gap, by name."""
        terms: list[tuple[str, object]] = [(f"{each.name}_freed", each.amount) for each in self.freed]
        if self.kept:
            terms.append(("resettlement_kept" if self.persons is not None else "unexplained", -self.kept))
        return tuple(terms)


def explanation(programme: Programme, reference: Decimal, *, on: date) -> Explanation:
    """The gap between the total and the reference, explained from the pledges."""
    gap = of.basic_total(programme) - reference
    every = freed(programme, on=on)
    kept = of.added(each.amount for each in every) - gap
    return Explanation(gap, every, kept, _persons(programme, kept, on) if every else None)


def _persons(programme: Programme, kept: Decimal, on: date) -> int | None:
    each = figure("lump_sums.resettlement_priority", on=on, period=PERIOD).number
    last = sum((pledge.persons or (0,))[-1] or 0 for pledge in of_kind(programme, "resettlement"))
    return int(kept / each) if kept >= 0 and kept % each == 0 and kept / each <= last else None


def basic_allocation(programme: Programme, reference: Decimal | None, *, on: date) -> tuple[Finding, ...]:
    """2.22.1, the Commission's: national objectives and technical assistance should equal the basic amounts.

    ``reference``: the basic amounts, EUR. The parts explain the gap from the pledges, as far as they can.
    """
    if reference is None:
        return (says("2.22.1", True, PLACE, variant="reference_unknown", severity=INFO),)
    told = explanation(programme, reference, on=on)
    found: dict[str, object] = {"total": of.basic_total(programme), "gap": told.gap}
    expected: dict[str, object] = {"reference": reference}
    for each in told.freed:
        found[f"{each.name}_persons"] = each.persons
        expected[f"{each.name}_lump_sum"] = each.lump_sum
    if told.persons is not None:
        found["resettled_persons"] = told.persons
        expected["resettlement_lump_sum"] = _resettlement(on)
    return (
        says(
            "2.22.1",
            told.gap == 0,
            PLACE,
            variant=_variant(told),
            found=found,
            expected=expected,
            parts=told.terms() if told.gap > 0 else (),
        ),
    )


def message_agrees(finding: Finding, message: str) -> bool:
    """Whether a message of the Commission under the finding's rule says the same: ours fails too, on its figures."""
    printed = amounts_in(message) if finding.rule == RULE_2_22_1 else ()
    ours = (finding.found.get("total"), finding.expected.get("reference"))
    return not finding.holds and (len(printed) < len(ours) or printed[: len(ours)] == ours)


def _resettlement(on: date) -> Decimal:
    return figure("lump_sums.resettlement_priority", on=on, period=PERIOD).number


def _variant(told: Explanation) -> str:
    if told.gap == 0:
        return "equal"
    if not told.freed or told.gap < 0:
        return "unexplained"
    if told.persons is None:
        return "partly_explained"
    names = "_and_".join(each.name for each in told.freed)
    return f"explained_by_{names}" if told.persons else f"explained_by_{names}_alone"


def basic_amounts(programme: Programme, reference: Decimal | None, *, on: date) -> tuple[Finding, ...]:
    """X-11: the same total against the basic amounts and what Article 18(3) let move into national objectives."""
    if reference is None:
        return (says("X-11", True, PLACE, variant="reference_unknown", severity=INFO),)
    told = explanation(programme, reference, on=on)
    moved = told.freed_amount - told.kept if told.persons is not None else Decimal(0)
    total = of.basic_total(programme)
    found, expected = {"total": total}, {"total": reference + moved}
    parts = (("reference", reference), ("moved", moved))
    return (
        says("X-11", total == reference + moved, PLACE, variant="total", found=found, expected=expected, parts=parts),
    )


def solidarity_floor(programme: Programme, reference: Decimal | None, *, on: date) -> tuple[Finding, ...]:
    """X-12: of the money freed, a share stays on transfer, resettlement, humanitarian admission or their preparation.

    The base holds the places of Turkey too: Decision (EU) 2016/1754 took them out of those of Decision 2015/1601. That
    an amount is moved only once cannot be seen in one version.
    """
    if reference is None:
        return (says("X-12", True, PLACE, variant="reference_unknown", severity=INFO),)
    told = explanation(programme, reference, on=on)
    if not told.freed:
        return (says("X-12", True, PLACE, variant="nothing_freed"),)
    if told.persons is None:
        return (says("X-12", False, PLACE, variant="not_shown", severity=INFO, found={"freed": told.freed_amount}),)
    try:
        floor = figure("shares.solidarity_floor", on=on, period=PERIOD)
    except BeforeFirstValue:
        return (says("X-12", True, PLACE, variant="not_yet_law", severity=INFO),)
    rate = told.kept * 100 / told.freed_amount
    found = {"kept": told.kept, "freed": told.freed_amount, "rate": rate}
    expected = {"rate": floor.number}
    return (
        says(
            "X-12",
            rate >= floor.number,
            PLACE,
            variant="share",
            source=floor.source,
            found=found,
            expected=expected,
        ),
    )


def allocation_as_printed(programme: Programme) -> tuple[Finding, ...]:
    """I-04: national objectives and technical assistance come to the total that the Commission's message prints."""
    printed = printed_amounts(programme)
    if not printed:
        return (not_in_document("I-04", PLACE),)
    plan, total = programme.financial_plan, of.basic_total(programme)
    return (
        says(
            "I-04",
            total == printed[0],
            PLACE,
            variant="total",
            found={"total": total},
            expected={"total": printed[0]},
            parts=(
                ("national_objectives", of.national_total(plan)),
                ("technical_assistance", of.technical_assistance(plan)),
            ),
        ),
    )
