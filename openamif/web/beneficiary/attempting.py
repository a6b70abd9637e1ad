"""Doing something to the register, and telling at the form what stands against it."""

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.utils.translation import gettext_lazy as _

from openamif.grants.models import Grant
from openamif.register.actions.refusals import AlreadyCorrected, RecordedAlready, RecordedOtherwise, RegisterNotLawful
from openamif.web.register_findings import tell

Result = TypeVar("Result")
CORRECTED = _("Somebody corrected this meanwhile: open it again, and correct what stands now.")


def attempted(form: forms.Form, grant: Grant, deed: Callable[[], Result]) -> Result | None:
    """What the deed gave; None where it was refused, which the form then says."""
    try:
        return deed()
    except RegisterNotLawful as refusal:
        tell(form, refusal.findings, grant.programme.period)
    except AlreadyCorrected:
        form.add_error(None, CORRECTED)
    except RecordedAlready:
        told = _("This is recorded for this day already: take one of the two back instead.")
        form.add_error("happened_on", told)
    except RecordedOtherwise as refusal:
        told = _(
            "“%(name)s” is recorded for this day already, with the quantity %(quantity)s: correct that line, or give "
            "this one a name of its own if it is really another."
        )
        form.add_error("name", told % {"name": refusal.there.name, "quantity": refusal.there.quantity})
    return None
