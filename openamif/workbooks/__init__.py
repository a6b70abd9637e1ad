"""Spreadsheets in and out: columns declared once give the template, the dry run with its cell errors, and the export.

Pure: labels come in as texts (or what turns into one), errors go out as codes with figures; the door words them.
"""

from openamif.workbooks.columns import Choice, Column, Form, Sheet
from openamif.workbooks.reading import CellError, NotAWorkbook, Reading, Row, read
from openamif.workbooks.safety import LARGEST
from openamif.workbooks.tables import as_csv, as_xlsx
from openamif.workbooks.template import write_template

__all__ = [
    "LARGEST",
    "CellError",
    "Choice",
    "Column",
    "Form",
    "NotAWorkbook",
    "Reading",
    "Row",
    "Sheet",
    "as_csv",
    "as_xlsx",
    "read",
    "write_template",
]
