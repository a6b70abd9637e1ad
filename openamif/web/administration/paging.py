"""Lists by pages of fifty; a page past the end is the last one."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

A_PAGE = 50


def page_of(request: HttpRequest, rows: QuerySet[Any]) -> Page[Any]:
    """The page that the address asks for."""
    return Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
