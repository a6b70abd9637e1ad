"""Importing grants: the template, the file, the dry run, the confirmation."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openamif.grants import policy
from openamif.grants.actions.import_grants import NotImportable, PlanChangedMeanwhile, import_grants
from openamif.grants.queries import Plan, grants_with_content, plan_import
from openamif.programmes.models import Programme
from openamif.record.actions.keep_document import keep_document
from openamif.record.models import Document
from openamif.web.authority.grants.changes import fields_changed
from openamif.web.authority.grants.errors import left_aside, period_meant, refusal_words, told, warnings_of
from openamif.web.authority.grants.following import figures_follow_later
from openamif.web.authority.grants.small_forms import WorkbookForm
from openamif.web.authority.grants.subjects import own_upload, reader_of
from openamif.web.authority.grants.workbook import grant_form
from openamif.web.authority.subjects import the_programme
from openamif.web.cells import errors_file, left_out
from openamif.web.components.shapes import Figure, Link
from openamif.web.components.tables import Column
from openamif.web.doors import guarded_by
from openamif.web.downloads import XLSX, download
from openamif.web.list_files import list_links
from openamif.workbooks import LARGEST, NotAWorkbook, other_sheets, read, write_template

SHOWN_ERRORS, SHOWN_CHANGES = 200, 100


def crumbs_of(programme: Programme) -> list[Link]:
    """The way back to the list."""
    return [Link(_("Grants"), reverse("authority:grants", args=[programme.pk]))]


@guarded_by(policy.can_import_grants, of=the_programme)
def template(request: HttpRequest, programme: Programme) -> HttpResponse:
    """The workbook to fill in, made for this programme in the reader's language; ``filled``: with what is here."""
    here = list(grants_with_content(programme)) if request.GET.get("filled") else []
    name = f"{slugify(_('Grants'))}-{programme.country}-{programme.period}.xlsx"
    return download(write_template(grant_form(programme, here)), name)


@guarded_by(policy.can_import_grants, of=the_programme)
def upload(request: HttpRequest, programme: Programme) -> HttpResponse:
    """Take the template, or choose the file; it is kept with its checksum, and nothing else happens yet."""
    sent = request.method == "POST"
    data, files = (request.POST, request.FILES) if sent else (None, None)
    form = WorkbookForm(data, files, too_large=getattr(request, "file_too_large", False))
    if sent and form.is_valid():
        file = form.cleaned_data["file"]
        kept = keep_document(file.read(), name=file.name, content_type=XLSX, by=reader_of(request))
        return redirect("authority:grants_check", pk=programme.pk, upload=kept.pk)
    context = {"programme": programme, "form": form, "largest": LARGEST, "crumbs": crumbs_of(programme)}
    return render(request, "authority/grants_import.html", context, status=422 if form.errors else 200)


def content_of(document: Document) -> bytes:
    """The kept file."""
    with document.file.open("rb") as stored:
        return bytes(stored.read())


@guarded_by(policy.can_import_grants, of=the_programme)
def check(request: HttpRequest, programme: Programme, upload: int) -> HttpResponse:
    """The dry run: what is wrong, and what confirming would do."""
    document = own_upload(request, upload)
    context = {"programme": programme, "document": document, "crumbs": crumbs_of(programme), "refusal": ""}
    raw, form = content_of(document), grant_form(programme)
    try:
        reading = read(raw, form)
        aside = left_aside(reading, other_sheets(raw, form))
    except NotAWorkbook as refusal:
        context["refusal"] = refusal_words(refusal)
        return render(request, "authority/grants_check.html", context, status=422)
    plan = plan_import(programme, reading, on=localdate())
    found = told(reading, plan, programme.period)
    number = reading.count + len(plan.errors)
    context |= {
        "plan": plan,
        "errors": found[:SHOWN_ERRORS],
        "error_count": number,
        "period_meant": period_meant(reading, programme.period),
        "more_errors": number - min(len(found), SHOWN_ERRORS),
        "error_lead": left_out(number, len(found)),
        "error_files": list_links("authority:grants_errors", programme.pk, upload, query=QueryDict()) if number else [],
        "warnings": [*aside, *warnings_of(plan, programme.period)],
        "figures": figures_of(plan),
        "new": (new_columns(), [] if number else new_of(plan)),
        "more_new": max(len(plan.new) - SHOWN_CHANGES, 0),
        "changed": [] if number else changes_of(plan, programme.period),
        "more_changed": max(len(plan.changed) - SHOWN_CHANGES, 0),
    }
    return render(request, "authority/grants_check.html", context, status=422 if number else 200)


@guarded_by(policy.can_import_grants, of=the_programme)
def errors(request: HttpRequest, programme: Programme, upload: int, form: str) -> HttpResponse:
    """Everything that is wrong with the file, to take away."""
    document = own_upload(request, upload)
    try:
        reading = read(content_of(document), grant_form(programme))
    except NotAWorkbook:
        return redirect("authority:grants_check", pk=programme.pk, upload=document.pk)
    plan = plan_import(programme, reading, on=localdate())
    return errors_file(form, told(reading, plan, programme.period))


def figures_of(plan: Plan) -> list[Figure]:
    """What confirming would do, in numbers."""
    owners = [Figure(_("Grants with other owners"), len(plan.owners))] if plan.owners else []
    filled = len(plan.filled_organisations)
    numbers = [Figure(_("Organisations completed"), filled)] if filled else []
    return [
        Figure(_("Grants in the file"), plan.count),
        Figure(_("New"), len(plan.new)),
        Figure(_("Changed"), len(plan.changed)),
        Figure(_("Unchanged"), plan.unchanged),
        Figure(_("New organisations"), len(plan.new_organisations)),
        *numbers,
        *owners,
    ]


def new_columns() -> list[Column]:
    """By which a new grant is known before it is entered."""
    return [
        Column("reference", _("Reference"), wrap=False),
        Column("title", _("Title")),
        Column("beneficiary", _("Beneficiary")),
        Column("row", _("Row"), "count"),
    ]


def new_of(plan: Plan) -> list[dict[str, object]]:
    """The grants that would be entered: a reference with a typing error is seen before it makes a grant."""
    return [
        {"row": row, "reference": content.reference, "title": content.title, "beneficiary": content.beneficiary.name}
        for row, content in plan.new[:SHOWN_CHANGES]
    ]


def changes_of(plan: Plan, period: str) -> list[dict[str, object]]:
    """Grant by grant, which fields differ and how."""
    return [
        {
            "reference": each.grant.reference,
            "row": each.row,
            "fields": fields_changed(each.changes, period),
        }
        for each in plan.changed[:SHOWN_CHANGES]
    ]


@require_POST
@guarded_by(policy.can_import_grants, of=the_programme)
def confirm(request: HttpRequest, programme: Programme, upload: int) -> HttpResponse:
    """All of it, or nothing."""
    document, seen, by = own_upload(request, upload), request.POST.get("seen", ""), reader_of(request)
    try:
        reading = read(content_of(document), grant_form(programme))
        plan = import_grants(programme, reading, source=document, seen=seen, by=by, on=localdate())
    except (NotAWorkbook, NotImportable):
        return redirect("authority:grants_check", pk=programme.pk, upload=document.pk)
    except PlanChangedMeanwhile:
        messages.error(request, _("A grant was changed here since the file was read. Look again at what would change."))
        return redirect("authority:grants_check", pk=programme.pk, upload=document.pk)
    if plan.new or plan.changed:
        figures_follow_later(programme)
    words = {"new": len(plan.new), "changed": len(plan.changed), "unchanged": plan.unchanged}
    messages.success(request, _("Imported: %(new)d new, %(changed)d changed, %(unchanged)d as they were.") % words)
    return redirect("authority:grants", pk=programme.pk)
