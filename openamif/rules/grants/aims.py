"""What a grant is for: its place in the programme, its codes of Annex VI, its targets (G-04, G-10, G-11, G-13)."""

from datetime import date
from decimal import Decimal

from openamif.law import LawError, code
from openamif.rules.finding import Finding
from openamif.rules.grants.facts import Frame, Grant
from openamif.rules.grants.table import FIRST, WARNING, says

CODE_LISTS = ("intervention_fields", "types_of_action", "implementation", "particular_themes")
"""The four tables of Annex VI to Regulation (EU) 2021/1147."""
IMPLEMENTATION = {
    "standard": "001",
    "specific_action": "002",
    "annex_iv": "003",
    "operating_support": "004",
    "emergency_assistance": "005",
}
"""Table 3 of Annex VI by the ground of the Union's share: the two say the same thing."""


def place_in_programme(grant: Grant, frame: Frame) -> tuple[Finding, ...]:
    """G-04: the objective is one of the programme's, and the action one of that objective's."""
    known = grant.objective in frame.objectives
    found = {"objective": grant.objective}
    objective = says("G-04", known, "objective", period=frame.period, variant="objective", found=found)
    if grant.action is None or not frame.actions:
        return (objective,)
    stands_under = frame.actions.get(grant.action)
    variant = "action_elsewhere" if stands_under else "no_such_action"
    holds = stands_under == grant.objective
    found_action = {"number_year": grant.action, "objective": grant.objective}
    expected = {"objective": stands_under} if stands_under else {}
    return (
        objective,
        says("G-04", holds, "action", period=frame.period, variant=variant, found=found_action, expected=expected),
    )


def intervention_codes(grant: Grant, frame: Frame, *, on: date) -> tuple[Finding, ...]:
    """G-10: 2021-2027 asks for the four codes of Annex VI, in force on the day of signature; 2014-2020 has none."""
    if frame.period == FIRST:
        return ()
    day = grant.signed_on or on
    found = [_code(grant, name, frame, day) for name in CODE_LISTS]
    return (*found, *_codes_agree(grant, frame, day))


def _code(grant: Grant, name: str, frame: Frame, day: date) -> Finding:
    value = grant.codes.get(name, "")
    if not value:
        return says("G-10", False, name, period=frame.period, variant="missing", found={"list": name})
    try:
        known = code(name, value, period=frame.period).valid(day)
    except LawError:
        known = False
    return says("G-10", known, name, period=frame.period, variant="not_in_force", found={"code": value, "day": day})


def _codes_agree(grant: Grant, frame: Frame, day: date) -> tuple[Finding, ...]:
    """The field of intervention is of the grant's objective, and Table 3 says what the Union's share is founded on."""
    disagreeing = []
    field = grant.codes.get("intervention_fields", "")
    objective = _said_of("intervention_fields", field, "objective", frame) if field else ""
    own = grant.objective.partition(".")[0]
    if objective and objective != own:
        found = {"code": field, "objective": own}
        place = "intervention_fields"
        disagreeing.append(says("G-10", False, place, period=frame.period, variant="other_objective", found=found))
    wanted, given = IMPLEMENTATION.get(grant.ground), grant.codes.get("implementation")
    if wanted and given and wanted != given:
        found, expected = {"code": given}, {"code": wanted}
        said = {"found": found, "expected": expected, "variant": "other_ground"}
        disagreeing.append(says("G-10", False, "implementation", period=frame.period, **said))  # type: ignore[arg-type]
    return tuple(disagreeing)


def _said_of(name: str, value: str, what: str, frame: Frame) -> str:
    """What the list of that name says of a code; nothing of a code that is not on it."""
    try:
        return code(name, value, period=frame.period).text(what)
    except LawError:
        return ""


def targets(grant: Grant, frame: Frame, *, on: date) -> tuple[Finding, ...]:
    """G-11: each target is of an indicator of the grant's objective, the law's or the programme's own, and whole where

    it is no percentage; a grant without any is told (not assistance).
    """
    if not grant.targets:
        missing = grant.objective != "TA"
        return (says("G-11", not missing, "targets", period=frame.period, variant="none", severity=WARNING),)
    return tuple(_target(grant, indicator, frame) for indicator in grant.targets)


def _target(grant: Grant, indicator: str, frame: Frame) -> Finding:
    own = grant.objective.partition(".")[0]
    objective = _of_indicator(indicator, "objective", frame)
    variant = "other_objective" if objective else "unknown"
    place = f"targets.{indicator}"
    half = _half(grant, indicator, frame)
    if objective == own and half is not None:
        return says(
            "G-11", False, place, period=frame.period, variant="half", found={"code": indicator, "number": half}
        )
    found = {"code": indicator, "objective": own}
    return says("G-11", objective == own, place, period=frame.period, variant=variant, found=found)


def _half(grant: Grant, indicator: str, frame: Frame) -> Decimal | None:
    """The target, or that for women or men, that is no whole number; a percentage alone may be none."""
    if _said_of("indicators", indicator, "unit", frame) == "percent":
        return None
    by_sex = (number for key, number in grant.targets_by_sex.items() if key.rpartition(".")[0] == indicator)
    return next((number for number in (grant.targets[indicator], *by_sex) if number != int(number)), None)


def _of_indicator(indicator: str, what: str, frame: Frame) -> str:
    """``objective`` or ``counts`` of an indicator of the law, else of the programme's own; nothing of any other."""
    own = frame.own_indicators.get(indicator)
    return _said_of("indicators", indicator, what, frame) or (str(getattr(own, what)) if own else "")


def targets_by_sex(grant: Grant, frame: Frame) -> tuple[Finding, ...]:
    """G-13: women and men together are no more than the target, on an indicator that counts persons."""
    indicators = dict.fromkeys(key.rpartition(".")[0] for key in grant.targets_by_sex)
    return tuple(_by_sex(grant, indicator, frame) for indicator in indicators)


def _by_sex(grant: Grant, indicator: str, frame: Frame) -> Finding:
    place = f"targets.{indicator}"
    if _of_indicator(indicator, "counts", frame) != "persons":
        said = {"period": frame.period, "variant": "no_persons", "found": {"code": indicator}}
        return says("G-13", False, place, **said)  # type: ignore[arg-type]
    parts = [number for key, number in grant.targets_by_sex.items() if key.rpartition(".")[0] == indicator]
    total, target = sum(parts, Decimal(0)), grant.targets.get(indicator, Decimal(0))
    found, expected = {"number": _plain(total), "code": indicator}, {"number": _plain(target)}
    return says("G-13", total <= target, place, period=frame.period, variant="sum", found=found, expected=expected)


def _plain(number: Decimal) -> Decimal | int:
    """Persons are whole, where they can be."""
    return int(number) if number == int(number) else number
