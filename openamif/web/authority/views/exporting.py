"""A version as a file."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from openamif.programmes.models import Version
from openamif.programmes.policy import can_see_version
from openamif.sfc.errors import NotWritable
from openamif.web.authority.sheet import sheet_of
from openamif.web.authority.subjects import the_version
from openamif.web.doors import guarded_by
from openamif.web.exports import EXPORTS, ExportSource, respond
from openamif.web.labels import VERSION_STATES
from openamif.web.official import reader_language
from openamif.web.reading import unwritable


@guarded_by(can_see_version, of=the_version)
def export(request: HttpRequest, version: Version, form: str) -> HttpResponse:
    """In one of the forms of the register of exports; for a part, that part alone cannot be the Commission's form."""
    sheet = sheet_of(request, version)
    if form not in EXPORTS or sheet.part is not None:
        raise Http404
    source = ExportSource(
        document=sheet.document,
        title=version.programme.title,
        country=version.programme.country,
        period=sheet.period,
        version=version.label,
        state=str(VERSION_STATES[version.state][0]),
        findings=sheet.examination.findings,
        on=sheet.on,
        language=reader_language(),
    )
    try:
        return respond(EXPORTS[form], source)
    except NotWritable as refusal:
        messages.error(request, unwritable(refusal))
        return redirect("authority:version_steps", pk=version.pk)
