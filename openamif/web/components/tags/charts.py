"""The tag for charts."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from django import template
from django.utils.safestring import mark_safe

from openamif.web.components import charts, tables

register = template.Library()


@register.inclusion_tag("components/chart.html")
def chart(
    spec: Mapping[str, Any],
    title: str,
    description: str,
    columns: Sequence[tables.Column],
    rows: Sequence[Any],
    level: int = 3,
    width: int = charts.WIDTH,
) -> dict[str, object]:
    """A picture drawn on the server, made interactive in the browser, with its words and its figures as a table.

    ``width``: about as wide as the place it stands in, so that its letters are as large as those beside it.
    """
    name = "chart-" + sha256(f"{title}{description}".encode()).hexdigest()[:8]
    return {
        "name": name,
        "title": title,
        "description": description,
        "svg": mark_safe(charts.drawn(spec, width)),  # noqa: S308  (drawn by Vega, and refused unless plain)
        "columns": columns,
        "rows": rows,
        "heading": f"h{level}",
        "payload": {"spec": charts.dressed(spec), "numbers": charts.number_locale(), "times": charts.time_locale()},
    }
