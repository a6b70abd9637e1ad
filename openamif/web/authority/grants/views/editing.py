"""Entering a grant by hand, and changing it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.grants import policy
from openamif.grants.actions.enter_grant import enter_grant
from openamif.grants.facts import content_of
from openamif.grants.models import Grant
from openamif.grants.queries import delegated_body_of, frame_of, reference_is_taken
from openamif.people.queries import holdings
from openamif.programmes.models import Programme
from openamif.web.authority.grants.following import days_moved
from openamif.web.authority.grants.forms import GrantForm
from openamif.web.authority.grants.subjects import reader_of, the_grant
from openamif.web.authority.grants.views.changing import ASKED, asked, kept_from
from openamif.web.authority.grants.views.grant import crumbs_of
from openamif.web.authority.subjects import the_programme
from openamif.web.components.shapes import Link
from openamif.web.doors import guarded_by
from openamif.web.labels import refusal_reason


@guarded_by(policy.can_enter_grant, of=the_programme)
def enter(request: HttpRequest, programme: Programme) -> HttpResponse:
    """A new grant as a draft."""
    data = request.POST if request.method == "POST" else None
    own = delegated_body_of(programme, holdings(reader_of(request)))
    form = GrantForm(programme, frame_of(programme), data, delegated=own)
    if request.method == "POST" and form.is_valid() and may_hold(request, programme, form):
        if reference_is_taken(programme, form.cleaned_data["reference"]):
            form.add_error("reference", _("Another grant has this reference already."))
        else:
            grant = enter_grant(programme, form.content(), by=reader_of(request))
            said = _("The grant is entered as a draft. Its page shows what the rules find.")
            messages.success(request, said, extra_tags=request.path)
            return redirect("authority:grant", pk=grant.pk)
    back = reverse("authority:grants", args=[programme.pk])
    return page(
        request,
        form,
        _("Enter a grant"),
        [Link(_("Grants"), back)],
        back=back,
        **ASKED,
        revision="",
        draft="new",
    )


@guarded_by(policy.can_change_grant, of=the_grant)
def edit(request: HttpRequest, grant: Grant) -> HttpResponse:
    """What stands of the grant, to be changed."""
    programme = grant.programme
    data = request.POST if request.method == "POST" else None
    form = GrantForm(programme, frame_of(programme), data, content=content_of(grant))
    kept = asked(request, grant)
    if request.method == "POST" and form.is_valid() and may_hold(request, programme, form):
        if reference_is_taken(programme, form.cleaned_data["reference"], but=grant):
            form.add_error("reference", _("Another grant has this reference already."))
        else:
            kept = kept_from(request, grant, form.content())
            if not kept:
                messages.success(request, _("Saved."))
                days_moved(request, grant)
                return redirect("authority:grant", pk=grant.pk)
    back = reverse("authority:grant", args=[grant.pk])
    return page(
        request, form, _("Edit the grant"), crumbs_of(grant, inside=True), back=back, draft=kept["revision"], **kept
    )


def may_hold(request: HttpRequest, programme: Programme, form: GrantForm) -> bool:
    """Whether the grant would be hers to look after; the form says why not."""
    said = form.cleaned_data
    verdict = policy.can_hold_grant(reader_of(request), programme, said["objective"], said["delegated_authority"])
    if not verdict:
        form.add_error("delegated_authority", str(refusal_reason(verdict.reason)))
    return bool(verdict)


def page(request: HttpRequest, form: GrantForm, heading: str, crumbs: list[Link], **more: Any) -> HttpResponse:
    """The form by sections."""
    context = {"form": form, "sections": form.sections(), "heading": heading, "crumbs": crumbs, **more}
    refused = form.errors or more["stopped"] or more["is_overtaken"]
    return render(request, "authority/grant_edit.html", context, status=422 if refused else 200)
