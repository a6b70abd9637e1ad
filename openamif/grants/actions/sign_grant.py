"""Both sides have signed the agreement."""

from dataclasses import replace
from datetime import date

from django.db import transaction

from openamif.grants import policy
from openamif.grants.actions.change_grant import require_lawful
from openamif.grants.facts import content_of
from openamif.grants.models import Grant
from openamif.grants.queries import findings_of
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.make_move import make_move
from openamif.rules import grants as rules


@transaction.atomic
def sign_grant(grant: Grant, *, signed_on: date, by: Person, on: date) -> Grant:
    """From now on the grant runs. Raises GrantNotLawful where a rule stands against it on the day of signature."""
    grant = Grant.objects.locked(grant.pk)
    require(policy.can_sign_grant(by, grant))
    content = replace(content_of(grant), signed_on=signed_on)
    require_lawful(rules.errors(findings_of(content, grant.programme, on=on)))
    grant.signed_on = signed_on
    grant.revision += 1
    return make_move(grant, "sign", by=by, details={"signed_on": signed_on.isoformat()})
