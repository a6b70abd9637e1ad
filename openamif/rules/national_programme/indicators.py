"""The targets of the indicators, by themselves and against the pledges (X-14, X-15, F-8)."""

from collections.abc import Iterator

from openamif.law import codes
from openamif.rules.finding import Finding
from openamif.rules.national_programme.facts import Programme, Target
from openamif.rules.national_programme.prose import resettled_in_summary
from openamif.rules.national_programme.special_cases import of_kind, persons_of
from openamif.rules.national_programme.table import PERIOD, failing_or, not_in_document, says

RESETTLED = "SO1.C6"


def resettled_target(programme: Programme) -> tuple[Finding, ...]:
    """X-14: the target of persons resettled is what the pledges of resettlement come to, and so says the summary."""
    target = next((each.target for each in programme.targets if each.code == RESETTLED), None)
    place = f"indicators.{RESETTLED}.target"
    if target is None:
        return (not_in_document("X-14", place),)
    pledged = persons_of(of_kind(programme, "resettlement"))
    found: dict[str, object] = {"target": int(target) if target == target.to_integral_value() else target}
    expected: dict[str, object] = {"pledged": pledged}
    said = resettled_in_summary(programme)
    if said in (None, pledged):
        return (says("X-14", target == pledged, place, variant="target", found=found, expected=expected),)
    if target == pledged:
        return (says("X-14", False, "summary", variant="summary", found={"summary": said}, expected=expected),)
    found["summary"] = said
    return (says("X-14", False, place, variant="target_and_summary", found=found, expected=expected),)


def indicators_are_complete(programme: Programme) -> tuple[Finding, ...]:
    """X-15: percentages lie in 0 to 100, baseline and target are numbers, source and objective are named."""
    held = says("X-15", True, "indicators", variant="complete", found={"indicators": len(programme.targets)})
    return failing_or(held, (each for target in programme.targets for each in _faults(target)))


def _faults(target: Target) -> Iterator[Finding]:
    place = f"indicators.{target.code}"
    named = {"indicator": target.code}
    for field, value in (("baseline", target.baseline), ("target", target.target)):
        if value is None:
            yield says("X-15", False, f"{place}.{field}", variant="no_number", found=named)
        elif value < 0 or (target.unit == "percent" and value > 100):
            yield says("X-15", False, f"{place}.{field}", variant="out_of_range", found={**named, "value": value})
    if not target.source.strip():
        yield says("X-15", False, f"{place}.source", variant="no_source", found=named)
    if not _has_objective(target.code):
        yield says("X-15", False, place, variant="no_objective", found=named)


def _has_objective(indicator: str) -> bool:
    head = indicator.partition(".")[0]
    return any(
        code.code == head for code in codes("objectives", period=PERIOD) if code.text("kind") == "specific_objective"
    )


def zero_targets(programme: Programme) -> tuple[Finding, ...]:
    """F-8: targets of zero are lawful, even where money is programmed; they are only named."""
    zero = [target.code for target in programme.targets if target.target == 0]
    found = {"count": len(zero), "indicators": ", ".join(zero)}
    return (says("F-8", True, "indicators", variant="zero" if zero else "none", found=found),)
