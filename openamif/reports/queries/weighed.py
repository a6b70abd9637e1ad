"""What the rules find in a value that somebody is about to say of a grant, in a report, or of a whole programme."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from openamif.grants.models import Grant
from openamif.programmes.models import Programme
from openamif.reports.facts import corrected_facts
from openamif.reports.models import ReportValue
from openamif.reports.queries.counted import frozen_in
from openamif.reports.queries.counting import book_of, specific
from openamif.reports.queries.overview import standings
from openamif.reports.queries.reach import whole_of
from openamif.reports.queries.values import values_of
from openamif.rules import values as rules
from openamif.rules.finding import Finding


def correction_findings(value: ReportValue, corrected: Decimal) -> tuple[Finding, ...]:
    """Of what the authority is to accept in place of a value, beside the others of the report as they are accepted."""
    report = value.report
    programme, until = report.grant.programme, report.due.ends_on
    known = book_of(programme, on=until).of(specific(report.grant.objective))
    facts = corrected_facts(value, corrected, frozen_in(report), period=programme.period, rules=tuple(known))
    return rules.check(facts, on=until)


def declaration_findings(
    grant: Grant, indicator: str, number: Decimal, *, whole: Decimal | None, as_of: date
) -> tuple[Finding, ...]:
    """Of what a grant is to declare, beside what it has reached by that day."""
    known = values_of(grant, until=as_of)
    targets = {each.indicator: each.target for each in grant.targets.all()}
    facts = rules.Said(
        period=grant.programme.period,
        indicator=indicator,
        number=number,
        rules=tuple(book_of(grant.programme, on=as_of).of(specific(grant.objective))),
        whole=whole,
        target=targets.get(indicator),
        beside={code: value.number for code, value in known.items()},
        totals={code: value.denominator for code, value in known.items() if value.denominator},
    )
    return rules.check(facts, on=as_of)


def total_findings(
    programme: Programme, indicator: str, number: Decimal, *, whole: Decimal | None, as_of: date
) -> tuple[Finding, ...]:
    """Of what a percentage is to be of in the programme as a whole, beside what the programme stands at today."""
    facts = rules.Said(
        period=programme.period,
        indicator=indicator,
        number=number,
        rules=book_of(programme, on=as_of).rules,
        whole=whole,
        beside=_reached(programme),
    )
    return rules.check(facts, on=as_of)


def _reached(programme: Programme) -> Mapping[str, Decimal]:
    return {each.code: each.value for each in standings(whole_of(programme)) if each.value is not None}
