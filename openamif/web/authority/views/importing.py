"""Importing a document: upload, look at what was read, confirm or walk away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openamif.people.models import Person
from openamif.people.policy import Verdict, because
from openamif.people.queries import holdings
from openamif.programmes.actions.begin_programme import ProgrammeName, begin_programme
from openamif.programmes.actions.import_document import import_document
from openamif.programmes.models import Programme
from openamif.programmes.policy import can_begin_programme
from openamif.programmes.queries import programme_for
from openamif.record.actions.keep_document import keep_document
from openamif.record.models import Document
from openamif.sfc.reader_2014 import LARGEST
from openamif.web.authority.dry_run import dry_run, targets_for
from openamif.web.authority.forms.importing import NewProgrammeForm, UploadForm
from openamif.web.authority.subjects import the_upload
from openamif.web.doors import guarded_by, key_in


def can_import_this(by: Person, upload: Document) -> Verdict:
    """Whoever uploaded the file goes on with it."""
    return can_begin_programme(by) and because(upload.kept_by_id == by.pk, "not_your_import")


@guarded_by(can_begin_programme)
def upload(request: HttpRequest) -> HttpResponse:
    """Choose the file; it is kept with its checksum, and nothing else happens yet."""
    sent = request.method == "POST"
    data, files = (request.POST, request.FILES) if sent else (None, None)
    form = UploadForm(data, files, too_large=getattr(request, "file_too_large", False))
    if sent and form.is_valid():
        file = form.cleaned_data["file"]
        kept = keep_document(file.read(), name=file.name, content_type="text/plain", by=request.user)  # type: ignore[arg-type]
        into = request.GET.get("into", "")
        return redirect(f"{kept.pk}/" + (f"?into={into}" if key_in(into) else ""))
    status = 422 if form.errors else 200
    return render(request, "authority/import_upload.html", {"form": form, "largest": LARGEST}, status=status)


@guarded_by(can_import_this, of=the_upload)
def check(request: HttpRequest, document: Document) -> HttpResponse:
    """What was read, what was not, what the rules find, what would change."""
    run = dry_run(request, document, into=_into(request))
    form = NewProgrammeForm(initial=run.guessed_name)
    context = {"run": run, "form": form, "targets": targets_for(request, run)}
    return render(request, "authority/import_check.html", context, status=200 if run.reading else 422)


@require_POST
@guarded_by(can_import_this, of=the_upload)
def confirm(request: HttpRequest, document: Document) -> HttpResponse:
    """Into the programme chosen, or a new one."""
    run = dry_run(request, document, into=_into(request))
    if run.reading is None:
        return redirect("authority:import_check", pk=document.pk)
    if run.into:
        version = import_document(run.into, run.reading.programme, source=document, by=request.user)  # type: ignore[arg-type]
    else:
        form = NewProgrammeForm(request.POST)
        if not form.is_valid() or run.already_there(form):
            context = {"run": run, "form": form, "targets": targets_for(request, run)}
            return render(request, "authority/import_check.html", context, status=422)
        version = begin_programme(
            run.reading.programme,
            name=ProgrammeName(**form.cleaned_data),
            source=document,
            by=request.user,  # type: ignore[arg-type]
        )
    messages.success(request, _("The document is imported: %(lines)d lines read.") % {"lines": run.reading.lines})
    return redirect("authority:version", pk=version.pk)


def _into(request: HttpRequest) -> Programme | None:
    into = request.POST.get("into") or request.GET.get("into") or ""
    return programme_for(holdings(request.user), pk) if (pk := key_in(into)) else None  # type: ignore[arg-type]
