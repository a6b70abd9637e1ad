"""What was seen of one who was drawn: one page a person, to be filled in on the spot with a phone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openamif.people.policy import Refused
from openamif.register.actions.log_opening import log_opening
from openamif.verification import policy
from openamif.verification.actions.link_correction import link_correction
from openamif.verification.actions.write_finding import FindingChangedMeanwhile, write_finding
from openamif.verification.models import OperationalCheck, SampledParticipant
from openamif.verification.queries import corrections_since, events_seen_of, next_to_look_at, sampled_at
from openamif.verification.states import Outcome
from openamif.web.authority.checks.forms import FindingForm
from openamif.web.authority.checks.labels import outcome_badge
from openamif.web.authority.checks.rows import event_columns, event_rows, pseudonym_of
from openamif.web.authority.checks.subjects import the_check
from openamif.web.authority.checks.views.check import crumbs_of
from openamif.web.authority.coming_second import still_here
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.components import formats
from openamif.web.components.shapes import Action
from openamif.web.doors import found_or_404, guarded_by, key_in
from openamif.web.labels import refusal_reason
from openamif.web.register_labels import event_name


@guarded_by(policy.can_see_check, of=the_check)
def write(request: HttpRequest, check: OperationalCheck, position: int) -> HttpResponse:
    """The register on one side, the papers on the other; saving leads to the next who was not looked at yet."""
    sampled = at(check, position)
    form = FindingForm(
        request.POST if request.method == "POST" else None,
        initial={"outcome": sampled.outcome, "note": sampled.note, "seen": sampled.written},
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data | {"outcome": Outcome(form.cleaned_data["outcome"])}
        try:
            write_finding(sampled, **said, by=reader_of(request))
        except FindingChangedMeanwhile as meanwhile:
            sampled = meanwhile.sampled
            told(form, sampled)
        except Refused as refusal:
            if refusal.verdict.reason != policy.IN_ANOTHER_STATE:
                raise
            form.add_error(None, still_here(str(refusal_reason(refusal.verdict.reason))))
        else:
            return after(request, check, position)
    return page(request, check, sampled, form)


def told(form: FindingForm, sampled: SampledParticipant) -> None:
    """What a colleague wrote meanwhile; sent once more, the form is about that."""
    words = _(
        "A colleague wrote a finding meanwhile: %(outcome)s. %(note)s What you wrote is still here; save it to put it "
        "in its place."
    )
    form.add_error(None, words % {"outcome": outcome_badge(sampled.outcome).label, "note": sampled.note})
    form.data = {**form.data.dict(), "seen": sampled.written}  # type: ignore[attr-defined]


def page(request: HttpRequest, check: OperationalCheck, sampled: SampledParticipant, form: FindingForm) -> HttpResponse:
    """What the register says of one who was drawn, the form for what the papers show; the trail keeps who looked."""
    reader = reader_of(request)
    if request.method == "GET" and sampled.participant:
        log_opening(sampled.participant, by=reader)
    events = events_seen_of(check, [sampled]).get(sampled.participant_id or 0, [])
    may_see = sampled.participant is not None and policy.can_see_sampled_references(reader, check)
    context = {
        "check": check,
        "sampled": sampled,
        "pseudonym": pseudonym_of(sampled),
        "birth_year": str(sampled.participant.birth_year or "") if sampled.participant else "",
        "badge": outcome_badge(sampled.outcome),
        "reference": sampled.participant.local_reference if may_see and sampled.participant else "",
        "form": form,
        "may_write": form.is_bound or bool(policy.can_write_finding(reader, check)),
        "columns": event_columns(),
        "rows": event_rows(events),
        "corrections": corrections(check, sampled) if policy.can_link_correction(reader, check) else [],
        "crumbs": crumbs_of(check, inside=True),
    }
    return render(request, "authority/checks_finding.html", context, status=422 if form.errors else 200)


def at(check: OperationalCheck, position: int) -> SampledParticipant:
    """Who was drawn at this place."""
    return found_or_404(sampled_at(check, position))


def after(request: HttpRequest, check: OperationalCheck, position: int) -> HttpResponse:
    """To the next who was not looked at, round the list; to the check when everybody was."""
    following = next_to_look_at(check, after=position)
    if following is None:
        messages.success(request, _("Everybody who was drawn has a finding. The visit can be written up."))
        return redirect("authority:check", pk=check.pk)
    messages.success(request, _("Saved: number %(position)d.") % {"position": position})
    return redirect("authority:check_finding", pk=check.pk, position=following)


def corrections(check: OperationalCheck, sampled: SampledParticipant) -> list[tuple[str, Action]]:
    """What the beneficiary corrected since the sample was drawn, each to be noted with one touch."""
    url = reverse("authority:check_link", args=[check.pk, sampled.position])
    found = corrections_since(check, [sampled]).get(sampled.participant_id or 0, [])
    return [
        (
            _("%(day)s: %(what)s. %(reason)s")
            % {
                "day": formats.day(localdate(event.recorded_at)),
                "what": _("struck out") if event.is_void else event_name(event.kind),
                "reason": event.reason,
            },
            Action(_("Note it"), url, post=True, fields=(("event", str(event.pk)),)),
        )
        for event in found
        if event != sampled.correction
    ]


@require_POST
@guarded_by(policy.can_link_correction, of=the_check)
def link(request: HttpRequest, check: OperationalCheck, position: int) -> HttpResponse:
    """Note by which event the register was mended."""
    sampled, pk = at(check, position), key_in(request.POST.get("event", ""))
    offered = corrections_since(check, [sampled]).get(sampled.participant_id or 0, [])
    event = found_or_404(next((each for each in offered if each.pk == pk), None))
    link_correction(sampled, correction=event, by=reader_of(request))
    messages.success(request, _("It is noted that the register was mended."))
    return redirect("authority:check_finding", pk=check.pk, position=position)
