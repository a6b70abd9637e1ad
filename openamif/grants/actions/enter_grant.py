"""Enter a grant by hand."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from openamif.grants import policy
from openamif.grants.actions.write_content import set_columns, write_rows
from openamif.grants.facts import GrantContent
from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes.models import Programme
from openamif.record.actions.append_trail import append_trail


@transaction.atomic
def enter_grant(programme: Programme, content: GrantContent, *, by: Person, at: datetime | None = None) -> Grant:
    """A draft: what the rules find against it is told, and has to be mended before it is signed.

    ``at``: when it was entered; else now.
    """
    require(policy.can_enter_grant(by, programme))
    require(policy.can_hold_grant(by, programme, content.objective, content.delegated_authority))
    grant = Grant(programme=programme)
    set_columns(grant, replace(content, signed_on=None, ended_on=None))
    grant.save()
    if at is not None:  # the column takes the clock when the row is made
        grant.entered_at = at
        grant.save(update_fields=["entered_at"])
    write_rows([(grant, content)])
    append_trail(grant, "grant_entered", by=by, to_state=grant.state, details={"reference": grant.reference})
    return grant
