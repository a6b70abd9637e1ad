"""The steps of a check: the visit written up, the reaction of the beneficiary, a check given up."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.people.models import Person
from openamif.people.policy import Refused, Verdict
from openamif.verification import policy
from openamif.verification.actions.abandon_check import abandon_check
from openamif.verification.actions.carry_out_check import carry_out_check
from openamif.verification.actions.close_check import close_check
from openamif.verification.models import OperationalCheck
from openamif.web.authority.checks.forms import VisitForm, WordsForm
from openamif.web.authority.checks.subjects import the_check
from openamif.web.authority.checks.views.check import crumbs_of
from openamif.web.authority.coming_second import still_here, too_late
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.doors import guarded_by
from openamif.web.labels import refusal_reason

NOT_NOW = (policy.IN_ANOTHER_STATE, policy.NOT_LOOKED_AT)


@guarded_by(policy.can_see_check, of=the_check)
def carry_out(request: HttpRequest, check: OperationalCheck) -> HttpResponse:
    """What the visit found, once everybody drawn was looked at."""
    form = VisitForm(check, today=localdate(), data=sent(request))

    def deed() -> None:
        said = form.cleaned_data
        carry_out_check(
            check,
            carried_out_on=said["day"],
            findings=said["findings"],
            recommendations=said["recommendations"],
            is_without_delay=form.delay(),
            by=reader_of(request),
        )

    lead = _("Its day decides for which year the check counts. The findings can no longer be changed afterwards.")
    words = {"heading": _("Write up the visit"), "lead": lead}
    return take(request, check, form, may=policy.can_carry_out_check, deed=deed, words=words)


@guarded_by(policy.can_see_check, of=the_check)
def close(request: HttpRequest, check: OperationalCheck) -> HttpResponse:
    """What the beneficiary answered."""
    help_text = _("What it said to the findings and recommendations, or that it said nothing in the time it had.")
    form = WordsForm(_("Reaction of the beneficiary"), help_text, sent(request))
    words = {"heading": _("Close the check"), "lead": check.grant.beneficiary.name}
    deed = lambda: close_check(check, reaction=form.cleaned_data["words"], by=reader_of(request))  # noqa: E731
    return take(request, check, form, may=policy.can_close_check, deed=deed, words=words)


@guarded_by(policy.can_see_check, of=the_check)
def abandon(request: HttpRequest, check: OperationalCheck) -> HttpResponse:
    """Why it will not be carried out."""
    form = WordsForm(_("Why will it not be carried out?"), data=sent(request))
    lead = _("The check and its sample stay, with your reason. It does not count for any year.")
    words = {"heading": _("Abandon the check"), "lead": lead}
    deed = lambda: abandon_check(check, reason=form.cleaned_data["words"], by=reader_of(request))  # noqa: E731
    return take(request, check, form, may=policy.can_abandon_check, deed=deed, words=words)


def sent(request: HttpRequest) -> QueryDict | None:
    """What was filled in."""
    return request.POST if request.method == "POST" else None


def take(
    request: HttpRequest,
    check: OperationalCheck,
    form: Form,
    *,
    may: Callable[[Person, OperationalCheck], Verdict],
    deed: Callable[[], object],
    words: dict[str, str],
) -> HttpResponse:
    """The form of the step, or the step; whoever comes second is told, with what she wrote."""
    back = reverse("authority:check", args=[check.pk])
    if late := too_late(request, may(reader_of(request), check), reasons=NOT_NOW, back=back):
        return late
    if request.method == "POST" and form.is_valid():
        try:
            deed()
        except Refused as refusal:
            form.add_error(None, still_here(str(refusal_reason(refusal.verdict.reason))))
        else:
            messages.success(request, _("It is noted in the trail."))
            return redirect(back)
    context = {"check": check, "form": form, "crumbs": crumbs_of(check, inside=True), **words}
    return render(request, "authority/checks_move.html", context, status=422 if form.errors else 200)
