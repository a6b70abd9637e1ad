"""The first page of what has a page for each programme: which programmes she sees it of."""

from collections.abc import Callable, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.programmes.models import Programme
from openamif.web.components.shapes import Link
from openamif.web.components.tables import Column


def by_programme(
    request: HttpRequest,
    programmes: Sequence[Programme],
    *,
    leads_to: str | Callable[[Programme], str],
    title: str,
    lead: str = "",
    more: Sequence[Column] = (),
    empty: tuple[str, str],
) -> HttpResponse:
    """Each programme leads to its page; straight there where there is only one.

    ``leads_to``: the name of that page, or what gives it for each; ``more``: columns whose keys are annotated on the
    programmes; ``empty``: title and text where there is none.
    """
    page_of = leads_to if callable(leads_to) else lambda programme: leads_to
    if len(programmes) == 1:
        return redirect(page_of(programmes[0]), pk=programmes[0].pk)
    rows = [
        {
            "title": Link(each.title, reverse(page_of(each), args=[each.pk])),
            "period": each.period,
            **{column.key: getattr(each, column.key) for column in more},
        }
        for each in programmes
    ]
    columns = [Column("title", _("Programme")), Column("period", _("Period"), wrap=False), *more]
    context = {"title": title, "lead": lead, "columns": columns, "rows": rows, "empty": empty}
    return render(request, "authority/by_programme.html", context)


def signed_columns() -> list[Column]:
    """How many grants of a programme both sides have signed, and what the Union gives to those."""
    return [
        Column("signed_count", _("Grants signed"), "count"),
        Column("signed_union_amount", _("Union contribution (EUR)"), "money"),
    ]


def money_columns() -> list[Column]:
    """How many grants there are in a programme, and what the Union gives to them."""
    return [
        Column("grant_count", _("Grants"), "count"),
        Column("grant_union_amount", _("Union contribution (EUR)"), "money"),
    ]
