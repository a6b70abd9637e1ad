"""What runs beside the pages: each job calls an action, and can be run again."""

from django.db import transaction
from django.utils.timezone import localdate
from django_tasks import task

from openamif.letters.actions.send_letters import send_letters
from openamif.programmes.models import Programme
from openamif.register.actions.read_file import read_file
from openamif.register.actions.store_import import store_import
from openamif.register.models import RegisterImport
from openamif.reports.actions.count_tallies import count_tallies
from openamif.reports.actions.follow_register import follow_register
from openamif.web.register_form import the_register_form

MANY = 1000


@task
def read_register_file(pk: int) -> None:
    """A file of a register: read, checked, put under pseudonyms."""
    read_file(RegisterImport.objects.get(pk=pk), form=the_register_form())


@task
def store_register_file(pk: int) -> None:
    """A file that was confirmed: stored; the programme's figures follow, those of the whole grant where many change.

    Both or neither: no figure stays behind because a worker was killed in between.
    """
    with transaction.atomic():
        stored = store_import(RegisterImport.objects.get(pk=pk))
        subjects = stored.subjects if len(stored.subjects) <= MANY else None
        follow_register(stored.upload.grant, subjects=subjects)


@task
def count_programme(pk: int) -> None:
    """Where a programme stands, counted from nothing."""
    count_tallies(Programme.objects.get(pk=pk))


@task
def send_letters_now() -> None:
    """Letters that wait: each sent where it is still true, else dropped."""
    send_letters(on=localdate())
