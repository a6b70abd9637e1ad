"""A reckoner for the formulas of a workbook, exact and independent of the code that wrote them."""

import re
from decimal import Decimal
from io import BytesIO

from openpyxl import load_workbook

REFERENCE = re.compile(r"(?:'((?:[^']|'')+)'!)?\$?([A-Z]{1,2})\$?(\d+)(?::\$?([A-Z]{1,2})\$?(\d+))?")


class Reckoner:
    def __init__(self, content: bytes) -> None:
        self.formulas = load_workbook(BytesIO(content))
        self.values = load_workbook(BytesIO(content), data_only=True)

    def cells(self):
        """Sheet, address, formula and the value that was given with it."""
        for sheet in self.formulas:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        yield sheet.title, cell.coordinate, cell.value, self.values[sheet.title][cell.coordinate].value

    def value(self, sheet: str, address: str) -> Decimal:
        cell = self.formulas[sheet][address]
        if cell.data_type == "f":
            return self.reckon(sheet, cell.value[1:])
        return Decimal(repr(cell.value)) if cell.value is not None else Decimal(0)

    def reckon(self, sheet: str, formula: str) -> Decimal:
        total = re.fullmatch(r"SUM\((.*)\)", formula)
        if total:
            return sum((self.area(sheet, part) for part in total[1].split(",")), Decimal(0))
        found = re.fullmatch(rf"({REFERENCE.pattern})([*/-])({REFERENCE.pattern})", formula)
        if not found:
            return self.area(sheet, formula)
        left, right = self.area(sheet, found[1]), self.area(sheet, found[8])
        return {"*": left * right, "-": left - right, "/": left / right if right else None}[found[7]]

    def area(self, sheet: str, text: str) -> Decimal:
        found = REFERENCE.fullmatch(text)
        assert found, text
        other, column, row, last_column, last_row = found.groups()
        sheet = other.replace("''", "'") if other else sheet
        if not last_column:
            return self.value(sheet, f"{column}{row}")
        block = self.formulas[sheet][f"{column}{row}:{last_column}{last_row}"]
        return sum((self.value(sheet, cell.coordinate) for line in block for cell in line), Decimal(0))
