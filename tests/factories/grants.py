"""A lawful grant of the small programme, and its way through the actions."""

from datetime import date
from decimal import Decimal

from openamif.grants.actions.end_grant import end_grant
from openamif.grants.actions.enter_grant import enter_grant
from openamif.grants.actions.sign_grant import sign_grant
from openamif.grants.facts import GrantContent
from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.states import OrganisationKind, RoleKind
from openamif.programmes.models import Programme
from tests.factories.people import numbers, organisation, person

DAY = date(2020, 6, 1)
SIGNED_ON, STARTS_ON, ENDS_ON = date(2018, 12, 1), date(2019, 1, 1), date(2020, 12, 31)


def content(**said) -> GrantContent:
    """What the agreement of a lawful grant says; nothing stands against it."""
    values = {
        "reference": f"BE/2019/PR/{next(numbers):04d}",
        "title": "A welcome course",
        "summary": "Newcomers learn the language and find their way.",
        "objective": "SO2.NO2",
        "action": 3,
        "procedure": "open_call",
        "procedure_reference": "Call 2018-1",
        "starts_on": STARTS_ON,
        "ends_on": ENDS_ON,
        "eligible_amount": Decimal("200000.00"),
        "union_amount": Decimal("150000.00"),
        "budget": {"staff": Decimal("150000.00"), "indirect": Decimal("50000.00")},
        "targets": {"SO2.C2": Decimal("250.00")},
        **said,
    }
    if "beneficiary" not in values:
        values["beneficiary"] = organisation(f"Beneficiary {next(numbers)}", kind=OrganisationKind.NGO)
    return GrantContent(**values)


def manager(programme: Programme) -> Person:
    """Somebody of the responsible authority of the programme."""
    return person(RoleKind.RESPONSIBLE_AUTHORITY, scope=programme.scope, of=programme.responsible_authority)


def draft(programme: Programme, *, by: Person | None = None, **said) -> Grant:
    """Entered by hand."""
    return enter_grant(programme, content(**said), by=by or manager(programme))


def signed(programme: Programme, *, by: Person | None = None, signed_on: date = SIGNED_ON, **said) -> Grant:
    """Entered and signed."""
    hand = by or manager(programme)
    return sign_grant(draft(programme, by=hand, **said), signed_on=signed_on, by=hand, on=DAY)


def ended(programme: Programme, *, by: Person | None = None, ended_on: date = ENDS_ON, **said) -> Grant:
    """Entered, signed and over."""
    hand = by or manager(programme)
    return end_grant(signed(programme, by=hand, **said), ended_on=ended_on, by=hand)
