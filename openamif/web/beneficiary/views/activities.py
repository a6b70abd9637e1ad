"""The activities of a grant: the list, entering one, changing one."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.grants.models import Grant
from openamif.register import policy
from openamif.register.actions.change_activity import change_activity
from openamif.register.actions.enter_activity import enter_activity
from openamif.register.models import Activity
from openamif.register.queries.found import activities_with_attendance
from openamif.web.beneficiary.attempting import attempted
from openamif.web.beneficiary.following import figures_follow
from openamif.web.beneficiary.forms.activities import ActivityForm
from openamif.web.beneficiary.subjects import reader_of, the_activity, the_grant
from openamif.web.beneficiary.tabs import framed, way_to
from openamif.web.components.shapes import Action, Link
from openamif.web.components.tables import Column
from openamif.web.components.tags.figures import day
from openamif.web.doors import guarded_by
from openamif.web.register_labels import FIELDS, event_name


@guarded_by(policy.can_see_register, of=the_grant)
def activities(request: HttpRequest, grant: Grant) -> HttpResponse:
    """Courses, sessions, consultations; each leads to its attendance."""
    may_fill = bool(policy.can_fill_register(reader_of(request), grant))
    enter_url = reverse("beneficiary:activity_enter", args=[grant.pk])
    columns = [
        *(Column(key, str(FIELDS[key])) for key in ("reference", "title", "kind", "starts_on", "ends_on")),
        Column("planned_hours", str(FIELDS["planned_hours"]), "count"),
        Column("came", _("Participants"), "count"),
        *([Column("attendance", _("Attendance"))] if may_fill else []),
    ]
    enter_it = Action(_("Enter an activity"), enter_url, main=True)
    context = framed(grant, "activities", reader_of(request), actions=[enter_it] if may_fill else []) | {
        "columns": columns,
        "rows": [row_of(each, may_fill=may_fill) for each in activities_with_attendance(grant)],
        "begin": enter_it if may_fill else None,
    }
    return render(request, "beneficiary/activities.html", context)


def row_of(activity: Activity, *, may_fill: bool) -> dict[str, Any]:
    """A line of the list."""
    change = reverse("beneficiary:activity_change", args=[activity.pk])
    attendance = f"{reverse('beneficiary:attendance', args=[activity.grant_id])}?activity={activity.pk}"
    return {
        "reference": Link(activity.reference, change) if may_fill else activity.reference,
        "title": activity.title,
        "kind": event_name(activity.kind),
        "starts_on": day(activity.starts_on, length="medium"),
        "ends_on": day(activity.ends_on, length="medium") if activity.ends_on else None,
        "planned_hours": activity.planned_hours,
        "came": activity.came,  # type: ignore[attr-defined]
        "attendance": Link(_("Take attendance"), attendance),
    }


@guarded_by(policy.can_fill_register, of=the_grant)
def enter(request: HttpRequest, grant: Grant) -> HttpResponse:
    """A new one; then its attendance can be taken."""
    form = ActivityForm(request.POST if request.method == "POST" else None, grant=grant)
    if request.method == "POST" and form.is_valid():
        content, by = form.content(), reader_of(request)
        if activity := attempted(form, grant, lambda: enter_activity(grant, content, by=by)):
            messages.success(request, _("%(activity)s is entered.") % {"activity": activity}, extra_tags=request.path)
            return redirect("beneficiary:activities", pk=grant.pk)
    return page(request, form, grant, _("Enter an activity"))


@guarded_by(policy.can_fill_register, of=the_activity, about="grant")
def change(request: HttpRequest, activity: Activity) -> HttpResponse:
    """What it is called, when it is, how long it takes."""
    form = ActivityForm(request.POST if request.method == "POST" else None, grant=activity.grant, activity=activity)
    if request.method == "POST" and form.is_valid():
        content, by = form.content(), reader_of(request)
        if attempted(form, activity.grant, lambda: change_activity(activity, content, by=by)):
            figures_follow(activity.grant)
            messages.success(request, _("The activity is changed."), extra_tags=request.path)
            return redirect("beneficiary:activities", pk=activity.grant_id)
    return page(request, form, activity.grant, str(activity))


def page(request: HttpRequest, form: ActivityForm, grant: Grant, heading: str) -> HttpResponse:
    """The form of an activity."""
    context = {"form": form, "grant": grant, "heading": heading, "crumbs": way_to(grant, "activities", _("Activities"))}
    return render(request, "beneficiary/activity_edit.html", context, status=422 if form.errors else 200)
