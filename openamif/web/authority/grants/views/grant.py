"""A grant's page, and the moves made from it."""

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.grants import policy
from openamif.grants.actions.change_grant import GrantNotLawful
from openamif.grants.actions.end_grant import end_grant
from openamif.grants.actions.sign_grant import sign_grant
from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import Refused, Verdict
from openamif.record.queries import deeds_on
from openamif.web.authority.checks.on_grant import checks_on
from openamif.web.authority.coming_second import too_late
from openamif.web.authority.grants.following import days_moved, figures_follow
from openamif.web.authority.grants.labels import FIELDS, place_words
from openamif.web.authority.grants.listing import state_badge
from openamif.web.authority.grants.sheet import context_of, finding_words
from openamif.web.authority.grants.small_forms import DayForm
from openamif.web.authority.grants.subjects import reader_of, the_grant
from openamif.web.components.shapes import Link
from openamif.web.doors import guarded_by
from openamif.web.history import entries_of
from openamif.web.labels import refusal_reason


def crumbs_of(grant: Grant, *, inside: bool = False) -> list[Link]:
    """The way back to the list, and from a page of it to the grant."""
    listed = Link(_("Grants"), reverse("authority:grants", args=[grant.programme_id]))
    return [listed, Link(grant.reference, reverse("authority:grant", args=[grant.pk]))] if inside else [listed]


@guarded_by(policy.can_see_grant, of=the_grant)
def grant_page(request: HttpRequest, grant: Grant) -> HttpResponse:
    """Everything about a grant."""
    context = context_of(grant, reader_of(request), localdate()) | {
        "badge": state_badge(grant),
        "crumbs": crumbs_of(grant),
        "entries": entries_of(list(deeds_on(grant)), grant.programme.period, place_words),
        "checks": checks_on(grant, reader_of(request)),
    }
    return render(request, "authority/grant.html", context)


@guarded_by(policy.can_see_grant, of=the_grant)
def sign(request: HttpRequest, grant: Grant) -> HttpResponse:
    """Write down that both sides have signed."""
    form = DayForm(request.POST or None, label=FIELDS["signed_on"], earliest=None, today=localdate())
    lead = _("From this day on the grant runs. The rules are checked by the law of the day of signature.")
    deed = lambda day: sign_grant(grant, signed_on=day, by=reader_of(request), on=localdate())  # noqa: E731
    words = {"heading": _("Record the signature"), "lead": lead}
    return _move(request, grant, form, may=policy.can_sign_grant, deed=deed, words=words)


@guarded_by(policy.can_see_grant, of=the_grant)
def end(request: HttpRequest, grant: Grant) -> HttpResponse:
    """Write down that the activities are over."""
    form = DayForm(request.POST or None, label=FIELDS["ended_on"], earliest=grant.starts_on, today=localdate())
    lead = _("The day on which the activities were completed or fully carried out.")
    deed = lambda day: end_grant(grant, ended_on=day, by=reader_of(request))  # noqa: E731
    words = {"heading": _("Record the end"), "lead": lead}
    return _move(request, grant, form, may=policy.can_end_grant, deed=deed, words=words)


def _move(
    request: HttpRequest,
    grant: Grant,
    form: DayForm,
    *,
    may: Callable[[Person, Grant], Verdict],
    deed: Callable[[date], Grant],
    words: dict[str, str],
) -> HttpResponse:
    """The form of the move, or the move; whoever comes second is told."""
    back = reverse("authority:grant", args=[grant.pk])
    if late := too_late(request, may(reader_of(request), grant), reasons=(policy.IN_ANOTHER_STATE,), back=back):
        return late
    stopped = []
    if request.method == "POST" and form.is_valid():
        try:
            deed(form.cleaned_data["day"])
        except GrantNotLawful as refusal:
            edit = reverse("authority:grant_edit", args=[grant.pk])
            stopped = [finding_words(each, grant.programme.period, edit) for each in refusal.findings]
        except Refused as refusal:
            form.add_error(None, str(refusal_reason(refusal.verdict.reason)))
        else:
            figures_follow(grant)
            messages.success(request, _("It is noted in the trail."))
            days_moved(request, grant)
            return redirect(back)
    context = words | {"grant": grant, "form": form, "stopped": stopped, "crumbs": crumbs_of(grant, inside=True)}
    return render(request, "authority/grant_move.html", context, status=422 if stopped or form.errors else 200)
