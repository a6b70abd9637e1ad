"""The indicators of a programme's own: what counts for each, a new one entered, one entered by mistake removed."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.grants.queries import frame_of
from openamif.people.policy import Refused, Verdict
from openamif.programmes.models import IndicatorTarget, Programme
from openamif.reports import policy
from openamif.reports.actions.enter_indicator import enter_indicator
from openamif.reports.actions.remove_indicator import remove_indicator
from openamif.reports.models import ProgrammeIndicator
from openamif.reports.queries.own import grants_speaking, own_indicator, own_indicators, stated_only
from openamif.rules.indicators import RuleRefused
from openamif.web.authority.grants.following import figures_follow_later
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.authority.situation.own_form import OwnIndicatorForm
from openamif.web.authority.situation.own_words import UNITS, what_counts
from openamif.web.authority.situation.sheet import Sheet, sheet_of
from openamif.web.authority.situation.views import page_of
from openamif.web.authority.subjects import the_programme
from openamif.web.components import formats
from openamif.web.components.shapes import Action, Coded, Link
from openamif.web.components.tables import Column
from openamif.web.doors import found_or_404, guarded_by
from openamif.web.labels import refusal_reason
from openamif.web.short_names import objective_short_name

REFUSED = 422


@guarded_by(policy.can_see_situation, of=the_programme)
def own_page(request: HttpRequest, programme: Programme) -> HttpResponse:
    """Those entered, and those that the programme only states."""
    sheet = sheet_of(request, programme)
    may_enter = bool(policy.can_enter_indicator(reader_of(request), programme))
    seen = [each for each in own_indicators(programme) if sheet.reach.holds(each.objective)]
    stated = stated_only(programme)
    enter = Action(_("Enter an indicator"), sheet.url("own_indicator_enter"), main=True)
    context = page_of(sheet, "own_indicators") | {
        "actions": [enter] if may_enter and seen else [],
        "begin": enter if may_enter else None,
        "columns": own_columns(may_enter=may_enter),
        "rows": [own_row(sheet, each) for each in seen],
        "stated_columns": [Column("name", _("Indicator")), Column("act", _("What is next"))],
        "stated_rows": [stated_row(sheet, each, may_enter=may_enter) for each in stated],
    }
    return render(request, "authority/situation_own.html", context)


def own_columns(*, may_enter: bool) -> list[Column]:
    """Of the indicators entered; the last for whoever may remove one."""
    return [
        Column("name", _("Indicator")),
        Column("objective", _("Objective")),
        Column("counts", _("What counts")),
        Column("unit", _("Unit")),
        Column("valid_from", _("Counted from"), "day"),
        *([Column("act", _("Entered by mistake?"))] if may_enter else []),
    ]


def own_row(sheet: Sheet, own: ProgrammeIndicator) -> dict[str, Any]:
    """An indicator with its rule in words; it leads to its figures."""
    return {
        "name": Coded(own.code, own.name, sheet.url("situation_indicator", own.code)),
        "objective": Coded(own.objective, objective_short_name(own.objective, sheet.period)),
        "counts": what_counts(own.rule),
        "unit": str(UNITS[own.rule["unit"]]),
        "valid_from": own.valid_from,
        "act": Link(_("Remove %(code)s") % {"code": own.code}, sheet.url("own_indicator_remove", own.code)),
    }


def stated_row(sheet: Sheet, stated: IndicatorTarget, *, may_enter: bool) -> dict[str, Any]:
    """One that the programme's text states and nothing counts."""
    way = f"{sheet.url('own_indicator_enter')}?code={stated.code}"
    told = _("The responsible authority says what counts for it.")
    return {
        "name": Coded(stated.code, stated.name),
        "act": Link(_("Say what counts for it"), way) if may_enter else told,
    }


@guarded_by(policy.can_enter_indicator, of=the_programme)
def enter_page(request: HttpRequest, programme: Programme) -> HttpResponse:
    """A new one; the programme is counted again at once, beside the pages."""
    sheet = sheet_of(request, programme)
    stated = {each.code: each for each in stated_only(programme)}
    data = request.POST if request.method == "POST" else None
    wanted = stated.get(request.GET.get("code", ""))
    form = OwnIndicatorForm(programme, frame_of(programme), data, stated=wanted)
    if request.method == "POST" and form.is_valid():
        try:
            made = enter_indicator(programme, form.content(), by=reader_of(request))
        except RuleRefused:
            form.add_error(None, _("Nothing can be counted by this. Look again at what counts."))
        else:
            figures_follow_later(programme)
            told = _("%(code)s is entered and being counted: its figure stands on the overview in a moment.")
            messages.success(request, told % {"code": made.code})
            return redirect(sheet.url("own_indicators"))
    context = page_of(sheet, "own_indicators") | {
        "crumbs": crumbs_of(sheet),
        "form": form,
        "sections": form.sections(),
        "stated": [
            Link(f"{each.code} {each.name}", f"?code={each.code}") for each in stated.values() if each != wanted
        ],
    }
    return render(request, "authority/situation_own_enter.html", context, status=REFUSED if form.errors else 200)


@guarded_by(policy.can_enter_indicator, of=the_programme)
def remove_page(request: HttpRequest, programme: Programme, code: str) -> HttpResponse:
    """Whether it can go, and why not; confirmed, it goes, and the programme is counted again."""
    sheet, by = sheet_of(request, programme), reader_of(request)
    own = found_or_404(own_indicator(programme, code))
    verdict: Verdict = policy.can_remove_indicator(by, own)
    if request.method == "POST":
        try:
            remove_indicator(own, by=by)
        except Refused as refusal:
            verdict = refusal.verdict
        else:
            figures_follow_later(programme)
            messages.success(request, _("%(code)s is removed.") % {"code": own.code})
            return redirect(sheet.url("own_indicators"))
    context = page_of(sheet, "own_indicators") | {
        "crumbs": crumbs_of(sheet),
        "own": own,
        "since": formats.day(own.valid_from),
        "counts": what_counts(own.rule),
        "refused": "" if verdict else str(refusal_reason(verdict.reason)),
        "kept_by": kept_by(own),
    }
    status = REFUSED if request.method == "POST" else 200
    return render(request, "authority/situation_own_remove.html", context, status=status)


def kept_by(own: ProgrammeIndicator) -> list[Link]:
    """The grants that keep it, each with its page."""
    found = grants_speaking(own.programme, own.code)
    return [Link(each.reference, reverse("authority:grant", args=[each.pk])) for each in found]


def crumbs_of(sheet: Sheet) -> list[Link]:
    """The way back to the list of them."""
    return [*sheet.crumbs(inside=True), Link(_("Programme-specific indicators"), sheet.url("own_indicators"))]
