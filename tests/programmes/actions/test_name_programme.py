"""What a programme is called, its number, its reference allocation."""

from decimal import Decimal

import pytest

from openamif.people.policy import Refused
from openamif.programmes.actions.name_programme import name_programme
from openamif.programmes.models import Programme
from openamif.programmes.queries import findings_of
from tests.factories.people import person
from tests.factories.programmes import DAY
from tests.programmes.actions.trails import events, last

NAMES = {"title": "AMIF", "cci": "2014BE65AMNP009", "reference_allocation_amount": Decimal("100.50")}


def test_name_programme_keeps_before_and_after(version, bob):
    before = [version.programme.title, version.programme.cci, "None"]
    name_programme(version.programme, **NAMES, by=bob)
    found = Programme.objects.get(pk=version.programme_id)
    assert {name: getattr(found, name) for name in NAMES} == NAMES
    assert last(found).details == {"before": before, "after": ["AMIF", "2014BE65AMNP009", "100.50"]}
    assert (events(found), last(found).by) == (["named"], bob)


def test_name_programme_gives_the_rules_their_reference(version, bob):
    (before,) = (each for each in findings_of(version, on=DAY) if each.rule == "2.22.1")
    name_programme(version.programme, **NAMES, by=bob)
    version.programme.refresh_from_db()
    (after,) = (each for each in findings_of(version, on=DAY) if each.rule == "2.22.1")
    assert before != after


def test_name_programme_is_for_the_responsible_authority(version):
    with pytest.raises(Refused, match="not_responsible_authority"):
        name_programme(version.programme, **NAMES, by=person())
