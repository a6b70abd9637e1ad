"""Publishing the figures by hand, beside the calendar: what everyone is told from then on."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openamif.people.models import Person
from openamif.people.policy import Refused
from openamif.programmes.models import Programme
from openamif.reports import policy
from openamif.reports.actions.publish_figures import publish_figures
from openamif.reports.queries.publishing import next_quarter
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.authority.subjects import the_programme
from openamif.web.components import formats
from openamif.web.doors import guarded_by
from openamif.web.labels import refusal_reason


@dataclass(frozen=True, slots=True)
class Publishing:
    """``may``: whether she publishes at all; ``why_not``: why not now; ``day``: of the last time, in words."""

    may: bool
    why_not: str
    day: str
    next_day: str


def publishing_of(by: Person, programme: Programme, last: date | None) -> Publishing:
    """When figures were published last, when they are next, and whether she can publish now."""
    on = localdate()
    is_time = policy.is_time_to_publish(programme, on=on)
    return Publishing(
        bool(policy.can_publish_figures(by, programme)),
        "" if is_time else str(refusal_reason(is_time.reason)),
        formats.day(last) if last else "",
        formats.day(next_quarter(on)),
    )


@require_POST
@guarded_by(policy.can_publish_figures, of=the_programme)
def publish(request: HttpRequest, programme: Programme) -> HttpResponse:
    """Where the programme stands today, for everyone; or why not now."""
    try:
        made = publish_figures(programme, on=localdate(), by=reader_of(request))
    except Refused as refusal:
        messages.error(request, str(refusal_reason(refusal.verdict.reason)))
    else:
        messages.success(request, _("The figures of %(day)s are published.") % {"day": formats.day(made.on)})
    return redirect("authority:situation_published", programme.pk)
