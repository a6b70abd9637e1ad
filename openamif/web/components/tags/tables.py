"""The tag for tables declared by columns, and for turning their pages."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.core.paginator import Page
from django.template import RequestContext
from django.utils.translation import gettext as _

from openamif.web.components import tables

register = template.Library()
MANY_COLUMNS = 7


@register.inclusion_tag("components/table.html")
def table(
    columns: Sequence[tables.Column],
    rows: Iterable[Any],
    caption: str,
    total: Any = None,
    show_caption: bool = False,
    empty: str = "",
) -> dict[str, object]:
    """Rows under declared columns. ``caption`` is for the ear unless shown; ``empty``: said where there is no row."""
    return {
        "columns": columns,
        "dense": len(columns) > MANY_COLUMNS,
        "lines": tables.lines(columns, rows),
        "caption": caption,
        "show_caption": show_caption,
        "total": tables.lines(columns, [total])[0] if total is not None else None,
        "empty": empty,
    }


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: RequestContext, page: Page[Any], parameter: str = "page", label: str = "") -> dict[str, object]:
    """The way to the other pages of a list; it keeps the filters that stand in the address."""
    request = context.get("request")
    query = request.GET.copy() if request else None

    def address(number: int) -> str:
        if query is None:
            return f"?{parameter}={number}"
        query[parameter] = str(number)
        return f"?{query.urlencode()}"

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "page": page,
        "pages": [(number, address(number) if isinstance(number, int) else "") for number in numbers],
        "previous": address(page.previous_page_number()) if page.has_previous() else "",
        "next": address(page.next_page_number()) if page.has_next() else "",
        "total": page.paginator.count,
        "label": label or _("Pages"),
    }
