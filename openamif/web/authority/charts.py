"""The charts of a version: Vega-Lite dicts made from its document, in the reader's language."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from openamif.sfc.programme_2014 import YEARS, Programme, TimetableRow, YearlyAmounts
from openamif.web.components.colours import OBJECTIVE_COLOURS, objective_key
from openamif.web.official import commitment_line_name, objective_name, special_case_name
from openamif.web.short_names import objective_short_name

Chart = dict[str, Any]
ROW_HEIGHT = 30
PALE = 0.4


def _colours(keys: list[tuple[str, str]]) -> dict[str, Any]:
    """The fixed colours of these objectives, by (label, key)."""
    return {"domain": [label for label, _key in keys], "range": [OBJECTIVE_COLOURS[key] for _label, key in keys]}


def timetable_chart(rows: tuple[TimetableRow, ...], period: str) -> Chart:
    """A Gantt chart: each action from planning through implementation to closing."""
    phases = [_("Planning"), _("Implementation")]
    values = [bar for position, row in enumerate(rows) for bar in _bars(position, row, phases, period)]
    keys = list(dict.fromkeys((bar["objective"], objective_key(bar["code"])) for bar in values))
    nothing = {"title": None, "domain": False, "ticks": False}
    opacity = {"domain": phases, "range": [PALE, 1]}
    return {
        "data": {"values": values},
        "height": {"step": ROW_HEIGHT},
        "mark": {"type": "bar", "height": 14, "cornerRadius": 3},
        "encoding": {
            "y": {"field": "action", "sort": {"field": "position"}, "axis": {**nothing, "labelLimit": 260}},
            "x": {
                "field": "from",
                "type": "quantitative",
                "scale": {"domain": _span(values), "nice": False},
                "axis": {"format": "d", "title": None, "tickMinStep": 1, "orient": "top"},
            },
            "x2": {"field": "to"},
            "color": {"field": "objective", "type": "nominal", "scale": _colours(keys)},
            "opacity": {
                "field": "phase",
                "type": "ordinal",
                "sort": phases,
                "scale": opacity,
                "legend": {"title": None},
            },
            "tooltip": [
                {"field": "action", "title": _("Action")},
                {"field": "phase", "title": _("Phase")},
                {"field": "from", "title": _("From")},
                {"field": "to", "title": _("To")},
            ],
        },
    }


def _bars(position: int, row: TimetableRow, phases: list[str], period: str) -> list[dict[str, Any]]:
    """A bar for each phase whose beginning and end are known."""
    spans = ((phases[0], row.planning, row.implementation), (phases[1], row.implementation, row.closing))
    objective = row.objective.partition(".")[0]
    named = {
        "position": position,
        "action": f"{row.objective} · {row.name}",
        "code": objective,
        "objective": objective_name(objective, period),
    }
    return [
        {**named, "phase": phase, "from": begin, "to": end}
        for phase, begin, end in spans
        if begin is not None and end is not None
    ]


def _span(values: list[dict[str, Any]]) -> list[int]:
    """From the first year to the one after the last."""
    if not values:
        return [YEARS[0], YEARS[-1]]
    return [min(bar["from"] for bar in values), max(bar["to"] for bar in values) + 1]


def plan_chart(document: Programme, period: str) -> Chart:
    """The financial plan by national objective and specific action, in the colours of the objectives."""
    plan = document.financial_plan
    divided = {code for code in plan if "." in code and not code.endswith((".NO", ".SA"))}
    drawn = divided | {"TA"} if divided else set(plan) - {"TOTAL"}
    values = [_plan_bar(code, amount, period) for code, amount in plan.items() if amount and code in drawn]
    keys = list(dict.fromkeys((value["objective"], value["key"]) for value in values))
    # Where each bar is an objective, its label says what a legend would.
    legend: dict[str, Any] = {} if divided else {"legend": None}
    return {
        "data": {"values": values},
        "height": {"step": ROW_HEIGHT},
        "mark": {"type": "bar", "height": 16},
        "encoding": {
            "y": {
                "field": "line",
                "type": "nominal",
                "sort": None,
                "axis": {"title": None, "labelLimit": 240, "domain": False, "ticks": False},
            },
            "x": {
                "field": "amount",
                "type": "quantitative",
                "axis": {"title": _("EUR"), "format": ",.0f", "tickCount": 5},
            },
            "color": {"field": "objective", "type": "nominal", "scale": _colours(keys), **legend},
            "tooltip": [
                {"field": "line", "title": _("Objective")},
                {"field": "amount", "title": _("EUR"), "format": ",.2f"},
            ],
        },
    }


def _plan_bar(code: str, amount: Decimal, period: str) -> dict[str, Any]:
    return {
        "line": f"{code} {objective_short_name(code, period)}",
        "amount": float(amount),
        "objective": objective_short_name(code.partition(".")[0], period),
        "key": objective_key(code),
    }


def commitments_chart(table: dict[str, YearlyAmounts], period: str) -> Chart:
    """Table 3 by year, its two lines stacked."""
    colours = {"asylum_solidarity": "asylum", "integration_return": "integration"}
    names = {line: commitment_line_name(line, period) for line in table if line != "total"}
    scale = _colours([(name, colours.get(line, "assistance")) for line, name in names.items()])
    return _by_year({line: row for line, row in table.items() if line != "total"}, names, scale)


def special_cases_chart(table: dict[str, YearlyAmounts], period: str) -> Chart:
    """Table 2 by year, with what was given back below the line."""
    keys = ("solidarity", "asylum", "return", "assistance", "integration")
    filled = {line: row for line, row in table.items() if line != "total" and any(row.by_year)}
    names = {line: special_case_name(line, period) for line in filled}
    scale = _colours([(names[line], keys[number % len(keys)]) for number, line in enumerate(filled)])
    return _by_year(filled, names, scale)


def _by_year(table: dict[str, YearlyAmounts], names: dict[str, str], scale: dict[str, Any]) -> Chart:
    values = [
        {"line": names[line], "year": str(year), "amount": float(amount)}
        for line, row in table.items()
        for year, amount in zip(YEARS, row.by_year, strict=True)
        if amount
    ]
    return {
        "data": {"values": values},
        "mark": {"type": "bar", "width": {"band": 0.62}},
        "encoding": {
            "x": {"field": "year", "type": "ordinal", "axis": {"title": None, "labelAngle": 0}},
            "y": {
                "field": "amount",
                "type": "quantitative",
                "axis": {"title": _("EUR"), "format": ",.0f", "tickCount": 6},
            },
            "color": {"field": "line", "type": "nominal", "scale": scale},
            "tooltip": [
                {"field": "year", "title": _("Year")},
                {"field": "line", "title": _("Line")},
                {"field": "amount", "title": _("EUR"), "format": ",.2f"},
            ],
        },
    }


def shares_of(document: Programme) -> dict[str, Decimal]:
    """Each line of the plan as a share of the national objectives and technical assistance together, in percent."""
    plan = document.financial_plan
    lines = (
        ("SO1.NO", "SO2.NO", "SO3.NO", "TA") if "SO1.NO" in plan else tuple(code for code in plan if code != "TOTAL")
    )
    base = sum((plan.get(code) or Decimal(0) for code in lines), Decimal(0))
    if not base:
        return {}
    return {code: amount * 100 / base for code, amount in plan.items() if amount is not None}
