"""A version as a file."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from openamif.programmes.models import Version
from openamif.programmes.policy import can_see_version
from openamif.sfc.errors import NotWritable
from openamif.web.authority.sheet import Sheet, note_opening, sheet_of
from openamif.web.authority.subjects import the_version
from openamif.web.doors import guarded_by
from openamif.web.exports import ExportSource, Source2021, exports_of, respond
from openamif.web.labels import VERSION_STATES
from openamif.web.official import reader_language
from openamif.web.reading import unwritable


@guarded_by(can_see_version, of=the_version)
def export(request: HttpRequest, version: Version, form: str) -> HttpResponse:
    """In one of the forms of its period; for a part, that part alone cannot be the Commission's form."""
    sheet = sheet_of(request, version)
    forms = exports_of(sheet.period)
    if form not in forms or sheet.part is not None:
        raise Http404
    if not sheet.is_2014:
        note_opening(sheet)
    try:
        return respond(forms[form], source_of(sheet))
    except NotWritable as refusal:
        messages.error(request, unwritable(refusal))
        return redirect("authority:version_steps", pk=version.pk)


def source_of(sheet: Sheet) -> ExportSource:
    """What the file is made from."""
    version = sheet.version
    said: dict[str, Any] = (
        {}
        if sheet.is_2014
        else {
            "whole": sheet.examination.content.whole,
            "cci": version.programme.cci,
        }
    )
    return (ExportSource if sheet.is_2014 else Source2021)(
        document=sheet.document,
        title=version.programme.title,
        country=version.programme.country,
        period=sheet.period,
        version=version.label,
        state=str(VERSION_STATES[version.state][0]),
        findings=sheet.examination.findings,
        on=sheet.on,
        language=reader_language(),
        **said,
    )
