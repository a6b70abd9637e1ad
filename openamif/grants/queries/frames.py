"""The programme as the rules of a grant want to know it, and a grant examined."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from openamif.grants.facts import GrantContent, content_of, grant_facts
from openamif.grants.models import Grant
from openamif.law import codes
from openamif.people.models import Role
from openamif.people.states import RoleKind
from openamif.programmes.models import Action, Amount, DesignatedAuthority, Programme, Version
from openamif.programmes.queries import latest_adopted, latest_version
from openamif.rules import grants as rules
from openamif.rules.finding import Finding
from openamif.rules.grants.publicity import Duty

SPENDABLE = ("national_objective", "specific_action", "technical_assistance")
WITHOUT_PLAN = ("specific_objective", "technical_assistance")


def frame_of(programme: Programme) -> rules.Frame:
    """The objectives of the plan in force (else of the latest version), its actions, own indicators and delegated
    authorities; six queries.

    A programme without a plan here may spend on every objective of its period; 2021-2027 divides none further.
    """
    version = version_in_force(programme)
    actions = Action.objects.filter(version=version).values_list("number", "objective")
    return rules.Frame(
        period=programme.period,
        country=programme.country,
        objectives=objectives_in(programme, version),
        actions=dict(actions.order_by("number", "pk")),
        own_indicators=_own_indicators(programme),
        delegated=_delegated(programme, version),
    )


def version_in_force(programme: Programme) -> Version | None:
    """The one adopted, else the latest."""
    return latest_adopted(programme) or latest_version(programme)


def objectives_in(programme: Programme, version: Version | None) -> frozenset[str]:
    """Those that the plan of the version gives something to, one query; without a plan, every one of the period."""
    lines = set(Amount.objects.filter(version=version, table="plan").values_list("line", flat=True))
    is_divided = any("." in line for line in lines)
    kinds = SPENDABLE if is_divided else WITHOUT_PLAN
    every = {each.code for each in codes("objectives", period=programme.period) if each.text("kind") in kinds}
    return frozenset(every & lines if lines else every)


def objectives_of(programme: Programme) -> frozenset[str]:
    """Those that the programme spends on, two queries."""
    return objectives_in(programme, version_in_force(programme))


def _delegated(programme: Programme, version: Version | None) -> dict[str, frozenset[str]] | None:
    """Those that the version names, and the bodies that hold or held that role; by name as compared, with their part.

    None where neither says anything of the authorities of the programme.
    """
    named = list(DesignatedAuthority.objects.filter(version=version).values_list("kind", "name"))
    of_it = Q(scope=programme.scope_id) | Q(scope__parent=programme.scope_id)
    roles = Role.objects.filter(of_it, kind=RoleKind.DELEGATED_AUTHORITY).order_by("pk")
    parts: dict[str, set[str]] = {}
    whole = set()
    for body, parent, objectives in roles.values_list("organisation__name", "scope__parent", "scope__objectives"):
        parts.setdefault(body.casefold(), set()).update(objectives)
        if parent is None:
            whole.add(body.casefold())
    if not named and not parts:
        return None
    every = {name.casefold() for kind, name in named if kind == "DA"} | set(parts)
    return {name: frozenset(parts.get(name, ()) if name not in whole else ()) for name in every}


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
