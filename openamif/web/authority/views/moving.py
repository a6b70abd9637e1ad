"""The steps of a version: where it goes next, and who may take it there."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.actions.accept_decision import accept_decision
from openamif.programmes.actions.accept_member_state_decision import DecisionNeeded, accept_member_state_decision
from openamif.programmes.actions.adopt_version import adopt_version
from openamif.programmes.actions.begin_version import begin_version
from openamif.programmes.actions.cancel_version import cancel_version
from openamif.programmes.actions.delete_version import delete_version
from openamif.programmes.actions.record_observation import record_observation
from openamif.programmes.actions.record_return import record_return
from openamif.programmes.actions.reopen_version import reopen_version
from openamif.programmes.actions.return_version import return_version
from openamif.programmes.actions.send_version import send_version
from openamif.programmes.actions.validate_version import NotLawful, validate_version
from openamif.programmes.actions.withdraw_version import withdraw_version
from openamif.programmes.models import Version
from openamif.programmes.states import MOVES
from openamif.sfc.errors import NotWritable
from openamif.web.authority.forms.moves import MoveForm, ObservationForm
from openamif.web.authority.sheet import sheet_of
from openamif.web.authority.steps import possible_moves
from openamif.web.authority.subjects import the_version
from openamif.web.doors import guarded_by
from openamif.web.events import EVENTS
from openamif.web.exports import exports_of
from openamif.web.labels import MOVE_MEANINGS
from openamif.web.labels import MOVES as MOVE_LABELS
from openamif.web.reading import unwritable

ACTIONS: dict[str, Callable[..., Version]] = {
    "validate": validate_version,
    "reopen": reopen_version,
    "return_by_member_state": return_version,
    "send": send_version,
    "return_for_modification": record_return,
    "accept_decision": accept_decision,
    "adopt": adopt_version,
    "accept_member_state_decision": accept_member_state_decision,
    "withdraw": withdraw_version,
    "cancel": cancel_version,
}
NEEDS_A_DAY = ("validate", "accept_member_state_decision")


@guarded_by(policy.can_see_version, of=the_version)
def steps(request: HttpRequest, version: Version) -> HttpResponse:
    """Everything that can be done with the version: exports, moves, observation, deleting."""
    sheet = sheet_of(request, version)
    responsible = bool(policy.can_import_into(sheet.person, version.programme))
    return render(
        request,
        "authority/version_steps.html",
        sheet.context(
            "steps",
            actions=[],
            exports=exports_of(sheet.period).items() if sheet.part is None else (),
            moves=possible_moves(sheet.person, version) if responsible else [],
            responsible=responsible,
            may_observe=bool(policy.can_note_observation(sheet.person, version)),
            may_delete=len(sheet.siblings) > 1 and bool(policy.can_delete_version(sheet.person, version)),
        ),
    )


@guarded_by(policy.can_see_version, of=the_version)
def move(request: HttpRequest, version: Version, move: str) -> HttpResponse:
    """Say what the move means and what it needs; then make it."""
    if move not in ACTIONS:
        raise Http404
    require(policy.can_make_move(request.user, version, move))  # type: ignore[arg-type]
    form = MoveForm(move, request.POST if request.method == "POST" else None)
    stopped: list[Any] = []
    sheet = sheet_of(request, version)
    if move == "validate":
        stopped = [each for each in sheet.findings if each.severity == "error"]
    if request.method == "POST" and form.is_valid():
        day = {"on": localdate()} if move in NEEDS_A_DAY else {}
        try:
            ACTIONS[move](version, **form.cleaned_data, **day, by=request.user)
        except NotLawful as refusal:
            stopped = [sheet.explained(each) for each in refusal.findings]
        except NotWritable as refusal:
            form.add_error(None, unwritable(refusal))
        except DecisionNeeded:
            form.add_error(None, _("What changed needs a decision of the Commission: compare the versions to see why."))
        else:
            messages.success(request, _("Done: %(event)s.") % {"event": EVENTS[move]})
            return redirect("authority:version", pk=version.pk)
    context = sheet.context(
        "move",
        actions=[],
        form=form,
        move=move,
        move_label=MOVE_LABELS[move],
        meaning=MOVE_MEANINGS[move],
        target=MOVES[move].target,
        stopped=stopped,
        warnings=[each for each in sheet.findings if each.severity == "warning"]
        if move in ("validate", "send")
        else [],
    )
    status = 422 if form.errors or (stopped and request.method == "POST") else 200
    return render(request, "authority/version_move.html", context, status=status)


@require_POST
@guarded_by(policy.can_begin_version, of=the_version)
def begin(request: HttpRequest, version: Version) -> HttpResponse:
    """A new version as an editable copy."""
    new = begin_version(version, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("Version %(label)s is open: an editable copy.") % {"label": new.label})
    return redirect("authority:version", pk=new.pk)


@guarded_by(policy.can_see_version, of=the_version)
def observe(request: HttpRequest, version: Version) -> HttpResponse:
    """Write down an observation of the Commission."""
    require(policy.can_note_observation(request.user, version))  # type: ignore[arg-type]
    form = ObservationForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        record_observation(version, **form.cleaned_data, by=request.user)  # type: ignore[arg-type]
        messages.success(request, _("The observation is noted."))
        return redirect("authority:version_history", pk=version.pk)
    context = sheet_of(request, version).context("observe", actions=[], form=form)
    return render(request, "authority/version_observe.html", context, status=422 if form.errors else 200)


@require_POST
@guarded_by(policy.can_delete_version, of=the_version)
def delete(request: HttpRequest, version: Version) -> HttpResponse:
    """Gone, but for its trail."""
    label = version.label
    delete_version(version, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("Version %(label)s is deleted; its trail stays.") % {"label": label})
    return redirect("authority:programmes")
