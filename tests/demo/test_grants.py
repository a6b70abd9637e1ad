"""The grants of the demonstration are lawful and dated from today; their bodies have numbers as a register gives."""

from datetime import date
from time import process_time

import pytest
from django.utils.timezone import localdate

from openamif.demo import grants_2014, grants_2021
from openamif.demo.people import FRANCOPHONE
from openamif.demo.strand_2021 import CONTENT
from openamif.grants.models import Amendment, BeneficialOwner, Contract, Grant, ReportDue, WorkPackage
from openamif.grants.queries import examine_grant
from openamif.people.identifiers import enterprise_number
from tests.factories import grants, people, programmes

pytestmark = pytest.mark.django_db
SECONDS = 12
DAYS = (date(2025, 2, 28), date(2027, 2, 14))


def lawful(day: date) -> list[Grant]:
    played = list(Grant.objects.with_content())
    assert {grant.state for grant in played} == {"draft", "signed", "ended"}
    failing = [each for grant in played for each in examine_grant(grant, on=day).findings if not each.holds]
    assert failing == []
    for grant in played:
        number = grant.beneficiary.enterprise_number
        assert enterprise_number(number, country="BE") == number
    return played


def test_forty_grants_of_2014_are_played_lawfully_and_quickly():
    programme = programmes.programme()
    every = {"SO1.NO1", "SO1.NO2", "SO1.NO3", "SO2.NO2", "SO2.NO3", "SO3.NO1", "SO3.NO2"}
    by, flemish = grants.manager(programme), people.organisation("Flemish")
    started = process_time()
    grants_2014.play_grants_2014(programme, delegated=flemish, by=by, on=localdate())
    assert process_time() - started < SECONDS
    played = lawful(localdate())
    assert len(played) == grants_2014.NUMBER
    assert {grant.objective for grant in played} == every


@pytest.mark.parametrize("day", DAYS)
def test_the_strand_of_2021_is_played_around_any_day(day):
    programme = programmes.programme_2021(content=CONTENT).programme
    agency = people.organisation(FRANCOPHONE)
    grants_2021.play_grants_2021(programme, delegated=agency, by=grants.manager(programme), on=day)
    played = lawful(day)
    assert len(played) == grants_2021.NUMBER
    assert {grant.delegated_authority for grant in played} == {agency}
    assert {grant.action for grant in played} == {3, 4, 5, 6, 7, 8}
    due = ReportDue.objects.filter(grant__state="signed")
    assert due.filter(due_on__lt=day).count() > 10
    assert due.filter(due_on__gte=day).count() > 10
    for model in (Contract, Amendment, BeneficialOwner, WorkPackage):
        assert model.objects.exists()
