"""The form of a grant's register: with its activities, to be filled in; or with all that is here, to be corrected.

Sent in again as it was taken, it changes nothing. Participants of whom nothing was recorded are not in it.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from openamif.grants.models import Grant
from openamif.register.facts import ACTIVITY, OUTPUT
from openamif.register.models import Activity
from openamif.register.queries.found import activities_with_attendance, outputs_by_day
from openamif.register.queries.lists import live_events
from openamif.register.states import ANSWERS, ASSESSMENTS, Answer, EventKind, Level
from openamif.web.list_files import values_of
from openamif.web.register_form import the_register_form
from openamif.workbooks import Form, write_template

WORKBOOK_ROWS = 10_000
"""More would take a workbook longer to make than anybody waits for a page; separated values are quick."""
COLUMNS = {
    "local_reference": "participant__local_reference",
    "born_on": "participant__birth_year",
    "sex": "participant__sex",
    "nationality_group": "participant__nationality_group",
    "standing": "participant__standing",
    "vulnerable": "participant__is_vulnerable",
    "unaccompanied_minor": "participant__is_unaccompanied_minor",
    "activity": "activity__reference",
    "kind": "kind",
    "happened_on": "happened_on",
    "hours": "hours",
    "value": "value",
    "instrument": "instrument",
}
Row = dict[str, Any]


def form_for(grant: Grant) -> Form:
    """With the activities of the grant on their sheet, so that the drop-downs offer them."""
    made = the_register_form(_("Register of %(grant)s") % {"grant": f"{grant.reference} {grant.title}"})
    return _with_rows(made, "activities", map(_activity, activities_with_attendance(grant)))


def filled_workbook(grant: Grant) -> bytes:
    """The form with everything that stands in the register."""
    made = _with_rows(form_for(grant), "participations", participations(grant))
    outputs = ({name: getattr(each, name) for name in OUTPUT} for each in outputs_by_day(grant))
    return write_template(_with_rows(made, "outputs", outputs))


def filled_values(grant: Grant) -> bytes:
    """The first sheet of the same as separated values."""
    columns = the_register_form().sheets[0].columns
    words = {column.key: {choice.key: str(choice.label) for choice in column.choices} for column in columns}
    lines = [
        [words[column.key].get(str(said), said) if (said := row.get(column.key)) else None for column in columns]
        for row in participations(grant)
    ]
    return values_of([(str(column.label), "text", column.width) for column in columns], lines)


def participations(grant: Grant) -> Iterator[Row]:
    """What happened to whom, in the order in which it was recorded; choices by their keys."""
    events = live_events(grant).order_by("pk").values_list(*COLUMNS.values())
    for said in events.iterator():
        row: Row = dict(zip(COLUMNS, said, strict=True))
        kind = EventKind(row["kind"])
        row |= {name: "yes" if row[name] else "no" for name in ("vulnerable", "unaccompanied_minor")}
        yield row | {"kind": kind.name.lower(), "value": _value(kind, row["value"])}


def _value(kind: EventKind, value: int | None) -> str | None:
    if kind in ASSESSMENTS and value is not None:
        return Level(value).name
    return Answer(value).name.lower() if kind in ANSWERS and value is not None else None


def _activity(activity: Activity) -> Row:
    said = {name: getattr(activity, name) for name in ACTIVITY}
    return said | {"kind": EventKind(activity.kind).name.lower()}


def _with_rows(form: Form, key: str, rows: Any) -> Form:
    sheets = (replace(sheet, examples=tuple(rows)) if sheet.key == key else sheet for sheet in form.sheets)
    return replace(form, sheets=tuple(sheets))
