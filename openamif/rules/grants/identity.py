"""Reference, texts, bodies and dates of a grant (G-01, G-02, G-03, G-05, G-06, G-16)."""

import re
from datetime import date
from functools import partial

from openamif.law import Figure, figure
from openamif.rules.finding import Finding, Severity
from openamif.rules.grants.facts import Frame, Grant
from openamif.rules.grants.table import FIRST, says

PATTERNS = {
    "2014-2020": re.compile(r"([A-Z]{2})/\d{4}/(?:PR/\d{1,8}|TA-AMIF)"),
    "2021-2027": re.compile(r"([A-Z]{2})/AMIF/\d{4}/\d{1,8}"),
}
"""``MS/YEAR/PR/number`` is the Commission's (accounts, form A1); that of 2021-2027 is ours: the law prescribes none."""
SHAPES = {"2014-2020": "{country}/2016/PR/0001", "2021-2027": "{country}/AMIF/2023/0001"}
_WINDOW = {
    "2014-2020": ("eligibility.incurred_from", "eligibility.incurred_until"),
    "2021-2027": ("eligibility.from", "eligibility.until"),
}
_LONGEST = (
    ("title", "title", "title", "grants.title_characters"),
    ("summary", "summary", "summary", "grants.summary_characters"),
    ("beneficiary", "beneficiary", "beneficiary_name", "grants.beneficiary_characters"),
    ("short_name", "beneficiary", "beneficiary_short_name", "grants.short_name_characters"),
)
"""Which text, at which place, by which fact, and the figure that says how long it may be."""
_PROCEDURES = ("open_call", "restricted_call", "negotiated")
"""Those that form A1 knows; what is awarded directly, or carried out by the authority itself, went through none."""


def example_reference(frame: Frame) -> str:
    """How a reference of this programme looks."""
    return SHAPES[frame.period].format(country=frame.country)


def period_of(reference: str) -> str:
    """The period whose pattern a reference has; blank where it has none."""
    return next((period for period, pattern in PATTERNS.items() if pattern.fullmatch(reference)), "")


def reference(grant: Grant, frame: Frame) -> tuple[Finding, ...]:
    """G-01: the reference has the pattern of its period and the letters of its Member State."""
    matched = PATTERNS[frame.period].fullmatch(grant.reference)
    holds = matched is not None and matched[1] == frame.country
    found, expected = {"reference": grant.reference}, {"reference": example_reference(frame)}
    return (says("G-01", holds, "reference", period=frame.period, variant="pattern", found=found, expected=expected),)


def texts(grant: Grant, frame: Frame, *, on: date) -> tuple[Finding, ...]:
    """G-02: texts and names fit the accounts of 2014-2020, which want a procedure's reference; nothing in the other."""
    if frame.period != FIRST:
        return ()
    told = bool(grant.procedure_reference.strip()) or grant.procedure not in _PROCEDURES
    return (
        *(_text(name, place, getattr(grant, fact), key, on) for name, place, fact, key in _LONGEST),
        says("G-02", told, "procedure_reference", period=FIRST, variant="procedure"),
    )


def _text(name: str, place: str, text: str, key: str, on: date) -> Finding:
    longest = int(figure(key, on=on, period=FIRST).number)
    sizes = {"found": {"characters": len(text)}, "expected": {"characters": longest}}
    return says("G-02", len(text) <= longest, place, period=FIRST, variant=name, **sizes)  # type: ignore[arg-type]


def beneficiary(grant: Grant, frame: Frame) -> tuple[Finding, ...]:
    """G-03: an authority is beneficiary only where it carries the grant out itself, as executing body."""
    holds = not grant.beneficiary_is_authority or grant.procedure == "executing_body"
    return (says("G-03", holds, "beneficiary", period=frame.period, variant="authority"),)


def delegated_authority(grant: Grant, frame: Frame) -> tuple[Finding, ...]:
    """G-16: the delegated authority is one of the programme; of a part that has the objective, as a rule.

    Without anything known of the authorities of a programme, each is believed.
    """
    name = grant.delegated_authority
    if not name or frame.delegated is None:
        return ()
    part = frame.delegated.get(name.casefold())
    tell = partial(says, "G-16", place="delegated_authority", period=frame.period, found={"body": name})
    if part is None:
        return (tell(holds=False, variant="unknown"),)
    holds = not part or grant.objective in part
    found = {"body": name, "objective": grant.objective}
    return (tell(holds=holds, variant="other_part", severity=Severity.WARNING, found=found),)


def dates(grant: Grant, frame: Frame, *, on: date) -> tuple[Finding, ...]:
    """G-05: in order and within the period of eligibility; G-06: signed before it starts, as a rule."""
    return (_order(grant, frame), *_window(grant, frame, on), *_signature(grant, frame))


def _order(grant: Grant, frame: Frame) -> Finding:
    found = {"starts_day": grant.starts_on, "ends_day": grant.ends_on}
    holds = grant.starts_on <= grant.ends_on
    return says("G-05", holds, "ends_on", period=frame.period, variant="order", found=found)


def window(period: str, *, on: date) -> tuple[Figure, Figure]:
    """The first and the last day on which expenditure may be incurred, by the law as it is on that day."""
    first, last = _WINDOW[period]
    return figure(first, on=on, period=period), figure(last, on=on, period=period)


def _window(grant: Grant, frame: Frame, on: date) -> tuple[Finding, Finding]:
    first, last = window(frame.period, on=on)
    return (
        says(
            "G-05",
            grant.starts_on >= first.day,
            "starts_on",
            period=frame.period,
            variant="too_early",
            source=first.source,
            found={"day": grant.starts_on},
            expected={"day": first.day},
        ),
        says(
            "G-05",
            grant.ends_on <= last.day,
            "ends_on",
            period=frame.period,
            variant="too_late",
            source=last.source,
            found={"day": grant.ends_on},
            expected={"day": last.day},
        ),
    )


def _signature(grant: Grant, frame: Frame) -> tuple[Finding, ...]:
    if grant.signed_on is None:
        return ()
    found = {"signed_day": grant.signed_on, "starts_day": grant.starts_on}
    holds = grant.signed_on <= grant.starts_on
    return (says("G-06", holds, "signed_on", period=frame.period, variant="after_start", found=found),)
