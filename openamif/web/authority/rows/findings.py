"""What holds, and what the Commission's system said beside what we find."""

from django.utils.translation import gettext as _

from openamif.rules.national_programme import message_agrees
from openamif.web.authority.rows.table import Table
from openamif.web.authority.sheet import Sheet
from openamif.web.components.shapes import Badge, Explained
from openamif.web.components.tables import Column
from openamif.web.labels import SEVERITIES


def holding(sheet: Sheet) -> list[Explained]:
    """The rules that hold."""
    if sheet.part is not None:
        return []
    return [sheet.explained(each) for each in sheet.examination.findings if each.holds]


def side_by_side(sheet: Sheet) -> Table:
    """The messages of the Commission's last validation beside what our check of the same rule finds."""
    columns = [
        Column("severity", _("Severity")),
        Column("code", _("Rule"), "code"),
        Column("message", _("What the Commission’s system said")),
        Column("ours", _("What we find")),
        Column("agree", _("Agreement")),
    ]
    found = {each.rule: each for each in sheet.examination.findings if each.by == "commission"}
    rows = []
    for row in sheet.document.validation:
        label, tone = SEVERITIES[row.severity]
        ours = found.get(row.code)
        agrees = ours is not None and message_agrees(ours, row.message)
        rows.append(
            {
                "severity": Badge(str(label), tone),
                "code": row.code,
                "message": row.message,
                "ours": sheet.explained(ours).sentence if ours else "",
                "agree": (Badge(_("Agrees"), "good") if agrees else Badge(_("Differs"), "bad")) if ours else "",
            }
        )
    return Table(_("Last validation by the Commission’s system"), columns, rows)
