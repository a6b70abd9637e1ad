"""An adopted programme to take away: the form of the Commission, a workbook, a report, data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openamif.sfc.errors import NotWritable
from openamif.web.doors import open_to_all
from openamif.web.exports import ExportSource, Source2021, exports_of, published, published_whole, respond
from openamif.web.official import reader_language
from openamif.web.public.shown import Shown, shown

PURPOSES: Mapping[str, Promise] = {
    "pdf": _("to read and to print, accessible to screen readers"),
    "xlsx": _("every table on a sheet of its own"),
    "text": _("as the Commission’s system exports it, word for word"),
    "json": _("for programs: every field of the programme"),
}


@dataclass(frozen=True, slots=True)
class Download:
    """A file that can be had."""

    label: str
    purpose: str
    extension: str
    url: str


def downloads(of: Shown) -> list[Download]:
    """The files of a programme, the most readable first."""
    forms = exports_of(of.period)
    return [
        Download(
            label=str(forms[form].label),
            purpose=str(purpose),
            extension=forms[form].extension.upper(),
            url=reverse("public:download", args=[of.programme.pk, form]),
        )
        for form, purpose in PURPOSES.items()
        if form in forms
    ]


@open_to_all
def download(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The adopted version in that form; 404 for a form that is not offered, or that cannot hold the programme."""
    of = shown(pk, on=timezone.localdate())
    forms = exports_of(of.period)
    if form not in forms:
        raise Http404
    try:
        return respond(forms[form], source_of(of))
    except NotWritable as refusal:
        raise Http404(str(refusal)) from refusal


def source_of(of: Shown) -> ExportSource:
    """What the file is made from: nothing of it names a person."""
    said: dict[str, Any] = {
        "document": published(of.document),
        "title": of.programme.title,
        "country": of.programme.country,
        "period": of.period,
        "version": of.version.label,
        "state": of.badge.label,
        "findings": (),
        "on": timezone.localdate(),
        "language": reader_language(),
    }
    if of.whole is None:
        return ExportSource(**said)
    return Source2021(**said, whole=published_whole(of.whole), cci=of.programme.cci, is_for_everyone=True)
