"""The timetable, the indicators, the documents, the versions."""

from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from openamif.programmes.models import Version
from openamif.programmes.models.document import objective_of
from openamif.programmes.states import ADOPTED
from openamif.web.authority.rows.money import groups_in
from openamif.web.authority.rows.table import Table, coded
from openamif.web.authority.sheet import Sheet
from openamif.web.components import formats
from openamif.web.components.shapes import Badge, Coded, Link
from openamif.web.components.tables import Column, Group
from openamif.web.labels import VERSION_STATES
from openamif.web.official import indicator_name, objective_name, unit_name
from openamif.web.places import anchor


def timetable(sheet: Sheet) -> Table:
    """The years in which each main action begins its phases."""
    columns = [
        Column("line", _("Objective")),
        Column("number", _("No"), "text"),
        Column("name", _("Main action")),
        Column("planning", _("Planning"), "text"),
        Column("implementation", _("Implementation"), "text"),
        Column("closing", _("Closing"), "text"),
    ]
    rows = [
        {
            "anchor": anchor(f"timetable.{row.objective}.{row.number}"),
            "line": coded(row.objective, sheet),
            "number": str(row.number),
            "name": row.name,
            "planning": str(row.planning or ""),
            "implementation": str(row.implementation or ""),
            "closing": str(row.closing or ""),
        }
        for row in sheet.document.timetable
    ]
    return Table(_("Indicative timetable"), columns, rows)


def indicators(sheet: Sheet) -> Table:
    """The indicators, each objective under its band; with a milestone too in 2021-2027."""
    milestones = sheet.examination.content.milestones
    aims = (
        [Column("baseline", _("Baseline"), "count")]
        if sheet.is_2014
        else [Column("baseline", _("Baseline"), "count"), Column("milestone", _("Milestone 2024"), "count")]
    )
    columns = [
        Column("line", _("Indicator")),
        Column("unit", _("Unit")),
        *aims,
        Column("target", _("Target"), "count"),
        Column("source", _("Source of data")),
    ]
    rows: list[Any] = []
    for row in sheet.document.indicators:
        objective = objective_of(row.code)
        if objective not in groups_in(rows):
            rows.append(Group(objective_name(objective, sheet.period), objective))
        rows.append(
            {
                "anchor": anchor(f"indicators.{row.code}"),
                "line": Coded(row.code, indicator_name(row.code, row.name, sheet.period)),
                "unit": unit_name(row.unit),
                "baseline": row.baseline,
                "milestone": milestones.get(row.code),
                "target": row.target,
                "source": row.source,
            }
        )
    return Table(_("Common indicators"), columns, rows)


def documents(sheet: Sheet) -> Table:
    """The documents that the form lists."""
    columns = [
        Column("title", _("Title")),
        Column("kind", _("Type")),
        Column("dated_on", _("Date"), "day"),
        Column("local_reference", _("Local reference")),
        Column("sent_on", _("Date sent"), "day"),
    ]
    return Table(_("Documents"), columns, sheet.document.documents)


def versions(sheet: Sheet) -> Table:
    """All versions of the programme."""
    columns = [
        Column("label", _("Version")),
        Column("state", _("State"), "badge"),
        Column("begun_on", _("Begun"), "day"),
        Column("entered_by", _("By")),
        Column("sent_on", _("Sent"), "day"),
        Column("decision", _("Decision")),
    ]
    in_force = next((each for each in sheet.siblings if each.state in ADOPTED), None)
    return Table(_("Versions"), columns, [_version_row(each, in_force) for each in sheet.siblings])


def _version_row(version: Version, in_force: Version | None) -> dict[str, Any]:
    label, tone = VERSION_STATES[version.state]
    state = _("%(state)s, in force") % {"state": label} if version == in_force else str(label)
    decided = [version.decision_reference, formats.day(version.decision_on) if version.decision_on else ""]
    return {
        "label": Link(version.label, reverse("authority:version", args=[version.pk])),
        "state": Badge(state, tone if version == in_force or version.state not in ADOPTED else "idle"),
        "begun_on": localtime(version.entered_at).date(),
        "entered_by": str(version.entered_by),
        "sent_on": localtime(version.sent_at).date() if version.sent_at else None,
        "decision": ", ".join(part for part in decided if part),
    }
