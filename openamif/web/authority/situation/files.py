"""What can be taken away from the overview, with whom each file is for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from openamif.programmes.models import Programme
from openamif.reports import policy
from openamif.reports.queries.publishing import published_programmes
from openamif.web.authority.situation.offers import EVERYONE, READERS, is_for, offers
from openamif.web.authority.situation.published import source_of
from openamif.web.authority.situation.sheet import sheet_of
from openamif.web.authority.situation.views import page_of
from openamif.web.authority.subjects import the_programme
from openamif.web.doors import guarded_by
from openamif.web.exports.situation import SITUATION_EXPORTS, SituationSource, respond
from openamif.web.official import reader_language


@guarded_by(policy.can_see_situation, of=the_programme)
def files(request: HttpRequest, programme: Programme) -> HttpResponse:
    """Every file of the programme's period; those for everyone once figures were published."""
    sheet = sheet_of(request, programme)
    readers = [each for each in READERS if each != EVERYONE or programme.pk in published_programmes()]
    offered = {"offers": offers(sheet, "situation_export", *readers)}
    return render(request, "authority/situation_files.html", page_of(sheet, "situation_files") | offered)


@guarded_by(policy.can_see_situation, of=the_programme)
def export(request: HttpRequest, programme: Programme, name: str, form: str) -> HttpResponse:
    """One of them, made now; what is for everyone is of the whole programme as published, whoever takes it."""
    chosen = SITUATION_EXPORTS.get(name)
    if chosen is None or form not in chosen.forms or not is_for(chosen, programme):
        raise Http404(_("There is no such file."))
    if chosen.reader == EVERYONE:
        return respond(source_of(programme), name, form)
    sheet = sheet_of(request, programme)
    return respond(SituationSource(programme, sheet.reach, sheet.on, reader_language()), name, form)
