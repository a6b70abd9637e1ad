"""The rules of a progress report: what is missing before it is signed, which files it takes, how long it is examined.

Facts in, findings out, in the order of the table of rules; all are ours. ``docs/rules/reports.md`` has each with a
worked example.
"""

from datetime import date

from openamif.rules.finding import Finding, Severity
from openamif.rules.reports import clock, files, sending, texts, values
from openamif.rules.reports.facts import Report, Text, Value
from openamif.rules.reports.table import RULES, Rule

__all__ = ["RULES", "Report", "Rule", "Text", "Value", "check", "clock", "errors", "files", "values"]


def check(report: Report, *, on: date) -> tuple[Finding, ...]:
    """Everything the rules find in a report that would be signed on that day."""
    return (
        *texts.written(report),
        *texts.fitting(report),
        *values.deviations(report, on=on),
        *sending.publicity(report),
        *values.evidence(report),
        *values.gaps(report),
        *sending.period_over(report, on=on),
        *sending.in_order(report),
        *sending.signer(report),
        *values.never_less(report),
        *values.within_wholes(report),
    )


def errors(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those that keep a report from being signed."""
    return tuple(each for each in findings if not each.holds and each.severity is Severity.ERROR)
