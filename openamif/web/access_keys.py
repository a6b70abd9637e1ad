"""One's own keys for programs: given (the secret shown once), listed, ended."""

from typing import cast

from allauth.account.decorators import reauthentication_required
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from openamif.access import policy
from openamif.access.actions.end_access_key import end_access_key
from openamif.access.actions.give_access_key import give_access_key
from openamif.people.models import AccessKey, Person
from openamif.people.queries import access_key_in_use, access_keys_of
from openamif.web.doors import found_or_404, guarded_by

LONGEST = 80


class KeyForm(forms.Form):
    """What the key is for."""

    name = forms.CharField(
        label=gettext_lazy("What is it for?"),
        max_length=LONGEST,
        help_text=gettext_lazy("The name of the program, so that you know later which key to end."),
    )


def acting(request: HttpRequest) -> Person:
    """Who is at the page."""
    return cast("Person", request.user)


@guarded_by(policy.can_hold_access_keys)
@reauthentication_required  # type: ignore[untyped-decorator]
def keys(request: HttpRequest) -> HttpResponse:
    """The keys in use; a new one is shown on the page that answers, and never again."""
    form = KeyForm(request.POST or None)
    context: dict[str, object] = {"secret": "", "form": form}
    if request.method == "POST" and form.is_valid():
        _key, context["secret"] = give_access_key(name=form.cleaned_data["name"], by=acting(request))
        context["form"] = KeyForm()
    context["keys"] = list(access_keys_of(acting(request)))
    return render(request, "account/keys.html", context, status=422 if form.errors else 200)


def own_key(request: HttpRequest, pk: int) -> AccessKey:
    """A key of hers that is in use."""
    key = found_or_404(access_key_in_use(pk))
    return found_or_404(key if key.person_id == acting(request).pk else None)


@require_POST
@guarded_by(policy.can_end_access_key, of=own_key)
def end(request: HttpRequest, key: AccessKey) -> HttpResponse:
    """It opens nothing from now on."""
    end_access_key(key, by=acting(request))
    messages.success(request, _("The key has ended; it opens nothing any more."))
    return redirect("access_keys")
