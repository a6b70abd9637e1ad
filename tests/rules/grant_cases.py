"""The truth table of a grant, and the grant it changes one thing of."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from openamif.rules.finding import Finding
from openamif.rules.grants import Frame, Grant, OwnIndicator, check

TABLE = Path(__file__).parent / "cases" / "grants.yaml"
DAY = date(2024, 3, 1)
FIRST = Grant(
    reference="BE/2019/PR/0001",
    title="A welcome course",
    summary="Newcomers speak.",
    objective="SO2.NO2",
    action=3,
    procedure="open_call",
    ground="standard",
    justification="",
    signed_on=date(2018, 12, 1),
    starts_on=date(2019, 1, 1),
    ends_on=date(2020, 12, 31),
    eligible_amount=Decimal(200000),
    union_amount=Decimal(150000),
    budget={"staff": Decimal(150000), "indirect": Decimal(50000)},
    targets={"SO2.C2": Decimal(250)},
    beneficiary_name="House of the Four Winds",
    procedure_reference="Call 2018-1",
)
CODES = {
    "intervention_fields": "II.004",
    "types_of_action": "003",
    "implementation": "001",
    "particular_themes": "003",
}
SECOND = replace(
    FIRST,
    reference="BE/AMIF/2023/0001",
    objective="SO2",
    action=None,
    signed_on=date(2023, 1, 15),
    starts_on=date(2023, 2, 1),
    ends_on=date(2025, 1, 31),
    targets={"O.2.1": Decimal(250)},
    codes=CODES,
    contact="Ada Lead",
)
OWN = {
    "SO2.P1": OwnIndicator("Persons advised", "SO2", "persons"),
    "SO2.P2": OwnIndicator("Tools", "SO2", "things"),
    "SO3.P1": OwnIndicator("Persons advised on return", "SO3", "persons"),
}
FRAMES = {
    "2014-2020": Frame(
        "2014-2020",
        "BE",
        frozenset({"SO2.NO2", "SO3.NO1", "SO3.SA5", "TA"}),
        {3: "SO2.NO2", 4: "SO3.NO1"},
        OWN,
        {"flemish authority": frozenset({"SO2.NO2"}), "agency": frozenset()},
    ),
    "2021-2027": Frame("2021-2027", "BE", frozenset({"SO1", "SO2", "SO3", "SO4", "TA"})),
}
GRANTS = {"2014-2020": FIRST, "2021-2027": SECOND}


def cases() -> list[Any]:
    table = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return [pytest.param(case, id=f"{case['rule']} {case['name']}") for case in table]


def found_in(case: dict[str, Any]) -> tuple[Finding, ...]:
    """Everything the rules find in the grant of a case."""
    period = str(case.get("period", "2014-2020"))
    grant = GRANTS[period]
    given = {name: value_of(grant, name, value) for name, value in case.get("given", {}).items()}
    return check(replace(grant, **given), FRAMES[period], on=case.get("day", DAY))


def value_of(grant: Grant, name: str, value: Any) -> Any:
    """``[a, 90]``: ninety times the letter; amounts are Decimals; codes are laid over those of the grant."""
    if isinstance(value, list):
        return value[0] * value[1]
    if name == "codes":
        return {**grant.codes, **value}
    if name in ("budget", "targets", "targets_by_sex"):
        return {key: Decimal(each) for key, each in value.items()}
    return Decimal(value) if name.endswith("amount") else value
