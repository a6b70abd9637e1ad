"""An adopted programme to take away: the form of the Commission, a workbook, a report, data."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openamif.sfc.errors import NotWritable
from openamif.web.doors import open_to_all
from openamif.web.exports import EXPORTS, ExportSource, published, respond
from openamif.web.official import reader_language
from openamif.web.public.shown import Shown, shown

PURPOSES: Mapping[str, Promise] = {
    "pdf": _("to read and to print, accessible to screen readers"),
    "xlsx": _("every table on a sheet of its own, with its sums"),
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
    known = [form for form in PURPOSES if form in EXPORTS]
    others = [form for form in EXPORTS if form not in PURPOSES]
    return [
        Download(
            label=str(EXPORTS[form].label),
            purpose=str(PURPOSES.get(form, "")),
            extension=EXPORTS[form].extension.upper(),
            url=reverse("public:download", args=[of.programme.pk, form]),
        )
        for form in (*known, *others)
    ]


@open_to_all
def download(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The adopted version in that form; 404 for a form that is not offered, or that cannot hold the programme."""
    on = timezone.localdate()
    of = shown(pk, on=on)
    if form not in EXPORTS:
        raise Http404
    source = ExportSource(
        document=published(of.document),
        title=of.programme.title,
        country=of.programme.country,
        period=of.period,
        version=of.version.label,
        state=of.badge.label,
        findings=(),
        on=on,
        language=reader_language(),
    )
    try:
        return respond(EXPORTS[form], source)
    except NotWritable as refusal:
        raise Http404(str(refusal)) from refusal
