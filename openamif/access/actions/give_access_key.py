"""Give oneself a key for a program."""

import secrets

from django.db import transaction

from openamif.access.policy import can_hold_access_keys
from openamif.people.models import AccessKey, Person
from openamif.people.policy import require
from openamif.people.queries import digest_of_key
from openamif.record.actions.append_trail import append_trail

PREFIX = "amif_"


@transaction.atomic
def give_access_key(*, name: str, by: Person) -> tuple[AccessKey, str]:
    """The key, and its secret: shown this once, kept nowhere."""
    require(can_hold_access_keys(by))
    secret = PREFIX + secrets.token_urlsafe()
    key = AccessKey.objects.create(person=by, name=name, digest=digest_of_key(secret))
    append_trail(by, "access_key_given", by=by, details={"key": key.pk, "name": name})
    return key, secret
