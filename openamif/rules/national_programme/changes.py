"""What changed between two versions, and whether it needs a new decision of the Commission.

Source: rule 2.15 as the Commission's form prints it. Every field belongs to the decision but those of the authorities
and the management and control system; amounts inside a specific objective may move while its total stays.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from openamif.rules.national_programme.facts import Programme

_OUTSIDE = ("authorities", "management_and_control_system")
_NOT_FIELDS = ("validation", "documents", "version", "language", "handling", "fund", "period")
_AMOUNTS = "financial_plan"


class Ground(StrEnum):
    """Why a change needs, or does not need, a decision."""

    OUTSIDE_THE_DECISION = "outside_the_decision"
    WITHIN_AN_OBJECTIVE = "within_an_objective"
    FIELD_OF_THE_DECISION = "field_of_the_decision"
    FIRST_ADOPTION = "first_adoption"


@dataclass(frozen=True, slots=True)
class Change:
    """A field that differs; ``before`` or ``after`` is None where the field was not there or empty."""

    place: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Reason:
    """A place and the ground on which its change was judged."""

    place: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class Verdict:
    """Truthy where a decision is needed. ``reasons``: the changes that need it; ``free``: those that do not."""

    needed: bool
    reasons: tuple[Reason, ...] = ()
    free: tuple[Reason, ...] = ()

    def __bool__(self) -> bool:
        return self.needed


def flat(document: object, place: str = "") -> dict[str, object]:
    """A document of nested mappings and lists as place → value; a list's row is named by its code, else by number."""
    if isinstance(document, Mapping):
        inner: Iterator[tuple[str, object]] = ((str(key), value) for key, value in document.items())
    elif isinstance(document, list | tuple):
        inner = ((_row_name(row, number), row) for number, row in enumerate(document, start=1))
    else:
        return {place: document}
    answer: dict[str, object] = {}
    for key, value in inner:
        answer.update(flat(value, f"{place}.{key}" if place else key))
    return answer


def _row_name(row: object, number: int) -> str:
    named = row.get("code") if isinstance(row, Mapping) else None
    return named if isinstance(named, str) and named else str(number)


def fields_of(programme: Programme) -> dict[str, object]:
    """The fields of a programme as place → value."""
    answer: dict[str, object] = {text.place: "\n".join(text.paragraphs) for text in programme.texts}
    answer |= {f"{_AMOUNTS}.{key}": amount for key, amount in programme.financial_plan.items()}
    tables = (("special_cases", programme.special_cases), ("annual_commitments", programme.commitments))
    for table, rows in tables:
        answer |= {f"{table}.{key}": (*row.by_year, row.total) for key, row in rows.items()}
    answer |= {pledge.place: pledge.persons for pledge in programme.pledges}
    answer |= {row.place: (row.planning, row.implementation, row.closing) for row in programme.timetable}
    for target in programme.targets:
        answer |= {
            f"indicators.{target.code}.{name}": getattr(target, name) for name in ("baseline", "target", "source")
        }
    answer["beneficiary_types"] = programme.beneficiary_types
    answer["share_deviation"] = "\n".join(programme.share_deviation)
    answer |= {
        f"authorities.{each.role}.{number}": (each.name, each.designated_on)
        for number, each in enumerate(programme.authorities or (), start=1)
    }
    answer["management_and_control_system"] = programme.management_and_control_system
    return answer


def changes(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[Change, ...]:
    """The fields that differ, in the order of ``after``, then those that are gone. Empty and absent are the same."""
    places = [*after, *(place for place in before if place not in after)]
    every = (Change(place, before.get(place), after.get(place)) for place in places)
    return tuple(each for each in every if _filled(each.before) != _filled(each.after))


def _filled(value: object) -> object:
    return None if value in ("", (), []) else value


def decision_needed(before: Mapping[str, object] | None, after: Mapping[str, object]) -> Verdict:
    """Whether the second version needs a decision, with each reason and its place; no version before: always.

    Both are place → value, from ``fields_of`` or ``flat``.
    """
    if before is None:
        return Verdict(True, (Reason("version", Ground.FIRST_ADOPTION),))
    judged = [_judged(change, before, after) for change in changes(before, after) if _is_field(change.place)]
    reasons = tuple(each for each in judged if each.ground is Ground.FIELD_OF_THE_DECISION)
    return Verdict(bool(reasons), reasons, tuple(each for each in judged if each not in reasons))


def _is_field(place: str) -> bool:
    return place.partition(".")[0] not in _NOT_FIELDS


def _judged(change: Change, before: Mapping[str, object], after: Mapping[str, object]) -> Reason:
    if change.place.partition(".")[0] in _OUTSIDE:
        return Reason(change.place, Ground.OUTSIDE_THE_DECISION)
    table, _, row = change.place.partition(".")
    objective, _, inner = row.partition(".")
    total = f"{table}.{objective}"
    if table == _AMOUNTS and inner and total in after and before.get(total) == after.get(total):
        return Reason(change.place, Ground.WITHIN_AN_OBJECTIVE)
    return Reason(change.place, Ground.FIELD_OF_THE_DECISION)
