"""Editing an open version: a text, an action, a table at a time, with the findings beside the fields."""

from collections.abc import Callable
from itertools import zip_longest
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from openamif.programmes.actions.describe_control_system import describe_control_system
from openamif.programmes.actions.designate_authorities import designate_authorities
from openamif.programmes.actions.name_programme import name_programme
from openamif.programmes.actions.revise_version import ChangedMeanwhile, revise_version
from openamif.programmes.models import DesignatedAuthority, Version
from openamif.programmes.models.changing import with_action, with_amounts, with_new_action, with_section, without_action
from openamif.programmes.models.document import sections_of
from openamif.programmes.policy import can_change_version, can_name_programme
from openamif.sfc.programme_2014 import Action
from openamif.sfc.programme_2014 import Programme as Document
from openamif.web.authority.forms.amounts import AmountsForm
from openamif.web.authority.forms.rows import AuthorityForm
from openamif.web.authority.forms.tables import TABLES, Rows, entered_rows, formset_for
from openamif.web.authority.forms.texts import ActionForm, ControlSystemForm, NamesForm, ProgrammeForm, TextForm
from openamif.web.authority.rows import missing_texts
from openamif.web.authority.sheet import TABS, Sheet, note_opening, sheet_of
from openamif.web.authority.subjects import the_version
from openamif.web.components.shapes import Explained
from openamif.web.doors import found_or_404, guarded_by, key_in
from openamif.web.places import anchor, page_of, place_words

AMOUNT_TABLES = {
    "plan": ("plan", "financial_plan"),
    "special": ("special_cases", "special_cases"),
    "annual": ("commitments", "annual_commitments"),
}
AUTHORITY_FIELDS = tuple(AuthorityForm.base_fields)
changed_by_its_authority = guarded_by(can_change_version, of=the_version)


def _save(sheet: Sheet, make: Callable[[], Document], back: str) -> HttpResponse | None:
    """Revise the version; where somebody was quicker, say so and keep what was typed on the page."""
    request = sheet.request
    try:
        revise_version(sheet.version, make(), revision=_revision(request), by=sheet.person)
    except ChangedMeanwhile:
        messages.error(request, meanwhile(sheet))
        return None
    messages.success(request, _("Saved."))
    return redirect(back)


def meanwhile(sheet: Sheet) -> str:
    """Somebody was quicker; saving once more then goes over what stands now."""
    sheet.is_overtaken = True
    return _(
        "Version %(label)s was changed by somebody else while you were writing. What you typed is still here: "
        "compare it with the page as it stands now, then save again."
    ) % {"label": sheet.version.label}


def _render(sheet: Sheet, template: str, form: Any, *, back: str, heading: str, **more: Any) -> HttpResponse:
    bound_and_wrong = bool(getattr(form, "is_bound", False))
    now = sheet.version.revision
    revision = now if sheet.is_overtaken else sheet.request.POST.get("revision", now)
    words = {"back": back, "heading": heading, "form_revision": revision, "on": [], **more}
    page = next((name for name in TABS if back.partition("#")[0] == sheet.url(name)), "edit")
    context = sheet.context(page, actions=[], form=form, **words)
    return render(sheet.request, f"authority/{template}.html", context, status=422 if bound_and_wrong else 200)


@changed_by_its_authority
def text(request: HttpRequest, version: Version, key: str) -> HttpResponse:
    """A text of the programme, by its place."""
    sheet = sheet_of(request, version)
    sections = sections_of(sheet.document)
    if key not in sections and key not in missing_texts(sheet):
        raise Http404
    back = f"{sheet.url(page_of(key))}#{anchor(key)}"
    form = TextForm(request.POST or None, initial={"paragraphs": sections.get(key, ())})
    if request.method == "POST" and form.is_valid():
        saved = _save(sheet, lambda: with_section(sheet.document, key, form.cleaned_data["paragraphs"]), back)
        if saved:
            return saved
    return _render(
        sheet,
        "edit_text",
        form,
        back=back,
        heading=place_words(key, sheet.period),
        on=[each for each in sheet.findings_on(key.partition(".")[0]) if each.place_url.endswith(f"#{anchor(key)}")],
    )


@changed_by_its_authority
def action(request: HttpRequest, version: Version, number: int) -> HttpResponse:
    """A main action, by its number: changed, or removed."""
    sheet = sheet_of(request, version)
    found = found_or_404({each.number: each for each in _actions(sheet.document)}.get(number))
    back = f"{sheet.url('objectives')}#{anchor(f'actions.{number}')}"
    if "remove" in request.POST:
        saved = _save(sheet, lambda: without_action(sheet.document, number), sheet.url("objectives"))
        return saved or redirect(back)
    form = ActionForm(request.POST or None, initial={name: getattr(found, name) for name in ActionForm.base_fields})
    if request.method == "POST" and form.is_valid():
        saved = _save(sheet, lambda: with_action(sheet.document, number, form.values), back)
        if saved:
            return saved
    heading = _("Action %(number)d") % {"number": number}
    return _render(sheet, "edit_action", form, back=back, heading=heading, removable=True)


@changed_by_its_authority
def new_action(request: HttpRequest, version: Version, objective: str) -> HttpResponse:
    """One more main action of a national objective."""
    sheet = sheet_of(request, version)
    codes = {each.code for specific in sheet.document.objectives for each in specific.national_objectives}
    if objective not in codes:
        raise Http404
    back = f"{sheet.url('objectives')}#{anchor(f'objectives.{objective}')}"
    form = ActionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        saved = _save(sheet, lambda: with_new_action(sheet.document, objective, form.values), back)
        if saved:
            return saved
    heading = _("New action of %(objective)s") % {"objective": objective}
    return _render(sheet, "edit_action", form, back=back, heading=heading, removable=False)


def _actions(document: Document) -> list[Action]:
    return [
        each
        for objective in document.objectives
        for national in objective.national_objectives
        for each in national.actions
    ]


@changed_by_its_authority
def amounts(request: HttpRequest, version: Version, table: str) -> HttpResponse:
    """A financial table; its sums follow."""
    if table not in AMOUNT_TABLES:
        raise Http404
    page, place = AMOUNT_TABLES[table]
    sheet = sheet_of(request, version)
    form = AmountsForm(sheet.document, table, sheet.period, request.POST or None)
    if request.method == "POST" and form.is_valid():
        saved = _save(sheet, lambda: with_amounts(sheet.document, table, form.amounts), sheet.url(page))
        if saved:
            return saved
    heading = place_words(place, sheet.period)
    grid = form.grid()
    beside, others = sheet.findings_by_row([row["place"] for row in grid], place)
    grid = [{**row, "findings": beside[row["place"]]} for row in grid]
    return _render(sheet, "edit_amounts", form, back=sheet.url(page), heading=heading, grid=grid, on=others)


@changed_by_its_authority
def rows(request: HttpRequest, version: Version, table: str) -> HttpResponse:
    """A table of rows that come and go: timetable, indicators, pledges, documents."""
    if table not in TABLES:
        raise Http404
    spec = TABLES[table]
    sheet = sheet_of(request, version)
    data = request.POST if request.method == "POST" else None
    formset = formset_for(spec.form, rows=spec.rows(sheet.document), data=data, period=sheet.period)
    back = sheet.url(spec.page)
    if request.method == "POST" and formset.is_valid():
        saved = _save(sheet, lambda: spec.changed(sheet.document, entered_rows(formset)), back)
        if saved:
            return saved
    places = [spec.place(number, row) for number, row in enumerate(spec.rows(sheet.document), start=1)]
    beside, others = sheet.findings_by_row(places, *spec.places)
    return _render_rows(sheet, formset, [beside[place] for place in places], back, str(spec.title), others)


@changed_by_its_authority
def authorities(request: HttpRequest, version: Version) -> HttpResponse:
    """The designated authorities: outside the Commission's decision."""
    sheet = sheet_of(request, version)
    current = [
        {name: getattr(each, name) for name in AUTHORITY_FIELDS} for each in sheet.examination.content.authorities
    ]
    data = request.POST if request.method == "POST" else None
    formset = formset_for(AuthorityForm, rows=current, data=data, period=sheet.period)
    back = sheet.url("authorities")
    if request.method == "POST" and formset.is_valid():
        new = [DesignatedAuthority(**row) for row in entered_rows(formset)]
        try:
            designate_authorities(version, new, revision=_revision(request), by=sheet.person)
        except ChangedMeanwhile:
            messages.error(request, meanwhile(sheet))
        else:
            messages.success(request, _("Saved."))
            return redirect(back)
    note_opening(sheet)
    places = [f"authorities.{row['kind']}.{number}" for number, row in enumerate(current, start=1)]
    beside, others = sheet.findings_by_row(places, "authorities")
    return _render_rows(sheet, formset, [beside[place] for place in places], back, _("Designated authorities"), others)


def _render_rows(
    sheet: Sheet, formset: Rows, beside: list[list[Explained]], back: str, heading: str, others: list[Explained]
) -> HttpResponse:
    """Each row of the grid with the findings about it; new rows have none."""
    nothing: list[Explained] = []
    rows = list(zip_longest(formset.forms, beside, fillvalue=nothing))
    return _render(sheet, "edit_rows", formset, back=back, heading=heading, rows=rows, on=others)


@changed_by_its_authority
def control_system(request: HttpRequest, version: Version) -> HttpResponse:
    """The management and control system: outside the Commission's decision."""
    sheet = sheet_of(request, version)
    back = f"{sheet.url('authorities')}#management_and_control_system"
    initial = {"text": version.management_and_control_system}
    form = ControlSystemForm(request.POST or None, initial=initial, period=sheet.period, on=sheet.on)
    if request.method == "POST" and form.is_valid():
        try:
            describe_control_system(version, form.cleaned_data["text"], revision=_revision(request), by=sheet.person)
        except ChangedMeanwhile:
            messages.error(request, meanwhile(sheet))
        else:
            messages.success(request, _("Saved."))
            return redirect(back)
    heading = place_words("management_and_control_system", sheet.period)
    return _render(sheet, "edit_programme", form, back=back, heading=heading)


def _revision(request: HttpRequest) -> int:
    """The revision that the form was read at; 0, which no version has, where it is missing."""
    return key_in(request.POST.get("revision", ""))


@guarded_by(can_name_programme, of=the_version)
def programme(request: HttpRequest, version: Version) -> HttpResponse:
    """The name of the programme, its number, and its reference allocation where rules compare with one."""
    sheet = sheet_of(request, version)
    names = {name: getattr(version.programme, name) for name in ProgrammeForm.base_fields}
    form = (ProgrammeForm if sheet.is_2014 else NamesForm)(request.POST or None, initial=names)
    if request.method == "POST" and form.is_valid():
        name_programme(version.programme, **(names | form.cleaned_data), by=sheet.person)
        messages.success(request, _("Saved."))
        return redirect(sheet.url())
    return _render(sheet, "edit_programme", form, back=sheet.url(), heading=_("Programme details"))
