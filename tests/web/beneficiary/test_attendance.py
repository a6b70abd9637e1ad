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
    assert "were recorded before with other hours" not in page.content.decode()


def hours_on_the_day() -> dict[int, Decimal | None]:
    standing = Event.objects.filter(happened_on=DAY, corrected_by=None, is_void=False)
    return dict(standing.values_list("participant", "hours"))


def test_hours_that_were_forgotten_are_given_to_all_at_once_with_a_reason(member, house, group, at):
    member.post(at("attendance"), sent(house, *group[:2], hours=""))
    asked = sent(house, *group, hours="2.5", for_recorded="on")
    refused = member.post(at("attendance"), asked)
    assert refused.status_code == 422
    assert "say why" in refused.content.decode()
    assert hours_on_the_day() == {group[0].pk: None, group[1].pk: None}
    page = member.post(at("attendance"), asked | {"reason": "Forgotten"}, follow=True)
    assert "1 person recorded. 2 persons given these hours." in page.content.decode()
    assert hours_on_the_day() == {each.pk: Decimal("2.5") for each in group}
    corrections = Event.objects.filter(happened_on=DAY).exclude(corrects=None)
    assert {each.reason for each in corrections} == {"Forgotten"}
    again = member.post(at("attendance"), asked, follow=True)
    assert "nothing changed" in again.content.decode()


def test_only_those_ticked_are_given_other_hours(member, house, group, at):
    member.post(at("attendance"), sent(house, *group))
    recorded = ",".join(str(each.pk) for each in group)
    said = {"hours": "2", "for_recorded": "on", "reason": "Left early", "recorded": recorded}
    member.post(at("attendance"), sent(house, *group[:2], **said))
    assert hours_on_the_day() == {group[0].pk: Decimal(2), group[1].pk: Decimal(2)}


def test_no_hours_are_given_to_nobody(member, house, group, at):
    member.post(at("attendance"), sent(house, *group))
    page = member.post(at("attendance"), sent(house, *group, hours="", for_recorded="on", reason="Forgotten"))
    assert (page.status_code, list(page.context["roll"].form.errors)) == (422, ["hours"])
    assert set(hours_on_the_day().values()) == {Decimal(3)}


NEW = {"local_reference": "N-1", "birth_year": "1990"}


def test_somebody_new_is_entered_from_the_list_and_ticked_in_it(member, house, group, at, asked):
    page = member.post(at("attendance"), sent(house, group[0], then="enter"), follow=True)
    assert on_the_day() == {group[0].pk}
    assert page.redirect_chain[-1][0].startswith(at("participant_enter"))
    assert "1 person recorded." in page.content.decode()
    made = member.post(page.redirect_chain[-1][0], NEW, follow=True)
    roll = made.context["roll"]
    newcomer = house.grant.participants.get(local_reference="N-1")
    assert (roll.activity, roll.day, roll.lines[0].pk) == (house.course, DAY, newcomer.pk)
    assert [(line.ticked, line.recorded) for line in roll.lines] == [(True, False), (True, True), (False, False)]
    assert "N-1 is in the register, without a name; ticked in the list below" in made.content.decode()
    member.post(at("attendance"), sent(house, group[0], newcomer))
    assert on_the_day() == {group[0].pk, newcomer.pk}


def test_several_are_entered_from_the_list_in_a_row(member, house, group, at, asked):
    way = f"{at('participant_enter')}?activity={house.course.pk}&day={DAY}"
    page = member.post(way, NEW | {"another": "1"}, follow=True)
    member.post(page.redirect_chain[-1][0], NEW | {"local_reference": "N-2"}, follow=True)
    newcomers = house.grant.participants.filter(local_reference__startswith="N-")
    stranger = register.participant(house.foreign, by=house.rival)
    keys = ",".join(str(each.pk) for each in (*newcomers, stranger))
    roll = member.get(f"{asked}&new={keys}").context["roll"]
    assert [line.reference for line in roll.lines[:2]] == ["N-1", "N-2"]
    assert len(roll.lines) == 4
    assert member.get(f"{asked}&new=nobody,\0,{'9' * 30}").status_code == 200


def test_what_is_wrong_keeps_somebody_new_in_the_list(member, house, group, at):
    newcomer = register.participant(house.grant, by=house.member)
    page = member.post(at("attendance"), sent(house, newcomer, hours="25", new=str(newcomer.pk)))
    assert page.status_code == 422
    assert [line.pk for line in page.context["roll"].lines if line.ticked] == [newcomer.pk]


def test_a_browser_with_scripts_is_led_to_enter_somebody_new(member, house, group, at):
    page = member.post(at("attendance"), sent(house, group[0], then="enter"), headers={"HX-Request": "true"})
    assert page.headers["HX-Redirect"] == f"{at('participant_enter')}?activity={house.course.pk}&day={DAY}"


def test_somebody_new_who_is_here_already_can_be_ticked_instead(member, house, group, at):
    way = f"{at('participant_enter')}?activity={house.course.pk}&day={DAY}"
    named = {"surname": "Peeters", "given_names": "An", "born_on": "1990-02-03"}
    member.post(at("participant_enter"), NEW | named)
    page = member.post(way, NEW | named | {"local_reference": "N-2"})
    known = house.grant.participants.get(local_reference="N-1")
    assert page.status_code == 422
    assert f"new={known.pk}" in page.content.decode()


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
