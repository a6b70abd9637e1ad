"""Where a place of the document is shown, and what it is called."""

import pytest
from django.urls import reverse
from django.utils import translation

from openamif.programmes.models.document import places_of
from openamif.web.authority.sheet import TABS
from openamif.web.places import PAGES, anchor, page_of, place_url, place_words, row_of
from tests.factories.programmes import SMALL

PERIOD = "2014-2020"


@pytest.mark.parametrize(
    ("place", "page", "anchored"),
    [
        ("summary", "texts", "summary"),
        ("partnership.6.1", "texts", "partnership-6-1"),
        ("objectives.SO1.NO1", "objectives", "objectives-SO1-NO1"),
        ("objectives.SO1.NO1.introduction", "objectives", "objectives-SO1-NO1"),
        ("actions.4.title", "objectives", "actions-4"),
        ("timetable.SO1.NO1.1.planning", "timetable", "timetable-SO1-NO1-1"),
        ("indicators.SO1.C6.target", "indicators", "indicators-SO1-C6"),
        ("indicators.SO1.C6.baseline", "indicators", "indicators-SO1-C6"),
        ("financial_plan.SO1.NO1", "plan", "financial_plan-SO1-NO1"),
        ("financial_plan.TOTAL", "plan", "financial_plan-TOTAL"),
        ("special_cases.resettlement.2014", "special_cases", "special_cases-resettlement"),
        ("annual_commitments.total.2020", "commitments", "annual_commitments-total"),
        ("resettlement.syrians_region.2014-2015", "special_cases", "resettlement-syrians_region"),
        ("transfers.1.2016-2017", "special_cases", "transfers-1"),
        ("turkey.1.2018-2020", "special_cases", "turkey-1"),
        ("authorities.RA.1.name", "authorities", "authorities-RA-1"),
        ("nobody_knows.this", "findings", "nobody_knows-this"),
    ],
)
def test_a_place_has_its_page_and_its_row(place, page, anchored):
    assert page_of(place) == page
    assert place_url(7, place) == f"{reverse(f'authority:version_{page}', args=[7])}#{anchored}"


def test_every_field_of_a_document_has_a_page_of_its_own():
    assert {page_of(place) for place in places_of(SMALL)} <= TABS.keys() - {"", "findings"}
    assert set(PAGES.values()) <= TABS.keys()


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_every_field_of_a_document_has_words(language):
    with translation.override(language):
        for place in places_of(SMALL):
            words = place_words(place, PERIOD)
            assert words
            assert "_" not in words, place


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("summary", "Executive summary"),
        ("indicators.SO1.C6.target", "Indicators › SO1.C6 › target"),
        ("indicators.SO1.C6.baseline", "Indicators › SO1.C6 › baseline"),
        ("financial_plan.SO1.NO1", "Financial plan › SO1.NO1 Reception/Asylum"),
        ("financial_plan.TOTAL", "Financial plan › Total"),
        ("financial_plan.SO1.NO", "Financial plan › SO1.NO National objectives together"),
        ("objectives.SO1.NO1.introduction", "Objectives › SO1.NO1 Reception/Asylum › introduction"),
        ("actions.4.title", "Actions › 4 › title"),
        ("special_cases.total.2014", "Special cases by year › Total › 2014"),
        ("annual_commitments.total.total", "Annual commitments › Total › total"),
        ("timetable.SO1.NO1.1.planning", "Timetable › SO1.NO1.1 › planning"),
        ("documents.1.dated_on", "Documents › 1 › date"),
    ],
)
def test_a_place_in_words(place, words):
    assert place_words(place, PERIOD) == words


def test_an_anchor_is_an_id():
    assert anchor("partnership.6.1/2 b") == "partnership-6-1-2b"


def test_a_place_that_is_a_row_is_its_own_row():
    for place in ("actions.4", "financial_plan.SO1.NO1", "summary", "transfers.1"):
        assert row_of(place) == place
