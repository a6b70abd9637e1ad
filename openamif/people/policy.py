"""Verdicts, how they are required, and who may look after persons and roles."""

from dataclasses import dataclass

from openamif.people.models import Person
from openamif.people.queries import holdings
from openamif.people.states import RoleKind


@dataclass(frozen=True, slots=True)
class Verdict:
    """May she? Truthy or not, with the reason as a key that the door puts into words."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


class Refused(Exception):
    """A verdict that was required and went against the person."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict.reason)
        self.verdict = verdict


def require(verdict: Verdict) -> None:
    """Go on only if the verdict allows it."""
    if not verdict:
        raise Refused(verdict)


ALLOWED = Verdict(True)


def because(allowed: bool, reason: str) -> Verdict:
    """Allowed, or refused for this reason."""
    return ALLOWED if allowed else Verdict(False, reason)


def is_known(by: Person) -> Verdict:
    """Anyone with an account that is open."""
    return because(by.is_authenticated and by.is_active, "not_logged_in")


def can_administer_people(by: Person) -> Verdict:
    """Persons, organisations and roles are the administrator's."""
    return because(holdings(by).holds(RoleKind.ADMINISTRATOR), "not_administrator")


def can_read_trail(by: Person) -> Verdict:
    """The whole trail is for the administrator and the audit authority."""
    held = holdings(by)
    return because(held.holds(RoleKind.ADMINISTRATOR) or held.holds(RoleKind.AUDIT_AUTHORITY), "not_auditor")
