"""Figures quoted in the texts against the tables, and against themselves (X-16, I-13, F-6, F-7).

Prose is read by a few stated patterns and never guessed at: a text that fits none of them gives no finding of fault.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from openamif.rules.finding import Finding
from openamif.rules.national_programme import plan as of
from openamif.rules.national_programme.facts import Programme
from openamif.rules.national_programme.reference import explanation, freed
from openamif.rules.national_programme.table import not_in_document, says

UPDATE = "2018/2000"
MILLION = Decimal("1000000")
# A run of digits is read once, from its first digit, and a grouped number has an end: no text takes long to read.
_NUMBER = r"(?<!\d)\d{1,15}+(?:[.,]\d{1,15}+)?+"
_GROUPED = r"\d{1,3}(?:[.\u00a0\u202f ]\d{3}){1,5}"
_PERCENT = re.compile(rf"({_NUMBER})\s?%")
_MILLIONS = re.compile(rf"({_NUMBER})\s*(?:millions?|miljoen|Million(?:en)?|Mio|mio|M)\b", re.UNICODE)
_EUROS = re.compile(rf"€\s?({_GROUPED})|({_GROUPED})\s?€")
_OF_WHICH = re.compile(r"\b(?:from which|of which|dont|waarvan|davon)\b")
_PLACES = re.compile(rf"({_GROUPED})\s+(?:places|plaatsen|Plätze)\b")
_IN_BRACKETS = re.compile(rf"\(({_GROUPED})\)")
_RESETTLED = re.compile(
    r"(?<!\d)(\d{1,3}(?:[.,\u00a0\u202f ]\d{3}){1,2}|\d{1,7}+)\s(?:persons|personnes|personen|Personen)\s"
    r"(?:[\w’']{1,20}\s){0,4}(?:resettled|réinstallées|hervestigd|angesiedelt)\b"
)
_REMAINING = re.compile(r"\b(?:remaining budget|budget restant|resterende budget|verbleibende Haushalt)\b")


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _grouped(text: str) -> Decimal:
    return Decimal(re.sub(r"\D", "", text))


def _euros(paragraph: str) -> tuple[Decimal, ...]:
    return tuple(_grouped(left or right) for left, right in _EUROS.findall(paragraph))


def quoted_shares(programme: Programme) -> tuple[Decimal, ...]:
    """The percentages of the summary's first paragraph that has one per funded objective and one for assistance."""
    wanted = len(_shared_objectives(programme)) + 1
    for paragraph in programme.text("summary"):
        quoted = tuple(_decimal(text) for text in _PERCENT.findall(paragraph))
        if len(quoted) == wanted and wanted > 1:
            return quoted
    return ()


def _shared_objectives(programme: Programme) -> tuple[str, ...]:
    plan = programme.financial_plan
    return tuple(objective for objective in of.specific_objectives(plan) if of.national(plan, objective))


def _planned_shares(programme: Programme, kinds: tuple[str, ...]) -> tuple[Decimal, ...]:
    plan = programme.financial_plan
    amounts = [
        of.added(plan[key] for kind in kinds for key in of.rows(plan, objective, kind))
        for objective in _shared_objectives(programme)
    ]
    amounts.append(of.technical_assistance(plan))
    return tuple(amount * 100 / of.added(amounts) for amount in amounts)


def shares_in_summary(programme: Programme) -> tuple[Finding, ...]:
    """X-16: shares quoted in the summary lie within one point of the plan's, with or without specific actions."""
    quoted = quoted_shares(programme)
    if not quoted:
        return (not_in_document("X-16", "summary"),)
    bases = [_planned_shares(programme, kinds) for kinds in (("NO",), ("NO", "SA"))]
    near = [all(abs(said - planned) <= 1 for said, planned in zip(quoted, base, strict=True)) for base in bases]
    names = [*_shared_objectives(programme), "TA"]
    found, expected = _named(names, quoted), _named(names, bases[0])
    return (says("X-16", any(near), "summary", variant="shares", found=found, expected=expected),)


def _named(names: list[str], shares: tuple[Decimal, ...]) -> dict[str, object]:
    return {f"{name}_rate": share for name, share in zip(names, shares, strict=True)}


def summary_shares_add_up(programme: Programme) -> tuple[Finding, ...]:
    """I-13: the shares quoted in the summary come to a hundred."""
    quoted = quoted_shares(programme)
    if not quoted:
        return (not_in_document("I-13", "summary"),)
    total = of.added(quoted)
    names = [*_shared_objectives(programme), "TA"]
    expected = {"rate": Decimal(100)}
    parts = _named(names, quoted).items()
    return (
        says("I-13", total == 100, "summary", variant="sum", found={"rate": total}, expected=expected, parts=parts),
    )


def resettled_in_summary(programme: Programme) -> int | None:
    """The most persons that the summary says are resettled; None where it says none."""
    quoted = (text for paragraph in programme.text("summary") for text in _RESETTLED.findall(paragraph))
    return max((int(_grouped(text)) for text in quoted), default=None)


def moved_in_prose(programme: Programme, reference: Decimal | None, *, on: date) -> tuple[Finding, ...]:
    """X-16: the millions that the texts say Regulation (EU) 2018/2000 added are what the pledges freed for it.

    What they are set beside: the amount by which the total exceeds the reference; where it does not, or without a
    reference, the amount freed. Within a tenth of a million for each text, since texts round.
    """
    quoted = tuple(_updates(programme))
    if not quoted:
        return (not_in_document("X-16", "objectives"),)
    gap = explanation(programme, reference, on=on).gap if reference is not None else Decimal(0)
    moved = gap if gap > 0 else of.added(each.amount for each in freed(programme, on=on))
    said = of.added(amount for _, amount in quoted)
    holds = abs(said - moved) <= len(quoted) * MILLION / Decimal("10")
    found = {"total": said, "difference": moved - said}
    return (says("X-16", holds, quoted[0][0], variant="moved", found=found, expected={"total": moved}, parts=quoted),)


def _updates(programme: Programme) -> Iterator[tuple[str, Decimal]]:
    for text in programme.texts:
        for paragraph in text.paragraphs:
            if UPDATE in paragraph:
                for quoted in _MILLIONS.findall(paragraph):
                    yield text.place, _decimal(quoted) * MILLION


def amounts_in_baseline(programme: Programme) -> tuple[Finding, ...]:
    """F-6: "A, from which B and C" and "the total A, from this B; the remaining budget C and D" add up to A."""
    paragraphs = programme.text("baseline")
    checks = [*_of_which(paragraphs), *_with_remaining(paragraphs)]
    return tuple(checks) or (not_in_document("F-6", "baseline"),)


def _of_which(paragraphs: tuple[str, ...]) -> Iterator[Finding]:
    for paragraph in paragraphs:
        mark = _OF_WHICH.search(paragraph)
        if mark is None:
            continue
        wholes, parts = _euros(paragraph[: mark.start()]), _euros(paragraph[mark.end() :])
        if wholes and len(parts) > 1:
            yield _prose_sum("F-6", "of_which", wholes[-1], parts)


def _with_remaining(paragraphs: tuple[str, ...]) -> Iterator[Finding]:
    for paragraph, following in pairwise(paragraphs):
        wholes, rest = _euros(paragraph), _euros(following)
        if _REMAINING.search(following) and len(wholes) > 1 and rest:
            yield _prose_sum("F-6", "remaining", wholes[0], (wholes[1], *rest))


def places_in_baseline(programme: Programme) -> tuple[Finding, ...]:
    """F-7: "N places managed by A (a), B (b) and others": what the bracketed numbers leave over is not printed."""
    checks = []
    for paragraph in programme.text("baseline"):
        whole = _PLACES.search(paragraph)
        parts = _IN_BRACKETS.findall(paragraph[whole.end() :]) if whole else []
        if whole and len(parts) > 1:
            checks.append(_prose_sum("F-7", "places", _grouped(whole.group(1)), tuple(map(_grouped, parts))))
    return tuple(checks) or (not_in_document("F-7", "baseline"),)


def _prose_sum(rule: str, variant: str, whole: Decimal, parts: tuple[Decimal, ...]) -> Finding:
    total = of.added(parts)
    counts = variant == "places"
    named = [(f"part_{number}", int(part) if counts else part) for number, part in enumerate(parts, start=1)]
    found = {"total": whole, "difference": whole - total}
    return says(
        rule,
        whole == total,
        "baseline",
        variant=variant,
        found={name: int(value) if counts else value for name, value in found.items()},
        expected={"total": int(total) if counts else total},
        parts=named,
    )


def prose_agrees(programme: Programme, reference: Decimal | None, *, on: date) -> tuple[Finding, ...]:
    """X-16: the two comparisons of prose with the tables; where both have nothing to compare, one finding says so."""
    every = (*shares_in_summary(programme), *moved_in_prose(programme, reference, on=on))
    said = tuple(each for each in every if each.variant != "not_in_document")
    return said or every[:1]
