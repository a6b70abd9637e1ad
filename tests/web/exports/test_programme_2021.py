"""A programme of 2021-2027 taken away: what each file holds, who may have it, and that it is told."""

import json
from io import BytesIO

import pypdf
import pytest
from django.urls import reverse

from openamif.people.models import Person
from openamif.people.states import RoleKind
from openamif.programmes.facts.workbook_2021 import content_in
from openamif.record.queries import trail_of
from openamif.web.exports.programme_2021 import programme_form
from openamif.workbooks import read
from tests.factories.people import person, role, scope
from tests.factories.programmes import CONTENT_2021, FULL_2021, programme_2021

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def version(client):
    """A full programme, its officer logged in."""
    made = programme_2021(is_adopted=False, content=FULL_2021)
    client.force_login(made.entered_by)
    return made


def taken(client, version, form: str):
    return client.get(reverse("authority:version_export", args=[version.pk, form]))


def text_of(raw: bytes) -> str:
    return " ".join("\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(raw)).pages).split())


def test_data_follow_the_sections_and_tables_of_the_template(version, client):
    response = taken(client, version, "json")
    assert response["Content-Disposition"] == 'attachment; filename="AMIF-BE-2021-2027-v1.0-plan.json"'
    data = json.loads(response.content)
    assert list(data) == ["template", "programme", "1", "2", "3", "5", "6", "7"]
    assert data["programme"]["cci"] == "2021BE65AMPR001"
    assert data["1"]["text"] == ["A strategy in a sentence."]
    second = data["2"]["specific_objectives"][1]
    assert second["2.1.1"]["text"] == ["Newcomers find their way.", "Language first."]
    assert [each["number"] for each in second["2.1.1"]["actions"]] == [1, 2]
    (output,) = second["2.1.2"]["table_1"]
    assert (output["code"], output["milestone"], output["target"]) == ("O.2.3", 1200, 9000)
    (result,) = second["2.1.2"]["table_2"]
    assert (result["code"], result["baseline"], result["milestone"]) == ("R.2.8", 0, None)
    assert second["2.1.3"]["table_3"][0]["amount"] == "25000000.00"
    assert data["2"]["technical_assistance"]["table_4"][0]["intervention_field"] == "V.002"
    assert data["3"]["table_5"][:2] == [{"year": 2021, "amount": None}, {"year": 2022, "amount": "53000000.00"}]
    assert data["3"]["table_6"]["total"] == "106000000.00"
    assert [each["kind"] for each in data["5"]["table_10"]] == ["RA", "AA", "DA"]
    assert data["7"]["text"] == ["Who is told."]


def test_workbook_is_the_one_that_is_read_back(version, client):
    form = programme_form()
    reading = read(taken(client, version, "xlsx").content, form)
    assert content_in(reading, form, language="en") == FULL_2021


@pytest.mark.parametrize(("language", "words"), [
    ("en", ("Table 1: Output indicators", "Table 10: Programme authorities", "Intermediate body", "Who is told.")),
    ("fr", ("Tableau 1 : Indicateurs de réalisation", "Autorité de gestion", "Who is told.")),
    ("nl", ("Tabel 5:", "Beheerautoriteit")),
    ("de", ("Tabelle 3:", "Verwaltungsbehörde")),
])  # fmt: skip
def test_report_is_in_her_language_in_the_order_of_the_template(version, client, language, words):
    Person.objects.update(language=language)
    text = text_of(taken(client, version, "pdf").content)
    assert [each for each in words if each not in text] == []


def test_report_of_little_is_short(client):
    made = programme_2021(is_adopted=False, content=CONTENT_2021)
    client.force_login(made.entered_by)
    text = text_of(taken(client, made, "pdf").content)
    assert "Table 3" not in text
    assert "Table 5" not in text
    assert "Table 6: Total financial allocations" in text


def test_a_part_takes_nothing_of_the_whole_and_the_trail_tells_who_took_what_names_persons(version, client):
    assert taken(client, version, "text").status_code == 404
    assert taken(client, version, "json").status_code == 200
    assert trail_of(version)[0].event == "opened"
    delegate = person()
    role(delegate, RoleKind.DELEGATED_AUTHORITY, scope=scope(parent=version.programme.scope, objectives=("SO2",)))
    client.force_login(delegate)
    assert taken(client, version, "json").status_code == 404
    assert client.get(reverse("authority:version_plan", args=[version.pk])).status_code == 200
