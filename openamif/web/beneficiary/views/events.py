"""Recording what happened to a participant, and correcting it with a reason."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.grants.models import Grant
from openamif.register import policy
from openamif.register.actions.correct_event import correct_event
from openamif.register.actions.record_events import record_events
from openamif.register.facts import EventContent
from openamif.register.models import Event, Participant
from openamif.register.queries.found import activities_with_attendance, recorded_instead, stands
from openamif.register.states import ANSWERS, ASSESSMENTS, OUTCOMES
from openamif.reports.queries.counting import counted_elsewhere
from openamif.web.beneficiary.attempting import CORRECTED, attempted
from openamif.web.beneficiary.following import figures_follow
from openamif.web.beneficiary.forms.events import CorrectionForm, EventForm, VoidForm
from openamif.web.beneficiary.sheet import entry_of
from openamif.web.beneficiary.subjects import reader_of, the_event, the_participant
from openamif.web.beneficiary.views.participants import crumbs_of
from openamif.web.components.shapes import Link
from openamif.web.doors import guarded_by
from openamif.web.register_labels import event_name

TAKES_PART = 0


@guarded_by(policy.can_fill_register, of=the_participant, about="grant")
def record(request: HttpRequest, participant: Participant) -> HttpResponse:
    """First what happened; then what that kind of event needs."""
    context = {"participant": participant, "crumbs": crumbs_of(participant)}
    if "kind" not in request.GET:
        return render(request, "beneficiary/event_choose.html", context | {"groups": groups(participant.grant)})
    kind = known_kind(request.GET["kind"])
    sent = request.method == "POST"
    activities = activities_with_attendance(participant.grant)
    form = EventForm(request.POST if sent else None, kind=kind, activities=activities, today=localdate())
    if sent and form.is_valid():
        contents, by = [form.content(participant.pk)], reader_of(request)
        number = attempted(form, participant.grant, lambda: record_events(participant.grant, contents, by=by))
        if number is not None:
            figures_follow(participant.grant, subjects=[participant.subject_id])
            tell(request, contents[0], is_new=bool(number))
            return redirect("beneficiary:participant", pk=participant.pk)
    context |= {
        "form": form,
        "kind": kind,
        "heading": heading_of(kind),
        "back": reverse("beneficiary:event_record", args=[participant.pk]),
    }
    return render(request, "beneficiary/event_record.html", context, status=422 if form.errors else 200)


def tell(request: HttpRequest, content: EventContent, *, is_new: bool) -> None:
    """Whether it was written; where something else stands in its place, that it was not."""
    if is_new:
        messages.success(request, _("It is recorded."), extra_tags=request.path)
    elif recorded_instead(content):
        words = _("Not recorded: for this day something else stands already, as shown below. Correct it there.")
        messages.warning(request, words, extra_tags=request.path)
    else:
        messages.success(request, _("This was recorded already: nothing changed."), extra_tags=request.path)


def known_kind(said: str) -> int:
    """One that is offered, else 404."""
    offered = {str(int(kind)): int(kind) for kind in (TAKES_PART, *ASSESSMENTS, *ANSWERS, *OUTCOMES)}
    if said not in offered:
        raise Http404
    return offered[said]


def heading_of(kind: int) -> str:
    """What is being recorded."""
    return event_name(kind) if kind else _("Took part in an activity")


def groups(grant: Grant) -> list[dict[str, Any]]:
    """What can be recorded, by what it is about; of what came of it, nothing that only another objective knows."""
    others = counted_elsewhere(grant, on=localdate())
    offered = (
        (_("Activities"), (TAKES_PART,)),
        (_("Language tests"), ASSESSMENTS),
        (_("What the person answered"), ANSWERS),
        (_("What came of it"), [kind for kind in OUTCOMES if kind.name.lower() not in others]),
    )
    return [
        {"title": title, "links": [Link(heading_of(kind), f"?kind={int(kind)}") for kind in kinds]}
        for title, kinds in offered
    ]


@guarded_by(policy.can_fill_register, of=the_event, about="grant")
def correct(request: HttpRequest, event: Event) -> HttpResponse:
    """Say what is right, or that it did not happen; always with a reason."""
    if not stands(event):
        messages.warning(request, CORRECTED)
        return redirect("beneficiary:participant", pk=event.participant_id)
    sent, is_void = request.method == "POST", "void" in request.POST
    form = CorrectionForm(
        request.POST if sent and not is_void else None,
        kind=event.kind,
        activities=activities_with_attendance(event.grant),
        today=localdate(),
        event=event,
    )
    void_form = VoidForm(request.POST if sent and is_void else None)
    asked = void_form if is_void else form
    if sent and asked.is_valid():
        content = None if is_void else form.content(event.participant_id)
        reason, by = asked.cleaned_data["reason"], reader_of(request)
        if attempted(asked, event.grant, lambda: correct_event(event, content, reason=reason, by=by)):
            figures_follow(event.grant, subjects=[event.participant.subject_id])
            words = _("It is corrected; what was recorded stays visible beside the correction.")
            messages.success(request, words, extra_tags=request.path)
            return redirect("beneficiary:participant", pk=event.participant_id)
    context = {
        "form": form,
        "void_form": void_form,
        "entries": [entry_of(event, may_fill=False)],
        "participant": event.participant,
        "crumbs": crumbs_of(event.participant),
    }
    return render(request, "beneficiary/event_correct.html", context, status=422 if asked.errors else 200)
