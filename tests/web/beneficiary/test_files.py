"""Filling a register from a file: the template, what is read, what is wrong, yes or no."""

import os
from datetime import date, timedelta
from io import BytesIO
from unittest.mock import Mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate
from openpyxl import load_workbook

from openamif.people.models import Person
from openamif.people.queries import holdings
from openamif.register.models import ColumnMapping, Event, Participant, RegisterImport
from openamif.register.queries.staging import folder
from openamif.register.states import ImportState
from openamif.reports.models import Tally
from openamif.web import uploads
from openamif.web.beneficiary.views import files
from openamif.web.beneficiary.waiting import number_waiting
from tests.register.files import PERSON, at_level, separated, took_part, workbook
from tests.web.beneficiary.conftest import House
from tests.workbooks.forms import book

LIST_QUERIES = 12


def url(name, upload):
    return reverse(f"beneficiary:{name}", args=[upload.pk])


@pytest.fixture
def send(member, at):
    """A file sent in, its job done at once; gives the page of the file."""

    def sent(raw: bytes, name: str = "participants.xlsx"):
        return member.post(at("imports"), {"file": SimpleUploadedFile(name, raw)}, follow=True)

    return sent


def test_the_template_offers_the_activities_of_the_grant(member, house, at):
    answer = member.get(at("import_template", "xlsx"))
    book = load_workbook(BytesIO(answer.content))
    assert book.sheetnames[:3] == ["Participations", "Activities", "Things delivered"]
    assert [cell.value for cell in book["Activities"]["A"]][1] == house.course.reference
    heading = member.get(at("import_template", "csv")).content.decode("utf-8-sig").splitlines()
    assert heading[0].startswith("Local reference,National number,Surname")
    assert member.get(at("import_template", "pdf")).status_code == 404


def test_separated_values_are_set_apart_as_the_spreadsheets_of_the_reader_expect(member, house, at):
    Person.objects.filter(pk=house.member.pk).update(language="fr")
    heading = member.get(at("import_template", "csv")).content.decode("utf-8-sig").splitlines()
    assert heading[0].startswith("Référence locale;Numéro national;Nom")


def test_a_file_is_read_shown_confirmed_and_stored(member, send):
    page = send(workbook([took_part("D1", **PERSON), took_part("D2")]))
    upload = RegisterImport.objects.get()
    assert page.redirect_chain[-1][0] == url("import", upload)
    assert [(figure.label, figure.value) for figure in page.context["figures"]][:3] == [
        ("Rows read", 2), ("New participants", 2), ("New events", 2)
    ]  # fmt: skip
    assert not Participant.objects.exists()
    home = member.get(reverse("beneficiary:home"))
    assert "participants.xlsx" in [task.title for task in home.context["tasks"]]
    done = member.post(url("import_confirm", upload), follow=True)
    assert "Everything in this file is in the register." in done.content.decode()
    assert (Participant.objects.count(), Event.objects.count()) == (2, 2)
    assert "Kowalska" not in done.content.decode()


def test_the_figures_of_the_programme_follow_a_file(member, send):
    send(workbook([took_part("D1", **PERSON)]))
    member.post(url("import_confirm", RegisterImport.objects.get()))
    assert Tally.objects.filter(indicator="SO2.C2", number=1, grant=None).exists()


def test_a_register_takes_larger_files_than_a_programme_does(member, send, monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST", 100)
    raw = workbook([took_part("D1")])
    assert len(raw) > 100
    send(raw)
    assert RegisterImport.objects.get().state == ImportState.READ


def test_keys_rotated_before_the_yes_ask_for_the_file_once_more(member, send, settings):
    send(workbook([took_part("D1")]))
    upload = RegisterImport.objects.get()
    settings.REGISTER_KEYS = f"{settings.REGISTER_KEYS} {'ab' * 32}"
    member.post(url("import_confirm", upload))
    upload.refresh_from_db()
    assert (upload.state, upload.result["refusal"]["code"]) == (ImportState.REFUSED, "gone")
    assert not Participant.objects.exists()


def test_the_same_file_again_changes_nothing_and_says_so(member, send):
    raw = workbook([took_part("D1")])
    send(raw)
    member.post(url("import_confirm", RegisterImport.objects.get()))
    page = send(raw)
    assert "there is nothing to store" in page.content.decode()
    assert "See the participants" in page.content.decode()
    assert page.context["badge"].label == "Nothing new in it"
    assert url("import_confirm", RegisterImport.objects.latest("pk")) not in page.content.decode()


def test_a_template_in_which_nothing_is_filled_in_says_so(send):
    assert "Nothing is filled in in this file" in send(workbook([], activities=[])).content.decode()


def test_tests_that_do_not_say_which_one_was_used_are_told_before_the_yes(send):
    page = send(workbook([at_level("D1", "A1"), at_level("D2", "A1") | {"instrument": "TCF"}]))
    assert ("Tests that do not say which test was used", 1) in page.context["others"]


def test_a_wrong_number_is_told_without_it_in_the_words_of_the_form(send):
    page = send(workbook([took_part("D1", national_number="85.07.30-033 29")])).content.decode()
    assert "This number identifies nobody" in page
    assert "033 29" not in page


def test_only_what_can_be_confirmed_or_explained_waits(member, house, send):
    def waits() -> list[str]:
        page = member.get(reverse("beneficiary:home"))
        tasks = [task.title for task in page.context["tasks"] if ".xlsx" in task.title]
        assert number_waiting(holdings(house.member), on=localdate()) == len(page.context["tasks"])
        return tasks

    send(workbook([took_part("D1", sex="unknown")]), "wrong.xlsx")
    send(workbook([], activities=[]), "empty.xlsx")
    assert waits() == []
    send(workbook([took_part("D1")]), "right.xlsx")
    assert waits() == ["right.xlsx"]
    page = send(book(Feuil1=[["Wer", "Was", "Wann"], ["D1", "Information", "2019-03-01"]]), "own.xlsx")
    assert waits() == ["right.xlsx", "own.xlsx"]
    member.post(url("import_columns", page.context["upload"]), {f"heading-{number}": "-" for number in range(3)})
    assert waits() == ["right.xlsx", "own.xlsx"], "still to be explained"
    member.post(url("import_abandon", page.context["upload"]))
    assert waits() == ["right.xlsx"]
    house.grant.rights.create(person=house.member, right="view")
    assert waits() == []


def test_a_workbook_of_ones_own_is_asked_for_its_headings(member, send):
    page = send(book(Feuil1=[["Wer", "Was", "Wann"], ["D1", "Found helpful for integration", "2019-03-01"]]))
    assert [str(field.label).split("”")[0] for field in page.context["headings"]] == ["“Wer", "“Was", "“Wann"]
    first = next(iter(page.context["headings"]))
    assert str(first.label) == "“Wer”, column A of “Participations”"
    offered = [label for _key, label in first.field.choices]
    assert "Local reference" in offered
    assert "Quantity" not in offered, "a column of another sheet"


def test_whoever_only_sees_is_not_asked_for_headings(member, house, send):
    page = send(book(Feuil1=[["Wer", "Was", "Wann"], ["D1", "Found helpful for integration", "2019-03-01"]]))
    house.grant.rights.create(person=house.member, right="view")
    html = member.get(url("import", page.context["upload"])).content.decode()
    assert "Somebody who fills the register" in html
    assert "<select" not in html


def test_what_is_wrong_is_told_by_sheet_row_and_column(send):
    page = send(workbook([took_part("D1", sex="unknown"), took_part("D1", activity="XX", born_on="Kowalska")]))
    told = {(line.row, line.column, line.sentence) for line in page.context["errors"]}
    assert any(row == 2 and "is none of the values offered: Female; Male; Other" in words for row, _, words in told)
    assert any("No activity has the reference “XX”" in words for _, _, words in told)
    assert any("What stands here is no possible date" in words for _, _, words in told)
    assert "Kowalska" not in page.content.decode()
    assert not page.context["may_confirm"]


def test_an_activity_that_is_nowhere_is_told_once_with_its_rows(send):
    rows = [took_part(f"D{number}", activity="FR9") for number in range(3)]
    (told,) = send(workbook([*rows, took_part("D4")])).context["errors"]
    assert (told.row, told.column) == (2, "K")
    assert "“FR9”, which 3 rows name" in told.sentence
    (told,) = send(workbook(rows[:1])).context["errors"]
    assert "“FR9”. Enter it" in told.sentence


def test_what_is_wrong_in_many_rows_is_one_line_and_hides_nothing_else(send, member, monkeypatch):
    monkeypatch.setattr("openamif.register.queries.forms.MOST_TAKEN_AWAY", 500)
    rows = [took_part(f"D{number}", sex="both") for number in range(600)]
    page = send(workbook([took_part("D", hours="two"), *rows]))
    hours, sex = page.context["errors"]
    assert (hours.row, hours.sentence) == (2, "“two” is no number. Write it as 1.5 or 1,5.")
    assert sex.row == 3
    assert sex.sentence.endswith("The same in 498 other rows: 4; 5; 6; 7; 8; 9; …")
    assert page.context["error_count"] == 601
    assert ">601</span> errors, so nothing can go in yet" in page.content.decode()
    assert page.context["more_errors"] == 101
    assert "The files hold the first 500" in page.content.decode()
    link = next(link.url for link in page.context["error_files"] if link.text == "CSV")
    lines = member.get(link).content.decode("utf-8-sig").splitlines()
    assert len(lines) == 501
    (twice,) = send(workbook([took_part(each, sex="both") for each in "AB"])).context["errors"]
    assert twice.sentence.endswith("Other. The same in row 3.")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"happened_on": "15/09/1925"}, "“15\u00a0Sept\u00a01925” cannot be: correct the year."),
        ({"happened_on": "2019-02-30"}, "“2019-02-30” is no date. Write it as 2020-12-31 or 31/12/2020."),
        ({"hours": "1,5,2"}, "“1,5,2” is no number. Write it as 1.5 or 1,5."),
        ({"hours": "-3"}, "“-3” is out of range: from 0 to 9\u202f999.99."),
    ],
)
def test_every_cell_says_what_is_expected(send, said, told):
    (line,) = send(workbook([took_part("D1", **said)])).context["errors"]
    assert line.sentence == told


def test_what_the_rules_say_is_told_in_their_words(send, house):
    rows = [
        took_part("D1", on=house.grant.ends_on + timedelta(days=1)),
        took_part("D2", born_on=1900),
        took_part("D3", standing="staff"),
        {**took_part("D4"), "kind": "training"},
    ]
    page = send(workbook(rows))
    told = {(line.row, line.column): line.sentence for line in page.context["errors"]}
    assert "is after the grant ended, on" in told[2, "M"]
    assert told[3, "E"] == "Nobody born then can have taken part. Correct the year of birth."
    assert told[4, "L"].startswith("Language course is for the target group")
    assert told[5, "L"] == "The activity is of another kind: Language course, and not Training."
    assert "1900" not in page.content.decode()


def test_a_heading_that_is_not_understood_is_asked_for_once(member, send):
    raw = separated(
        [{"Dossier": "D1", "kind": "found_helpful", "happened_on": "2019-03-01", "value": "yes", "Kleur": "x"}]
    )
    page = send(raw, "lijst.csv")
    assert next(str(field.label) for field in page.context["headings"]).startswith("“Dossier”")
    upload = RegisterImport.objects.get()
    assert member.post(url("import_columns", upload), {"heading-0": "local_reference"}).status_code == 422
    answered = {"heading-0": "local_reference", "heading-1": "-"}
    assert member.post(url("import_columns", upload), answered, follow=True).context["figures"][0].value == 1
    again = send(raw + b"\r\n", "lijst.csv")
    assert again.context["headings"] is None


OWN = {"Dossier": "D1", "Rijksnr": "", "kind": "found_helpful", "happened_on": "2019-03-01", "value": "yes"}


def test_one_column_is_not_two_headings_and_what_is_needed_is_said(member, send):
    page = send(separated([OWN]), "lijst.csv")
    first, _second = page.context["headings"]
    offered = [key for key, _label in first.field.choices]
    assert "local_reference" in offered
    assert not {"kind", "happened_on", "value"} & set(offered), "the file has these already"
    answer = url("import_columns", RegisterImport.objects.get())
    page = member.post(answer, {"heading-0": "local_reference", "heading-1": "local_reference"})
    assert page.status_code == 422
    assert page.context["headings"].errors["heading-1"] == ["“Dossier” is this column already: choose another."]
    page = member.post(answer, {"heading-0": "-", "heading-1": "national_number"})
    assert page.context["headings"].non_field_errors() == [
        "Nothing can be read without the column “Local reference”: say which heading it is."
    ]
    assert not ColumnMapping.objects.exists()


def test_a_heading_that_stands_twice_is_asked_for_once(member, send):
    page = send(b"Dossier;kind;happened_on;value;Dossier\nD1;found_helpful;2019-03-01;yes;D7\n", "lijst.csv")
    (only,) = page.context["headings"]
    answer = url("import_columns", RegisterImport.objects.get())
    page = member.post(answer, {only.name: "local_reference"}, follow=True)
    assert page.context["figures"][0].value == 1


def test_what_is_remembered_of_headings_is_shown_and_can_be_forgotten(member, send, at, house):
    send(separated([OWN]), "lijst.csv")
    said = {"heading-0": "local_reference", "heading-1": "-"}
    member.post(url("import_columns", RegisterImport.objects.get()), said)
    ColumnMapping.objects.create(organisation=house.rival.roles.get().organisation, heading="Nom", column="surname")
    assert member.get(at("imports")).context["remembered"] == [
        ("Dossier", "Local reference"),
        ("Rijksnr", "None: leave it out"),
    ]
    page = member.post(at("import_forget"), follow=True)
    assert page.context["remembered"] == []
    assert ColumnMapping.objects.count() == 1
    assert send(separated([OWN, OWN]), "lijst.csv").context["headings"]


@pytest.mark.parametrize(
    ("raw", "name", "told"),
    [(b"PK\x03\x04 no", "x.xlsx", "neither an Excel workbook"), (b"\x00\xff", "x.csv", "neither an Excel workbook")],
)
def test_what_is_no_list_is_not_taken(send, raw, name, told):
    page = send(raw, name)
    said = page.content.decode()
    assert told in said
    assert not RegisterImport.objects.exclude(state=ImportState.REFUSED).exists()


def test_no_file_is_told(member, at):
    assert member.post(at("imports"), {}).status_code == 422


def test_a_file_can_be_given_up(member, send):
    send(workbook([took_part("D1")]))
    upload = RegisterImport.objects.get()
    page = member.post(url("import_abandon", upload), follow=True)
    assert page.context["rows"][0]["state"].label == "Abandoned"
    assert member.post(url("import_confirm", upload)).status_code == 403


def test_progress_is_told_while_a_job_runs_and_the_page_read_again_after(member, house):
    upload = RegisterImport.objects.create(
        grant=house.grant, name="long.csv", sha256="0" * 64, size=1, sent_by=house.member, rows=200, rows_done=50
    )
    page = member.get(url("import", upload)).content.decode()
    assert 'value="50" max="200"' in page
    assert 'hx-trigger="every 2s"' in page
    assert "HX-Refresh" not in member.get(url("import_progress", upload)).headers
    upload.state = ImportState.READ
    upload.save()
    assert member.get(url("import_progress", upload)).headers["HX-Refresh"] == "true"


def silent(upload):
    """As if the last sign of the work on it were long ago."""
    for path in folder().glob(f"{upload.pk}.*"):
        os.utime(path, (0, 0))


def test_a_job_that_went_silent_says_so_and_begins_again(member, send, monkeypatch):
    send(workbook([took_part("D1")]))
    upload = RegisterImport.objects.get()
    with monkeypatch.context() as killed:
        killed.setattr(files, "store_register_file", Mock())
        page = member.post(url("import_confirm", upload), follow=True).content.decode()
    assert "It begins in a moment" in page
    assert "Start it again" not in page
    silent(upload)
    for name in ("import", "import_progress"):
        told = member.get(url(name, upload)).content.decode()
        assert "Nothing was heard of this file for some minutes" in told
        assert "Start it again" in told
    done = member.post(url("import_restart", upload), follow=True).content.decode()
    assert "Everything in this file is in the register." in done
    assert Event.objects.count() == 1
    again = member.post(url("import_restart", upload), follow=True)
    assert "is not being worked on any more" in again.content.decode()


def test_a_file_that_is_read_or_asks_for_headings_can_be_given_up(member, send, monkeypatch):
    with monkeypatch.context() as slow:
        slow.setattr(files, "read_register_file", Mock())
        page = send(workbook([took_part("D1")]))
    given_up = url("import_abandon", page.context["upload"])
    assert given_up in page.content.decode()
    assert member.post(given_up, follow=True).context["rows"][0]["state"].label == "Abandoned"
    page = send(separated([OWN]), "lijst.csv")
    given_up = url("import_abandon", page.context["upload"])
    assert given_up in page.content.decode()
    member.post(given_up)
    again = member.post(given_up, follow=True)
    assert again.redirect_chain == [(url("import", page.context["upload"]), 302)]
    assert "not being worked on any more" in again.content.decode()


def test_headings_answered_late_do_not_look_like_a_job_that_stopped(member, send, monkeypatch):
    page = send(separated([OWN]), "lijst.csv")
    upload = page.context["upload"]
    silent(upload)
    monkeypatch.setattr(files, "read_register_file", Mock())
    answered = {"heading-0": "local_reference", "heading-1": "-"}
    page = member.post(url("import_columns", upload), answered, follow=True).content.decode()
    assert "Start it again" not in page


def test_the_files_of_another_organisation_are_not_there(client, house, send):
    send(workbook([took_part("D1")]))
    upload = RegisterImport.objects.get()
    client.force_login(house.rival)
    assert client.get(url("import", upload)).status_code == 404
    for name in ("import_confirm", "import_abandon", "import_columns", "import_restart"):
        assert client.post(url(name, upload)).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_however_many_files(member, house: House, at, number):
    for each in range(number):
        RegisterImport.objects.create(
            grant=house.grant, name=f"{each}.csv", sha256="0" * 64, size=1, sent_by=house.member
        )
    with CaptureQueriesContext(connection) as queries:
        assert len(member.get(at("imports")).context["rows"]) == number
    assert len(queries) == LIST_QUERIES


FILLED = [
    took_part("-1", **PERSON),
    took_part("D2", **(PERSON | {"born_on": 1980, "surname": None, "sex": None, "vulnerable": "yes"})),
    took_part("D2", on=date(2019, 3, 2), hours=None),
    at_level("D2", "A1") | {"instrument": "-TCF"},
    at_level("D2", "B1", kind="exit_test", on=date(2019, 5, 1)),
    {"local_reference": "-1", "kind": "found_helpful", "happened_on": date(2019, 6, 1), "value": "no"},
    {"local_reference": "=2", "kind": "applied_for_long_term_residence", "happened_on": date(2019, 6, 1)},
]
DELIVERED = [{"kind": "staff", "name": "A teacher", "happened_on": date(2019, 2, 1), "quantity": 2}]


def confirmed(member) -> RegisterImport:
    """The file sent in last, stored; the page said yes to it."""
    upload = RegisterImport.objects.latest("pk")
    assert upload.result["error_count"] == 0
    member.post(url("import_confirm", upload))
    upload.refresh_from_db()
    return upload


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_register_taken_as_it_stands_and_sent_in_again_changes_nothing(member, house, at, send, form, language):
    Person.objects.filter(pk=house.member.pk).update(language=language)
    send(workbook(FILLED, outputs=DELIVERED))
    confirmed(member)
    held = member.get(at("register_held", form)).content
    send(held, f"again.{form}")
    counts = confirmed(member).result["counts"]
    assert (counts["rows"], counts["participants_known"], counts["events_unchanged"]) == (7, 3, 7)
    changed = [name for name, number in counts.items() if number and name.endswith(("_new", "_changed"))]
    assert changed == []
    assert list(Event.objects.filter(value=1).values_list("instrument", flat=True)) == ["-TCF"]


def test_of_the_register_sent_in_again_what_was_changed_changes(member, house, at, send):
    send(workbook(FILLED))
    confirmed(member)
    held = member.get(at("register_held", "csv")).content.decode()
    assert held.count("2.00") == 2
    send(held.replace("2.00", "3.50", 1).encode(), "again.csv")
    assert confirmed(member).result["counts"]["events_changed"] == 1
    assert sorted(map(str, Event.objects.standing().exclude(hours=None).values_list("hours", flat=True))) == [
        "2.00",
        "3.50",
    ]


def test_a_long_register_is_taken_as_separated_values_alone(member, house, at, send, monkeypatch):
    send(workbook(FILLED))
    confirmed(member)
    assert at("register_held", "xlsx") in member.get(at("imports")).content.decode()
    monkeypatch.setattr(files, "WORKBOOK_ROWS", 6)
    page = member.get(at("imports")).content.decode()
    assert at("register_held", "csv") in page
    assert at("register_held", "xlsx") not in page
    assert member.get(at("register_held", "xlsx")).status_code == 404
    assert member.get(at("register_held", "csv")).status_code == 200


def test_of_an_empty_register_there_is_nothing_to_take(member, at):
    assert at("register_held", "csv") not in member.get(at("imports")).content.decode()
