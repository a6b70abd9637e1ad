"""What the dry run of a register tells: who is not identified; all errors in a file, the first on the page."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from openamif.people.models import Person
from openamif.register.models import RegisterImport
from tests.register.files import separated, took_part, workbook
from tests.workbooks.forms import book

NAMED = {"surname": "Kowalska", "given_names": "Anna"}
MANY = 2_000


def answered(reference: str, **said) -> dict:
    """An answer, which no activity is asked for."""
    return {"local_reference": reference, "kind": "found_helpful", "happened_on": "2019-03-01", "value": "yes", **said}


@pytest.fixture
def send(member, at):
    """A file sent in, its job done at once; gives the page of the file."""

    def sent(raw: bytes, name: str = "participants.xlsx"):
        return member.post(at("imports"), {"file": SimpleUploadedFile(name, raw)}, follow=True)

    return sent


def taken(member, form: str) -> bytes:
    """The file of what was found in the one sent in last."""
    upload = RegisterImport.objects.latest("pk")
    return member.get(reverse("beneficiary:import_errors", args=[upload.pk, form])).content


def made(kind: str, rows: list[dict]) -> tuple[bytes, str]:
    headings = dict.fromkeys(("local_reference", "surname", "given_names", "born_on", "sex"), "")
    return (workbook(rows), "x.xlsx") if kind == "xlsx" else (separated([headings | row for row in rows]), "x.csv")


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_name_that_identifies_nobody_is_told_and_nothing_is_kept_out(member, send, kind):
    rows = [answered("D1", **NAMED), answered("D2", **NAMED, born_on="1990-05-17")]
    page = send(*made(kind, [*rows, answered("D3", **NAMED)]))
    (line,) = page.context["warnings"]
    assert (line.row, line.heading, page.context["warning_count"]) == (2, "Date of birth", 2)
    assert line.sentence.startswith("A name without the date of birth identifies nobody and is not kept. Expected:")
    assert "counts once in this grant, and may count again in another. The same in row 4." in line.sentence
    html = page.content.decode()
    assert "Kowalska" not in html
    assert "things to look at; they keep nothing out" in html
    assert page.context["may_confirm"]
    lines = taken(member, "csv").decode("utf-8-sig").splitlines()
    assert lines[0] == "Sheet,Row,Column,Heading,Kind,What was found"
    assert [each.split(",")[1] for each in lines[1:]] == ["2", "4"]
    assert "To look at" in lines[1]


def test_what_was_found_is_told_once_more_when_the_file_is_in_the_register(member, send):
    page = send(workbook([took_part("D1", **NAMED)]))
    stored = member.post(reverse("beneficiary:import_confirm", args=[page.context["upload"].pk]), follow=True)
    assert "Everything in this file is in the register." in stored.content.decode()
    assert [line.row for line in stored.context["warnings"]] == [2]


def test_errors_and_what_is_worth_a_look_stand_side_by_side(member, send):
    page = send(workbook([took_part("D1", sex="both"), took_part("D2", **NAMED)]))
    assert ([each.row for each in page.context["errors"]], [each.row for each in page.context["warnings"]]) == (
        [2],
        [3],
    )
    assert (len(page.context["error_files"]), page.context["warning_files"]) == (2, [])
    sheet = load_workbook(BytesIO(taken(member, "xlsx"))).worksheets[0]
    assert [(row[1].value, row[4].value) for row in sheet.iter_rows(min_row=2)] == [(2, "Error"), (3, "To look at")]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_every_error_is_in_the_file_and_the_first_on_the_page(member, house, send, kind):
    Person.objects.filter(pk=house.member.pk).update(language="fr")
    rows = [answered(f"D{number}", sex=f"s{number}", hours=f"h{number}") for number in range(MANY)]
    page = send(*made(kind, rows))
    assert page.context["error_count"] == 2 * MANY
    assert (len(page.context["errors"]), page.context["more_errors"]) == (200, 2 * MANY - 200)
    assert page.context["error_lead"] == ""
    lines = taken(member, "csv").decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + 2 * MANY
    assert lines[0].startswith("Feuille;Ligne;Colonne;")
    sheet = load_workbook(BytesIO(taken(member, "xlsx"))).worksheets[0]
    assert sheet.max_row == 1 + 2 * MANY
    assert [cell.value for cell in sheet["B"]][1:] == [row for row in range(2, MANY + 2) for _ in range(2)]


def test_the_list_of_files_does_not_read_what_was_found_in_them(member, send, at):
    send(workbook([took_part("D1", sex="both")]))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        member.get(at("imports"))
    assert not any('"register_registerimport"."cells"' in each["sql"] for each in queries)


def test_what_is_given_up_leaves_nothing(member, send):
    page = send(workbook([took_part("D1", **NAMED, on=date(2019, 3, 2))]))
    upload = page.context["upload"]
    assert upload.cells
    member.post(reverse("beneficiary:import_abandon", args=[upload.pk]))
    upload.refresh_from_db()
    assert (upload.cells, upload.result) == ({}, {})


HEADINGS = ["local_reference", "kind", "happened_on", "value"]
LISTED = [HEADINGS, ["D1", "found_helpful", "2019-03-01", "yes"]]


def test_sheets_that_nobody_read_are_told_without_their_names(send):
    page = send(book(January=LISTED, Kowalska=LISTED, March=[]))
    assert (page.context["upload"].rows, page.context["unread"]) == (1, 1)
    html = page.content.decode()
    assert ">1</span> other sheet of this workbook was not read" in html
    assert "Kowalska" not in html
    assert page.context["may_confirm"]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_template_is_read_whole(member, house, send, at, language):
    Person.objects.filter(pk=house.member.pk).update(language=language)
    page = send(member.get(at("import_template", "xlsx")).content)
    assert page.context["unread"] == 0
