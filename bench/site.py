"""The site that pages are measured on: the demonstration played. Imported only once Django is set up."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import Count
from django.test import Client
from django.urls import reverse

from openamif.demo.people import PEOPLE
from openamif.demo.play import DOCUMENT, NAME, play
from openamif.people.models import Person
from openamif.programmes.actions.begin_programme import ProgrammeName, begin_programme
from openamif.programmes.models import Programme, Version
from openamif.sfc.reader_2014 import read_bytes

COUNTRIES = (
    "AT", "BG", "CH", "CY", "CZ", "DE", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IS",
    "IT", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "UK",
)  # fmt: skip
Visit = Callable[[], object]


def played() -> tuple[Visit, Visit]:
    """A visit to the overview of the open version, and one to the list of programmes by somebody without a role."""
    play()
    nobody = Person.objects.create_user("nobody@demo.openamif.eu", name="Nora Nobody")
    version = Version.objects.newest_first()[0]
    page = reverse("authority:version", args=[version.pk])
    return visit(officer(), page), visit(nobody, reverse("authority:programmes"))


def situation() -> Visit:
    """A visit to the overview of the demonstration's programme with the most grants."""
    programme = Programme.objects.annotate(number=Count("grants")).order_by("-number", "pk")[0]
    return visit(officer(), reverse("authority:situation", args=[programme.pk]))


@transaction.atomic
def add_programmes(number: int) -> None:
    """The same document as the programme of other countries, each with its own scope and role."""
    document = read_bytes(DOCUMENT.read_bytes()).programme
    for country in COUNTRIES[:number]:
        name = ProgrammeName(country=country, title=f"{country}{NAME.title[len('Belgium') :]}")
        begin_programme(document, name=name, by=officer())


def officer() -> Person:
    """The first who plays."""
    return Person.objects.get(email=PEOPLE[0].email)


def visit(person: Person, address: str) -> Visit:
    """Somebody who is logged in and asks for one page."""
    client = Client()
    client.force_login(person)

    def ask() -> None:
        answer = client.get(address)
        assert answer.status_code == 200, f"{address}: {answer.status_code}"

    return ask
