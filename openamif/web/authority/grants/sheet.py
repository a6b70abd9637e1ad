"""A grant laid out for its page: figures, people, money, aims, calendar, duties, findings."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.grants import policy
from openamif.grants.models import Grant
from openamif.grants.queries import Examined, examine_grant
from openamif.people.models import Person
from openamif.rules.finding import Finding
from openamif.rules.grants.aims import CODE_LISTS
from openamif.rules.grants.money import share_of
from openamif.web.authority.grants.labels import (
    COST_CATEGORIES,
    DUTIES,
    FIELDS,
    GROUNDS,
    PROCEDURES,
    code_label,
    place_words,
)
from openamif.web.components import formats
from openamif.web.components.shapes import Action, Coded, Entry, Explained, Figure
from openamif.web.components.tables import Column
from openamif.web.components.tags.findings import article
from openamif.web.explaining import explained, failing_first
from openamif.web.labels import ORGANISATION_KINDS
from openamif.web.official import country_name, indicator_name


def finding_words(finding: Finding, period: str, url: str = "") -> Explained:
    """A finding in the reader's words, its place called as the form calls it."""
    told = explained(finding, period)
    head = finding.place.partition(".")[0]
    return replace(told, place=place_words(finding.place, period), place_url=f"{url}#id_{head}" if url else "")


def actions_for(person: Person, grant: Grant) -> list[Action]:
    """What she can do with it now."""
    actions = []
    if policy.can_change_grant(person, grant):
        actions.append(Action(_("Edit"), reverse("authority:grant_edit", args=[grant.pk])))
    if policy.can_sign_grant(person, grant):
        actions.append(Action(_("Record the signature"), reverse("authority:grant_sign", args=[grant.pk]), main=True))
    if policy.can_end_grant(person, grant):
        actions.append(Action(_("Record the end"), reverse("authority:grant_end", args=[grant.pk]), main=True))
    return actions


def figures(grant: Grant) -> list[Figure]:
    """The money, the share, the time."""
    share = share_of(grant.union_amount, grant.eligible_amount)
    return [
        Figure(_("Union contribution"), grant.union_amount, "money"),
        Figure(_("Total eligible cost"), grant.eligible_amount, "money"),
        Figure(_("Union share"), share, "share", note=str(GROUNDS[grant.ground])),
        Figure(
            _("Duration"),
            months_between(grant.starts_on, grant.ends_on),
            unit=_("months"),
            note=f"{formats.day(grant.starts_on, length='medium')} – {formats.day(grant.ends_on, length='medium')}",
        ),
    ]


def months_between(first: date, last: date) -> int:
    """Whole months from the first day to the last, both counted."""
    after = last + timedelta(days=1)
    return (after.year - first.year) * 12 + after.month - first.month - (after.day < first.day)


def pairs(grant: Grant) -> list[tuple[str, Any]]:
    """What it is, field by field; what is empty is left out."""
    period = grant.programme.period
    said: dict[str, Any] = {
        "objective": Coded(grant.objective, code_label("objectives", grant.objective, period).partition(" ")[2]),
        "action": grant.action,
        "procedure": PROCEDURES[grant.procedure],
        "procedure_reference": grant.procedure_reference,
        **{name: code_label(name, getattr(grant, name), period) if getattr(grant, name) else "" for name in CODE_LISTS},
        "ground": GROUNDS[grant.ground],
        "justification": grant.justification,
        "location": grant.location,
        "third_country": country_name(grant.third_country),
        "applied_on": shown_day(grant.applied_on),
        "signed_on": shown_day(grant.signed_on),
        "ended_on": shown_day(grant.ended_on),
        "has_investment": _("yes") if grant.has_investment else "",
        "is_strategic": _("yes") if grant.is_strategic else "",
    }
    return [(str(FIELDS[name]), value) for name, value in said.items() if value not in ("", None)]


def shown_day(day: date | None) -> str:
    """In the reader's writing; empty where there is none."""
    return formats.day(day) if day else ""


def bodies(grant: Grant) -> tuple[list[Column], list[dict[str, Any]]]:
    """Beneficiary, partners and authorities with their numbers."""
    columns = [
        Column("part", _("Part")),
        Column("name", _("Name")),
        Column("kind", _("Kind")),
        Column("enterprise_number", _("Enterprise number")),
        Column("vat_number", _("VAT number")),
    ]
    listed = [
        (_("Beneficiary"), grant.beneficiary),
        *((_("Partner"), partner.organisation) for partner in grant.partners.all()),
        (_("Responsible authority"), grant.programme.responsible_authority),
    ]
    if grant.delegated_authority:
        listed.append((_("Delegated authority"), grant.delegated_authority))
    rows = [
        {
            "part": part,
            "name": body.name,
            "kind": str(ORGANISATION_KINDS[body.kind]),
            "enterprise_number": body.enterprise_number,
            "vat_number": body.vat_number,
        }
        for part, body in listed
    ]
    return columns, rows


def budget(grant: Grant) -> tuple[list[Column], list[dict[str, Any]], dict[str, Any]]:
    """By cost category, with each one's share of the whole, and the total."""
    columns = [
        Column("category", _("Cost category")),
        Column("amount", _("Eligible cost (EUR)"), "money"),
        Column("share", _("Share"), "share"),
    ]
    total = sum((line.amount for line in grant.budget_lines.all()), Decimal(0))
    rows = [
        {
            "category": str(COST_CATEGORIES[line.category]),
            "amount": line.amount,
            "share": share_of(line.amount, total),
        }
        for line in grant.budget_lines.all()
    ]
    return columns, rows, {"category": _("Total"), "amount": total, "share": share_of(total, total)}


def targets(grant: Grant) -> tuple[list[Column], list[dict[str, Any]]]:
    """What it aims at, by indicator."""
    columns = [Column("indicator", _("Indicator")), Column("target", _("Target"), "count")]
    period = grant.programme.period
    rows = [
        {
            "indicator": Coded(each.indicator, indicator_name(each.indicator, each.indicator, period)),
            "target": each.target,
        }
        for each in grant.targets.all()
    ]
    return columns, rows


def calendar(grant: Grant, on: date) -> list[Entry]:
    """The reports that the agreement asks for; the next one is marked."""
    entries = []
    next_is = next((each.number for each in grant.reports_due.all() if each.due_on >= on), None)
    for each in grant.reports_due.all():
        state = "done" if each.due_on < on else "current" if each.number == next_is else "todo"
        words = {
            "from": formats.day(each.starts_on, length="medium"),
            "until": formats.day(each.ends_on, length="medium"),
        }
        title = _("Report %(number)d") % {"number": each.number}
        entries.append(Entry(each.due_on, title, _("on %(from)s to %(until)s") % words, state=state))
    return entries


def duties(examined: Examined) -> list[dict[str, Any]]:
    """What the public is owed, with the article, and until when."""
    return [
        {"words": str(DUTIES[each.kind]), "article": article(each.source), "due_on": each.due_on}
        for each in examined.duties
    ]


def context_of(grant: Grant, person: Person, on: date) -> dict[str, Any]:
    """Everything the page shows, but the timeline."""
    examined = examine_grant(grant, on=on)
    period = grant.programme.period
    url = reverse("authority:grant_edit", args=[grant.pk]) if policy.can_change_grant(person, grant) else ""
    return {
        "grant": grant,
        "figures": figures(grant),
        "pairs": pairs(grant),
        "bodies": bodies(grant),
        "budget": budget(grant),
        "targets": targets(grant),
        "calendar": calendar(grant, on),
        "duties": duties(examined),
        "findings": [finding_words(each, period, url) for each in failing_first(examined.findings)],
        "actions": actions_for(person, grant),
    }
