"""What the database must never hold of letters, tried past every action."""

import pytest

from openamif.letters.actions.queue_letters import queue_letters
from openamif.letters.models import Letter, TrailMark
from openamif.people.states import RoleKind
from tests.constraints import forbidden
from tests.factories.people import person
from tests.letters.reported import DUE_ON, colleague, running
from tests.programmes.bare import INSTANT

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter():
    colleague(running())
    queue_letters(on=DUE_ON)
    return Letter.objects.get()


def test_letter_is_of_a_known_kind(letter):
    with forbidden("letter_is_of_a_known_kind"):
        Letter.objects.update(kind="chain_letter")


def test_letter_is_in_a_known_state(letter):
    with forbidden("letter_is_in_a_known_state"):
        Letter.objects.update(state="lost")


def test_letter_is_written_once(letter):
    letter.pk = None
    with forbidden("letter_is_written_once"):
        letter.save()


def test_letter_is_written_once_without_a_grant():
    values = {"person": person(RoleKind.ADMINISTRATOR), "kind": "import_finished", "cause": "trail:1"}
    Letter.objects.create(**values)
    with forbidden("letter_is_written_once"):
        Letter.objects.create(**values)


@pytest.mark.parametrize("missing", ["subject", "body", "sent_at"])
def test_letter_sent_says_something(letter, missing):
    values = {"state": "sent", "subject": "Due", "body": "Please.", "sent_at": INSTANT}
    with forbidden("letter_sent_says_something"):
        Letter.objects.update(**values | {missing: None if missing == "sent_at" else ""})


@pytest.mark.parametrize(
    "values",
    [
        {"state": "dropped"},
        {"state": "dropped", "dropped_because": "no_idea"},
        {"dropped_because": "account_closed"},
    ],
)
def test_letter_dropped_says_why(letter, values):
    with forbidden("letter_dropped_says_why"):
        Letter.objects.update(**values)


def test_trail_mark_is_one(letter):
    with forbidden("trail_mark_is_one"):
        TrailMark.objects.create(pk=2)
