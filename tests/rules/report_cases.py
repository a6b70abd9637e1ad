"""The truth table of a progress report, and the report it changes one thing of."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from openamif.rules.finding import Finding
from openamif.rules.reports import Report, Text, Value, check

TABLE = Path(__file__).parent / "cases" / "reports.yaml"
DAY = date(2024, 3, 1)
PERIODS = ("2014-2020", "2021-2027")
TEXTS = (
    Text("texts.summary", 100, 3000, True),
    Text("texts.work_package.1", 100, 2500, True),
    Text("texts.work_package.2", 100, 2500, True),
    Text("texts.outlook", 0, 1500, False),
)
VALUE = Value("A", Decimal(125), Decimal(250))
REPORT = Report(
    period="2014-2020",
    starts_on=date(2019, 1, 1),
    ends_on=date(2019, 12, 31),
    grant_starts_on=date(2019, 1, 1),
    grant_ends_on=date(2020, 12, 30),
    texts=TEXTS,
    values=(VALUE,),
    attachments={"publicity": 1},
)


def cases() -> list[Any]:
    table = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return [pytest.param(case, id=f"{case['rule']} {case['name']}") for case in table]


def report_of(given: dict[str, Any]) -> Report:
    """The report with what a case changes."""
    said = dict(given)
    lengths = said.pop("lengths", {})
    texts = tuple(replace(text, characters=lengths.get(text.place[6:], text.characters)) for text in TEXTS)
    value = replace(
        VALUE,
        value=Decimal(said.pop("value", "125")),
        target=Decimal(said["target"] or 0) if "target" in said else VALUE.target,
        before=Decimal(said.pop("before")) if "before" in said else None,
        is_share=said.pop("share", False),
        is_declared=said.pop("declared", False),
        is_explained=said.pop("explained", False),
    )
    said.pop("target", None)
    if said.pop("last", False):
        said |= {"starts_on": date(2020, 1, 1), "ends_on": REPORT.grant_ends_on}
    part = [Value("B", Decimal(said.pop("part")), wholes=tuple(said.pop("wholes", "A")))] if "part" in said else []
    if "open_before" in said:
        said["open_before"] = tuple(said["open_before"])
    return replace(REPORT, texts=texts, values=(value, *part), **said)


def found_in(case: dict[str, Any], period: str = "2014-2020") -> tuple[Finding, ...]:
    """Everything the rules find in the report of a case."""
    report = replace(report_of(case.get("given", {})), period=period)
    return check(report, on=case.get("day", DAY))
