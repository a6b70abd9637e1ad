"""The quick attendance page: an activity, a day, who came. It works on a phone, and without a script."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_htmx.http import HttpResponseClientRedirect

from openamif.grants.models import Grant
from openamif.record.actions.make_move import ReasonMissing
from openamif.register import policy
from openamif.register.actions.record_attendance import Attendance, record_attendance
from openamif.register.queries.found import activities_with_attendance
from openamif.web.beneficiary.attempting import attempted
from openamif.web.beneficiary.attending import Roll, WayBack, roll_of, sessions_as_links
from openamif.web.beneficiary.following import figures_follow
from openamif.web.beneficiary.forms.attendance import AttendanceForm, DayOfActivityForm
from openamif.web.beneficiary.subjects import reader_of, the_grant
from openamif.web.beneficiary.tabs import way_to
from openamif.web.components import formats
from openamif.web.doors import guarded_by

KEPT = ("activity", "day", "who", "q", "page")


@guarded_by(policy.can_fill_register, of=the_grant)
def attendance(request: HttpRequest, grant: Grant) -> HttpResponse:
    """Choose, tick, save; saving twice changes nothing twice."""
    said = request.POST if request.method == "POST" else request.GET
    activities = {each.pk: each for each in activities_with_attendance(grant)}
    choice = DayOfActivityForm(said, activities=activities, today=localdate())
    context: dict[str, Any] = {
        "grant": grant,
        "choice": choice,
        "activities": activities,
        "crumbs": way_to(grant, "activities", _("Activities")),
    }
    if not choice.is_valid():
        if not said.get("activity"):
            choice.errors.clear()
        return render(request, "beneficiary/attendance.html", context, status=422 if choice.errors else 200)
    activity, day = activities[choice.cleaned_data["activity"]], choice.cleaned_data["day"]
    roll = roll_of(activity, day, said)
    if request.method == "POST":
        return save(request, grant, roll, context)
    context |= {"roll": roll, "sessions": sessions_as_links(activity, day)}
    return render(request, "beneficiary/attendance.html", context)


def save(request: HttpRequest, grant: Grant, roll: Roll, context: dict[str, Any]) -> HttpResponse:
    """Write it down, and show how it stands now; to htmx only the list."""
    form = AttendanceForm(request.POST)
    present = form.present()
    if form.is_valid():
        said: dict[str, Any] = {
            "present": present,
            "absent": form.recorded_before() - present,
            "corrected": present if form.cleaned_data["for_recorded"] else (),
            "hours": form.cleaned_data["hours"],
            "reason": form.cleaned_data["reason"],
            "by": reader_of(request),
        }
        try:
            done = attempted(form, grant, lambda: record_attendance(roll.activity, day=roll.day, **said))
        except ReasonMissing:
            done = None
            form.add_error("reason", _("What is recorded would change (a tick taken away, or other hours): say why."))
        if done:
            figures_follow(grant, subjects=done.subjects)
            return saved(request, grant, roll, done)
    context |= {"roll": roll.bounced(form, present), "sessions": sessions_as_links(roll.activity, roll.day)}
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "beneficiary/_roll.html", context)
    return render(request, "beneficiary/attendance.html", context, status=422)


def saved(request: HttpRequest, grant: Grant, roll: Roll, done: Attendance) -> HttpResponse:
    """The same page, as it stands now, saying what was written."""
    words = saved_words(done)
    kept = {key: request.POST[key] for key in KEPT if request.POST.get(key)}
    if "then" in request.POST:
        return entering(request, grant, roll, words if done.changed else "")
    if request.htmx:  # type: ignore[attr-defined]
        fresh = roll_of(roll.activity, roll.day, kept)
        return render(request, "beneficiary/_roll.html", {"grant": grant, "roll": fresh, "saved": words})
    messages.success(request, words)
    return redirect(f"{reverse('beneficiary:attendance', args=[grant.pk])}?{urlencode(kept)}")


def entering(request: HttpRequest, grant: Grant, roll: Roll, words: str) -> HttpResponse:
    """The page that enters somebody new, which leads back to the list; ``words``: what was saved before."""
    if words:
        messages.success(request, words)
    url = WayBack(grant.pk, str(roll.activity.pk), roll.day.isoformat()).enter_url
    return HttpResponseClientRedirect(url) if request.htmx else redirect(url)  # type: ignore[attr-defined]


def saved_words(done: Attendance) -> str:
    """``12 recorded. 1 taken back.``; and how the hours of those recorded with others are corrected."""
    said = []
    if not done.changed:
        said.append(_("Everything was recorded already: nothing changed."))
    if done.recorded:
        words = ngettext("%(count)s person recorded.", "%(count)s persons recorded.", done.recorded)
        said.append(words % {"count": formats.count(done.recorded)})
    if done.taken_back:
        words = ngettext("%(count)s person taken back.", "%(count)s persons taken back.", done.taken_back)
        said.append(words % {"count": formats.count(done.taken_back)})
    if done.hours_given:
        words = ngettext(
            "%(count)s person given these hours.", "%(count)s persons given these hours.", done.hours_given
        )
        said.append(words % {"count": formats.count(done.hours_given)})
    if done.of_other_hours:
        words = ngettext(
            "%(count)s person was recorded before with other hours or none, which stay: to change them, write the "
            "hours again and say that those recorded already get them too.",
            "%(count)s persons were recorded before with other hours or none, which stay: to change them, write the "
            "hours again and say that those recorded already get them too.",
            done.of_other_hours,
        )
        said.append(words % {"count": formats.count(done.of_other_hours)})
    return " ".join(said)
