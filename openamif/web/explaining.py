"""Findings as the page shows them: in the reader's language, with its figures, linked to the field and the article."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext

from openamif.rules.finding import Finding, Severity
from openamif.web.components import formats
from openamif.web.components.shapes import Explained
from openamif.web.official import commitment_line_name, objective_name, resettlement_category_name, special_case_name
from openamif.web.places import place_words
from openamif.web.wording import finding_text

ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def explained(finding: Finding, period: str, url_of: Callable[[str], str] | None = None) -> Explained:
    """One finding; ``url_of`` leads from a place to its address, where this door has one."""

    def show(name: str, value: object) -> str:
        return shown(name, value, period)

    words = finding_text(finding, gettext, show)
    return Explained(
        title=words.title,
        code=finding.rule,
        sentence=words.sentence,
        equation=words.equation,
        by=finding.by,
        severity=str(finding.severity),
        holds=finding.holds,
        place=place_words(finding.place, period) if finding.place else "",
        place_url=url_of(finding.place) if url_of and finding.place else "",
        article=finding.source,
    )


def failing_first(findings: Iterable[Finding]) -> list[Finding]:
    """Those that fail, the gravest on top; within a severity the Commission's before ours."""
    failing = [finding for finding in findings if not finding.holds]
    return sorted(failing, key=lambda each: (ORDER[each.severity], each.by != "commission"))


def shown(name: str, value: object, period: str) -> str:
    """A named figure of a finding in the reader's writing; the names say what it is (see ``openamif.web.wording``)."""
    if value is None:
        return formats.NOTHING
    if isinstance(value, Decimal):
        if name == "value":
            return formats.count(value)
        is_rate = name == "rate" or name.endswith("rate")
        return formats.share(value, 2) if is_rate else formats.money(value)
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, int) and name == "bytes":
        return formats.size(value)
    if isinstance(value, int):
        return str(value) if "year" in name else formats.count(value)
    if isinstance(value, date):
        return formats.day(value)
    return _code_shown(name, str(value), period)


def _code_shown(name: str, value: str, period: str) -> str:
    if name in ("objective", "line", "row") and (value[:2] in ("SO", "TA") or value in ("SPECIAL", "TOTAL")):
        return f"{value} {objective_name(value, period)}" if value != "TOTAL" else objective_name(value, period)
    if name == "line":
        return commitment_line_name(value, period)
    if name == "kind":
        return special_case_name(value, period)
    if name == "row":
        return resettlement_category_name(value, period)
    if name == "places":
        return ", ".join(place_words(each, period) for each in value.split(", "))
    return place_words(value, period) if name == "place" else value
