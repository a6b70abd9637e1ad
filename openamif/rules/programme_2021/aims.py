"""Indicators with their milestones and targets (P-04)."""

from collections.abc import Iterator

from openamif.law import LawError, code
from openamif.rules.finding import Finding
from openamif.rules.programme_2021.facts import Aim, Programme
from openamif.rules.programme_2021.table import PERIOD, says


def indicators(programme: Programme) -> tuple[Finding, ...]:
    """P-04: each is one of Annex VIII; only an output has a milestone, and it is no more than the target."""
    return tuple(finding for aim in programme.aims for finding in _aim(aim))


def _aim(aim: Aim) -> Iterator[Finding]:
    place = f"indicators.{aim.code}"
    try:
        kind = code("indicators", aim.code, period=PERIOD).text("kind")
    except LawError:
        yield says("P-04", False, place, variant="no_indicator", found={"code": aim.code})
        return
    if aim.milestone is None:
        return
    if kind != "output":
        yield says("P-04", False, f"{place}.milestone", variant="result_milestone", found={"code": aim.code})
        return
    found = {"code": aim.code, "number": int(aim.milestone)}
    expected = {"number": int(aim.target or 0)}
    holds = aim.target is not None and aim.milestone <= aim.target
    yield says("P-04", holds, f"{place}.milestone", variant="past_target", found=found, expected=expected)
