"""What a grant delivered that is no person: the list, entering, correcting."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.grants.models import Grant
from openamif.register import policy
from openamif.register.actions.correct_output import correct_output
from openamif.register.actions.record_output import record_output
from openamif.register.models import Output
from openamif.register.queries.found import outputs_by_day, same_thing, stands
from openamif.web.beneficiary.attempting import CORRECTED, attempted
from openamif.web.beneficiary.following import figures_follow
from openamif.web.beneficiary.forms.activities import OutputForm
from openamif.web.beneficiary.forms.events import VoidForm
from openamif.web.beneficiary.subjects import reader_of, the_grant, the_output
from openamif.web.beneficiary.tabs import framed, way_to
from openamif.web.components.shapes import Action, Link
from openamif.web.components.tables import Column
from openamif.web.components.tags.figures import day
from openamif.web.doors import guarded_by
from openamif.web.register_labels import FIELDS, OUTPUT_KINDS


@guarded_by(policy.can_see_register, of=the_grant)
def outputs(request: HttpRequest, grant: Grant) -> HttpResponse:
    """Places, products, projects, equipment."""
    may_fill = bool(policy.can_fill_register(reader_of(request), grant))
    begin = Action(_("Enter something delivered"), reverse("beneficiary:output_enter", args=[grant.pk]), main=True)
    columns = [
        Column("name", str(FIELDS["name"])),
        Column("kind", str(FIELDS["kind"])),
        Column("happened_on", str(FIELDS["happened_on"])),
        Column("quantity", str(FIELDS["quantity"]), "count"),
        Column("recorded", _("Recorded by")),
    ]
    context = framed(grant, "outputs", reader_of(request), actions=[begin] if may_fill else []) | {
        "columns": columns,
        "rows": [row_of(each, may_fill=may_fill) for each in outputs_by_day(grant)],
        "begin": begin if may_fill else None,
    }
    return render(request, "beneficiary/outputs.html", context)


def row_of(output: Output, *, may_fill: bool) -> dict[str, Any]:
    """A line of the list; its name leads to its correction."""
    url = reverse("beneficiary:output_correct", args=[output.pk])
    return {
        "name": Link(output.name, url) if may_fill else output.name,
        "kind": str(OUTPUT_KINDS[output.kind]),
        "happened_on": day(output.happened_on, length="medium"),
        "quantity": output.quantity,
        "recorded": str(output.recorded_by or ""),
    }


@guarded_by(policy.can_fill_register, of=the_grant)
def enter(request: HttpRequest, grant: Grant) -> HttpResponse:
    """Something new."""
    form, there = OutputForm(request.POST if request.method == "POST" else None, today=localdate()), None
    if request.method == "POST" and form.is_valid():
        content, by = form.content(), reader_of(request)
        there = same_thing(grant, content)
        if attempted(form, grant, lambda: record_output(grant, content, by=by)):
            figures_follow(grant)
            told = _("This was recorded already: nothing changed.") if there else _("It is recorded.")
            messages.success(request, told, extra_tags=request.path)
            return redirect("beneficiary:outputs", pk=grant.pk)
    context = {"form": form, "there": there, "crumbs": way_to(grant, "outputs", _("Things delivered"))}
    return render(request, "beneficiary/output_enter.html", context, status=422 if form.errors else 200)


@guarded_by(policy.can_fill_register, of=the_output, about="grant")
def correct(request: HttpRequest, output: Output) -> HttpResponse:
    """Say what is right, or that it was never delivered; always with a reason."""
    if not stands(output):
        messages.warning(request, CORRECTED)
        return redirect("beneficiary:outputs", pk=output.grant_id)
    sent, is_void = request.method == "POST", "void" in request.POST
    form = OutputForm(request.POST if sent and not is_void else None, today=localdate(), output=output)
    void_form = VoidForm(request.POST if sent and is_void else None)
    asked = void_form if is_void else form
    if sent and asked.is_valid():
        content = None if is_void else form.content()
        reason, by = asked.cleaned_data["reason"], reader_of(request)
        if attempted(asked, output.grant, lambda: correct_output(output, content, reason=reason, by=by)):
            figures_follow(output.grant)
            words = _("It is corrected; what was recorded is kept with the correction.")
            messages.success(request, words, extra_tags=request.path)
            return redirect("beneficiary:outputs", pk=output.grant_id)
    context = {
        "output": output,
        "form": form,
        "void_form": void_form,
        "crumbs": way_to(output.grant, "outputs", _("Things delivered")),
    }
    return render(request, "beneficiary/output_correct.html", context, status=422 if asked.errors else 200)
