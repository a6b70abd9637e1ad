"""Grants of the demonstration with as many participants as one likes. Imported only once Django is set up."""

from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from bench.site import Visit, visit
from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.register.actions.write_participants import grow
from openamif.register.actions.write_rows import write_rows
from openamif.register.models import Participant, Subject
from openamif.register.states import Sex

SIGNER = "liege@demo.openamif.eu"
A_PAGE_AND_MORE = 10**6


@transaction.atomic
def grant_with(number: int) -> Grant:
    """A grant of the beneficiary that has a log-in, not taken yet, with so many participants more."""
    taken = [each.grant_id for each in Participant.objects.filter(local_reference="00000000")]
    mine = Grant.objects.filter(rights__person__email=SIGNER).exclude(pk__in=taken)
    grant = mine.select_related("programme").order_by("pk")[0]
    first = (Subject.objects.aggregate(last=Max("pk"))["last"] or 0) + 1
    write_rows(Subject, ("id", "likeness", "key_number"), ((first + each, "", 1) for each in range(number)))
    now, sexes = timezone.now(), [str(sex) for sex in Sex]
    columns = ("grant", "subject", "local_reference", "birth_year", "sex", "entered_at")
    columns += ("nationality_group", "standing", "is_vulnerable", "is_unaccompanied_minor")
    rows = (
        (
            grant.pk,
            first + each,
            f"{each:08d}",
            1950 + each % 60,
            sexes[each % 3],
            now,
            "third_country",
            "",
            False,
            False,
        )
        for each in range(number)
    )
    write_rows(Participant, columns, rows)
    grow(grant, participants=number)
    return grant


def pages_of(grant: Grant) -> tuple[Visit, Visit]:
    """A visit to the first page of its participants, and one to the last."""
    address = reverse("beneficiary:participants", args=[grant.pk])
    her = Person.objects.get(email=SIGNER)
    return visit(her, address), visit(her, f"{address}?page={A_PAGE_AND_MORE}")
