"""The participants of a grant: the list, one with all that happened, entering and describing."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openamif.grants.models import Grant
from openamif.methods.pseudonyms import what_is_lost
from openamif.record.actions.note_reading import note_reading
from openamif.register import policy
from openamif.register.actions.describe_participant import describe_participant
from openamif.register.actions.enter_participant import enter_participant
from openamif.register.actions.identify_participant import identify_participant
from openamif.register.actions.log_opening import log_opening
from openamif.register.models import Participant
from openamif.register.queries.found import history_of, participant_known, past_descriptions_of
from openamif.web.beneficiary.attempting import attempted
from openamif.web.beneficiary.attending import WayBack, way_back
from openamif.web.beneficiary.following import figures_follow
from openamif.web.beneficiary.forms.participants import DescriptionForm, KnownIdentityForm, ParticipantForm
from openamif.web.beneficiary.listing import EXPORTED, columns, line_of, rows
from openamif.web.beneficiary.sheet import earlier, entries_of
from openamif.web.beneficiary.subjects import reader_of, the_grant, the_participant
from openamif.web.beneficiary.tabs import framed, way_to
from openamif.web.components.shapes import Action, Link
from openamif.web.doors import guarded_by
from openamif.web.list_files import list_file, list_links
from openamif.web.register_labels import FIELDS
from openamif.web.register_seeking import SoughtByPseudonym, SoughtByReference
from openamif.web.register_sheet import called, described

A_PAGE = 50
KNOWN_BY_REFERENCE = gettext_lazy(
    "The date of birth alone identifies nobody: the local reference says who this is. She or he counts once in this "
    "grant, and may count again in another; say who it is once you know the names or a national number."
)


@guarded_by(policy.can_see_register, of=the_grant)
def participants(request: HttpRequest, grant: Grant) -> HttpResponse:
    """The participants as sought; a partner of the beneficiary sees them under their pseudonyms, and leaves a trail."""
    by_reference = bool(policy.can_see_local_references(reader_of(request), grant))
    form = (SoughtByReference if by_reference else SoughtByPseudonym)(request.GET, grant)
    paginator: Paginator[Participant] = Paginator(form.found(), A_PAGE)  # type: ignore[arg-type]
    page = paginator.get_page(request.GET.get("page"))
    if not by_reference:
        note_reading(grant, "participants", count=paginator.count, by=reader_of(request))
    exports = list_links("beneficiary:participants_export", grant.pk, query=request.GET)
    context = framed(grant, "participants", reader_of(request), actions=actions_for(request, grant)) | {
        "form": form,
        "page": page,
        "columns": columns(by_reference=by_reference),
        "rows": rows(page, by_reference=by_reference),
        "exports": exports if by_reference else [],
        "may_fill": bool(policy.can_fill_register(reader_of(request), grant)),
    }
    return render(request, "beneficiary/participants.html", context)


def actions_for(request: HttpRequest, grant: Grant) -> list[Action]:
    """Attendance, and entering one."""
    if not policy.can_fill_register(reader_of(request), grant):
        return []
    return [
        Action(_("Take attendance"), reverse("beneficiary:attendance", args=[grant.pk])),
        Action(_("Enter a participant"), reverse("beneficiary:participant_enter", args=[grant.pk]), main=True),
    ]


@guarded_by(policy.can_see_local_references, of=the_grant)
def export(request: HttpRequest, grant: Grant, form: str) -> HttpResponse:
    """What is seen, all its pages, as a file: pseudonymous, with the local references; the trail keeps who took it."""
    headings = [(str(FIELDS[key]), kind, width) for key, kind, width in EXPORTED]
    lines = [line_of(each) for each in SoughtByReference(request.GET, grant).found()]
    note_reading(grant, "participants", count=len(lines), by=reader_of(request), taken=True)
    stem = f"{slugify(grant.reference.replace('/', '-'))}-{slugify(_('Participants'))}-{localdate().isoformat()}"
    return list_file(form, title=_("Participants"), stem=stem, headings=headings, lines=lines)


@guarded_by(policy.can_fill_register, of=the_grant)
def enter(request: HttpRequest, grant: Grant) -> HttpResponse:
    """A new participant: what names her becomes a pseudonym and is dropped. Whoever is here already is told first.

    Entered because she was missing on an attendance list, she is ticked there.
    """
    roll = way_back(grant.pk, request.GET)
    sent = request.method == "POST"
    form = ParticipantForm(request.POST if sent else None, today=localdate())
    known = None
    if sent and form.is_valid() and "known" not in request.POST:
        known = participant_known(grant, form.identity())
    if sent and form.is_valid() and not known:
        said: dict[str, Any] = {
            "identity": form.identity(),
            "local_reference": form.cleaned_data["local_reference"],
            "description": form.description(),
            "by": reader_of(request),
        }
        if made := attempted(form, grant, lambda: enter_participant(grant, **said)):
            figures_follow(grant, subjects=[made.subject_id])
            roll = roll.with_one(made.pk) if roll else None
            tell_entered(request, made, form, is_ticked=bool(roll and "another" not in request.POST))
            return redirect(next_page(request, grant, made, roll))
    context = {
        "grant": grant,
        "form": form,
        "known": known,
        "crumbs": way_to(grant, "participants", _("Participants")),
        "roll": roll,
        "with_known": roll.with_one(known.pk) if roll and known else None,
    }
    return render(request, "beneficiary/participant_enter.html", context, status=422 if form.errors or known else 200)


def tell_entered(request: HttpRequest, made: Participant, form: ParticipantForm, *, is_ticked: bool) -> None:
    """That she is in the register; and where a day of birth alone was said, that it does not tell who she is."""
    told = _("%(reference)s is in the register. No name was kept.")
    if is_ticked:
        told = _("%(reference)s is in the register, without a name; ticked in the list below, to be saved with it.")
    messages.success(request, told % {"reference": made.local_reference})
    if what_is_lost(form.identity()):
        messages.info(request, KNOWN_BY_REFERENCE)


def next_page(request: HttpRequest, grant: Grant, made: Participant, roll: WayBack | None) -> str:
    """The next empty form where she enters several in a row; else the list, or the page of the new one."""
    if "another" in request.POST:
        return roll.enter_url if roll else reverse("beneficiary:participant_enter", args=[grant.pk])
    return roll.list_url if roll else reverse("beneficiary:participant", args=[made.pk])


@guarded_by(policy.can_see_register, of=the_participant, about="grant")
def participant(request: HttpRequest, shown: Participant) -> HttpResponse:
    """One participant: how she is described, and everything that happened. That a partner opened it is written down."""
    reader = reader_of(request)
    leaves_trail = policy.leaves_trail(reader, shown)
    if leaves_trail:
        log_opening(shown, by=reader)
    may_fill = bool(policy.can_fill_register(reader, shown.grant))
    context: dict[str, Any] = {
        "grant": shown.grant,
        "participant": shown,
        "title": called(shown, by_reference=bool(policy.can_see_local_references(reader, shown.grant))),
        "leaves_trail": leaves_trail,
        "pairs": described(shown),
        "entries": entries_of(history_of(shown), may_fill=may_fill),
        "past": earlier(past_descriptions_of(shown)),
        "crumbs": way_to(shown.grant, "participants", _("Participants")),
        "actions": changes_of(shown) if may_fill else [],
    }
    return render(request, "beneficiary/participant.html", context)


def changes_of(shown: Participant) -> list[Action]:
    """What can be added to what is known of her."""
    to_do = ("participant_identify", "participant_describe", "event_record")
    identify, change, record = (reverse(f"beneficiary:{name}", args=[shown.pk]) for name in to_do)
    return [
        Action(_("Say who it is"), identify),
        Action(_("Change the description"), change),
        Action(_("Record something"), record, main=True),
    ]


@guarded_by(policy.can_fill_register, of=the_participant, about="grant")
def identify(request: HttpRequest, shown: Participant) -> HttpResponse:
    """Say by a number or names who she is, where she was entered without: whoever came elsewhere then counts once."""
    sent = request.method == "POST"
    form = KnownIdentityForm(request.POST if sent else None, year_known=shown.birth_year)
    if sent and form.is_valid():
        before, identity = shown.subject_id, form.identity()
        here = participant_known(shown.grant, identity)
        if named := attempted(form, shown.grant, lambda: identify_participant(shown, identity, by=reader_of(request))):
            figures_follow(shown.grant, subjects={before, named.subject_id})
            messages.success(request, _("It is now known who this is. No name and no number was kept."))
            if here and here.pk != shown.pk:
                words = _("This is the same person as %(reference)s: she or he counts once in this grant.")
                messages.info(request, words % {"reference": here.local_reference})
            return redirect("beneficiary:participant", pk=shown.pk)
    context = {"participant": shown, "form": form, "crumbs": crumbs_of(shown)}
    return render(request, "beneficiary/participant_identify.html", context, status=422 if form.errors else 200)


@guarded_by(policy.can_fill_register, of=the_participant, about="grant")
def describe(request: HttpRequest, shown: Participant) -> HttpResponse:
    """Say better how she is described; what was said before is kept, for past figures."""
    sent = request.method == "POST"
    form = DescriptionForm(request.POST if sent else None, today=localdate(), described=shown)
    if sent and form.is_valid():
        description, by = form.description(), reader_of(request)
        if attempted(form, shown.grant, lambda: describe_participant(shown, description, by=by)):
            figures_follow(shown.grant, subjects=[shown.subject_id])
            words = _("The description is changed; figures that were reported stay as they were.")
            messages.success(request, words, extra_tags=request.path)
            return redirect("beneficiary:participant", pk=shown.pk)
    context = {"participant": shown, "form": form, "crumbs": crumbs_of(shown)}
    return render(request, "beneficiary/participant_describe.html", context, status=422 if form.errors else 200)


def crumbs_of(shown: Participant) -> list[Link]:
    """The way back to her page."""
    own = Link(shown.local_reference, reverse("beneficiary:participant", args=[shown.pk]))
    return [*way_to(shown.grant, "participants", _("Participants")), own]
