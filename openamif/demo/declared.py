"""What no register tells: grants that were over before there was one, and the wholes that percentages are of."""

from datetime import date
from decimal import Decimal

from openamif.demo.words import language_of, said
from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.programmes.models import Programme
from openamif.reports.actions.declare_value import Declaration, declare_total, declare_value

ON_PAPER = frozenset({"BE/2015/PR/0003", "BE/2015/PR/0006"})
REACHED = Decimal("0.9")
LISTS = "Presence lists on paper, checked with the final report (demonstration)"
WHOLES = {
    "SO1.C2.2": (date(2020, 12, 31), 28_000, "Reception places of the network at the end of 2020 (demonstration)"),
    "SO1.C3.2": (date(2020, 12, 31), 1_100, "Staff of the asylum authorities at the end of 2020 (demonstration)"),
}


def play_on_paper(grant: Grant, *, by: Person) -> None:
    """Nine tenths of what it aimed at, as of its last day."""
    note = said(LISTS, language_of(grant.beneficiary.name))
    for target in grant.targets.all():
        value = round(target.target * REACHED)
        declare_value(grant, Declaration(target.indicator, grant.ends_on, Decimal(value), note=note), by=by)


def play_wholes(programme: Programme, *, by: Person) -> None:
    """Of the percentages of 2014-2020."""
    for indicator, (as_of, whole, note) in WHOLES.items():
        declare_total(programme, Declaration(indicator, as_of, Decimal(0), Decimal(whole), note), by=by)
