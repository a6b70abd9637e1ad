"""The participants of a grant: found, taken away, entered without leaving a name, described, corrected."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from openamif.record.models import Trail
from openamif.register.models import Event, Participant, RegisterImport, Subject
from openamif.register.states import EventKind
from tests.factories import register
from tests.web.beneficiary.conftest import House

LIST_QUERIES, PAGE_QUERIES = 12, 11
TOLD = {"local_reference": "QV-1", "sex": "female", "standing": "protected", "nationality_group": "third_country"}
OTHER_NUMBER = "85.07.30-034 27"
NAMING = {"national_number": "85.07.30-033 28", "surname": "Kowalska", "given_names": "Anna", "born_on": "1985-07-30"}


def url(name, *args):
    return reverse(f"beneficiary:{name}", args=args)


def references(page) -> list[str]:
    return [row["name"].text for row in page.context["rows"]]


@pytest.fixture
def known(house: House) -> list[Participant]:
    first = register.participant(house.grant, by=house.member, reference="B-2", sex="female", birth_year=1990)
    second = register.participant(house.grant, by=house.member, reference="A-1", standing="applicant")
    register.event(first, by=house.member, in_activity=house.course)
    return [first, second]


@pytest.mark.parametrize(
    ("query", "seen"),
    [
        ("", ["A-1", "B-2"]),
        ("q=b-", ["B-2"]),
        ("sex=female", ["B-2"]),
        ("standing=applicant", ["A-1"]),
        ("activity={course}", ["B-2"]),
        ("lacks=sex", ["A-1"]),
        ("lacks=birth_year", ["A-1"]),
        ("lacks=entry_test", ["B-2"]),
        ("q=zzz", []),
        ("lacks=odd", []),
        ("sex=odd&activity=x&lacks=1%3D1&page=99", []),
    ],
)
def test_participants_are_found(member, house, known, at, query, seen):
    page = member.get(f"{at('participants')}?{query.format(course=house.course.pk)}")
    assert references(page) == seen
    assert page.context["form"].narrows_by_more == ("=" in query and not query.startswith("q=")), "it stands open"
    assert all(
        query.partition("&page")[0].format(course=house.course.pk) in each.url for each in page.context["exports"]
    )


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_however_long(member, house, at, number):
    house.participants(number)
    with CaptureQueriesContext(connection) as queries:
        assert len(member.get(at("participants")).context["rows"]) == number
    assert len(queries) == LIST_QUERIES


@pytest.mark.parametrize("number", [1, 3])
def test_a_participants_page_asks_the_same_however_much_happened(member, house, number):
    (someone,) = house.participants()
    for day in range(number):
        register.event(someone, by=house.member, in_activity=house.course, happened_on=date(2019, 3, 4 + day))
    with CaptureQueriesContext(connection) as queries:
        assert len(member.get(url("participant", someone.pk)).context["entries"]) == number
    assert len(queries) == PAGE_QUERIES


def test_what_is_seen_is_taken_away_with_local_references(member, known, at):
    answer = member.get(f"{at('participants_export', 'xlsx')}?sex=female")
    rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert [row[:3] for row in rows] == [["Local reference", "Year of birth", "Sex"], ["B-2", "1990", "Female"]]
    lines = member.get(at("participants_export", "csv")).content.decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    taken = Trail.objects.filter(event="list_taken").order_by("number")
    assert [each.details for each in taken] == [{"what": "participants", "count": count} for count in (1, 2)]
    assert member.get(at("participants_export", "pdf")).status_code == 404


def test_a_partner_sees_pseudonyms_and_leaves_a_trail(client, house, known, at):
    """The references lead into the files of the beneficiary, which are not hers."""
    house.grant.partners.create(organisation=house.rival.roles.get().organisation)
    sent = RegisterImport.objects.create(grant=house.grant, name="Kowalska Anna.csv", size=1, sent_by=house.member)
    register.event(known[0], by=house.member, in_activity=house.course, happened_on=date(2019, 3, 9), source=sent)
    client.force_login(house.rival)
    page = client.get(at("participants"))
    assert references(page) == [str(each.subject) for each in sorted(known, key=lambda each: each.subject_id)]
    assert page.context["exports"] == []
    assert references(client.get(f"{at('participants')}?q={known[0].subject}")) == [str(known[0].subject)]
    listed = Trail.objects.get(event="opened")
    assert (listed.subject_pk, listed.details) == (house.grant.pk, {"what": "participants", "count": len(known)})
    opened = client.get(url("participant", known[0].pk))
    for shown in (page, opened):
        assert "B-2" not in shown.content.decode()
        assert "A-1" not in shown.content.decode()
        assert "Kowalska" not in shown.content.decode()
    assert {each.by for each in Trail.objects.filter(event="opened")} == {house.rival}
    assert "is in the trail" in opened.content.decode()
    assert client.get(at("participants_export", "csv")).status_code == 403


def test_the_beneficiary_opens_its_own_without_a_trail(member, house, known):
    sent = RegisterImport.objects.create(grant=house.grant, name="March.csv", size=1, sent_by=house.member)
    register.event(known[0], by=house.member, in_activity=house.course, happened_on=date(2019, 3, 9), source=sent)
    page = member.get(url("participant", known[0].pk)).content.decode()
    assert "B-2" in page
    assert "March.csv" in page
    assert not Trail.objects.filter(event="opened").exists()


def test_entering_keeps_no_name(member, house, at):
    page = member.post(at("participant_enter"), TOLD | NAMING, follow=True)
    someone = Participant.objects.get(local_reference="QV-1")
    assert page.redirect_chain == [(url("participant", someone.pk), 302)]
    assert (someone.birth_year, someone.sex, someone.standing) == (1985, "female", "protected")
    kept = str(list(Trail.objects.values())) + str(list(Subject.objects.values("pseudonyms__code", "likeness")))
    assert "Kowalska" not in kept + page.content.decode()
    assert "These four are not kept." in member.get(at("participant_enter")).content.decode()


def test_the_same_person_elsewhere_is_the_same_subject(member, client, house, at):
    member.post(at("participant_enter"), TOLD | NAMING)
    client.force_login(house.rival)
    client.post(url("participant_enter", house.foreign.pk), TOLD | NAMING | {"another": "1"})
    assert len(set(Participant.objects.values_list("subject", flat=True))) == 1


@pytest.mark.parametrize("said", [NAMING, NAMING | {"national_number": ""}])
def test_whoever_is_here_already_is_told_before_a_second_reference_is_entered(member, house, at, said):
    member.post(at("participant_enter"), TOLD | NAMING)
    (first,) = Participant.objects.all()
    again = TOLD | said | {"local_reference": "QV-2"}
    page = member.post(at("participant_enter"), again)
    assert (page.status_code, page.context["known"]) == (422, first)
    assert url("participant", first.pk) in page.content.decode()
    assert Participant.objects.count() == 1
    member.post(at("participant_enter"), again | {"known": "1"})
    assert list(Participant.objects.values_list("subject", flat=True)) == [first.subject_id] * 2


def test_another_number_with_the_same_name_is_another_person(member, at):
    member.post(at("participant_enter"), TOLD | NAMING)
    other = {"local_reference": "QV-2", "national_number": OTHER_NUMBER}
    assert member.post(at("participant_enter"), TOLD | NAMING | other).status_code == 302


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"local_reference": ""}, "This field is required."),
        ({"local_reference": "A-1"}, "has this local reference already"),
        ({"birth_year": "1990"}, "The year differs from the date of birth."),
        ({"born_on": "2999-01-01"}, "cannot be: correct the year, which is from 1900 to 2100."),
        ({"born_on": "2099-01-01"}, "2099 is still to come. Choose a day up to today"),
        ({"birth_year": "2050"}, "“2050” is out of range: from 1900 to"),
        ({"national_number": "", "born_on": ""}, "A name without the date of birth leads to nobody"),
        ({"national_number": "", "given_names": ""}, "A single name with the date of birth leads to nobody"),
        ({"national_number": "", "surname": "-"}, "A single name with the date of birth leads to nobody"),
        ({"national_number": "85.07.30-033 29"}, "This number identifies nobody"),
        ({"national_number": "BX-"}, "This number identifies nobody"),
        ({"born_on": "", "birth_year": "1900"}, "Correct the year of birth."),
    ],
)
def test_what_cannot_be_is_told_at_its_field(member, known, at, said, told):
    page = member.post(at("participant_enter"), TOLD | NAMING | said)
    assert page.status_code == 422
    assert told in page.content.decode()
    assert Participant.objects.count() == 2


def test_that_a_day_of_birth_alone_identifies_nobody_is_told(member, at):
    told = "The date of birth alone identifies nobody"
    alone = {"national_number": "", "surname": "", "given_names": ""}
    page = member.post(at("participant_enter"), TOLD | NAMING | alone, follow=True)
    assert told in page.content.decode()
    named = member.post(at("participant_enter"), TOLD | NAMING | {"local_reference": "N-1"}, follow=True)
    assert told not in named.content.decode()
    assert Participant.objects.count() == 2


def test_what_is_to_be_corrected_is_told_in_the_order_of_the_page(member, at):
    page = member.post(at("participant_enter"), {"national_number": "1", "birth_year": "x"})
    assert list(page.context["form"].errors) == ["local_reference", "national_number", "birth_year"]


def test_whoever_turns_out_to_be_here_already_is_told(member, known, at):
    member.post(at("participant_enter"), {"local_reference": "C-9"} | NAMING)
    page = member.post(url("participant_identify", known[1].pk), NAMING, follow=True)
    assert "the same person as C-9" in page.content.decode()


@pytest.mark.parametrize("said", [{"national_number": NAMING["national_number"]}, NAMING | {"national_number": ""}])
def test_whoever_was_entered_without_a_name_can_be_named_later(client, house, known, said):
    client.force_login(house.rival)
    client.post(url("participant_enter", house.foreign.pk), TOLD | NAMING)
    elsewhere = Participant.objects.get(grant=house.foreign)
    client.force_login(house.member)
    page = client.post(url("participant_identify", known[1].pk), said, follow=True)
    assert page.redirect_chain == [(url("participant", known[1].pk), 302)]
    assert Participant.objects.get(pk=known[1].pk).subject_id == elsewhere.subject_id
    assert Trail.objects.filter(event="participant_identified").count() == 1
    assert "Kowalska" not in page.content.decode() + str(list(Trail.objects.values()))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, "This leads to nobody"),
        (NAMING | {"national_number": "", "born_on": ""}, "This leads to nobody"),
        (NAMING | {"national_number": "85.07.30-033 29"}, "This number identifies nobody"),
        (NAMING, "The register has 1990 as the year of birth"),
    ],
)
def test_what_names_nobody_is_told_and_changes_nothing(member, known, said, told):
    page = member.post(url("participant_identify", known[0].pk), said)
    assert page.status_code == 422
    assert told in page.content.decode()
    assert Participant.objects.get(pk=known[0].pk).subject_id == known[0].subject_id


def test_another_description_keeps_the_one_before(member, known):
    page = member.post(url("participant_describe", known[1].pk), {"sex": "male", "standing": "protected"}, follow=True)
    assert dict(page.context["pairs"])["Sex"] == "Male"
    assert "Applicant for international protection" in page.context["past"][0].text


def test_what_a_colleague_said_meanwhile_is_not_written_over_unseen(client, house, known):
    page = url("participant_describe", known[1].pk)
    client.force_login(house.member)
    mine = {"sex": "male", "standing": "protected", "seen": client.get(page).context["form"]["seen"].value()}
    client.force_login(house.colleague)
    hers = {"standing": "applicant", "birth_year": "1991", "seen": mine["seen"]}
    assert client.post(page, hers).status_code == 302
    client.force_login(house.member)
    told = client.post(page, mine)
    assert told.status_code == 422
    assert "Year of birth: 1991; Sex: Not known" in told.content.decode()
    again = client.post(page, mine | {"seen": told.context["form"]["seen"].value()})
    assert again.status_code == 302
    assert Participant.objects.get(pk=known[1].pk).sex == "male"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"starts_on": "31.2.2019"}, "“31.2.2019” is no date. Write it as"),
        ({"ends_on": "2019-01-01"}, "before it starts on"),
        ({"location": "NAMUR"}, "NAMUR is not one of the available choices"),
    ],
)
def test_what_cannot_be_of_an_activity_is_told_with_what_was_found(member, house, at, said, told):
    right = {"reference": "N", "title": "New", "kind": "8", "starts_on": "2019-02-01", "location": "BE211"}
    page = member.post(at("activity_enter"), right | said)
    assert (page.status_code, told in page.content.decode()) == (422, True)
    member.post(at("activity_enter"), right)
    assert house.grant.activities.get(reference="N").location == "BE211"


def test_the_place_of_an_activity_is_written_where_the_places_of_the_country_are_not_here(member, house, at):
    type(house.grant.programme).objects.update(country="FR")
    right = {"reference": "N", "title": "New", "kind": "8", "starts_on": "2019-02-01", "location": "frk2"}
    told = member.post(at("activity_enter"), right | {"location": "frk2111"})
    assert (told.status_code, "“FRK2111” is no code of NUTS" in told.content.decode()) == (422, True)
    member.post(at("activity_enter"), right)
    assert house.grant.activities.get(reference="N").location == "FRK2"


def test_a_place_that_a_file_brought_is_kept_when_its_activity_is_changed(member, house):
    type(house.course).objects.update(location="NAMUR")
    page = member.get(url("activity_change", house.course.pk))
    assert ("NAMUR", "NAMUR") in page.context["form"].fields["location"].choices


def test_an_activity_that_a_colleague_changed_meanwhile_is_told(member, house):
    page = url("activity_change", house.course.pk)
    said = {"reference": "FR", "kind": str(house.course.kind), "starts_on": "2019-01-07", "ends_on": "2019-12-01"}
    mine = said | {"title": "Mine", "seen": member.get(page).context["form"]["seen"].value()}
    assert member.post(page, said | {"title": "Hers"}).status_code == 302
    told = member.post(page, mine)
    assert "What is saved now: Title: Hers." in told.content.decode()
    assert member.post(page, mine | {"seen": told.context["form"]["seen"].value()}).status_code == 302


def test_what_happened_is_chosen_then_recorded(member, house, known):
    page = url("event_record", known[1].pk)
    chosen = [link for group in member.get(page).context["groups"] for link in group["links"]]
    assert ("Took part in an activity", "?kind=0") in [(link.text, link.url) for link in chosen]
    said = {"activity": house.course.pk, "happened_on": "2019-03-05", "hours": "2.5"}
    member.post(f"{page}?kind=0", said)
    event = Event.objects.get(participant=known[1])
    assert (event.kind, event.activity_id, str(event.hours)) == (EventKind.LANGUAGE_COURSE, house.course.pk, "2.50")
    again = member.post(f"{page}?kind=0", said, follow=True)
    assert "recorded already" in again.content.decode()
    test = {"happened_on": "2019-02-01", "value": "1", "instrument": "TCF", "activity": ""}
    shown = member.post(f"{page}?kind=30", test, follow=True).context["entries"]
    assert [entry.title for entry in shown] == ["Language course", "Language test at entry: A1"]


def test_what_came_of_it_leaves_out_what_only_another_objective_counts(member, house, known):
    def offered() -> list[str]:
        groups = member.get(url("event_record", known[0].pk)).context["groups"]
        return [link.text for link in groups[-1]["links"]]

    assert "Applied for long-term residence" in offered()
    assert not {"Returned voluntarily", "Was removed", "Was resettled"} & set(offered())
    house.grant.objective = "SO3.NO1"
    house.grant.save()
    assert "Was removed" in offered()


def test_what_is_not_recorded_because_something_else_stands_is_told(member, house, known):
    page = f"{url('event_record', known[1].pk)}?kind=31"
    test = {"happened_on": "2019-02-01", "value": "1", "instrument": "TCF", "activity": ""}
    said = [member.post(page, test | {"value": value}, follow=True) for value in ("1", "1", "2")]
    told = [str(next(iter(each.context["messages"]))).split(":")[0] for each in said]
    assert told == ["It is recorded.", "This was recorded already", "Not recorded"]
    assert Event.objects.get(participant=known[1]).value == 1


@pytest.mark.parametrize("kind", ["7", "99", "x", "-1", "9" * 30])
def test_what_is_not_offered_is_not_recorded(member, known, kind):
    assert member.get(f"{url('event_record', known[0].pk)}?kind={kind}").status_code == 404


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"happened_on": "2999-01-01"}, "cannot be: correct the year, which is from 1950 to 2100."),
        ({"happened_on": "2099-01-01"}, "2099 is still to come"),
        ({"happened_on": "2019-01-02"}, "is outside the activity, which lasts from"),
        ({"happened_on": "2019-12-02"}, "is outside the activity, which lasts from"),
        ({"activity": ""}, "This field is required."),
    ],
)
def test_an_event_that_cannot_be_is_told(member, house, known, said, told):
    asked = {"activity": house.course.pk, "happened_on": "2019-03-05"} | said
    page = member.post(f"{url('event_record', known[1].pk)}?kind=0", asked)
    assert (page.status_code, told in page.content.decode()) == (422, True)


def test_a_rule_of_the_register_is_told_in_words(member, known):
    page = member.post(f"{url('event_record', known[1].pk)}?kind=41", {"happened_on": "2018-01-01"})
    assert page.status_code == 422
    assert "is before the grant starts" in page.content.decode()


def test_a_correction_stands_beside_what_it_corrects(member, house, known):
    event = Event.objects.get(participant=known[0])
    page = url("event_correct", event.pk)
    said = {"activity": house.course.pk, "happened_on": "2019-03-04", "hours": "1"}
    assert member.post(page, said).status_code == 422
    shown = member.post(page, said | {"reason": "Left early"}, follow=True).context["entries"]
    assert [(entry.gone, "Left early" in entry.text) for entry in shown] == [(False, True), (True, True)]
    for again in (member.get(page, follow=True), member.post(page, said | {"reason": "Left early"}, follow=True)):
        assert again.redirect_chain == [(url("participant", known[0].pk), 302)]
        assert "Somebody corrected this meanwhile" in again.content.decode()
    assert Event.objects.filter(participant=known[0]).count() == 2


def test_a_correction_does_not_say_twice_what_is_recorded_already(member, house, known):
    event = Event.objects.get(participant=known[0])
    other = register.event(known[0], by=house.member, in_activity=house.course, happened_on=date(2019, 3, 18))
    said = {"activity": house.course.pk, "happened_on": str(other.happened_on), "hours": "1", "reason": "Another day"}
    page = member.post(url("event_correct", event.pk), said)
    assert page.status_code == 422
    assert "recorded for this day already" in page.content.decode()
    assert Event.objects.filter(participant=known[0]).count() == 2


def test_what_did_not_happen_is_taken_back_with_a_reason(member, known):
    page = url("event_correct", Event.objects.get(participant=known[0]).pk)
    assert member.post(page, {"void": "1"}).status_code == 422
    shown = member.post(page, {"void": "1", "void-reason": "Somebody else"}, follow=True).context["entries"]
    assert [(entry.gone, len(entry.acts)) for entry in shown] == [(True, 0)]


def test_activities_and_things_delivered_are_entered_changed_and_corrected(member, house, at):
    said = {"reference": "ORI", "title": "First steps", "kind": "8", "starts_on": "2019-02-01"}
    member.post(at("activity_enter"), said)
    rows = member.get(at("activities")).context["rows"]
    assert {row["title"] for row in rows} == {house.course.title, "First steps"}
    assert "already" in member.post(at("activity_enter"), said).content.decode()
    made = house.grant.activities.get(reference="ORI")
    member.post(url("activity_change", made.pk), said | {"title": "Second steps", "ends_on": "2019-01-01"})
    member.post(url("activity_change", made.pk), said | {"title": "Second steps"})
    assert house.grant.activities.get(reference="ORI").title == "Second steps"
    thing = {"kind": "equipment", "name": "Bus", "happened_on": "2019-04-01", "quantity": "1"}
    member.post(at("output_enter"), thing)
    output = house.grant.outputs.get()
    member.post(url("output_correct", output.pk), thing | {"name": "Minibus", "reason": "Smaller"})
    (row,) = member.get(at("outputs")).context["rows"]
    assert row["name"].text == "Minibus"
    member.post(url("output_correct", house.grant.outputs.get(name="Minibus").pk), {"void": "1", "void-reason": "Lost"})
    assert member.get(at("outputs")).context["rows"] == []


def test_a_form_takes_as_many_hours_as_a_file(member, house, known):
    at = f"{reverse('beneficiary:event_record', args=[known[1].pk])}?kind=0"
    page = member.post(at, {"activity": house.course.pk, "happened_on": "2019-03-04", "hours": "10000"})
    assert page.context["form"].errors["hours"] == ["“10000” is out of range: from 0 to 9\u202f999.99."]
