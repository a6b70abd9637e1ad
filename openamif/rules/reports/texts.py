"""What a report tells: every text that is owed is written (P-01), and none is longer than it may be (P-02)."""

from openamif.rules.finding import Finding
from openamif.rules.reports.facts import Report
from openamif.rules.reports.table import says


def written(report: Report) -> tuple[Finding, ...]:
    """P-01: one finding for every text that is owed."""
    return tuple(
        says("P-01", text.characters > 0, text.place, period=report.period, variant=_kind(text.place))
        for text in report.texts
        if text.is_owed
    )


def _kind(place: str) -> str:
    return "work_package" if place.startswith("texts.work_package.") else "text"


def fitting(report: Report) -> tuple[Finding, ...]:
    """P-02: every text against the longest length of the template."""
    return tuple(
        says(
            "P-02",
            text.characters <= text.limit,
            text.place,
            period=report.period,
            variant="length",
            found={"characters": text.characters},
            expected={"characters": text.limit},
        )
        for text in report.texts
    )
