"""The quick attendance page: who is listed and ticked, saving once and twice, taking somebody back."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openamif.register.models import Event
from tests.factories import register
from tests.web.beneficiary.conftest import House

DAY = date(2019, 3, 11)
PAGE_QUERIES = 15


@pytest.fixture
def group(house: House):
    """Two who came a week before, for three hours, and one who never did."""
    first, second, third = house.participants(3)
    for each in (first, second):
        register.event(each, by=house.member, in_activity=house.course, hours=Decimal(3))
    return first, second, third


@pytest.fixture
def asked(house, at):
    return f"{at('attendance')}?activity={house.course.pk}&day={DAY}"


def sent(house: House, *present, **said) -> dict[str, object]:
    return {
        "activity": house.course.pk,
        "day": str(DAY),
        "present": [each.pk for each in present],
        "hours": "3",
        **said,
    }


def on_the_day() -> set[int]:
    standing = Event.objects.filter(happened_on=DAY, corrected_by=None, is_void=False)
    return set(standing.values_list("participant", flat=True))


def test_it_asks_for_activity_and_day_first(member, house, at):
    page = member.get(at("attendance"))
    assert page.status_code == 200
    assert "roll" not in page.context
    assert house.course.title in page.content.decode()


def test_without_an_activity_it_says_how_to_begin(member, house, at):
    house.course.delete()
    assert "Attendance is taken for an activity" in member.get(at("attendance")).content.decode()


@pytest.mark.parametrize("day", ["2999-01-01", "2019-01-02", "2019-12-02", "never"])
def test_a_day_that_cannot_be_is_told(member, house, at, day):
    assert member.get(f"{at('attendance')}?activity={house.course.pk}&day={day}").status_code == 422


def test_those_who_came_before_are_ticked_and_the_hours_are_filled_in(member, group, asked):
    roll = member.get(asked).context["roll"]
    assert [(line.pk, line.ticked, line.recorded) for line in roll.lines] == [
        (each.pk, True, False) for each in sorted(group[:2], key=lambda each: each.local_reference)
    ]
    assert roll.form["hours"].value() == Decimal(3)
    assert not any(line.ticked for line in member.get(f"{asked}&start=none").context["roll"].lines)


@pytest.mark.parametrize(("day", "planned"), [(date(2019, 3, 4), "60"), (DAY, "60"), (DAY, "2")])
def test_hours_of_a_whole_course_that_a_file_said_are_not_offered_for_a_day(member, house, asked, day, planned):
    house.course.planned_hours = Decimal(planned)
    house.course.save()
    came = {"happened_on": day, "hours": Decimal(27)}
    register.event(house.participants()[0], by=house.member, in_activity=house.course, **came)
    hours = member.get(asked).context["roll"].form["hours"].value()
    assert hours == (Decimal(2) if planned == "2" else None)


def test_everybody_of_the_grant_is_listed_on_wish_and_found(member, group, asked):
    roll = member.get(f"{asked}&who=all").context["roll"]
    assert {line.pk for line in roll.lines} == {each.pk for each in group}
    assert not any(line.ticked for line in roll.lines)
    found = member.get(f"{asked}&who=all&q={group[2].local_reference}").context["roll"]
    assert [line.pk for line in found.lines] == [group[2].pk]


def test_listing_everybody_saves_what_is_ticked_first(member, house, group, at):
    page = member.post(at("attendance"), sent(house, group[0], who=["group", "all"]), follow=True)
    ticked = {line.pk: line.ticked for line in page.context["roll"].lines}
    assert ticked == {group[0].pk: True, group[1].pk: False, group[2].pk: False}
    assert on_the_day() == {group[0].pk}


def test_saving_twice_changes_nothing_twice(member, house, group, at):
    page = member.post(at("attendance"), sent(house, *group), follow=True)
    assert "3 persons recorded." in page.content.decode()
    assert on_the_day() == {each.pk for each in group}
    again = member.post(at("attendance"), sent(house, *group), follow=True)
    assert "nothing changed" in again.content.decode()
    assert Event.objects.filter(happened_on=DAY).count() == 3


def test_other_hours_for_those_recorded_already_are_not_dropped_in_silence(member, house, group, at):
    member.post(at("attendance"), sent(house, *group))
    page = member.post(at("attendance"), sent(house, *group, hours="2"), follow=True)
    assert "3 persons were recorded before with other hours" in page.content.decode()
    page = member.post(at("attendance"), sent(house, *group, hours=""), follow=True)
    assert "other hours" not in page.content.decode()


def test_taking_somebody_back_asks_for_a_reason(member, house, group, at, asked):
    member.post(at("attendance"), sent(house, *group[:2]))
    recorded = member.get(asked).context["roll"].recorded
    page = member.post(at("attendance"), sent(house, group[0], recorded=recorded))
    assert page.status_code == 422
    assert "say why" in page.content.decode()
    assert [line.ticked for line in page.context["roll"].lines].count(True) == 1
    assert len(on_the_day()) == 2
    done = member.post(at("attendance"), sent(house, group[0], recorded=recorded, reason="Was ill"), follow=True)
    assert "1 person taken back." in done.content.decode()
    assert on_the_day() == {group[0].pk}
    member.post(at("attendance"), sent(house, *group[:2], recorded=str(group[0].pk)))
    assert on_the_day() == {group[0].pk, group[1].pk}


def test_whoever_was_recorded_meanwhile_stays(member, house, group, at):
    member.post(at("attendance"), sent(house, group[1]))
    member.post(at("attendance"), sent(house, group[0], recorded=""))
    assert on_the_day() == {group[0].pk, group[1].pk}


def test_a_browser_with_scripts_is_given_the_list_alone(member, house, group, at):
    headers = {"HX-Request": "true"}
    page = member.post(at("attendance"), sent(house, *group[:2]), headers=headers)
    html = page.content.decode()
    assert "2 persons recorded." in html
    assert "<html" not in html
    refused = member.post(at("attendance"), sent(house, recorded=page.context["roll"].recorded), headers=headers)
    assert (refused.status_code, "say why" in refused.content.decode()) == (200, True)


def test_somebody_of_another_grant_is_passed_over(member, house, group, at):
    stranger = register.participant(house.foreign, by=house.rival)
    member.post(at("attendance"), sent(house, group[0], stranger))
    assert on_the_day() == {group[0].pk}


def test_hours_of_more_than_a_day_are_refused(member, house, group, at):
    assert member.post(at("attendance"), sent(house, group[0], hours="25")).status_code == 422
    assert on_the_day() == set()


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_same_however_many_came(member, house, asked, number):
    for each in house.participants(number):
        register.event(each, by=house.member, in_activity=house.course)
    with CaptureQueriesContext(connection) as queries:
        assert len(member.get(asked).context["roll"].lines) == number
    assert len(queries) == PAGE_QUERIES
