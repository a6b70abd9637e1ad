"""Grants that are here as the rows of the workbook, to be edited there and read back."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from openamif.grants.facts import SEXES, ContactContent, GrantContent, content_of
from openamif.grants.models import Grant
from openamif.grants.queries.importing import FLAGS

Rows = dict[str, tuple[dict[str, object], ...]]


def rows_of_grants(grants: Sequence[Grant]) -> Rows:
    """By sheet; the owners are left out, so that no personal data leave with a file of grants."""
    contents = [content_of(grant) for grant in grants]
    return {
        "grants": tuple(map(grant_row, contents)),
        "partners": tuple(
            {
                "reference": each.reference,
                "organisation": body.name,
                **asdict(each.contacts.get(body.name, ContactContent())),
            }
            for each in contents
            for body in each.partners
        ),
        "targets": tuple(row for each in contents for row in target_rows(each)),
        "work_packages": tuple(
            {"reference": each.reference, "number": number, "title": title}
            for each in contents
            for number, title in each.work_packages.items()
        ),
        "contracts": tuple(row for each in contents for row in contract_rows(each)),
        "amendments": tuple(
            {"reference": each.reference, "number": number, "signed_on": said.signed_on, "what": said.what}
            for each in contents
            for number, said in each.amendments.items()
        ),
    }


def grant_row(content: GrantContent) -> dict[str, object]:
    """The row of a grant: bodies by name, flags as yes or nothing."""
    row: dict[str, Any] = content.columns() | content.particulars() | dict(content.budget)
    row["beneficiary"] = content.beneficiary.name
    row["delegated_authority"] = content.delegated_authority.name if content.delegated_authority else ""
    row |= {flag: "yes" if row[flag] else "" for flag in FLAGS}
    row["is_vat_recoverable"] = {True: "yes", False: "no", None: ""}[content.is_vat_recoverable]
    return row


def target_rows(content: GrantContent) -> Iterable[dict[str, object]]:
    """A row for each indicator, with the part of women and of men."""
    for indicator, target in content.targets.items():
        parts = {sex: content.targets_by_sex.get(f"{indicator}.{sex}") for sex in SEXES}
        yield {"reference": content.reference, "indicator": indicator, "target": target, **parts}


def contract_rows(content: GrantContent) -> Iterable[dict[str, object]]:
    """A row for each contract."""
    for reference, each in content.contracts.items():
        yield {
            "reference": content.reference,
            "contract": reference,
            "level": each.level,
            "contract_name": each.name,
            "party": each.party,
            "party_number": each.party_number,
            "signed_on": each.signed_on,
            "amount": each.amount,
        }
