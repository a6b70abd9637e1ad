"""Say a value without a register."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes.models import Programme
from openamif.record.actions.append_trail import append_trail
from openamif.reports.actions.require_plausible import require_plausible
from openamif.reports.models import DeclaredValue, ProgressReport, ReportValue
from openamif.reports.policy import can_declare_total, can_declare_value
from openamif.reports.queries import counting
from openamif.reports.queries.declared import declared_on, declared_until
from openamif.reports.queries.frozen import CENT
from openamif.reports.queries.weighed import declaration_findings, total_findings
from openamif.reports.states import Origin
from openamif.rules.indicators.rule import SHARE

LONGEST_NOTE = DeclaredValue._meta.get_field("note").max_length


class ValueRefused(Exception):
    """The indicator is not one of the grant's objective, or a percentage lacks what it is of."""


class DeclaredAlready(Exception):
    """What counts of that day is the same value, of as many, resting on the same: nothing is kept twice."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """What is said: all up to ``as_of``; of a percentage its numerator as ``value``, and its ``denominator``."""

    indicator: str
    as_of: date
    value: Decimal
    denominator: Decimal | None = None
    note: str = ""


@transaction.atomic
def declare_value(grant: Grant, said: Declaration, *, by: Person, despite: Collection[str] = ()) -> DeclaredValue:
    """For a grant: it counts where nothing in the register counts, and is always shown as declared.

    ``despite``: the doubts that she confirms; ValueDoubted where there are others, or where it cannot be.
    DeclaredAlready where it would say nothing new.
    """
    grant = Grant.objects.locked(grant.pk)
    require(can_declare_value(by, grant))
    _require_known(grant.programme, said, objective=counting.specific(grant.objective))
    _require_new(said, declared_on(grant.programme, grant, said.indicator, said.as_of))
    found = declaration_findings(grant, said.indicator, said.value, whole=said.denominator, as_of=said.as_of)
    return _kept(grant.programme, grant, said, by, doubted=require_plausible(found, despite))


@transaction.atomic
def declare_total(
    programme: Programme, said: Declaration, *, by: Person, despite: Collection[str] = ()
) -> DeclaredValue:
    """For the programme as a whole: what a percentage is of; ``despite`` as for a grant."""
    require(can_declare_total(by, programme))
    _require_known(programme, said)
    _require_new(said, declared_on(programme, None, said.indicator, said.as_of))
    found = total_findings(programme, said.indicator, said.value, whole=said.denominator, as_of=said.as_of)
    return _kept(programme, None, said, by, doubted=require_plausible(found, despite))


def declare_corrected(report: ProgressReport, *, by: Person) -> list[DeclaredValue]:
    """What the authority put right of what the report's grant had declared, as of the same day; as it is accepted.

    So what counts up to the last day of the report is what was accepted. The caller has locked the grant.
    """
    made = []
    rows = report.values.filter(origin=Origin.DECLARED, corrected_value__isnull=False)
    for row in rows.select_related("corrected_by").order_by("pk"):
        before = declared_until(report.grant, row.indicator, report.due.ends_on)
        right = _put_right(row, before) if before else None
        if before and right and right.value != before.value:
            kept = _kept(report.grant.programme, report.grant, right, by, author=row.corrected_by, report=report)
            made.append(kept)
    return made


def _put_right(row: ReportValue, before: DeclaredValue) -> Declaration:
    value = row.corrected_value or Decimal(0)
    if before.denominator is not None:
        value = (value * before.denominator / 100).quantize(CENT)
    return Declaration(row.indicator, before.as_of, value, before.denominator, row.correction_reason[:LONGEST_NOTE])


def _require_known(programme: Programme, said: Declaration, *, objective: str = "") -> None:
    rules = counting.book_of(programme, on=said.as_of).rules
    rule = next((each for each in rules if each.indicator == said.indicator), None)
    if rule is None or (objective and rule.objective != objective):
        raise ValueRefused(said.indicator)
    if (rule.counts == SHARE) != (said.denominator is not None):
        raise ValueRefused(said.indicator)


def _require_new(said: Declaration, before: DeclaredValue | None) -> None:
    if before and (before.value, before.denominator, before.note) == (said.value, said.denominator, said.note):
        raise DeclaredAlready(before)


def _kept(
    programme: Programme,
    grant: Grant | None,
    said: Declaration,
    by: Person,
    *,
    author: Person | None = None,
    report: ProgressReport | None = None,
    doubted: Mapping[str, Any] | None = None,
) -> DeclaredValue:
    made = DeclaredValue.objects.create(
        programme=programme,
        grant=grant,
        indicator=said.indicator,
        as_of=said.as_of,
        value=said.value,
        denominator=said.denominator,
        note=said.note,
        report=report,
        declared_by=author or by,
    )
    details: dict[str, Any] = {"indicator": said.indicator, "value": str(said.value), "as_of": said.as_of.isoformat()}
    if said.denominator is not None:
        details["denominator"] = str(said.denominator)
    if report:
        details["report"] = report.pk
    append_trail(grant or programme, "value_declared", by=by, details={**details, **(doubted or {})})
    return made
