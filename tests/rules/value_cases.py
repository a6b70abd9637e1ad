"""The truth table of a value that is said, and the facts of a case."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from openamif.rules.finding import Finding
from openamif.rules.indicators import counting_rules
from openamif.rules.values import Said, check

TABLE = Path(__file__).parent / "cases" / "values.yaml"
DAYS = {"2014-2020": date(2019, 6, 30), "2021-2027": date(2024, 6, 30)}


def cases() -> list[Any]:
    table = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return [pytest.param(case, id=f"{case['rule']} {case['name']}") for case in table]


def found_in(case: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Everything the rules find in the value of a case."""
    period = case.get("period", "2021-2027")
    given = dict(case["given"])
    numbers = {key: Decimal(given.pop(key)) for key in ("number", "whole", "target", "reported") if key in given}
    known = {key: {code: Decimal(value) for code, value in given.pop(key, {}).items()} for key in ("beside", "totals")}
    rules = counting_rules(period, on=DAYS[period])
    return check(Said(period=period, rules=rules, **given, **numbers, **known), on=DAYS[period])
