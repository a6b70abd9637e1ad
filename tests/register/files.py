"""Files that fill a register: small ones, made of rows by heading."""

from datetime import date
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from openamif.web.register_form import the_register_form

PERSON = {
    "national_number": "",
    "surname": "Kowalska",
    "given_names": "Anna Maria",
    "born_on": date(1990, 5, 17),
    "sex": "female",
    "nationality_group": "third_country",
    "standing": "protected",
    "vulnerable": "no",
}
ACTIVITY = {"reference": "FR1", "kind": "language_course", "title": "French", "starts_on": date(2019, 2, 1)}


def took_part(reference: str, on: date = date(2019, 3, 1), **said: Any) -> dict[str, Any]:
    """Two hours of the language course."""
    return {
        "local_reference": reference,
        "activity": "FR1",
        "kind": "language_course",
        "happened_on": on,
        "hours": 2,
        **said,
    }


def at_level(reference: str, level: str, kind: str = "entry_test", on: date = date(2019, 2, 1)) -> dict[str, Any]:
    """A level of the language."""
    return {"local_reference": reference, "kind": kind, "happened_on": on, "value": level}


def workbook(
    participations: list[dict[str, Any]],
    activities: list[dict[str, Any]] | None = None,
    outputs: list[dict[str, Any]] | None = None,
) -> bytes:
    """With the headings of the form, by their keys; further ones where a row has them."""
    written = BytesIO()
    book = Workbook(written, {"in_memory": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    rows = {"participations": participations, "activities": [ACTIVITY] if activities is None else activities}
    for sheet in the_register_form().sheets:
        page = book.add_worksheet(sheet.key)
        said = {**rows, "outputs": outputs or []}[sheet.key]
        headings = list(
            dict.fromkeys([*(column.key for column in sheet.columns), *(key for row in said for key in row)])
        )
        page.write_row(0, 0, headings)
        for number, row in enumerate(said, start=1):
            for place, heading in enumerate(headings):
                value = row.get(heading)
                if isinstance(value, date):
                    page.write_datetime(number, place, value, day)
                elif value is not None:
                    page.write(number, place, value)
    book.close()
    return written.getvalue()


def separated(rows: list[dict[str, Any]], delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    """The first sheet alone, as text."""
    headings = list(dict.fromkeys(key for row in rows for key in row))
    lines = [headings, *([str(row.get(key, "")) for key in headings] for row in rows)]
    return "\r\n".join(delimiter.join(line) for line in lines).encode(encoding)
