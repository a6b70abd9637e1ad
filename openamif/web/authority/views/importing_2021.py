"""A programme of 2021-2027 by workbook: the template, the file, the dry run, the confirmation; begun or changed."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openamif.people.queries import holdings
from openamif.programmes.actions.begin_programme import ProgrammeName
from openamif.programmes.actions.enter_programme_2021 import enter_programme_2021
from openamif.programmes.actions.import_programme_2021 import import_programme_2021
from openamif.programmes.actions.revise_version import ChangedMeanwhile
from openamif.programmes.models import Programme
from openamif.programmes.policy import can_begin_programme, can_import_into, is_entered_whole
from openamif.programmes.queries import latest_version, programme_for
from openamif.record.actions.keep_document import keep_document
from openamif.record.models import Document
from openamif.web.authority.dry_run import MAY_CONTINUE
from openamif.web.authority.dry_run_2021 import DryRun2021, dry_run_2021
from openamif.web.authority.forms.importing import NewProgramme2021Form
from openamif.web.authority.grants.small_forms import WorkbookForm
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.authority.subjects import the_upload
from openamif.web.authority.views.importing import can_import_this
from openamif.web.components.shapes import Link
from openamif.web.doors import guarded_by, key_in
from openamif.web.downloads import XLSX, download
from openamif.web.exports.programme_2021 import programme_form
from openamif.workbooks import LARGEST, write_template


@guarded_by(can_begin_programme)
def template(request: HttpRequest) -> HttpResponse:
    """The workbook of a programme that is not here yet, in the reader's language."""
    name = f"{slugify(_('Programme'))}-2021-2027.xlsx"
    return download(write_template(programme_form()), name)


@guarded_by(can_begin_programme)
def upload(request: HttpRequest) -> HttpResponse:
    """Take the template, or choose the file; it is kept with its checksum, and nothing else happens yet."""
    into, sent = programme_in(request), request.method == "POST"
    data, files = (request.POST, request.FILES) if sent else (None, None)
    form = WorkbookForm(data, files, too_large=getattr(request, "file_too_large", False))
    if sent and form.is_valid():
        file = form.cleaned_data["file"]
        kept = keep_document(file.read(), name=file.name, content_type=XLSX, by=reader_of(request))
        return redirect(check_url(kept, into))
    latest = latest_version(into) if into else None
    context = {
        "form": form,
        "largest": LARGEST,
        "into": into,
        "latest": latest,
        "can_go_in": latest is None or latest.state in MAY_CONTINUE,
        "crumbs": crumbs_of(into),
    }
    return render(request, "authority/import_2021_upload.html", context, status=422 if form.errors else 200)


@guarded_by(can_import_this, of=the_upload)
def check(request: HttpRequest, document: Document) -> HttpResponse:
    """The dry run: what is wrong, what the rules find, what confirming would do."""
    run = dry_run_2021(document, into=programme_in(request))
    return shown(request, run, NewProgramme2021Form(), status=200 if run.content else 422)


@require_POST
@guarded_by(can_import_this, of=the_upload)
def confirm(request: HttpRequest, document: Document) -> HttpResponse:
    """Into the programme it was made for, or a new one; all of it, or nothing."""
    into = programme_in(request)
    run = dry_run_2021(document, into=into)
    if run.content is None:
        return redirect(check_url(document, into))
    if run.latest:
        return changed(request, run)
    form = NewProgramme2021Form(request.POST)
    if not form.is_valid() or run.already_there(form):
        return shown(request, run, form, status=422)
    said = dict(form.cleaned_data)
    content = replace(run.content, language=said.pop("language"))
    version = enter_programme_2021(content, name=ProgrammeName(**said), source=document, by=reader_of(request))
    messages.success(request, _("The programme is here, as version %(label)s.") % {"label": version.label})
    return redirect("authority:version", pk=version.pk)


def changed(request: HttpRequest, run: DryRun2021) -> HttpResponse:
    """The workbook goes into the latest version, or into a new one; not if somebody else changed it meanwhile."""
    assert run.latest is not None
    assert run.content is not None
    latest, read = run.latest, request.POST.get("revision", "")
    try:
        if read != revision_of(run):
            raise ChangedMeanwhile(latest)
        version = import_programme_2021(
            latest, run.content, revision=latest.revision, source=run.document, by=reader_of(request)
        )
    except ChangedMeanwhile:
        messages.warning(
            request, _("Somebody else changed the programme meanwhile: look at the differences once more.")
        )
        return redirect(check_url(run.document, run.into))
    messages.success(request, _("Version %(label)s holds what the workbook says.") % {"label": version.label})
    return redirect("authority:version", pk=version.pk)


def revision_of(run: DryRun2021) -> str:
    """What the differences were measured against."""
    return f"{run.latest.pk}.{run.latest.revision}" if run.latest else ""


def shown(request: HttpRequest, run: DryRun2021, form: NewProgramme2021Form, *, status: int) -> HttpResponse:
    """The page of the dry run."""
    context: dict[str, Any] = {"run": run, "form": form, "revision": revision_of(run), "crumbs": crumbs_of(run.into)}
    return render(request, "authority/import_2021_check.html", context, status=status)


def programme_in(request: HttpRequest) -> Programme | None:
    """The programme of 2021-2027 that the address or the form names; 404 unless it is hers to change."""
    into = request.POST.get("into") or request.GET.get("into") or ""
    if not into:
        return None
    programme = programme_for(holdings(reader_of(request)), pk) if (pk := key_in(into)) else None
    if programme is None or not is_entered_whole(programme) or not can_import_into(reader_of(request), programme):
        raise Http404
    return programme


def check_url(document: Document, into: Programme | None) -> str:
    """The dry run of a file."""
    return reverse("authority:import_2021_check", args=[document.pk]) + (f"?into={into.pk}" if into else "")


def crumbs_of(into: Programme | None) -> list[Link]:
    """The way back."""
    crumbs = [Link(_("Programmes"), reverse("authority:programmes"))]
    latest = latest_version(into) if into else None
    return [*crumbs, Link(into.title, reverse("authority:version", args=[latest.pk]))] if into and latest else crumbs
