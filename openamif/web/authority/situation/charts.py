"""The charts of the overview: Vega-Lite dicts with the words and the tables that go with them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from openamif.reports.queries.overview import Cell
from openamif.reports.states import AgeGroup, SexGroup
from openamif.web import maps
from openamif.web.components.colours import INK_SOFT, OBJECTIVE_COLOURS
from openamif.web.components.formats import count, day
from openamif.web.components.shapes import Link
from openamif.web.components.tables import Chart, Column
from openamif.web.components.tags.figures import hidden
from openamif.web.labels import AGE_GROUPS, SEX_GROUPS

AGES_DOWN = (AgeGroup.OVER_60, AgeGroup.FROM_18_TO_60, AgeGroup.UNDER_18, AgeGroup.UNKNOWN)
SIDES = {SexGroup.FEMALE: -1, SexGroup.MALE: 1}
SIDE_COLOURS = {SexGroup.FEMALE: OBJECTIVE_COLOURS["asylum"], SexGroup.MALE: OBJECTIVE_COLOURS["solidarity"]}
PYRAMID_STEP, BAR, SERIES_HEIGHT = 62, 34, 240
NOWHERE = "-"
"""In place of a region: of none, or of more than one."""
GAP, LETTER = 8, 8
"""Points kept free beside the longest bar, and for each digit of its figure."""


def region_map(
    values: Mapping[str, int | str],
    title: str,
    period: str,
    *,
    of_persons: bool = True,
    way_to: Callable[[str], str] | None = None,
) -> Chart:
    """Belgium by NUTS 2, and a row for what is in no single region of it; a sign stands for what is hidden.

    ``way_to``: where the figure of a region leads, or of none (``NOWHERE``).
    """
    told = [_("By the place of the grants."), *([_("A person in two grants counts in both.")] if of_persons else [])]
    shown = [maps.region(code, values.get(code, 0), period) for code in maps.regions()]
    rows: list[dict[str, Any]] = [
        {"code": each.code, "name": each.name, "number": _of_region(each.number, each.label, way_to, each.code)}
        for each in sorted(shown, key=lambda each: (-(each.number or 0), each.name))
    ]
    others = [number for code, number in values.items() if code not in maps.regions()]
    sign = next((number for number in others if isinstance(number, str)), None)
    elsewhere = None if sign else sum(map(int, others))
    if sign or elsewhere:
        name = _("in more than one region, or elsewhere")
        rows.append({"code": None, "name": name, "number": _of_region(elsewhere, sign or "", way_to, NOWHERE)})
    return Chart(
        spec=maps.region_map(shown),
        title=title,
        description=" ".join(told),
        columns=[
            Column("name", _("Region")),
            Column("code", _("NUTS"), "code"),
            Column("number", _("Number"), "count"),
        ],
        rows=rows,
    )


def _of_region(number: int | None, sign: str, way_to: Callable[[str], str] | None, region: str) -> Any:
    """The figure of a region; the sign of one that is hidden."""
    return hidden(sign) if number is None else _leading(number, way_to, region)


def _leading(number: int, way_to: Callable[..., str] | None, *of: str) -> int | Link:
    """A figure that leads to what it is made of, where there is a way and something to see."""
    return Link(count(number), way_to(*of)) if way_to and number else number


def pyramid(cells: Mapping[Cell, int], title: str, way_to: Callable[[str, str], str]) -> Chart:
    """Persons by age and sex: women to the left, men to the right.

    ``way_to``: where the figure of an age group and a sex leads, either blank in a sum.
    """
    bars = [
        {
            "age": str(AGE_GROUPS[age]),
            "sex": str(SEX_GROUPS[sex]),
            "number": cells.get((age, sex), 0),
            "place": side * cells.get((age, sex), 0),
        }
        for age in AGES_DOWN
        for sex, side in SIDES.items()
    ]
    others = sum(number for (_age, sex), number in cells.items() if sex not in SIDES)
    words = _("Age is that of the first participation in the grant.")
    if others:
        words += " " + _("Persons of another or unknown sex (%(number)s) stand in the table.") % {
            "number": count(others)
        }
    return Chart(_pyramid_spec(bars), title, words, *_age_table(cells, way_to))


def _pyramid_spec(bars: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    longest = max((each["number"] for each in bars), default=0) or 1
    ages = {"field": "age", "type": "nominal", "sort": None}
    place = {
        "field": "place",
        "type": "quantitative",
        "scale": {"domain": [-longest, longest], "nice": False, "padding": GAP + LETTER * len(count(longest))},
        "axis": None,
    }
    names = [str(SEX_GROUPS[sex]) for sex in SIDES]
    scale = {"domain": names, "range": list(SIDE_COLOURS.values())}
    drawn = {
        "mark": {"type": "bar", "height": BAR},
        "encoding": {
            "y": {**ages, "axis": {"title": None, "domain": False, "ticks": False}},
            "x": place,
            "color": {"field": "sex", "type": "nominal", "scale": scale},
            "tooltip": [
                {"field": "age", "title": _("Age")},
                {"field": "sex", "title": _("Sex")},
                {"field": "number", "title": _("Persons"), "format": ",d"},
            ],
        },
    }
    figures = [_figures_beside(name, side, ages, place) for name, side in zip(names, SIDES.values(), strict=True)]
    return {"data": {"values": list(bars)}, "height": {"step": PYRAMID_STEP}, "layer": [drawn, *figures]}


def _figures_beside(name: str, side: int, ages: Mapping[str, Any], place: Mapping[str, Any]) -> dict[str, Any]:
    """The numbers of one sex at the ends of its bars."""
    return {
        "transform": [{"filter": f"datum.sex == '{_quoted(name)}'"}],
        "mark": {"type": "text", "align": "left" if side > 0 else "right", "dx": 5 * side, "fontSize": 12},
        "encoding": {"y": ages, "x": place, "text": {"field": "number", "type": "quantitative", "format": ",d"}},
    }


def _quoted(words: object) -> str:
    return str(words).replace("\\", "\\\\").replace("'", "\\'")


def _age_table(
    cells: Mapping[Cell, int], way_to: Callable[[str, str], str]
) -> tuple[list[Column], list[dict[str, Any]]]:
    """Every bracket by every sex, with sums."""
    columns = [
        Column("age", _("Age")),
        *(Column(sex, str(SEX_GROUPS[sex]), "count") for sex in SexGroup),
        Column("total", _("Together"), "count"),
    ]
    labels = [*((str(age), str(AGE_GROUPS[age])) for age in AgeGroup), ("", _("Together"))]
    keys = [*((str(sex), str(sex)) for sex in SexGroup), ("", "total")]
    rows = [
        {"age": label, **{key: _leading(_sum(cells, age, sex), way_to, age, sex) for sex, key in keys}}
        for age, label in labels
    ]
    return columns, rows


def _sum(cells: Mapping[Cell, int], age: str, sex: str) -> int:
    return sum(number for of, number in cells.items() if age in ("", of[0]) and sex in ("", of[1]))


def over_time(
    series: Sequence[tuple[date, Decimal]], target: Decimal | None, title: str, *, is_share: bool = False
) -> Chart:
    """What was reported by the end of each quarter, in percent where it is a share, with the target as a line."""
    values = [{"day": end.isoformat(), "number": float(number)} for end, number in series]
    axis = {"title": None, "format": "%b %Y", "labelOverlap": True, "tickCount": 6, "grid": False}
    upright = {"title": None, "format": ",.0f", "tickCount": 5, "domain": False, "ticks": False}
    x = {"field": "day", "type": "temporal", "axis": axis}
    y = {"field": "number", "type": "quantitative", "axis": upright, "scale": {"zero": True}}
    blue = OBJECTIVE_COLOURS["asylum"]
    tooltip = [
        {"field": "day", "type": "temporal", "title": _("By"), "format": "%d/%m/%Y"},
        {"field": "number", "title": _("Reported"), "format": ",.1f" if is_share else ",.0f"},
    ]
    layers: list[dict[str, Any]] = [
        {
            "mark": {"type": "area", "color": blue, "opacity": 0.12, "interpolate": "step-after"},
            "encoding": {"x": x, "y": y},
        },
        {"mark": {"type": "line", "interpolate": "step-after"}, "encoding": {"x": x, "y": y}},
        {
            "mark": {"type": "point", "filled": True, "size": 46, "color": blue},
            "encoding": {"x": x, "y": y, "tooltip": tooltip},
        },
    ]
    if target:
        layers += _target_line(target)
    return Chart(
        {"data": {"values": values}, "height": SERIES_HEIGHT, "layer": layers},
        title,
        _("All grants together, each by its latest report that was sent, at the end of the quarter of its period."),
        [Column("day", _("By"), "text"), Column("number", _("Reported"), "share" if is_share else "count")],
        [{"day": day(end), "number": number} for end, number in series],
    )


def _target_line(target: Decimal) -> list[dict[str, Any]]:
    line = {"datum": float(target), "type": "quantitative"}
    return [
        {"mark": {"type": "rule", "strokeDash": [5, 4], "color": INK_SOFT}, "encoding": {"y": line}},
        {
            "data": {"values": [{}]},
            "mark": {"type": "text", "align": "left", "dx": 4, "dy": -10, "fontSize": 12, "color": INK_SOFT},
            "encoding": {"y": line, "x": {"value": 0}, "text": {"datum": _("target")}},
        },
    ]
