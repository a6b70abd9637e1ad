"""The grants of the demonstration are lawful, and its bodies have numbers that a register could have given."""

from time import perf_counter

import pytest
from django.utils.timezone import localdate

from openamif.demo.grants import NUMBER, play_grants
from openamif.grants.models import Grant
from openamif.grants.queries import examine_grant
from openamif.people.identifiers import enterprise_number
from tests.factories import grants, people, programmes

pytestmark = pytest.mark.django_db
SECONDS = 8


def test_sixty_grants_are_played_lawfully_and_quickly():
    programme = programmes.programme()
    every = {"SO1.NO1", "SO1.NO2", "SO2.NO2", "SO2.NO3", "SO3.NO1", "SO3.NO2"}
    started = perf_counter()
    play_grants(programme, delegated=people.organisation("Flemish"), by=grants.manager(programme), on=localdate())
    assert perf_counter() - started < SECONDS
    played = list(Grant.objects.with_content())
    assert len(played) == NUMBER
    assert {grant.objective for grant in played} == every
    assert {grant.state for grant in played} == {"draft", "signed", "ended"}
    failing = [each for grant in played for each in examine_grant(grant, on=localdate()).findings if not each.holds]
    assert failing == []
    for grant in played:
        number = grant.beneficiary.enterprise_number
        assert enterprise_number(number, country="BE") == number
