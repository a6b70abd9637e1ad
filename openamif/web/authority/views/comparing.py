"""Two versions side by side: every difference, and whether a new decision is needed."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from openamif.programmes.models import Version
from openamif.programmes.policy import can_see_version
from openamif.programmes.queries import contents_of, fields_with_authorities
from openamif.rules.national_programme.changes import changes, decision_needed
from openamif.web.authority.differences import differences
from openamif.web.authority.sheet import sheet_of
from openamif.web.authority.subjects import the_version
from openamif.web.doors import guarded_by


@guarded_by(can_see_version, of=the_version)
def compare(request: HttpRequest, version: Version) -> HttpResponse:
    """``?with=`` names the other version; without it, the one before."""
    sheet = sheet_of(request, version)
    if sheet.part is not None:
        raise Http404
    others = [each for each in sheet.siblings if each.pk != version.pk]
    other = _chosen(request, others, version)
    context: dict[str, Any] = {"others": others, "other": other, "differences": [], "decision": None}
    if other is not None:
        content, before = contents_of(version, other)
        assert content is not None
        assert before is not None
        was, now = fields_with_authorities(before), fields_with_authorities(content)
        context["differences"] = differences(changes(was, now), decision_needed(was, now), sheet)
        context["decision"] = decision_needed(was, now)
    return render(request, "authority/version_compare.html", sheet.context("compare", actions=[], **context))


def _chosen(request: HttpRequest, others: list[Version], version: Version) -> Version | None:
    asked = request.GET.get("with", "")
    if asked:
        found = next((each for each in others if str(each.pk) == asked), None)
        if found is None:
            raise Http404(_("There is no such version of this programme."))
        return found
    earlier = [each for each in others if (each.number, each.working) < (version.number, version.working)]
    return next(iter(earlier or others), None)
