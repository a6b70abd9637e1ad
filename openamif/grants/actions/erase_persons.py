"""Erase whom a grant names once its retention period is over; what it was given and for what stays."""

from datetime import date

from django.db import transaction

from openamif.grants.models import BeneficialOwner, Grant, Particulars, Partner
from openamif.grants.queries.retention import NOBODY, due_on
from openamif.record.actions.append_trail import append_trail


class NotDue(Exception):
    """The retention period is not over yet."""


@transaction.atomic
def erase_persons(grant: Grant, *, on: date, paid_on: date | None = None) -> Grant:
    """Its beneficial owners, its contact and those of its partners; the trail keeps how many. Raises NotDue.

    ``paid_on``: the day of the last payment, where it is known. Whoever has the grant open to change it reads it again.
    """
    grant = Grant.objects.locked(grant.pk)
    day = require_due(grant, on=on, paid_on=paid_on)
    owners, _by_model = BeneficialOwner.objects.filter(grant=grant).delete()
    contacts = sum(
        model.objects.filter(grant=grant).exclude(**NOBODY).update(**NOBODY) for model in (Particulars, Partner)
    )
    grant.revision += 1
    grant.save(update_fields=["revision"])
    details = {"due_on": day.isoformat(), "owners": owners, "contacts": contacts}
    append_trail(grant, "persons_erased", by=None, details=details)
    return grant


def require_due(grant: Grant, *, on: date, paid_on: date | None) -> date:
    """The day from which it was due. Raises NotDue."""
    day = due_on(grant, on=on, paid_on=paid_on)
    if day > on:
        raise NotDue(day)
    return day
