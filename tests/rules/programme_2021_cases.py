"""The truth table of a programme of 2021-2027, and the programme it changes one thing of."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from openamif.rules.finding import Finding
from openamif.rules.programme_2021 import Aim, Programme, check

TABLE = Path(__file__).parent / "cases" / "programme_2021.yaml"
DAY = date(2024, 3, 1)
PLAN = {"SO1": "30000000", "SO2": "40000000", "SO3": "30000000", "TA": "6000000", "TOTAL": "106000000"}


def cases() -> list[Any]:
    table = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return [pytest.param(case, id=f"{case['rule']} {case['name']}") for case in table]


def found_in(case: dict[str, Any]) -> tuple[Finding, ...]:
    """Everything the rules find in the programme of a case."""
    given = case.get("given", {})
    plan = {line: Decimal(amount) for line, amount in {**PLAN, **given.get("plan", {})}.items()}
    aims = [Aim(code, decimal(milestone), decimal(target)) for code, milestone, target in given.get("aims", ())]
    return check(Programme(plan, tuple(aims)), on=DAY)


def decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
