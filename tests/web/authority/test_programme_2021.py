"""The pages of a programme of 2021-2027: what there is, without what only 2014-2020 has."""

import pytest
from django.urls import reverse

from openamif.people.models import Person
from openamif.programmes.queries import content_of
from openamif.record.actions.append_trail import append_trail
from openamif.web.authority.charts import plan_chart
from tests.factories.programmes import programme_2021, responsible

pytestmark = pytest.mark.django_db
SHOWN = ("version", "version_objectives", "version_plan", "version_indicators", "version_texts",
         "version_authorities", "version_findings", "version_history", "version_steps", "version_compare")  # fmt: skip
HIDDEN = ("version_timetable", "version_special_cases", "version_commitments")


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def version(db):
    return programme_2021()


@pytest.fixture
def office(version, client):
    client.force_login(responsible(version.programme))
    return client


@pytest.mark.parametrize("name", SHOWN)
def test_page_is_shown(version, office, name):
    page = office.get(reverse(f"authority:{name}", args=[version.pk]))
    assert page.status_code == 200
    tabs = {tab.url for tab in page.context["tabs"]}
    assert not {reverse(f"authority:{hidden}", args=[version.pk]) for hidden in HIDDEN} & tabs


@pytest.mark.parametrize("name", HIDDEN)
def test_page_of_the_other_form_is_not_there(version, office, name):
    assert office.get(reverse(f"authority:{name}", args=[version.pk])).status_code == 404
    assert office.get(reverse("authority:version_export", args=[version.pk, "text"])).status_code == 404


def test_objectives_indicators_and_plan_say_what_there_is(version, office):
    def words(name: str) -> str:
        return office.get(reverse(f"authority:{name}", args=[version.pk])).content.decode()

    assert "Courses" in words("version_objectives")
    assert "Milestone 2024" in words("version_indicators")
    assert "Total allocations by specific objective" in words("version_plan")
    assert "New version" in words("version")


def test_a_chart_of_the_plan_names_objectives_so_that_nothing_is_cut_off(version):
    spec = plan_chart(content_of(version).document, "2021-2027")
    names = {each["line"] for each in spec["data"]["values"]}
    assert "SO2 Legal migration and integration" in names
    assert max(map(len, names)) < 40
    assert spec["encoding"]["color"]["legend"] is None


def test_who_merely_looked_does_not_crowd_out_what_was_done(version, office):
    for _ in range(6):
        append_trail(version, "opened", by=None, details={"what": "authorities"})
    page = office.get(reverse("authority:version", args=[version.pk])).content.decode()
    assert "Record with personal data opened" not in page
    assert "Adopted by the Commission" in page[page.index("Who did what") :]
    history = office.get(reverse("authority:version_history", args=[version.pk])).content.decode()
    assert "Record with personal data opened" in history


@pytest.mark.parametrize("language", ["fr", "nl", "de"])
def test_overview_in_other_languages(version, office, language):
    Person.objects.update(language=language)
    assert office.get(reverse("authority:version", args=[version.pk])).status_code == 200


def test_public_shows_it_too(version, client):
    for address in ("/", "/programmes/", f"/programmes/{version.programme_id}/"):
        assert client.get(address).status_code == 200
    page = client.get(f"/programmes/{version.programme_id}/objectives/SO2/").content.decode()
    assert "Courses" in page
    assert "Milestone 2024" in page
    assert client.get(f"/programmes/{version.programme_id}/files/xlsx/").status_code == 404


PARTS = ("financial-plan", "special-cases", "annual-commitments", "pledges", "timetable", "actions", "indicators",
         "texts")  # fmt: skip


@pytest.mark.parametrize("part", ["", *(f"/{part}" for part in PARTS)])
def test_api_answers(version, client, part):
    assert client.get(f"/api/v1/versions/{version.pk}{part}").status_code == 200
