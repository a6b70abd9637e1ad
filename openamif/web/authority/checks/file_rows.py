"""The list of checks as a file: what the page shows, and what it has no room for."""

from typing import Any

from django.utils.translation import gettext as _

from openamif.web.authority.checks.labels import METHODS, state_badge


def headings() -> list[tuple[str, str, int]]:
    """The columns of the file: words, kind, width in characters."""
    return [
        (_("Grant"), "text", 18),
        (_("Title"), "text", 50),
        (_("Beneficiary"), "text", 36),
        (_("Controller"), "text", 26),
        (_("Planned on"), "date", 12),
        (_("Visited on"), "date", 12),
        (_("State"), "text", 14),
        (_("Method"), "text", 30),
        (_("Population"), "count", 12),
        (_("Sample"), "count", 12),
        (_("Looked at"), "count", 12),
        (_("Agree"), "count", 12),
        (_("Differ"), "count", 12),
        (_("Not found"), "count", 12),
    ]


def line_of(check: Any) -> list[Any]:
    """A check, read with the sums of its sample, as a line."""
    return [
        check.grant.reference,
        check.grant.title,
        check.grant.beneficiary.name,
        check.controller.name,
        check.planned_on,
        check.carried_out_on,
        state_badge(check).label,
        str(METHODS[check.method]),
        check.population,
        check.size,
        check.looked_at_count,
        check.agreeing_count,
        check.differing_count,
        check.not_found_count,
    ]
