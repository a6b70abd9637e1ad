"""Spreadsheets in and out: columns declared once give the template, the dry run with its cell errors, and the export.

Pure: labels come in as texts (or what turns into one), errors go out as codes with figures; the door words them.
"""

from openamif.workbooks.columns import MOST_TAKEN_AWAY, Choice, Column, Form, Sheet
from openamif.workbooks.reading import read, read_any
from openamif.workbooks.results import CellError, Heading, Reading, Row, Table
from openamif.workbooks.safety import LARGEST, LONG, LONG_ROWS, Limits, NotAWorkbook
from openamif.workbooks.sources import other_sheets, require_acceptable
from openamif.workbooks.tables import as_csv, as_xlsx
from openamif.workbooks.template import write_template
from openamif.workbooks.values import FIRST_BIRTH, FIRST_YEAR, LAST_YEAR

__all__ = [
    "FIRST_BIRTH",
    "FIRST_YEAR",
    "LARGEST",
    "LAST_YEAR",
    "LONG",
    "LONG_ROWS",
    "MOST_TAKEN_AWAY",
    "CellError",
    "Choice",
    "Column",
    "Form",
    "Heading",
    "Limits",
    "NotAWorkbook",
    "Reading",
    "Row",
    "Sheet",
    "Table",
    "as_csv",
    "as_xlsx",
    "other_sheets",
    "read",
    "read_any",
    "require_acceptable",
    "write_template",
]
