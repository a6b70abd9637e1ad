"""The tables of a grant's page: bodies, budget, targets with what is reached, contracts, amendments."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openamif.grants.facts import SEXES, contact_at
from openamif.grants.models import Grant, GrantTarget
from openamif.people.models import Organisation
from openamif.reports.queries.own import names_of_own
from openamif.reports.queries.progress import Reached
from openamif.rules.grants.money import share_of
from openamif.web.authority.grants.labels import CONTRACT_LEVELS, COST_CATEGORIES, FIELDS
from openamif.web.components import formats
from openamif.web.components.shapes import Coded, Link
from openamif.web.components.tables import Column
from openamif.web.labels import LEGAL_FORMS, ORGANISATION_KINDS
from openamif.web.official import indicator_name

REACHED = {"female": gettext_lazy("Women reached"), "male": gettext_lazy("Men reached")}


def bodies(grant: Grant) -> tuple[list[Column], list[dict[str, Any]]]:
    """Beneficiary, partners and authorities with their numbers."""
    columns = [
        Column("part", _("Part")),
        Column("name", _("Name")),
        Column("kind", _("Kind")),
        Column("legal_form", _("Legal form")),
        Column("enterprise_number", _("Enterprise number")),
        Column("vat_number", _("VAT number")),
    ]
    listed: list[tuple[str, Organisation, str]] = [
        (_("Beneficiary"), grant.beneficiary, ""),
        *((_("Partner"), partner.organisation, str(contact_at(partner))) for partner in grant.partners.all()),
        (_("Responsible authority"), grant.programme.responsible_authority, ""),
    ]
    if grant.delegated_authority:
        listed.append((_("Delegated authority"), grant.delegated_authority, ""))
    if any(contact for _part, _body, contact in listed):
        columns.append(Column("contact", _("Contact")))
    rows = [
        {
            "part": part,
            "name": body.name,
            "kind": str(ORGANISATION_KINDS[body.kind]),
            "legal_form": str(LEGAL_FORMS.get(body.legal_form, "")),
            "enterprise_number": body.enterprise_number,
            "vat_number": body.vat_number,
            "contact": contact,
        }
        for part, body, contact in listed
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


def targets(
    grant: Grant, reached: Mapping[str, Reached], *, opens: bool = False
) -> tuple[list[Column], list[dict[str, Any]]]:
    """What it aims at, by indicator, and how far it has come; women and men where a target is set for them.

    ``opens``: what is counted leads to what it is made of.
    """
    every = list(grant.targets.all())
    columns = [Column("indicator", _("Indicator")), Column("target", _("Target"), "count")]
    for sex in SEXES:
        if any(getattr(each, sex) is not None for each in every):
            columns.append(Column(sex, str(FIELDS[sex]), "count"))
    if reached:
        columns.append(Column("reached", _("Reached"), "count"))
        for sex, words in REACHED.items():
            if any(each.indicator in reached and reached[each.indicator].by_sex.get(sex) for each in every):
                columns.append(Column(f"reached_{sex}", str(words), "count"))
        columns.append(Column("rate", _("Of the target"), "bar"))
        columns.append(Column("how", _("How it is known")))
    named = names_of_own(grant.programme, [each.indicator for each in every])
    rows = []
    for each in every:
        code, known = each.indicator, reached.get(each.indicator)
        row = target_row(each, named.get(code, code), known, grant.programme.period)
        leads = opens and known and (known.is_part_counted or not known.is_declared)
        rows.append(row | ways_of(grant, code, known) if leads and known else row)
    return columns, rows


def ways_of(grant: Grant, code: str, reached: Reached) -> dict[str, Link]:
    """Its figures, each leading to what counts for it: in all, of women, of men."""
    page = reverse("authority:situation_contributions", args=[grant.programme_id, code, grant.pk])
    of_sex = {
        f"reached_{sex}": Link(formats.count(reached.by_sex[sex]), f"{page}?sex={sex}")
        for sex in SEXES
        if reached.by_sex.get(sex)
    }
    return {"reached": Link(formats.count(reached.number), page), **of_sex}


def target_row(target: GrantTarget, printed: str, reached: Reached | None, period: str) -> dict[str, Any]:
    """An indicator with its target and what is reached."""
    row: dict[str, Any] = {
        "indicator": Coded(target.indicator, indicator_name(target.indicator, printed, period)),
        "target": target.target,
        "female": target.female,
        "male": target.male,
    }
    if reached is None:
        return row
    how = _("Declared, without register") if reached.is_declared else _("Counted from the register")
    of_sex = {f"reached_{sex}": reached.by_sex.get(sex) for sex in SEXES}
    return row | of_sex | {"reached": reached.number, "rate": share_of(reached.number, target.target), "how": how}


def contracts(grant: Grant) -> tuple[list[Column], list[dict[str, Any]]]:
    """What was passed on to other bodies."""
    names = ("contract", "contract_name", "level", "party", "party_number", "signed_on")
    columns = [Column(name, str(FIELDS[name])) for name in names]
    rows = [
        {
            "contract": each.reference,
            "contract_name": each.name,
            "level": str(CONTRACT_LEVELS[each.level]),
            "party": each.party,
            "party_number": each.party_number,
            "signed_on": formats.day(each.signed_on, length="medium"),
            "amount": each.amount,
        }
        for each in grant.contracts.all()
    ]
    return [*columns, Column("amount", str(FIELDS["amount"]), "money")], rows


def amendments(grant: Grant) -> tuple[list[Column], list[dict[str, Any]]]:
    """How the agreement was changed."""
    columns = [Column(name, str(FIELDS[name])) for name in ("number", "signed_on", "what")]
    rows = [
        {
            "number": str(each.number),
            "signed_on": formats.day(each.signed_on, length="medium"),
            "what": each.what,
        }
        for each in grant.amendments.all()
    ]
    return columns, rows
