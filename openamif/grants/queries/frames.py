"""The programme as the rules of a grant want to know it, and a grant examined."""

from dataclasses import dataclass
from datetime import date

from openamif.grants.facts import GrantContent, content_of, grant_facts
from openamif.grants.models import Grant
from openamif.law import codes
from openamif.programmes.models import Action, Amount, Programme
from openamif.programmes.queries import latest_adopted, latest_version
from openamif.rules import grants as rules
from openamif.rules.finding import Finding
from openamif.rules.grants.publicity import Duty

SPENDABLE = ("national_objective", "specific_action", "technical_assistance")
WITHOUT_PLAN = ("specific_objective", "technical_assistance")


def frame_of(programme: Programme) -> rules.Frame:
    """The objectives of the plan in force (else of the latest version), its actions and own indicators; four queries.

    A programme without a plan here may spend on every objective of its period; 2021-2027 divides none further.
    """
    version = latest_adopted(programme) or latest_version(programme)
    lines = set(Amount.objects.filter(version=version, table="plan").values_list("line", flat=True))
    is_divided = any("." in line for line in lines)
    kinds = SPENDABLE if is_divided else WITHOUT_PLAN
    every = {each.code for each in codes("objectives", period=programme.period) if each.text("kind") in kinds}
    actions = Action.objects.filter(version=version).values_list("number", "objective")
    return rules.Frame(
        period=programme.period,
        country=programme.country,
        objectives=frozenset(every & lines if lines else every),
        actions=dict(actions.order_by("number", "pk")),
        own_indicators=_own_indicators(programme),
    )


def _own_indicators(programme: Programme) -> dict[str, rules.OwnIndicator]:
    """Entered at a later stage, and read through the programme."""
    rows = programme.own_indicators.order_by("objective", "code", "pk")
    told = rows.values_list("code", "name", "objective", "rule")
    return {code: rules.OwnIndicator(name, objective, str(rule["counts"])) for code, name, objective, rule in told}


@dataclass(frozen=True, slots=True)
class Examined:
    """What the rules find in a grant, and what it owes the public."""

    findings: tuple[Finding, ...]
    duties: tuple[Duty, ...]


def examine_grant(grant: Grant, *, on: date) -> Examined:
    """A grant that was read with its content."""
    facts, frame = grant_facts(content_of(grant), grant.programme), frame_of(grant.programme)
    return Examined(rules.check(facts, frame, on=on), rules.publicity.duties(facts, frame, on=on))


def findings_of(content: GrantContent, programme: Programme, *, on: date) -> tuple[Finding, ...]:
    """What the rules find in what is about to be entered."""
    return rules.check(grant_facts(content, programme), frame_of(programme), on=on)
