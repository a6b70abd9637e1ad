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
        counted = re.fullmatch(r"(COUNTA|COUNT|COUNTIF)\((.*?)(?:,\"(.*)\")?\)", formula)
        if counted:
            return Decimal(sum(1 for each in self.shown(sheet, counted[2]) if matches(each, *counted.group(1, 3))))
        percent = re.fullmatch(r"(.*)\*100", formula)
        if percent:
            return self.reckon(sheet, percent[1]) * 100
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

    def shown(self, sheet: str, text: str):
        """What the cells of an area hold, formulas reckoned; None for empty ones."""
        other, column, row, last_column, last_row = REFERENCE.fullmatch(text).groups()
        sheet = other.replace("''", "'") if other else sheet
        for line in self.formulas[sheet][f"{column}{row}:{last_column or column}{last_row or row}"]:
            for cell in line:
                yield self.reckon(sheet, cell.value[1:]) if cell.data_type == "f" else cell.value


def matches(value: object, function: str, condition: str | None) -> bool:
    """Whether a cell is counted."""
    if function == "COUNTA":
        return value is not None
    if function == "COUNT":
        return isinstance(value, int | float | Decimal)
    if condition.startswith(">"):
        bound = Decimal(condition.lstrip(">="))
        above = isinstance(value, int | float | Decimal) and value >= bound
        return above and (condition.startswith(">=") or value != bound)
    return value == condition
