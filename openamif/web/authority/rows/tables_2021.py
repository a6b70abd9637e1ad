"""The tables of money that only a programme of 2021-2027 has: by intervention field, by year."""

from django.utils.translation import gettext as _

from openamif.law import code
from openamif.web.authority.rows.table import Table
from openamif.web.authority.sheet import Sheet
from openamif.web.components.shapes import Coded
from openamif.web.components.tables import Column, Group
from openamif.web.exports.programme_2021.words import table_title
from openamif.web.official import objective_name, official
from openamif.web.places import anchor


def intervention_fields(sheet: Sheet) -> Table:
    """Tables 3 and 4: what is meant for each intervention field, objective by objective."""
    columns = [Column("line", _("Intervention field")), Column("amount", _("Union contribution (EUR)"), "money")]
    rows: list[object] = []
    under = ""
    for field, amount in sheet.examination.content.whole.fields.items():
        objective = code("intervention_fields", field, period=sheet.period).text("objective")
        if sheet.part is not None and objective not in sheet.part:
            continue
        if objective != under:
            rows.append(Group(objective_name(objective, sheet.period), objective))
            under = objective
        name = official("intervention_fields", field, sheet.period)
        rows.append({"anchor": anchor(f"intervention_fields.{field}"), "line": Coded(field, name), "amount": amount})
    return Table(table_title("3"), columns, rows)


def by_year(sheet: Sheet) -> Table:
    """Table 5; not for whoever holds a part."""
    columns = [Column("year", _("Year"), "text"), Column("amount", _("Union contribution (EUR)"), "money")]
    years = sheet.examination.content.whole.years if sheet.part is None else {}
    rows = [
        {"anchor": anchor(f"yearly_amounts.{year}"), "year": str(year), "amount": amount}
        for year, amount in years.items()
    ]
    total = {"year": _("Total"), "amount": sum(years.values())} if years else None
    return Table(table_title("5"), columns, rows, total)
