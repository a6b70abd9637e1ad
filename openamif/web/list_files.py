"""A list taken away as it is seen, all its pages: the links beside it, and the file."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.web.components.formats import decimal_sign
from openamif.web.components.shapes import Link
from openamif.web.downloads import download
from openamif.workbooks import as_csv, as_xlsx

FORMS = ("xlsx", "csv")


def list_links(address: str, *keys: int, query: QueryDict) -> list[Link]:
    """To each form of the list; what is looked for and the order go along, the page does not.

    ``address``: the name of the page that makes the file; ``keys``: what it is asked about, before the form.
    """
    kept = query.copy()
    kept.pop("page", None)
    asked = f"?{kept.urlencode()}" if kept else ""
    labels = {"xlsx": _("Workbook (Excel)"), "csv": "CSV"}
    return [Link(label, reverse(address, args=[*keys, form]) + asked) for form, label in labels.items()]


def list_file(
    form: str, *, title: str, stem: str, headings: Sequence[tuple[str, str, int]], lines: Sequence[Sequence[Any]]
) -> HttpResponse:
    """The download; ``stem``: the name of the file without its form. Raises Http404 for a form that there is not."""
    if form not in FORMS:
        raise Http404(_("There is no such file."))
    content = as_xlsx(title, headings, lines) if form == "xlsx" else values_of(headings, lines)
    return download(content, f"{stem}.{form}")


def values_of(headings: Sequence[tuple[str, str, int]], lines: Sequence[Sequence[Any]]) -> bytes:
    """Separated values as the spreadsheets of the reader's language open them."""
    return as_csv(headings, lines, decimal=decimal_sign())
