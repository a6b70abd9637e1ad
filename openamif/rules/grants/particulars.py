"""Where a grant is carried out, and what Annex XVII asks of it besides (G-14, G-15)."""

from datetime import date
from decimal import Decimal

from openamif.law import BeforeFirstValue, codes, figure
from openamif.rules.finding import Finding, Severity
from openamif.rules.grants.facts import Frame, Grant
from openamif.rules.grants.table import FIRST, says
from openamif.rules.register.retention import erased_from

COUNTRY = len("BE")


def location(grant: Grant, frame: Frame) -> tuple[Finding, ...]:
    """G-14: the code is one of NUTS in the version of the period; countries whose codes are not here are believed."""
    if not grant.location:
        return ()
    known = {each.code for each in codes("nuts", period=frame.period)}
    if grant.location[:COUNTRY] not in known:
        return ()
    holds, found = grant.location in known, {"code": grant.location}
    return (says("G-14", holds, "location", period=frame.period, variant="unknown", found=found),)


def particulars(grant: Grant, frame: Frame, *, on: date) -> tuple[Finding, ...]:
    """G-15: who to ask; whether tax on value added comes back, above the threshold; a public part within the whole."""
    public = grant.public_amount
    found, expected = {"amount": public}, {"amount": grant.eligible_amount}
    holds = public is None or public <= grant.eligible_amount
    within = says(
        "G-15",
        holds,
        "public_amount",
        period=frame.period,
        variant="public",
        severity=Severity.ERROR,
        found=found,
        expected=expected,
    )
    if frame.period == FIRST:
        return (within,) if public is not None else ()
    return (*_contact(grant, frame, on), *_vat(grant, frame, on), within)


def _contact(grant: Grant, frame: Frame, on: date) -> tuple[Finding, ...]:
    """Not asked for any more once whoever was named is erased."""
    if on >= erased_from(frame.period, paid_on=None, on=on):
        return ()
    return (says("G-15", bool(grant.contact), "contact_name", period=frame.period, variant="contact"),)


def currency(grant: Grant, frame: Frame, *, on: date) -> tuple[Finding, ...]:
    """G-15: the agreement stands in a currency of a Member State on the day of signature."""
    day = grant.signed_on or on
    holds = any(each.code == grant.currency and each.valid(day) for each in codes("currencies", period=frame.period))
    found = {"code": grant.currency, "day": day}
    severity = Severity.ERROR
    return (says("G-15", holds, "currency", period=frame.period, variant="currency", severity=severity, found=found),)


def vat_threshold(*, period: str, on: date) -> Decimal | None:
    """The total cost, in EUR, from which on it matters whether VAT comes back; None where the law has none then."""
    if period == FIRST:
        return None
    try:
        return figure("eligibility.vat_threshold", on=on, period=period).number
    except BeforeFirstValue:
        return None


def _vat(grant: Grant, frame: Frame, on: date) -> tuple[Finding, ...]:
    """Nothing to say before the law had its threshold."""
    threshold = vat_threshold(period=frame.period, on=grant.signed_on or on)
    if threshold is None:
        return ()
    holds = grant.is_vat_recoverable is not None or grant.eligible_amount < threshold
    found, expected = {"amount": grant.eligible_amount}, {"amount": threshold}
    place = "is_vat_recoverable"
    return (says("G-15", holds, place, period=frame.period, variant="vat", found=found, expected=expected),)
