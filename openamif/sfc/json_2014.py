"""A national programme 2014-2020, as read, in one object of JSON.

Amounts are strings with two decimals, counts integers, empty cells null. Keys are those of the dataclasses.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from openamif.sfc.programme_2014 import (
    PLEDGING_PERIODS,
    YEARS,
    NationalObjective,
    Programme,
    Reading,
    SpecificObjective,
    YearlyAmounts,
)

Json = dict[str, Any]


def as_json(reading: Reading) -> Json:
    """Everything that was read, what was inferred and what was not understood."""
    programme = reading.programme
    return {
        "document": {
            "fund": programme.fund,
            "period": programme.period,
            "language": programme.language,
            "lines": reading.lines,
            "unread_lines": len(reading.unread),
        },
        "financial_plan": {row: _amount(value) for row, value in programme.financial_plan.items()},
        "special_cases": _yearly(programme.special_cases),
        "annual_commitments": _yearly(programme.annual_commitments),
        "pledges": _pledges(programme),
        "timetable": [
            {
                "objective": row.objective,
                "number": row.number,
                "name": row.name,
                "planning": row.planning,
                "implementation": row.implementation,
                "closing": row.closing,
            }
            for row in programme.timetable
        ],
        "actions": _actions(programme),
        "indicators": _indicators(programme),
        "beneficiary_types": list(programme.beneficiary_types),
        "documents": _documents(programme),
        "validation": [
            {"severity": one.severity, "code": one.code, "message": one.message} for one in programme.validation
        ],
        "sections": _sections(programme),
        "objectives": [_objective(objective) for objective in programme.objectives],
        "inferred": [{"line": one.line, "subject": one.subject, "ground": one.ground} for one in reading.inferred],
        "unread": [{"line": line.number, "text": line.text} for line in reading.unread],
    }


def _amount(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:.2f}"


def _yearly(rows: Mapping[str, YearlyAmounts]) -> Json:
    """Each row by year and in total. A table's own sum row ``total`` is an object like the others."""
    return {
        key: {
            **{str(year): _amount(value) for year, value in zip(YEARS, row.by_year, strict=True)},
            "total": _amount(row.total),
        }
        for key, row in rows.items()
    }


def _persons(persons: tuple[int | None, ...]) -> Json:
    return dict(zip(PLEDGING_PERIODS, persons, strict=True))


def _pledges(programme: Programme) -> Json:
    """The pledging plans of section 4, persons by period."""
    totals = programme.resettlement_totals
    return {
        "resettlement": [{"category": one.category, **_persons(one.persons)} for one in programme.resettlement],
        "resettlement_totals": {
            "union_priorities": _persons(totals.union_priorities),
            "grand_total": _persons(totals.grand_total),
        },
        "transfer": [
            {"kind": one.kind, "from": one.from_country, "to": one.to_country, **_persons(one.persons)}
            for one in programme.transfers
        ],
        "turkey": [_persons(one.persons) for one in programme.turkey],
    }


def _actions(programme: Programme) -> list[Json]:
    """The main actions of all national objectives, in order."""
    return [
        {
            "objective": national.code,
            "number": action.number,
            "title": action.title,
            "qualifier": action.qualifier,
            "description": list(action.description),
            "examples": list(action.examples),
            "desired_results": list(action.desired_results),
        }
        for objective in programme.objectives
        for national in objective.national_objectives
        for action in national.actions
    ]


def _indicators(programme: Programme) -> list[Json]:
    return [
        {
            "code": one.code,
            "name": one.name,
            "unit": one.unit,
            "baseline": _amount(one.baseline),
            "target": _amount(one.target),
            "source": one.source,
        }
        for one in programme.indicators
    ]


def _documents(programme: Programme) -> list[Json]:
    return [
        {
            "title": one.title,
            "kind": one.kind,
            "dated_on": one.dated_on.isoformat() if one.dated_on else None,
            "local_reference": one.local_reference,
            "commission_reference": one.commission_reference,
            "files": one.files,
            "sent_on": one.sent_on.isoformat() if one.sent_on else None,
            "sent_by": one.sent_by,
        }
        for one in programme.documents
    ]


def _sections(programme: Programme) -> dict[str, list[str]]:
    """The texts outside section 3, paragraph by paragraph."""
    return {
        "summary": list(programme.summary),
        "baseline": list(programme.baseline),
        "resettlement_justification": list(programme.resettlement_justification),
        **{key: list(texts) for key, texts in programme.partnership.items()},
        "share_deviation": list(programme.share_deviation),
    }


def _objective(objective: SpecificObjective) -> Json:
    """A specific objective with its texts; its actions stand under ``actions``."""
    return {
        "code": objective.code,
        "strategy": list(objective.strategy),
        "national_objectives": [_national(national) for national in objective.national_objectives],
        "specific_actions": [{"code": one.code, "text": list(one.text)} for one in objective.specific_actions],
    }


def _national(national: NationalObjective) -> Json:
    return {
        "code": national.code,
        "introduction": list(national.introduction),
        "actions": [action.number for action in national.actions],
    }
