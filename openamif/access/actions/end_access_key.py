"""End a key that a program was given."""

from django.db import transaction
from django.utils import timezone

from openamif.access.policy import can_end_access_key
from openamif.people.models import AccessKey, Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail


@transaction.atomic
def end_access_key(key: AccessKey, *, by: Person) -> AccessKey:
    """From now on it opens nothing."""
    key = AccessKey.objects.select_for_update().get(pk=key.pk)
    require(can_end_access_key(by, key))
    if key.ended_at is None:
        key.ended_at = timezone.now()
        key.save()
        append_trail(key.person, "access_key_ended", by=by, details={"key": key.pk, "name": key.name})
    return key
