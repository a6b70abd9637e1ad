"""Filled-in workbooks of grants."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from openamif.workbooks import Form, write_template

GRANT = {
    "beneficiary": "House of the Four Winds",
    "objective": "SO2.NO2",
    "action": 3,
    "procedure": "open_call",
    "procedure_reference": "Call 2018-1",
    "signed_on": date(2018, 12, 1),
    "starts_on": date(2019, 1, 1),
    "ends_on": date(2020, 12, 31),
    "eligible_amount": Decimal(200000),
    "union_amount": Decimal(150000),
    "staff": Decimal(150000),
    "indirect": Decimal(50000),
}


def row(number: int, **said: Any) -> dict[str, Any]:
    """A lawful grant by its number."""
    return {"reference": f"BE/2019/PR/{number:04d}", "title": f"Grant {number}", **GRANT, **said}


def filled(form: Form, **sheets: list[dict[str, Any]]) -> bytes:
    """The template with these rows in its sheets; a sheet not named stays as the template has it."""
    return write_template(
        replace(
            form,
            sheets=tuple(
                replace(sheet, examples=tuple(sheets[sheet.key])) if sheet.key in sheets else sheet
                for sheet in form.sheets
            ),
        )
    )
