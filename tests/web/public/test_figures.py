"""The figures for everyone on the public door, and files of 2021-2027: no small number, no name of a person leaves."""

import csv
import json
from datetime import date
from io import BytesIO, StringIO

import pypdf
import pytest
from django.core.cache import cache
from django.urls import reverse
from openpyxl import load_workbook

from openamif.reports.actions.publish_figures import publish_figures
from openamif.reports.models import Tally
from openamif.reports.states import AgeGroup, SexGroup
from tests.factories import people, programmes, situations
from tests.factories.programmes import FULL_2021

pytestmark = pytest.mark.django_db
FORMS = ("xlsx", "csv", "json")
DAY = date(2026, 10, 1)
SMALL = {1, 2, 3, 4}
COURSE, SUPPORTED = "SO2.C2", "O.2.3"
RESPONSIBLE = FULL_2021.authorities[0]


@pytest.fixture(autouse=True)
def nothing_kept_yet(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    cache.clear()


@pytest.fixture
def first(db):
    """Of 2014-2020: three women and seventeen men in a course, two of them in another region too."""
    programme = situations.situation(women=3, men=17, in_both=2, version=programmes.adopted_version()).programme
    publish_figures(programme, on=DAY, by=None)
    return programme


@pytest.fixture
def second(db):
    """Of 2021-2027: three women and seventeen men, and a boy."""
    programme = programmes.programme_2021(content=FULL_2021).programme
    for age, sex, number in (
        (AgeGroup.FROM_18_TO_60, SexGroup.FEMALE, 3),
        (AgeGroup.FROM_18_TO_60, SexGroup.MALE, 17),
        (AgeGroup.UNDER_18, SexGroup.MALE, 1),
    ):
        Tally.objects.create(programme=programme, indicator=SUPPORTED, age=age, sex=sex, number=number)
    publish_figures(programme, on=DAY, by=None)
    return programme


@pytest.fixture(params=["first", "second"])
def programme(request):
    return request.getfixturevalue(request.param)


def taken(client, programme, form) -> bytes:
    response = client.get(reverse("public:figures", args=[programme.pk, form]))
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith(f'attachment; filename="AMIF-BE-{programme.period}-figures-')
    return response.content


def test_what_changes_afterwards_is_in_no_file(client, first):
    """Whoever takes the files day by day would else learn who came in between."""
    before = taken(client, first, "json")
    cache.clear()
    Tally.objects.filter(indicator=COURSE).update(number=9)
    assert taken(client, first, "json") == before
    book = load_workbook(BytesIO(taken(client, first, "xlsx")))
    shown = {row[0].value: row[-2].value for row in book.worksheets[0].iter_rows()}
    (said,) = (row["value"] for row in json.loads(before)["rows"] if row["id"] == COURSE)
    assert float(shown[COURSE]) == float(said)


def test_a_file_bears_the_day_of_the_publication(client, first):
    response = client.get(reverse("public:figures", args=[first.pk, "json"]))
    assert "figures-2026-10-01.json" in response["Content-Disposition"]
    assert json.loads(response.content)["on"] == "2026-10-01"


def values_of(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(raw.decode("utf-8-sig"))))


@pytest.mark.parametrize("name", ["public:programme", "public:open_data"])
def test_the_figures_are_offered_in_every_form(client, programme, name):
    page = client.get(reverse(name, args=[programme.pk] if name == "public:programme" else [])).content.decode()
    assert "Figures for everyone" in page
    for form in FORMS:
        assert reverse("public:figures", args=[programme.pk, form]) in page


def test_no_small_number_of_persons_is_in_the_data(client, programme):
    made = json.loads(taken(client, programme, "json"))
    assert made["small_numbers_hidden"] is True
    persons = {row["id"] for row in made["by_age_and_sex"]}
    told = [value for row in (*made["by_age_and_sex"], *made["by_region"]) for value in row.values()]
    told += [row["value"] for row in made["rows"] if row["id"] in persons]
    assert persons
    assert None in told
    assert not SMALL & {value for value in told if not isinstance(value, str)}


def test_no_small_number_of_persons_is_in_the_table(client, programme):
    values = values_of(taken(client, programme, "csv"))
    persons = {row["indicator"] for row in values if row["figure"] == "by_age_and_sex"}
    of_persons = [row for row in values if row["indicator"] in persons and row["figure"] != "target"]
    assert {row["number"] for row in of_persons if row["hidden"] == "yes"} == {""}
    assert not {str(number) for number in SMALL} & {row["number"] for row in of_persons}


def test_no_small_number_of_persons_is_in_the_workbook(client, programme):
    book = load_workbook(BytesIO(taken(client, programme, "xlsx")))
    for sheet in book.worksheets[1:]:
        cells = {cell.value for line in sheet.iter_rows() for cell in line}
        assert not SMALL & {value for value in cells if isinstance(value, int)}
    assert "c" in {cell.value for line in book.worksheets[1].iter_rows() for cell in line}


def test_the_table_says_what_the_data_say(client, first):
    rows = {row["id"]: row for row in json.loads(taken(client, first, "json"))["rows"]}
    values = {(row["indicator"], row["figure"]): row for row in values_of(taken(client, first, "csv"))}
    for (code, _figure), told in values.items():
        assert (told["hidden"] == "yes") == (told["number"] == "")
        assert rows[code]["name"] == told["name"]
    known = {code: str(row["value"]) for code, row in rows.items() if row["value"] is not None}
    assert {code: values[code, "value"]["number"] for code in known} == known
    assert values[COURSE, "target"]["number"] == "2500"


def test_the_public_is_offered_no_figures_before_they_are_published(client):
    programme = situations.situation(version=programmes.adopted_version()).programme
    page = client.get(reverse("public:programme", args=[programme.pk])).content.decode()
    assert "Figures for everyone" not in page
    assert client.get(reverse("public:figures", args=[programme.pk, "json"])).status_code == 404


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_another_form_is_not_found(client, first, form):
    assert client.get(reverse("public:figures", args=[first.pk, form])).status_code == 404


def test_figures_of_a_programme_that_is_not_adopted_are_not_found(client):
    programme = situations.situation().programme
    assert client.get(reverse("public:figures", args=[programme.pk, "json"])).status_code == 404


def words_of(raw: bytes, form: str) -> str:
    """All that is written in a file."""
    if form == "pdf":
        return " ".join("\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(raw)).pages).split())
    if form == "xlsx":
        sheets = load_workbook(BytesIO(raw)).worksheets
        return " ".join(str(cell.value) for sheet in sheets for line in sheet.iter_rows() for cell in line)
    return raw.decode()


@pytest.mark.parametrize("form", ["pdf", "xlsx", "json"])
def test_a_programme_of_2021_2027_is_taken_away_and_names_nobody(client, second, form):
    way = reverse("public:download", args=[second.pk, form])
    assert way in client.get(reverse("public:programme", args=[second.pk])).content.decode()
    words = words_of(client.get(way).content, form)
    assert RESPONSIBLE.head
    assert RESPONSIBLE.email
    for personal in (RESPONSIBLE.head, RESPONSIBLE.email, *map(str, people.Person.objects.order_by("pk"))):
        assert personal not in words
    for told in (RESPONSIBLE.name, "A strategy in a sentence.", "Audit authority"):
        assert told in words


def test_the_public_workbook_does_not_ask_for_an_upload(client, second):
    words = words_of(client.get(reverse("public:download", args=[second.pk, "xlsx"])).content, "xlsx")
    assert "Upload" not in words
    assert "persons are not named" in words


def test_a_programme_of_2021_2027_has_no_text_form(client, second):
    assert client.get(reverse("public:download", args=[second.pk, "text"])).status_code == 404
