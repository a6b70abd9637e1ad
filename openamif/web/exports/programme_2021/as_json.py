"""A programme of 2021-2027 as data: the sections and tables of the template by their numbers.

Amounts are strings with two decimals in EUR, numbers of persons and things integers, empty cells null.
Source: Regulation (EU) 2021/1060, Annex VI.
"""

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from openamif.law import code
from openamif.programmes.facts import AimContent, ObjectiveContent
from openamif.programmes.facts.rows_2021 import ASSISTANCE, OF_AN_AUTHORITY
from openamif.programmes.facts.workbook_2021 import YEARS
from openamif.rules.programme_2021.table import PERIOD
from openamif.web.exports.programme_2021.source import Source2021
from openamif.web.official import official

Json = dict[str, Any]
CENT = Decimal("0.01")


def as_json_file(source: Source2021) -> bytes:
    """The file; names of codes are in the reader's language, texts in that of the version."""
    return json.dumps(as_json(source), ensure_ascii=False, indent=2).encode() + b"\n"


def as_json(source: Source2021) -> Json:
    """Every field of the programme."""
    whole = source.whole
    return {
        "template": "Regulation (EU) 2021/1060, Annex VI",
        "programme": {
            "fund": source.document.fund,
            "period": source.period,
            "country": source.country,
            "cci": source.cci,
            "title": source.title,
            "version": source.version,
            "language": whole.language,
            "made_on": source.on.isoformat(),
        },
        "1": {"text": paragraphs(whole.summary)},
        "2": {
            "specific_objectives": [objective(source, each) for each in whole.objectives],
            "technical_assistance": {"table_4": breakdown(source, ASSISTANCE)},
        },
        "3": {"table_5": years(source), "table_6": allocations(source)},
        "5": {"table_10": [authority(each) for each in whole.authorities]},
        "6": {"text": paragraphs(whole.partnership)},
        "7": {"text": paragraphs(whole.communication)},
    }


def paragraphs(text: str) -> list[str]:
    """A text as its paragraphs."""
    return text.split("\n") if text else []


def euros(amount: Decimal | None) -> str | None:
    """An amount as it is written."""
    return None if amount is None else str(amount.quantize(CENT))


def objective(source: Source2021, each: ObjectiveContent) -> Json:
    """Section 2.1 of one objective."""
    return {
        "code": each.code,
        "name": official("objectives", each.code, PERIOD),
        "2.1.1": {
            "text": paragraphs(each.strategy),
            "actions": [
                {
                    "number": action.number,
                    "title": action.title,
                    "description": paragraphs(action.description),
                    "desired_results": paragraphs(action.desired_results),
                }
                for action in each.actions
            ],
        },
        "2.1.2": {
            "table_1": [aim(one) for one in aims_of(source.whole.aims, each.code, "output")],
            "table_2": [aim(one) for one in aims_of(source.whole.aims, each.code, "result")],
        },
        "2.1.3": {"table_3": breakdown(source, each.code)},
    }


def aims_of(aims: Iterable[AimContent], objective_code: str, kind: str) -> list[AimContent]:
    """The outputs, or the results, of an objective."""
    known = ((each, code("indicators", each.code, period=PERIOD)) for each in aims)
    return [each for each, said in known if (said.text("objective"), said.text("kind")) == (objective_code, kind)]


def aim(each: AimContent) -> Json:
    """An indicator with what is aimed at."""
    numbers = {name: count(getattr(each, name)) for name in ("baseline", "milestone", "target")}
    return {"code": each.code, "name": official("indicators", each.code, PERIOD), **numbers, "source": each.source}


def count(number: Decimal | None) -> int | str | None:
    """A whole number, or a text that keeps the decimals."""
    return number if number is None else int(number) if number == int(number) else str(number)


def fields_of(source: Source2021, objective_code: str) -> dict[str, Decimal]:
    """The amounts by intervention field that are of this objective."""
    return {
        field: amount
        for field, amount in source.whole.fields.items()
        if code("intervention_fields", field, period=PERIOD).text("objective") == objective_code
    }


def breakdown(source: Source2021, objective_code: str) -> list[Json]:
    """Table 3 of an objective, or Table 4 of technical assistance."""
    return [
        {"intervention_field": field, "name": official("intervention_fields", field, PERIOD), "amount": euros(amount)}
        for field, amount in fields_of(source, objective_code).items()
    ]


def years(source: Source2021) -> list[Json]:
    """Table 5."""
    return [{"year": year, "amount": euros(source.whole.years.get(year))} for year in YEARS]


def allocations(source: Source2021) -> Json:
    """Table 6: the objectives, technical assistance and their total."""
    lines = {each.code: each.amount for each in source.whole.objectives} | {ASSISTANCE: source.whole.assistance_amount}
    return {
        "lines": [{"objective": line, "union_contribution": euros(amount)} for line, amount in lines.items()],
        "total": euros(source.whole.total_amount),
    }


def authority(each: Any) -> Json:
    """A row of Table 10; ``kind``: RA manages, AA audits, DA has tasks of the first passed on to it."""
    said = {name: getattr(each, name) for name in OF_AN_AUTHORITY}
    return said | {"designated_on": each.designated_on.isoformat() if each.designated_on else None}
