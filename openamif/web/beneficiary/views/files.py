"""Filling a register from files: template, upload, headings, progress, dry run, yes or no, result."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openamif.grants.models import Grant
from openamif.people.policy import require
from openamif.record.actions.make_move import NoSuchMove
from openamif.record.actions.note_reading import note_reading
from openamif.register import policy
from openamif.register.actions.abandon_import import abandon_import
from openamif.register.actions.confirm_import import confirm_import
from openamif.register.actions.forget_columns import forget_columns
from openamif.register.actions.keep_file import keep_file
from openamif.register.actions.map_columns import NotWaiting, map_columns
from openamif.register.actions.restart_import import restart_import
from openamif.register.models import RegisterImport
from openamif.register.queries.cells import errors_in, warnings_in
from openamif.register.queries.files import files_of
from openamif.register.queries.lists import extent_of
from openamif.register.queries.staging import is_silent, progress_of
from openamif.register.states import RUNNING, ImportState
from openamif.web.beneficiary import file_words
from openamif.web.beneficiary.file_lines import alike, lines_of
from openamif.web.beneficiary.filled import WORKBOOK_ROWS, filled_values, filled_workbook, form_for
from openamif.web.beneficiary.forms.files import FileForm, HeadingsForm, remembered
from openamif.web.beneficiary.subjects import reader_of, the_file, the_grant
from openamif.web.beneficiary.tabs import framed, way_to
from openamif.web.cells import found_file, left_out
from openamif.web.components.shapes import Badge, Link
from openamif.web.components.tables import Column
from openamif.web.doors import guarded_by
from openamif.web.downloads import download
from openamif.web.jobs import read_register_file, store_register_file
from openamif.web.list_files import FORMS, list_links, values_of
from openamif.web.register_form import the_register_form
from openamif.web.register_labels import IMPORT_STATES
from openamif.web.uploads import takes_files_of
from openamif.workbooks import LONG, NotAWorkbook, write_template

SHOWN, A_LIST = 200, 50


@takes_files_of(LONG.largest)
@guarded_by(policy.can_see_local_references, of=the_grant)
def files(request: HttpRequest, grant: Grant) -> HttpResponse:
    """Every file with how far it is; the template; a place for the next one."""
    may_fill = policy.can_fill_register(reader_of(request), grant)
    form = FileForm()
    status = 200
    if request.method == "POST":
        require(may_fill)
        form, kept = sent_in(request, grant)
        if kept:
            return redirect("beneficiary:import", pk=kept.pk)
        status = 422
    events = extent_of(grant).events
    context = framed(grant, "imports", reader_of(request)) | {
        "form": form,
        "may_fill": bool(may_fill),
        "events": events,
        "is_long": events > WORKBOOK_ROWS,
        "largest": LONG.largest,
        "columns": [
            Column("name", _("File")),
            Column("state", _("State")),
            Column("rows", _("Rows"), "count"),
            Column("sent_at", _("Sent in"), "instant"),
            Column("sent_by", _("By")),
        ],
        "rows": [row_of(each) for each in files_of(grant)[:A_LIST]],
        "remembered": remembered(grant) if may_fill else [],
    }
    return render(request, "beneficiary/imports.html", context, status=status)


def sent_in(request: HttpRequest, grant: Grant) -> tuple[FileForm, RegisterImport | None]:
    """The file kept and its job begun; or the form with what is wrong."""
    form = FileForm(request.POST, request.FILES, too_large=getattr(request, "file_too_large", False))
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            kept = keep_file(grant, file.read(), name=file.name, by=reader_of(request))
        except NotAWorkbook as refusal:
            form.add_error("file", str(file_words.REFUSALS[refusal.code]))
        else:
            read_register_file.enqueue(kept.pk)
            return form, kept
    return form, None


def row_of(upload: RegisterImport) -> dict[str, Any]:
    """A line of the list."""
    return {
        "name": Link(upload.name, reverse("beneficiary:import", args=[upload.pk])),
        "state": badge_of(upload),
        "rows": upload.rows or None,
        "sent_at": upload.sent_at,
        "sent_by": upload.sent_by.name,
    }


def badge_of(upload: RegisterImport) -> Badge:
    """How far it is, in the reader's words: also whether something is wrong in it, or a heading is not understood."""
    if upload.state == ImportState.KEPT and upload.result.get("headings"):
        return Badge(_("Headings to explain"), "wait")
    if upload.state == ImportState.READ and upload.result.get("error_count"):
        return Badge(_("Errors in it"), "bad")
    if upload.state == ImportState.READ and not file_words.changes_anything(upload.result.get("counts", {})):
        return Badge(_("Nothing new in it"), "idle")
    label, tone = IMPORT_STATES[upload.state]
    return Badge(str(label), tone)


@guarded_by(policy.can_fill_register, of=the_grant)
def template(request: HttpRequest, grant: Grant, form: str) -> HttpResponse:
    """The workbook made for this grant, in the reader's language; as separated values its first sheet."""
    if form not in FORMS:
        raise Http404
    made = form_for(grant)
    content = write_template(made)
    if form == "csv":
        content = values_of([(str(column.label), "text", column.width) for column in made.sheets[0].columns], [])
    return download(content, f"{stem_of(grant)}.{form}")


@guarded_by(policy.can_see_local_references, of=the_grant)
def held(request: HttpRequest, grant: Grant, form: str) -> HttpResponse:
    """The same form with all that is in the register; a long one as separated values alone. It leaves a trail."""
    extent = extent_of(grant)
    if form not in FORMS or (form == "xlsx" and extent.events > WORKBOOK_ROWS):
        raise Http404
    note_reading(grant, "register", count=extent.participants, by=reader_of(request), taken=True)
    content = filled_workbook(grant) if form == "xlsx" else filled_values(grant)
    return download(content, f"{stem_of(grant)}-{localdate().isoformat()}.{form}")


def stem_of(grant: Grant) -> str:
    """What a file of the register is called."""
    return f"{slugify(_('Register'))}-{slugify(grant.reference.replace('/', '-'))}"


@guarded_by(policy.can_see_local_references, of=the_file, about="grant")
def file(request: HttpRequest, upload: RegisterImport) -> HttpResponse:
    """One file, as far as it is."""
    return render(request, "beneficiary/import.html", context_of(request, upload))


def context_of(request: HttpRequest, upload: RegisterImport, headings: HeadingsForm | None = None) -> dict[str, Any]:
    """What the page shows in each state."""
    result, counts = upload.result, upload.result.get("counts", {})
    unknown = result.get("headings", []) if upload.state == ImportState.KEPT else []
    return {
        "upload": upload,
        "badge": badge_of(upload),
        "crumbs": way_to(upload.grant, "imports", _("Files")),
        "is_running": upload.state in RUNNING and not unknown,
        "progress": progress_of(upload),
        "is_silent": is_silent(upload, at=now()),
        "headings": headings or (HeadingsForm(result=result, form=the_register_form()) if unknown else None),
        "refusal": file_words.refusal_words(result),
        "figures": file_words.figures_of(counts) if counts else [],
        "others": file_words.others_of(counts),
        "changes_anything": file_words.changes_anything(counts),
        **found_in(upload),
        "may_confirm": bool(policy.can_confirm_import(reader_of(request), upload)),
        "may_fill": bool(policy.can_fill_register(reader_of(request), upload.grant)),
    }


def found_in(upload: RegisterImport) -> dict[str, Any]:
    """What is wrong in its cells, and what is worth a look: the first lines of each, the number of all."""
    number, to_look_at = (upload.result.get(key, 0) for key in ("error_count", "warning_count"))
    period = upload.grant.programme.period
    kept = errors_in(upload) if number else []
    errors = alike(lines_of(kept, period))[:SHOWN]
    warnings = alike(lines_of(warnings_in(upload) if to_look_at else [], period))[:SHOWN]
    links = list_links("beneficiary:import_errors", upload.pk, query=QueryDict())
    return {
        "errors": errors,
        "error_count": number,
        "more_errors": number - sum(each.number for each in errors),
        "error_lead": left_out(number, len(kept)),
        "error_files": links if number else [],
        "unread": upload.result.get("unread", 0),
        "warnings": warnings,
        "warning_count": to_look_at,
        "more_warnings": to_look_at - sum(each.number for each in warnings),
        "warning_files": links if to_look_at and not number else [],
    }


@guarded_by(policy.can_see_local_references, of=the_file, about="grant")
def errors(_request: HttpRequest, upload: RegisterImport, form: str) -> HttpResponse:
    """All that was found in its cells and kept, a line for each, to take away."""
    period = upload.grant.programme.period
    return found_file(form, lines_of(errors_in(upload), period), lines_of(warnings_in(upload), period))


@guarded_by(policy.can_see_local_references, of=the_file, about="grant")
def progress(request: HttpRequest, upload: RegisterImport) -> HttpResponse:
    """Asked by the page every two seconds; once the job is over, the whole page is read again."""
    is_running = upload.state in RUNNING and not upload.result.get("headings")
    context = {
        "upload": upload,
        "progress": progress_of(upload),
        "is_running": is_running,
        "is_silent": is_silent(upload, at=now()),
        "may_fill": bool(policy.can_fill_register(reader_of(request), upload.grant)),
    }
    response = render(request, "beneficiary/_progress.html", context)
    if not is_running:
        response.headers["HX-Refresh"] = "true"
    return response


@require_POST
@guarded_by(policy.can_fill_register, of=the_file, about="grant")
def columns(request: HttpRequest, upload: RegisterImport) -> HttpResponse:
    """Say what the headings mean; it is remembered for the next file."""
    if not upload.result.get("headings"):
        messages.warning(request, _("The file was read already."))
        return redirect("beneficiary:import", pk=upload.pk)
    form = HeadingsForm(request.POST, result=upload.result, form=the_register_form())
    if not form.is_valid():
        return render(request, "beneficiary/import.html", context_of(request, upload, form), status=422)
    try:
        map_columns(upload, form.columns(), by=reader_of(request))
    except NotWaiting:
        messages.warning(request, _("The file was read already."))
    else:
        read_register_file.enqueue(upload.pk)
    return redirect("beneficiary:import", pk=upload.pk)


@require_POST
@guarded_by(policy.can_fill_register, of=the_grant)
def forget(request: HttpRequest, grant: Grant) -> HttpResponse:
    """What headings mean is asked for again: an answer was wrong, or the lists are others."""
    forget_columns(grant, by=reader_of(request))
    messages.success(request, _("The headings of your lists are forgotten: the next file asks for them again."))
    return redirect("beneficiary:imports", pk=grant.pk)


@require_POST
@guarded_by(policy.can_confirm_import, of=the_file)
def confirm(request: HttpRequest, upload: RegisterImport) -> HttpResponse:
    """All of it goes in, by a job."""
    confirm_import(upload, by=reader_of(request))
    store_register_file.enqueue(upload.pk)
    return redirect("beneficiary:import", pk=upload.pk)


@require_POST
@guarded_by(policy.can_fill_register, of=the_file, about="grant")
def restart(request: HttpRequest, upload: RegisterImport) -> HttpResponse:
    """The job once more, where nothing was heard of it."""
    try:
        begun = restart_import(upload, by=reader_of(request))
    except NotWaiting:
        messages.warning(request, _("This file is not being worked on any more: this is how it stands."))
    else:
        (read_register_file if begun.state == ImportState.KEPT else store_register_file).enqueue(upload.pk)
    return redirect("beneficiary:import", pk=upload.pk)


@require_POST
@guarded_by(policy.can_fill_register, of=the_file, about="grant")
def abandon(request: HttpRequest, upload: RegisterImport) -> HttpResponse:
    """Nothing of it goes in."""
    try:
        abandon_import(upload, by=reader_of(request))
    except NoSuchMove:
        messages.warning(request, _("This file is not being worked on any more: this is how it stands."))
        return redirect("beneficiary:import", pk=upload.pk)
    messages.success(request, _("The file is given up; nothing of it went into the register."))
    return redirect("beneficiary:imports", pk=upload.grant_id)
