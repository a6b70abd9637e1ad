"""Say a value without a register."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes.models import Programme
from openamif.record.actions.append_trail import append_trail
from openamif.reports.models import DeclaredValue
from openamif.reports.policy import can_declare_total, can_declare_value
from openamif.reports.queries import counting
from openamif.rules.indicators.rule import SHARE


class ValueRefused(Exception):
    """The indicator is not one of the grant's objective, or a percentage lacks what it is of."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """What is said: all up to ``as_of``; of a percentage its numerator as ``value``, and its ``denominator``."""

    indicator: str
    as_of: date
    value: Decimal
    denominator: Decimal | None = None
    note: str = ""


@transaction.atomic
def declare_value(grant: Grant, said: Declaration, *, by: Person) -> DeclaredValue:
    """For a grant: it counts where nothing in the register counts, and is always shown as declared."""
    grant = Grant.objects.locked(grant.pk)
    require(can_declare_value(by, grant))
    _require_known(grant.programme, said, objective=counting.specific(grant.objective))
    return _kept(grant.programme, grant, said, by)


@transaction.atomic
def declare_total(programme: Programme, said: Declaration, *, by: Person) -> DeclaredValue:
    """For the programme as a whole: what a percentage is of."""
    require(can_declare_total(by, programme))
    _require_known(programme, said)
    return _kept(programme, None, said, by)


def _require_known(programme: Programme, said: Declaration, *, objective: str = "") -> None:
    rules = counting.book_of(programme, on=said.as_of).rules
    rule = next((each for each in rules if each.indicator == said.indicator), None)
    if rule is None or (objective and rule.objective != objective):
        raise ValueRefused(said.indicator)
    if (rule.counts == SHARE) != (said.denominator is not None):
        raise ValueRefused(said.indicator)


def _kept(programme: Programme, grant: Grant | None, said: Declaration, by: Person) -> DeclaredValue:
    made = DeclaredValue.objects.create(
        programme=programme,
        grant=grant,
        indicator=said.indicator,
        as_of=said.as_of,
        value=said.value,
        denominator=said.denominator,
        note=said.note,
        declared_by=by,
    )
    details = {"indicator": said.indicator, "value": str(said.value), "as_of": said.as_of.isoformat()}
    append_trail(grant or programme, "value_declared", by=by, details=details)
    return made
