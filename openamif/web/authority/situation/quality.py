"""The page on the quality of the data: what is missing, what is declared, who may have been counted twice."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from openamif.programmes.models import Programme
from openamif.register.queries.quality import Quality
from openamif.reports import policy
from openamif.reports.queries.doubts import Doubts, doubtful_grants, doubts_of
from openamif.web.authority.situation.rows import rate
from openamif.web.authority.situation.sheet import Sheet, sheet_of
from openamif.web.authority.situation.views import A_PAGE, page_of
from openamif.web.authority.subjects import the_programme
from openamif.web.components.formats import count
from openamif.web.components.shapes import Coded, Figure, Link
from openamif.web.components.tables import Column
from openamif.web.doors import guarded_by


@guarded_by(policy.can_see_situation, of=the_programme)
def quality(request: HttpRequest, programme: Programme) -> HttpResponse:
    """How far the figures can be relied on."""
    sheet = sheet_of(request, programme)
    doubts = doubts_of(sheet.reach)
    grants = Paginator(doubtful_grants(sheet.reach), A_PAGE).get_page(request.GET.get("page"))
    context = page_of(sheet, "situation_quality") | {
        "figures": [
            Figure(
                _("Participants in registers"),
                doubts.quality.participants,
                note=_("a person in two grants is there twice, and counts once in the programme"),
            ),
            Figure(_("Values computed from a register"), rate(doubts.pairs.counted, doubts.pairs.all), "share"),
            Figure(_("Values declared without a register"), rate(doubts.pairs.declared, doubts.pairs.all), "share"),
            Figure(_("Possible doubles"), doubts.quality.doubles, note=_("persons who resemble another one")),
        ],
        "doubts": (
            [
                Column("name", _("What")),
                Column("number", _("Number"), "count"),
                Column("whole", pgettext("so many", "Of"), "count"),
                Column("rate", _("Share"), "bar"),
                Column("meaning", _("What it means")),
            ],
            doubt_rows(doubts),
        ),
        "indicators": (indicator_columns(), indicator_rows(sheet)),
        "grants": (grant_columns(), [grant_row(*each) for each in grants]),
        "page": grants,
    }
    return render(request, "authority/situation_quality.html", context)


def doubt_rows(doubts: Doubts) -> list[dict[str, Any]]:
    """Each doubt with its number, of how many, and what follows from it."""
    of, people = doubts.quality, doubts.quality.participants
    declared = _("A grant’s value of an indicator that nobody can open; always shown as declared.")
    untested = _("Cannot count as having gained a level; nothing is guessed in its place.")
    unnamed = _("Counts. Without it nobody can check the level.")
    unknown = _("Counts, under “not known”.")
    doubles = _("Somebody else of the same likeness has another pseudonym: look whether they are one.")
    outside = _("Counts. The days were changed after it was recorded: correct the one or the other.")
    alone = _("Known by the beneficiary’s own reference: cannot be recognised at another beneficiary.")
    every = (
        (_("Values declared without a register"), doubts.pairs.declared, doubts.pairs.all, declared),
        (_("No test at entry to a language course"), of.untested, of.learners, untested),
        (_("A test that does not say which one was used"), of.without_instrument, of.tested, unnamed),
        (_("Year of birth not known"), of.unknown_birth_year, people, unknown),
        (_("Sex not known"), of.unknown_sex, people, unknown),
        (_("Neither national number nor name given"), of.local_only, people, alone),
        (_("Possible doubles"), of.doubles, people, doubles),
        (_("Something outside the days of the grant"), of.outside, people, outside),
    )
    return [
        {"name": name, "number": number, "whole": whole, "rate": rate(number, whole), "meaning": meaning}
        for name, number, whole, meaning in every
    ]


def indicator_columns() -> list[Column]:
    """Of the indicators that have a value: how much of it can be opened."""
    return [
        Column("name", _("Indicator")),
        Column("value", _("Value today"), "count"),
        Column("counted", _("Computed from a register"), "count"),
        Column("declared", _("Declared without a register"), "count"),
        Column("rate", _("Share computed"), "bar"),
    ]


def indicator_rows(sheet: Sheet) -> list[dict[str, Any]]:
    """Every indicator that is a number and has a value; each leads to its grants."""
    return [
        {
            "name": Coded(each.code, sheet.name(each), sheet.url("situation_indicator", each.code)),
            "value": each.value,
            "counted": each.counted,
            "declared": each.declared,
            "rate": each.counted * 100 / each.value,
        }
        for each in sheet.standings
        if not each.is_share and each.value
    ]


def grant_columns() -> list[Column]:
    """Of the grants whose registers lack something."""
    return [
        Column("reference", _("Grant")),
        Column("beneficiary", _("Beneficiary")),
        Column("people", _("Participants"), "count"),
        Column("untested", _("No test at entry"), "count"),
        Column("instrument", _("Test used not said"), "count"),
        Column("without_age", _("Year of birth not known"), "count"),
        Column("without_sex", _("Sex not known"), "count"),
        Column("outside", _("Outside the days"), "count"),
    ]


def grant_row(grant: Any, quality: Quality) -> dict[str, Any]:
    """A grant with what its register lacks."""
    return {
        "reference": Link(grant.reference, reverse("authority:grant", args=[grant.pk])),
        "beneficiary": grant.beneficiary.name,
        "people": quality.participants,
        "untested": lacking(grant, quality.untested, "entry_test"),
        "instrument": lacking(grant, quality.without_instrument, "instrument"),
        "without_age": lacking(grant, quality.unknown_birth_year, "birth_year"),
        "without_sex": lacking(grant, quality.unknown_sex, "sex"),
        "outside": lacking(grant, quality.outside, "days"),
    }


def lacking(grant: Any, number: int, what: str) -> Link | int:
    """How many lack it, leading to those participants."""
    page = reverse("authority:register_participants", args=[grant.pk])
    return Link(count(number), f"{page}?lacks={what}") if number else number
