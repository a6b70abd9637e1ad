"""Vega-Lite charts: dressed in the house's colours and the reader's numbers, and drawn on the server as SVG.

The drawing is put into the page itself, so that it takes the page's typeface, prints, and needs no second request.
That is safe under `style-src 'self'` because Vega writes presentation attributes; what it writes is checked, and a
drawing with a style, a script, a link or an event handler in it is refused.
"""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Any

import vl_convert
from babel.dates import get_day_names, get_month_names
from babel.numbers import get_decimal_symbol

from openamif.people.languages import reader_locale
from openamif.web.components import formats
from openamif.web.components.colours import INK, INK_SOFT, LINE, OBJECTIVE_COLOURS

VEGA_LITE = "6.4"
FONT = "Groups, Inter Variable, Inter, system-ui, sans-serif"
MEASURED_IN = "Liberation Sans"
ROOM = 1.08
WIDTH, HEIGHT = 720, 260
FONT_SIZE = re.compile(r'font-size="([\d.]+)px"')
MARKUP = re.compile(r'<(?:[^<>"]|"[^"<]*")*+>')
VALUE = re.compile(r'"[^"]*"')
FORBIDDEN = re.compile(r"<style|<script|<foreignObject|<image|\sstyle=|\shref=|xlink:href=|\son\w+=", re.IGNORECASE)
NAMES = re.compile(r'\s(?:role|aria-[a-z]+)="[^"]*"')
TAG = re.compile(r"<[^>]+>")
IDS = re.compile(r'(\bid="|url\(#)')
CONFIG: Mapping[str, Any] = {
    "background": None,
    "font": FONT,
    "aria": False,
    "view": {"stroke": None},
    "range": {"category": list(OBJECTIVE_COLOURS.values())},
    "axis": {
        "labelColor": INK_SOFT,
        "titleColor": INK_SOFT,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": 600,
        "gridColor": LINE,
        "domainColor": "#cbd3e1",
        "tickColor": "#cbd3e1",
        "labelPadding": 6,
        "labelSeparation": 8,
        "labelLimit": 180,
        "titlePadding": 10,
    },
    "legend": {
        "labelColor": INK_SOFT,
        "titleColor": INK_SOFT,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "orient": "top",
        "title": None,
        "symbolType": "square",
    },
    "header": {"labelColor": INK, "titleColor": INK_SOFT, "labelFontSize": 12, "titleFontSize": 12},
    "title": {"color": INK, "fontSize": 14, "fontWeight": 600, "anchor": "start"},
    "bar": {"color": OBJECTIVE_COLOURS["asylum"], "cornerRadiusEnd": 2},
    "line": {"color": OBJECTIVE_COLOURS["asylum"], "strokeWidth": 2.5},
    "text": {"color": INK, "fontSize": 12},
}


def number_locale() -> dict[str, object]:
    """The reader's numbers, as d3 wants them."""
    return {
        "decimal": get_decimal_symbol(reader_locale()),
        "thousands": formats.NARROW_SPACE,
        "grouping": [3],
        "currency": ["", f"{formats.NO_BREAK_SPACE}EUR"],
        "percent": f"{formats.NO_BREAK_SPACE}%",
        "minus": formats.MINUS,
    }


def time_locale() -> dict[str, object]:
    """The reader's days and months, as d3 wants them; its week begins on Sunday."""
    locale = reader_locale()
    days = [
        [get_day_names(width, locale=locale)[day] for day in (6, 0, 1, 2, 3, 4, 5)] for width in ("wide", "abbreviated")
    ]
    months = [
        [get_month_names(width, locale=locale)[month] for month in range(1, 13)] for width in ("wide", "abbreviated")
    ]
    return {
        "dateTime": "%A %e %B %Y, %H:%M",
        "date": "%d/%m/%Y",
        "time": "%H:%M",
        "periods": ["", ""],
        "days": days[0],
        "shortDays": days[1],
        "months": months[0],
        "shortMonths": months[1],
    }


def dressed(spec: Mapping[str, Any]) -> dict[str, Any]:
    """The chart in the house's dress; what the chart itself says of its looks goes before."""
    own = spec.get("config", {})
    config = {
        key: {**value, **own.get(key, {})} if isinstance(value, Mapping) else own.get(key, value)
        for key, value in CONFIG.items()
    }
    return {"width": "container", "height": HEIGHT, **spec, "config": {**own, **config}}


def roomy(spec: Any) -> Any:
    """The spec with larger letters: the server measures words in a narrower typeface than the page's."""
    if isinstance(spec, Mapping):
        return {
            key: value * ROOM if key.lower().endswith("fontsize") and isinstance(value, int | float) else roomy(value)
            for key, value in spec.items()
        }
    return [roomy(value) for value in spec] if isinstance(spec, list | tuple) else spec


def drawn(spec: Mapping[str, Any], width: int = WIDTH) -> str:
    """The chart as SVG, its ids made its own so that two charts can share a page."""
    plain = json.dumps(spec, sort_keys=True, default=str)
    return draw(plain, width, json.dumps(number_locale()), json.dumps(time_locale()))


@lru_cache(maxsize=256)
def draw(spec: str, width: int, numbers: str, times: str) -> str:
    """SVG text of a spec, kept: the same figures in the same language give the same picture."""
    fixed = roomy(dressed(json.loads(spec)))
    fixed["config"]["font"] = MEASURED_IN
    if fixed["width"] == "container":
        fixed["width"] = width
    svg = vl_convert.vegalite_to_svg(
        json.dumps(fixed, sort_keys=True),
        vl_version=VEGA_LITE,
        allowed_base_urls=[],
        format_locale=json.loads(numbers),
        time_format_locale=json.loads(times),
    )
    if not is_plain(svg):
        raise ValueError("a chart may not carry styles, scripts, links or pictures")
    svg = TAG.sub(lambda tag: NAMES.sub("", tag.group()), svg)
    own = "c" + sha256(f"{spec} {width}".encode()).hexdigest()[:8]
    svg = IDS.sub(rf"\g<1>{own}-", svg).replace(f'font-family="{MEASURED_IN}"', f'font-family="{FONT}"')
    svg = FONT_SIZE.sub(lambda size: f'font-size="{float(size[1]) / ROOM:g}px"', svg)
    return svg.replace("<svg ", '<svg role="presentation" focusable="false" ', 1)


def is_plain(svg: str) -> bool:
    """Whether its tags hold nothing forbidden; what its words and its values say is text, whatever they say."""
    tags = MARKUP.findall(svg)
    return len(tags) == svg.count("<") and not any(FORBIDDEN.search(VALUE.sub('""', tag)) for tag in tags)
