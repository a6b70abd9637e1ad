"""The grids in which the three financial tables are edited; sums are shown, never typed."""

from decimal import Decimal
from typing import Any

from django import forms

from openamif.sfc.programme_2014 import YEARS, YearlyAmounts
from openamif.sfc.programme_2014 import Programme as Document
from openamif.web.authority.forms.fields import AmountField
from openamif.web.official import commitment_line_name, objective_name, special_case_name

Cell = tuple[str, int | None]
PLACES = {"plan": "financial_plan", "special": "special_cases", "annual": "annual_commitments"}


class AmountsForm(forms.Form):
    """A field for each cell that is not a sum; ``grid`` lays them out with the sums between them."""

    def __init__(self, document: Document, table: str, period: str, data: Any = None) -> None:
        super().__init__(data)
        self.table, self.period = table, period
        self.cells: dict[str, Cell] = {}
        self.lines = _plan_lines(document) if table == "plan" else _yearly_lines(document, table)
        for line, cells in self.lines.items():
            for year, amount in cells.items():
                if not is_sum(table, line, year):
                    self._add(line, year, amount)

    def _add(self, line: str, year: int | None, amount: Decimal | None) -> None:
        name = f"{line}-{year or ''}"
        field = AmountField(may_be_negative=self.table == "special", label=self.label(line, year), initial=amount)
        field.widget.attrs.update({"class": "form-control num", "aria-label": field.label})
        self.fields[name] = field
        self.cells[name] = (line, year)

    def label(self, line: str, year: int | None = None) -> str:
        """What the cell is, for the ear."""
        return f"{self.line_name(line)} {year or ''}".strip()

    def line_name(self, line: str) -> str:
        """The official name of the line."""
        if self.table == "plan":
            name = objective_name(line, self.period)
            return name if line.endswith((".NO", ".SA")) or line == "TOTAL" else f"{line} {name}"
        name_of = special_case_name if self.table == "special" else commitment_line_name
        return name_of(line, self.period)

    @property
    def columns(self) -> tuple[str, ...]:
        """The heads of the columns of amounts."""
        return ("EUR",) if self.table == "plan" else tuple(str(year) for year in YEARS)

    @property
    def width(self) -> int:
        """Columns in all, the names of the lines included."""
        return 1 + len(self.columns)

    def grid(self) -> list[dict[str, Any]]:
        """Each line with its cells: a bound field, or the sum that stands there."""
        rows = []
        for line, cells in self.lines.items():
            shown = []
            for year, amount in cells.items():
                name = f"{line}-{year or ''}"
                bound = self[name] if name in self.fields else None
                shown.append({"label": str(year or "EUR"), "field": bound, "amount": amount})
            place = f"{PLACES[self.table]}.{line}"
            rows.append({"name": self.line_name(line), "place": place, "cells": shown, "is_sum": not shown[0]["field"]})
        return rows

    @property
    def amounts(self) -> dict[Cell, Decimal | None]:
        """What was entered, by line and year."""
        return {cell: self.cleaned_data[name] for name, cell in self.cells.items()}


def is_sum(table: str, line: str, year: int | None) -> bool:
    """Whether the form adds this cell up itself."""
    if table == "plan":
        return line.endswith((".NO", ".SA")) or line in ("SO1", "SO2", "SO3", "SPECIAL", "TOTAL")
    return line == "total"


def _plan_lines(document: Document) -> dict[str, dict[int | None, Decimal | None]]:
    return {line: {None: amount} for line, amount in document.financial_plan.items()}


def _yearly_lines(document: Document, table: str) -> dict[str, dict[int | None, Decimal | None]]:
    rows: dict[str, YearlyAmounts] = document.special_cases if table == "special" else document.annual_commitments
    return {line: dict(zip(YEARS, row.by_year, strict=True)) for line, row in rows.items()}
