"""Who may read the letters that were written."""

from openamif.people.models import Person
from openamif.people.policy import Verdict, because
from openamif.people.queries import holdings
from openamif.people.states import RoleKind

READERS = (
    RoleKind.ADMINISTRATOR,
    RoleKind.RESPONSIBLE_AUTHORITY,
    RoleKind.DELEGATED_AUTHORITY,
    RoleKind.AUDIT_AUTHORITY,
)


def can_see_letters(by: Person) -> Verdict:
    """The administrator all of them; the authorities those about their grants."""
    return because(holdings(by).holds(*READERS), "no_role_for_letters")
