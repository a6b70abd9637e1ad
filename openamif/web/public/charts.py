"""The charts of the public door: Vega-Lite dicts with the words and the figures that go with them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from openamif.sfc.programme_2014 import YEARS
from openamif.web.components.colours import OBJECTIVE_COLOURS
from openamif.web.components.tables import Chart, Column
from openamif.web.official import commitment_line_name
from openamif.web.public.shown import Shown

MILLION = 1_000_000
LINE_COLOURS = {"asylum_solidarity": "asylum", "integration_return": "integration"}


def money_by_year(shown: Shown) -> Chart | None:
    """What the Union commits each year (Table 3); nothing where the programme has no such table."""
    lines = [line for line in LINE_COLOURS if line in shown.document.annual_commitments]
    if not lines:
        return None
    names = {line: commitment_line_name(line, shown.period) for line in lines}
    amounts = {line: shown.document.annual_commitments[line].by_year for line in lines}
    values = [
        {"year": str(year), "line": names[line], "amount": float((amount or Decimal(0)) / MILLION)}
        for line in lines
        for year, amount in zip(YEARS, amounts[line], strict=True)
    ]
    rows = [
        {"year": str(year), **{line: amounts[line][at] for line in lines}, "total": _added(amounts, at)}
        for at, year in enumerate(YEARS)
    ]
    return Chart(
        spec=_stacked(values, {names[line]: OBJECTIVE_COLOURS[LINE_COLOURS[line]] for line in lines}),
        title=_("Money by year"),
        description=_(
            "What the European Union sets aside for each year of the programme, in millions of euros: it is highest in "
            "the years in which most people were to be taken in."
        )
        if _peaks_with_special_cases(shown)
        else _("What the European Union sets aside for each year of the programme, in millions of euros."),
        columns=[
            Column("year", _("Year")),
            *(Column(line, _("%(line)s (EUR)") % {"line": names[line]}, "money") for line in lines),
            Column("total", _("Together (EUR)"), "money"),
        ],
        rows=rows,
    )


def _added(amounts: Mapping[str, Sequence[Decimal | None]], at: int) -> Decimal:
    return sum((row[at] or Decimal(0) for row in amounts.values()), Decimal(0))


def _peaks_with_special_cases(shown: Shown) -> bool:
    """Whether the two years with most money are the two with most money for persons taken in."""
    tables = (shown.document.annual_commitments, shown.document.special_cases)
    if any("total" not in table for table in tables):
        return False
    highest = [
        set(sorted(range(len(YEARS)), key=lambda at: table["total"].by_year[at] or Decimal(0))[-2:]) for table in tables
    ]
    return highest[0] == highest[1]


def _stacked(values: Sequence[Mapping[str, Any]], colours: Mapping[str, str]) -> dict[str, Any]:
    """Bars by year, a colour for each line."""
    return {
        "data": {"values": list(values)},
        "mark": {"type": "bar", "size": 44},
        "encoding": {
            "x": {"field": "year", "type": "nominal", "axis": {"title": None, "labelAngle": 0, "ticks": False}},
            "y": {
                "field": "amount",
                "type": "quantitative",
                "axis": {
                    "title": _("million euros"),
                    "format": ",.0f",
                    "tickCount": 5,
                    "domain": False,
                    "ticks": False,
                },
            },
            "color": {
                "field": "line",
                "type": "nominal",
                "scale": {"domain": list(colours), "range": list(colours.values())},
            },
            "tooltip": [
                {"field": "year", "title": _("Year")},
                {"field": "line", "title": _("What for")},
                {"field": "amount", "title": _("million euros"), "format": ",.1f"},
            ],
        },
    }
