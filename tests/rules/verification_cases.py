"""The truth table of the coverage by checks on the spot, and the grants of a case."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from openamif.rules.finding import Finding
from openamif.rules.verification import Checkable, coverage_finding, measured, year_of

TABLE = Path(__file__).parent / "cases" / "verification" / "coverage.yaml"


def cases() -> list[Any]:
    table = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["name"]) for case in table]


def found_in(case: dict[str, Any]) -> Finding:
    """What the rule finds: grants that run all through the year, the first of them checked on its first day."""
    period, day, given = case.get("period", "2014-2020"), case["day"], case["given"]
    first = year_of(period, on=day).first
    grants = [
        Checkable(
            key=number,
            signed_on=first,
            starts_on=first,
            ends_on=first + timedelta(days=700),
            checked_on=(first,) if number < given["checked"] else (),
        )
        for number in range(given["grants"])
    ]
    return coverage_finding(measured(grants, period=period, on=day), period=period)
