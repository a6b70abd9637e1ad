"""Where a person's work begins: it depends on her roles, and is decided here alone."""

from openamif.people.models import Person
from openamif.people.queries import holdings
from openamif.people.states import RoleKind


def is_only_beneficiary(person: Person) -> bool:
    """Whether every role she holds is that of a beneficiary."""
    kinds = {role.kind for role in holdings(person).roles}
    return kinds == {RoleKind.BENEFICIARY}


def home_of(person: Person) -> str:
    """The name of the page that she is led to after log-in, and by the sign in the corner."""
    return "beneficiary:home" if is_only_beneficiary(person) else "authority:home"
