"""The rules of a grant: reference, place in the programme, dates, the Union's share, budget, codes, targets, reports,
location, particulars, delegated authority, signatures.

Facts in, findings out, in the order of the table of rules; all are ours. ``docs/rules/grants.md`` has each with a
worked example. ``calendar`` and ``publicity`` derive what a grant owes from its dates and amounts.
"""

from datetime import date

from openamif.rules.finding import Finding, Severity
from openamif.rules.grants import aims, calendar, identity, money, particulars, publicity, signatures
from openamif.rules.grants.facts import Frame, Grant, OwnIndicator
from openamif.rules.grants.table import RULES, Rule

__all__ = ["RULES", "Frame", "Grant", "OwnIndicator", "Rule", "calendar", "check", "errors", "money", "publicity"]


def check(grant: Grant, frame: Frame, *, on: date) -> tuple[Finding, ...]:
    """Everything the rules find on that day; the Union's share is measured by the law of the day of signature."""
    return (
        *identity.reference(grant, frame),
        *identity.texts(grant, frame, on=on),
        *identity.beneficiary(grant, frame),
        *aims.place_in_programme(grant, frame),
        *identity.dates(grant, frame, on=on),
        *money.union_share(grant, frame, on=on),
        *money.justification(grant, frame, on=on),
        *money.budget(grant, frame),
        *aims.intervention_codes(grant, frame, on=on),
        *aims.targets(grant, frame, on=on),
        *calendar.frequency(grant, frame, on=on),
        *aims.targets_by_sex(grant, frame),
        *particulars.location(grant, frame),
        *particulars.particulars(grant, frame, on=on),
        *particulars.currency(grant, frame, on=on),
        *identity.delegated_authority(grant, frame),
        *signatures.signatures(grant, frame, on=on),
    )


def errors(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those that keep a grant from being signed or imported."""
    return tuple(each for each in findings if not each.holds and each.severity is Severity.ERROR)
