"""Enter a part of a programme, for which a delegated authority can hold its role."""

from collections.abc import Sequence

from django.db import transaction

from openamif.people.models import Person, Scope
from openamif.people.policy import can_administer_people, require
from openamif.record.actions.append_trail import append_trail


@transaction.atomic
def enter_part(*, whole: Scope, name: str, objectives: Sequence[str], by: Person) -> Scope:
    """The objectives by their codes (``SO2.NO2``); whoever holds a role for the part sees these alone.

    Source: Delegated Regulation (EU) No 1042/2014, Article 5.
    """
    require(can_administer_people(by))
    part = Scope.objects.create(name=name, parent=whole, objectives=list(objectives))
    append_trail(part, "part_entered", by=by, details={"whole": whole.pk, "objectives": list(objectives)})
    return part
