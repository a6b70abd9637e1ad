"""A version as a file: the right type, a name that says what it is, and what the file holds."""

import json

import pytest
from django.urls import reverse

from openamif.programmes.actions.revise_version import revise_version
from openamif.programmes.models.changing import with_section
from openamif.programmes.queries import content_of
from openamif.sfc.reader_2014 import read_bytes
from tests.factories import programmes
from tests.web.authority.reading import words

FORMS = {
    "text": ("text/plain; charset=utf-8", "txt", b"1. EXECUTIVE SUMMARY"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", b"PK"),
    "pdf": ("application/pdf", "pdf", b"%PDF-"),
    "json": ("application/json", "json", b"{"),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_version_is_taken_away_as_a_file(officer, url, form):
    content_type, extension, start = FORMS[form]
    answer = officer.get(url("version_export", form))
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == content_type
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="AMIF-BE-2014-2020-v1.0-plan.{extension}"'
    assert answer.content.startswith(start)


def test_the_text_form_reads_back_the_same(officer, url):
    assert read_bytes(officer.get(url("version_export", "text")).content).programme == programmes.SMALL


def test_the_data_say_what_the_version_says(officer, url):
    data = json.loads(officer.get(url("version_export", "json")).content)
    assert "9260000.00" in json.dumps(data)


def test_a_form_that_nobody_knows_is_not_found(officer, url):
    assert officer.get(url("version_export", "docx")).status_code == 404


def test_what_the_text_form_cannot_hold_is_told_on_the_page_one_came_from(office, officer, url):
    unwritable = with_section(
        content_of(office.version).document, "summary", ("2. BASELINE SITUATION IN THE MEMBER STATE",)
    )
    revise_version(office.version, unwritable, revision=1, by=office.officer)
    answer = officer.get(url("version_export", "text"), follow=True)
    assert answer.redirect_chain[-1][0] == url("version_steps")
    assert "The Commission’s text form cannot hold this version" in words(answer)
    assert officer.get(url("version_export", "pdf")).status_code == 200


def test_the_steps_page_offers_every_form(officer, url):
    page = words(officer.get(url("version_steps")))
    assert all(f'href="{url("version_export", form)}"' in page for form in FORMS)


def test_an_export_asks_as_much_for_1_programme_as_for_3(office, officer, url, django_assert_num_queries):
    officer.get(url("version_export", "json"))
    with django_assert_num_queries(13) as first:
        officer.get(url("version_export", "json"))
    for country in ("NL", "FR"):
        programmes.version(by=office.officer, country=country)
    with django_assert_num_queries(len(first)):
        officer.get(url("version_export", "json"))


def test_the_name_of_the_file_is_made_of_plain_signs(office, officer):
    made = programmes.version(by=office.officer, country='É"', cci="")
    answer = officer.get(reverse("authority:version_export", args=[made.pk, "json"]))
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="AMIF-')
    assert answer.headers["Content-Disposition"].count('"') == 2
