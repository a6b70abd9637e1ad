"""Persons pledged, and the lump sums that they make."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.law.loader import code as law_code
from openamif.law.loader import figure
from openamif.sfc.programme_2014 import PLEDGING_PERIODS
from openamif.web.authority.rows.table import Table
from openamif.web.authority.sheet import Sheet
from openamif.web.components.shapes import Link
from openamif.web.components.tables import Column
from openamif.web.official import country_name, resettlement_category_name, special_case_name
from openamif.web.places import anchor

NON_BREAKING_HYPHEN = "\u2011"


def pledges(sheet: Sheet) -> list[Table]:
    """Sections 4.1 to 4.3: persons by period, and the lump sums that they make."""
    document = sheet.document
    resettled = [
        (f"resettlement.{row.category}", resettlement_category_name(row.category, sheet.period), row.persons)
        for row in document.resettlement
    ]
    moved = [
        (
            f"transfers.{number}",
            _from_to(special_case_name(row.kind, sheet.period), row.from_country, row.to_country),
            row.persons,
            row.kind,
        )
        for number, row in enumerate(document.transfers, start=1)
    ]
    admitted = [
        (f"turkey.{number}", _("Admission"), row.persons) for number, row in enumerate(document.turkey, start=1)
    ]
    return [
        _pledge_table(sheet, "resettlement", _("4.1 Resettlement"), [(*row, "resettlement") for row in resettled]),
        _pledge_table(sheet, "transfers", _("4.2 Transfer and relocation"), moved),
        _pledge_table(sheet, "turkey", _("4.3 Admission from Turkey"), [(*row, "turkey") for row in admitted]),
    ]


def _from_to(kind: str, origin: str | None, to: str | None) -> str:
    countries = " → ".join(country_name(each) for each in (origin, to) if each)
    return _("%(kind)s: %(countries)s") % {"kind": kind, "countries": countries} if countries else kind


def _pledge_table(sheet: Sheet, table: str, caption: str, pledged: Sequence[tuple[str, str, Any, str]]) -> Table:
    columns = [
        Column("line", _("Persons")),
        *(Column(period, period.replace("-", NON_BREAKING_HYPHEN), "count") for period in PLEDGING_PERIODS),
        Column("persons", _("Total"), "count"),
        Column("lump_sum", _("Lump sum (EUR)"), "money"),
        Column("amount", _("Amount (EUR)"), "money"),
    ]
    rows = []
    for place, name, persons, kind in pledged:
        total = sum(each or 0 for each in persons)
        lump_sum = _lump_sum(sheet, kind)
        rows.append(
            {
                "anchor": anchor(place),
                "line": name,
                **dict(zip(PLEDGING_PERIODS, persons, strict=True)),
                "persons": total,
                "lump_sum": lump_sum,
                "amount": total * lump_sum,
            }
        )
    sums: dict[str, Any] = {key: sum(row[key] or 0 for row in rows) for key in (*PLEDGING_PERIODS, "persons", "amount")}
    url = reverse("authority:edit_rows", args=[sheet.version.pk, table])
    edits = [Link(_("Edit"), url)] if sheet.may_change else []
    return Table(caption, columns, rows, {"line": _("Total"), **sums} if rows else None, edits)


def _lump_sum(sheet: Sheet, kind: str) -> Decimal:
    key = law_code("special_cases", kind, period=sheet.period).text("lump_sum")
    return figure(key, on=sheet.on, period=sheet.period).number
