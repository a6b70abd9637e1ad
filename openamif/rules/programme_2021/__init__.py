"""The rules of a programme of 2021-2027: its total, the minimum shares, technical assistance, its indicators.

Facts in, findings out, in the order of the table of rules; all are ours.
"""

from datetime import date

from openamif.rules.finding import Finding
from openamif.rules.programme_2021 import aims, money
from openamif.rules.programme_2021.facts import Aim, Programme
from openamif.rules.programme_2021.table import RULES

__all__ = ["RULES", "Aim", "Programme", "check"]


def check(programme: Programme, *, on: date) -> tuple[Finding, ...]:
    """Everything the rules find on that day."""
    return (
        money.total(programme),
        *money.minimum_shares(programme, on=on),
        money.technical_assistance(programme, on=on),
        *aims.indicators(programme),
    )
