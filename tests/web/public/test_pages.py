"""The public door: what anyone sees, and what nobody sees before it is adopted."""

import json
import re

import pytest
from django.urls import reverse

from openamif.programmes.actions.begin_version import begin_version
from openamif.programmes.actions.revise_version import revise_version
from tests.factories import people, programmes

pytestmark = pytest.mark.django_db
STATEMENTS = ("public:accessibility", "public:privacy", "public:open_data")


@pytest.fixture
def adopted():
    return programmes.adopted_version(title="A small fund", cci="2014BE65AMNP001")


def text_of(response):
    """What is written on the page, without the figures' spaces."""
    html = re.sub(r"<script.*?</script>|<svg.*?</svg>", "", response.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html).replace("\u202f", " ").replace("\u00a0", " "))


@pytest.mark.parametrize("name", ["public:home", "public:programmes", *STATEMENTS])
def test_pages_without_any_programme(client, name):
    response = client.get(reverse(name))
    assert response.status_code == 200


@pytest.mark.parametrize("name", ["public:home", "public:programmes", "public:open_data"])
def test_before_adoption_a_page_says_what_will_come(client, name):
    programmes.sent_version(title="Not yet")
    text = text_of(client.get(reverse(name)))
    assert "No programme has been adopted yet" in text
    assert "Not yet" not in text


def test_programme_that_is_not_adopted_is_not_there(client):
    version = programmes.sent_version()
    pk = version.programme_id
    assert client.get(reverse("public:programme", args=[pk])).status_code == 404
    assert client.get(reverse("public:objective", args=[pk, "SO1"])).status_code == 404
    assert client.get(reverse("public:download", args=[pk, "json"])).status_code == 404


def test_home_tells_the_money_of_the_objectives(client, adopted):
    text = text_of(client.get(reverse("public:home")))
    for words in ("A small fund", "9 260 000.00 EUR", "Asylum 3.0 M EUR", "2 main actions", "70 persons pledged"):
        assert words in text


def test_programme_tells_money_persons_actions_and_targets(client, adopted):
    text = text_of(client.get(reverse("public:programme", args=[adopted.programme_id])))
    for words in (
        programmes.DECISION,
        "1 June 2020",
        "2014BE65AMNP001",
        "A small programme for a small fund.",
        "Make reception flexible",
        "Everyone has a place to stay.",
        "3 000 000.25",
        "From Greece to Belgium",
        "Number of persons resettled",
        "Local public bodies",
        "Regulation (EU) No 516/2014, Article 15(1)",
    ):
        assert words in text, words


def test_minimum_shares_stand_beside_the_shares(client, adopted):
    response = client.get(reverse("public:programme", args=[adopted.programme_id]))
    rows = response.context["shares"]["rows"]
    assert [row["objective"].code for row in rows] == ["SO1", "SO2"]
    assert all(row["minimum"] == 20 and row["rate"] > 20 for row in rows)


def test_empty_cells_are_not_shown_as_money(client, adopted):
    response = client.get(reverse("public:programme", args=[adopted.programme_id]))
    lines = [row.code if hasattr(row, "code") else row["line"].code for row in response.context["plan"]["rows"]]
    assert "SO1.NO3" not in lines
    assert "SO4" not in lines
    assert lines[:3] == ["SO1", "SO1.NO1", "SO1.NO2"]


def test_no_name_of_a_person_is_told(client, adopted):
    text = text_of(client.get(reverse("public:programme", args=[adopted.programme_id])))
    for somebody in (adopted.entered_by, adopted.sent_by):
        assert not re.search(rf"{somebody.name}\b", text)
        assert somebody.email not in text


def test_older_version_stays_while_a_new_one_is_in_work(client, adopted):
    begun = begin_version(adopted, by=adopted.entered_by)
    changed = programmes.document(summary=("Changed and not adopted.",))
    revise_version(begun, changed, revision=begun.revision, by=adopted.entered_by)
    text = text_of(client.get(reverse("public:programme", args=[adopted.programme_id])))
    assert "A small programme for a small fund." in text
    assert "Changed and not adopted" not in text


def test_objective_tells_its_strategy_and_actions(client, adopted):
    text = text_of(client.get(reverse("public:objective", args=[adopted.programme_id, "SO3"])))
    for words in ("Return is voluntary first.", "Help people begin again", "Liaison officers work together."):
        assert words in text, words
    assert "Make reception flexible" not in text


@pytest.mark.parametrize("code", ["SO9", "SO1.NO1", "TA", "<script>"])
def test_unknown_objective_is_not_found(client, adopted, code):
    assert client.get(f"/programmes/{adopted.programme_id}/objectives/{code}/").status_code == 404


def test_texts_in_another_language_than_the_page_are_marked(client, adopted):
    client.cookies["django_language"] = "fr"
    html = client.get(reverse("public:programme", args=[adopted.programme_id])).content.decode()
    assert '<html lang="fr">' in html
    assert '<span lang="en">Make reception flexible</span>' in html
    assert '<div class="prose" lang="en">' in html
    assert "Asile" in html


@pytest.mark.parametrize("form", ["text", "xlsx", "json", "pdf"])
def test_adopted_version_can_be_taken_away(client, adopted, form):
    response = client.get(reverse("public:download", args=[adopted.programme_id, form]))
    assert response.status_code == 200
    assert response.headers["Content-Disposition"].startswith('attachment; filename="AMIF-BE-2014-2020-v1.0')
    assert len(response.content) > 1000
    if form == "json":
        assert json.loads(response.content)["financial_plan"]["TOTAL"] == "9260000.00"


def test_form_that_is_not_offered_is_not_found(client, adopted):
    assert client.get(reverse("public:download", args=[adopted.programme_id, "docx"])).status_code == 404


@pytest.mark.parametrize(
    ("name", "queries"), [("public:home", 11), ("public:programmes", 11), ("public:open_data", 12)]
)
@pytest.mark.parametrize("countries", [["BE"], ["BE", "FR", "NL"]])
def test_queries_do_not_grow_with_programmes(client, django_assert_num_queries, name, queries, countries):
    for country in countries:
        programmes.adopted_version(country=country)
    with django_assert_num_queries(queries):
        client.get(reverse(name))


@pytest.mark.parametrize("countries", [["BE"], ["BE", "FR", "NL"]])
def test_queries_of_a_programme_do_not_grow(client, django_assert_num_queries, countries):
    adopted = [programmes.adopted_version(country=country) for country in countries]
    with django_assert_num_queries(12):
        client.get(reverse("public:programme", args=[adopted[0].programme_id]))


@pytest.mark.parametrize("name", STATEMENTS[:2])
def test_statements_name_the_address_where_one_is_set(client, settings, name):
    settings.SITE_CONTACT = "fund@example.org"
    assert "mailto:fund@example.org" in client.get(reverse(name)).content.decode()


def test_reader_who_is_logged_in_may_look_too(client, adopted):
    client.force_login(people.person())
    assert client.get(reverse("public:home")).status_code == 200


def test_pages_carry_no_inline_style_script_or_handler(client, adopted):
    pk = adopted.programme_id
    for address in (reverse("public:home"), reverse("public:programme", args=[pk])):
        html = client.get(address).content.decode()
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*(src=|application/json))", html)
