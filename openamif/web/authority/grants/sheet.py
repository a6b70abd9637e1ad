"""A grant laid out for its page: figures, people, money, aims, calendar, duties, findings."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.grants import policy
from openamif.grants.facts import GrantContent, content_of
from openamif.grants.models import Grant
from openamif.grants.queries import Examined, examine_grant
from openamif.grants.states import GrantState
from openamif.people.models import Person
from openamif.register.policy import can_see_register
from openamif.reports.policy import can_declare_value, can_see_situation
from openamif.reports.queries.progress import progress_of
from openamif.rules.finding import Finding
from openamif.rules.grants.aims import CODE_LISTS
from openamif.rules.grants.money import share_of
from openamif.web.authority.grants import tables
from openamif.web.authority.grants.labels import (
    DUTIES,
    FIELDS,
    GROUNDS,
    PROCEDURES,
    code_label,
    particulars_in_words,
    place_label,
    place_words,
)
from openamif.web.authority.reports.section import calendar, people_of
from openamif.web.components import formats
from openamif.web.components.shapes import Action, Coded, Explained, Figure
from openamif.web.components.tags.findings import article
from openamif.web.explaining import explained, failing_first
from openamif.web.official import country_name


def finding_words(finding: Finding, period: str, url: str = "") -> Explained:
    """A finding in the reader's words, its place called as the form calls it."""
    told = explained(finding, period)
    head = finding.place.partition(".")[0]
    return replace(told, place=place_words(finding.place, period), place_url=f"{url}#id_{head}" if url else "")


def actions_for(person: Person, grant: Grant) -> list[Action]:
    """What she can do with it now."""
    actions = []
    if can_see_register(person, grant) and grant.state != GrantState.DRAFT:
        actions.append(Action(_("Register"), reverse("authority:register", args=[grant.pk])))
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
    content = content_of(grant)
    said: dict[str, Any] = {
        "objective": Coded(grant.objective, code_label("objectives", grant.objective, period).partition(" ")[2]),
        "action": grant.action,
        "procedure": PROCEDURES[grant.procedure],
        "procedure_reference": grant.procedure_reference,
        **{name: code_label(name, getattr(grant, name), period) if getattr(grant, name) else "" for name in CODE_LISTS},
        "ground": GROUNDS[grant.ground],
        "justification": grant.justification,
        "location": place_label(grant.location, period) if grant.location else "",
        "third_country": country_name(grant.third_country),
        "applied_on": shown_day(grant.applied_on),
        "signed_on": shown_day(grant.signed_on),
        "ended_on": shown_day(grant.ended_on),
        "has_investment": _("yes") if grant.has_investment else "",
        "is_strategic": _("yes") if grant.is_strategic else "",
        **particulars(content),
    }
    return [(str(FIELDS[name]), value) for name, value in said.items() if value not in ("", None)]


def particulars(content: GrantContent) -> dict[str, Any]:
    """What Annex XVII asks besides."""
    money = content.public_amount
    return particulars_in_words(content.particulars()) | {
        "public_amount": formats.money(money) if money is not None else ""
    }


def shown_day(day: date | None) -> str:
    """In the reader's writing; empty where there is none."""
    return formats.day(day) if day else ""


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
        "bodies": tables.bodies(grant),
        "budget": tables.budget(grant),
        "targets": tables.targets(grant, progress_of(grant), opens=bool(can_see_situation(person, grant.programme))),
        "contracts": tables.contracts(grant),
        "amendments": tables.amendments(grant),
        "may_change": bool(url),
        "may_declare": bool(can_declare_value(person, grant)),
        "sees_owners": policy.can_see_owners(person, grant),
        "calendar": calendar(grant, on),
        "people": people_of(grant, person),
        "duties": duties(examined),
        "findings": [finding_words(each, period, url) for each in failing_first(examined.findings)],
        "actions": actions_for(person, grant),
    }
