"""The first administrator, entered from the terminal."""

import pytest

from openamif.people.models import Person
from openamif.people.policy import can_administer_people
from openamif.record.models import Trail
from openamif.web.command import main

WHO = ["--name", "Ada", "--organisation", "European Funds Unit", "--language", "fr"]
GIVEN = ["administrator", "ada@example.org", *WHO]

pytestmark = pytest.mark.django_db


def test_the_first_administrator_is_entered_with_her_trail(capsys):
    assert main(GIVEN) == 0
    ada = Person.objects.get(email="ada@example.org")
    assert can_administer_people(ada)
    assert (ada.language, ada.has_usable_password()) == ("fr", False)
    assert [row.event for row in Trail.objects.order_by("number", "pk")] == ["person_entered", "role_given"]
    assert "password" in capsys.readouterr().out


def test_a_second_one_is_refused_and_nothing_is_kept(capsys):
    main(GIVEN)
    assert main(["administrator", "bob@example.org", "--name", "Bob", "--organisation", "Another"]) == 1
    assert not Person.objects.filter(email="bob@example.org").exists()
    assert "administrator already" in capsys.readouterr().err
