"""The rights of a beneficiary's people to the reports of a grant: the authority gives the first right to sign."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openamif.grants import policy
from openamif.grants.actions.give_right import give_right
from openamif.grants.models import Grant
from openamif.grants.queries.rights import colleague_found
from openamif.grants.states import Right
from openamif.people.policy import Refused
from openamif.web.authority.grants.subjects import reader_of, the_grant
from openamif.web.doors import guarded_by
from openamif.web.labels import RIGHTS, refusal_reason


class RightForm(forms.Form):
    """Whom, and what she may do."""

    person = forms.IntegerField(min_value=1)
    right = forms.ChoiceField(choices=[(str(right), "") for right in Right])


@require_POST
@guarded_by(policy.can_give_rights, of=the_grant)
def give(request: HttpRequest, grant: Grant) -> HttpResponse:
    """In place of what she had."""
    form = RightForm(request.POST)
    person = colleague_found(grant, form.cleaned_data["person"]) if form.is_valid() else None
    if person is None:
        messages.error(request, _("This is nobody of the beneficiary, or no right that can be given."))
    else:
        right = Right(form.cleaned_data["right"])
        try:
            give_right(grant, person, right, by=reader_of(request))
        except Refused as refusal:
            messages.error(request, str(refusal_reason(refusal.verdict.reason)))
        else:
            messages.success(request, _("%(name)s: %(right)s.") % {"name": person.name, "right": RIGHTS[right]})
    return redirect(f"{reverse('authority:grant', args=[grant.pk])}#people")
