"""Who of the beneficiary takes its register away is written down, once a day and a list."""

from openamif.record.models import Trail
from tests.factories import register


def test_the_whole_register_taken_away_leaves_a_trail(member, house, at):
    for someone in house.participants(2):
        register.event(someone, by=house.member, in_activity=house.course)
    for form in ("csv", "xlsx"):
        assert member.get(at("register_held", form)).status_code == 200
    taken = Trail.objects.get(event="list_taken")
    assert (taken.by, taken.subject_pk) == (house.member, house.grant.pk)
    assert taken.details == {"what": "register", "count": 2}


def test_opening_its_own_list_leaves_none(member, house, at):
    house.participants(2)
    assert member.get(at("participants")).status_code == 200
    assert not Trail.objects.filter(event__in=["opened", "list_taken"]).exists()
