"""A grant of the beneficiary: what it is, how far it has come, which reports it owes, who may do what."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openamif.grants import policy as grants
from openamif.grants.actions.give_right import give_right
from openamif.grants.models import Grant
from openamif.grants.queries.rights import colleague_found, colleagues_of
from openamif.grants.states import Right
from openamif.people.policy import Refused
from openamif.register import policy as register
from openamif.reports.policy import can_declare_value
from openamif.web.beneficiary.overview import calendar_of, figures_of, pairs_of, targets_of
from openamif.web.beneficiary.rights import colleagues_shown
from openamif.web.beneficiary.subjects import reader_of, the_grant, the_whole_grant
from openamif.web.beneficiary.tabs import framed
from openamif.web.components.shapes import Action
from openamif.web.doors import guarded_by, key_in
from openamif.web.labels import RIGHTS, refusal_reason


@guarded_by(grants.can_see_grant, of=the_whole_grant)
def grant(request: HttpRequest, shown: Grant) -> HttpResponse:
    """Everything about it, on one page."""
    on, reader = localdate(), reader_of(request)
    context = framed(shown, "grant", reader_of(request), actions=actions_for(request, shown)) | {
        "figures": figures_of(shown),
        "pairs": pairs_of(shown),
        "targets": targets_of(shown, on),
        "calendar": calendar_of(shown, reader, on),
        "colleagues": colleagues_shown(colleagues_of(shown), reader),
        "may_declare": bool(can_declare_value(reader, shown)),
        "may_give_rights": bool(grants.can_give_rights(reader, shown)),
        "rights": list(RIGHTS.items()),
        "on": on,
    }
    return render(request, "beneficiary/grant.html", context)


def actions_for(request: HttpRequest, shown: Grant) -> list[Action]:
    """What is done most often."""
    if not register.can_fill_register(reader_of(request), shown):
        return []
    return [
        Action(_("Send in a file"), reverse("beneficiary:imports", args=[shown.pk])),
        Action(_("Take attendance"), reverse("beneficiary:attendance", args=[shown.pk]), main=True),
    ]


class RightForm(forms.Form):
    """Whom, and what she may do."""

    person = forms.IntegerField()
    right = forms.ChoiceField(choices=[(str(right), "") for right in Right])


@require_POST
@guarded_by(grants.can_give_rights, of=the_grant)
def give(request: HttpRequest, shown: Grant) -> HttpResponse:
    """Give a colleague another right in place of what she had."""
    form = RightForm(request.POST)
    person = colleague_found(shown, key_in(request.POST.get("person", "")))
    if person is None or not form.is_valid():
        messages.error(request, _("This is nobody of your organisation, or no right that can be given."))
        return redirect(f"{reverse('beneficiary:grant', args=[shown.pk])}#people")
    right = Right(form.cleaned_data["right"])
    said: dict[str, Any] = {"name": person.name, "right": RIGHTS[right]}
    try:
        give_right(shown, person, right, by=reader_of(request))
    except Refused as refused:
        messages.error(request, str(refusal_reason(refused.verdict.reason)))
    else:
        messages.success(request, _("%(name)s: %(right)s.") % said)
    return redirect(f"{reverse('beneficiary:grant', args=[shown.pk])}#people")
