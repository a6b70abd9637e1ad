"""The part of a document that concerns some objectives."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from openamif.sfc import programme_2014 as sfc

Inside = Callable[[str], bool]
NOTHING_OF_THE_WHOLE: dict[str, Any] = {
    "summary": (),
    "baseline": (),
    "resettlement_justification": (),
    "resettlement": (),
    "resettlement_totals": sfc.ResettlementTotals(),
    "transfers": (),
    "turkey": (),
    "partnership": {},
    "beneficiary_types": (),
    "special_cases": {},
    "annual_commitments": {},
    "share_deviation": (),
    "documents": (),
    "validation": (),
}


def within_part(document: sfc.Programme, part: tuple[str, ...] | None) -> sfc.Programme:
    """What of the document concerns these objectives (``SO2.NO2``, or ``SO2`` for all of it); None: the whole.

    What speaks of the programme as a whole, its prose, its special cases and its yearly commitments, is left out.
    """
    if part is None:
        return document

    def inside(code: str) -> bool:
        return any(code == each or code.startswith(f"{each}.") or each.startswith(f"{code}.") for each in part)

    return replace(
        document,
        objectives=tuple(_within(each, inside) for each in document.objectives if inside(each.code)),
        timetable=tuple(row for row in document.timetable if inside(row.objective)),
        indicators=tuple(row for row in document.indicators if inside(objective_of(row.code))),
        financial_plan={
            code: amount
            for code, amount in document.financial_plan.items()
            if inside(code) and not _is_sum(code, document.financial_plan)
        },
        **NOTHING_OF_THE_WHOLE,
    )


def objective_of(indicator: str) -> str:
    """The specific objective of an indicator: ``SO2.C2`` and ``O.2.3`` are of ``SO2``."""
    head, _point, rest = indicator.partition(".")
    return head if head.startswith("SO") else f"SO{rest.partition('.')[0]}"


def _is_sum(code: str, plan: Collection[str]) -> bool:
    """Whether other lines of the plan are added up in this one."""
    return code.endswith((".NO", ".SA")) or any(line.startswith(f"{code}.") for line in plan)


def _within(objective: sfc.SpecificObjective, inside: Inside) -> sfc.SpecificObjective:
    return replace(
        objective,
        national_objectives=tuple(each for each in objective.national_objectives if inside(each.code)),
        specific_actions=tuple(each for each in objective.specific_actions if inside(each.code)),
    )
