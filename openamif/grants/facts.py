"""What an agreement says, as one value; and as the rules want to know it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from openamif.grants.models import Grant
from openamif.grants.states import GrantState
from openamif.people.models import Organisation
from openamif.programmes.models import Programme
from openamif.rules import grants as rules
from openamif.rules.grants.aims import CODE_LISTS

Change = tuple[str, object, object]


@dataclass(frozen=True, slots=True)
class GrantContent:
    """Everything that is entered of a grant; the state follows from the days of signature and of the end."""

    reference: str
    title: str
    beneficiary: Organisation
    objective: str
    procedure: str
    starts_on: date
    ends_on: date
    eligible_amount: Decimal
    union_amount: Decimal
    ground: str = "standard"
    summary: str = ""
    delegated_authority: Organisation | None = None
    action: int | None = None
    procedure_reference: str = ""
    intervention_fields: str = ""
    types_of_action: str = ""
    implementation: str = ""
    particular_themes: str = ""
    location: str = ""
    third_country: str = ""
    applied_on: date | None = None
    signed_on: date | None = None
    ended_on: date | None = None
    justification: str = ""
    has_investment: bool = False
    is_strategic: bool = False
    report_months: int = 12
    report_days: int = 0
    partners: tuple[Organisation, ...] = ()
    budget: Mapping[str, Decimal] = field(default_factory=dict)
    targets: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def state(self) -> GrantState:
        """As the days of signature and of the end have it."""
        if self.ended_on is not None:
            return GrantState.ENDED
        return GrantState.DRAFT if self.signed_on is None else GrantState.SIGNED

    def columns(self) -> dict[str, Any]:
        """What stands in the grant's own row."""
        return {name: getattr(self, name) for name in COLUMNS}


SEVERAL = ("partners", "budget", "targets")
COLUMNS = tuple(name for name in GrantContent.__dataclass_fields__ if name not in SEVERAL)


def content_of(grant: Grant) -> GrantContent:
    """What the rows of a grant say; no query where they were read with ``with_content``."""
    return GrantContent(
        **{name: getattr(grant, name) for name in COLUMNS},
        partners=tuple(partner.organisation for partner in grant.partners.all()),
        budget={line.category: line.amount for line in grant.budget_lines.all()},
        targets={target.indicator: target.target for target in grant.targets.all()},
    )


def changes_between(before: GrantContent, after: GrantContent) -> tuple[Change, ...]:
    """What differs, as (place, before, after): ``union_amount``, ``budget.staff``, ``targets.SO2.C2``, ``partners``."""
    every: list[Change] = [(name, getattr(before, name), getattr(after, name)) for name in COLUMNS]
    every.append(("partners", _names(before), _names(after)))
    every += _each("budget", before.budget, after.budget)
    every += _each("targets", before.targets, after.targets)
    return tuple(change for change in every if change[1] != change[2])


def _names(content: GrantContent) -> tuple[str, ...]:
    return tuple(sorted(each.name for each in content.partners))


def _each(place: str, before: Mapping[str, Decimal], after: Mapping[str, Decimal]) -> Iterator[Change]:
    for key in dict.fromkeys((*before, *after)):
        yield f"{place}.{key}", before.get(key), after.get(key)


def written(changes: tuple[Change, ...]) -> list[list[str]]:
    """Changes as the trail keeps them."""
    return [[place, _text(before), _text(after)] for place, before, after in changes]


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def grant_facts(content: GrantContent, programme: Programme) -> rules.Grant:
    """What the rules need to know of a grant, and nothing more."""
    authorities = (programme.responsible_authority, content.delegated_authority)
    return rules.Grant(
        reference=content.reference,
        title=content.title,
        summary=content.summary,
        objective=content.objective,
        action=content.action,
        procedure=content.procedure,
        ground=content.ground,
        justification=content.justification,
        signed_on=content.signed_on,
        starts_on=content.starts_on,
        ends_on=content.ends_on,
        ended_on=content.ended_on,
        eligible_amount=content.eligible_amount,
        union_amount=content.union_amount,
        budget=content.budget,
        targets=content.targets,
        codes={name: getattr(content, name) for name in CODE_LISTS},
        has_investment=content.has_investment,
        is_strategic=content.is_strategic,
        report_months=content.report_months,
        beneficiary_is_authority=content.beneficiary in authorities,
    )
