"""Findings as the page shows them: figures in the reader's writing, codes by their names, the gravest first."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from openamif.programmes.facts import programme_facts
from openamif.rules.finding import Finding, Severity
from openamif.rules.national_programme import check
from openamif.web.components import formats
from openamif.web.explaining import explained, failing_first, shown
from tests.factories.programmes import document

PERIOD = "2014-2020"


def findings() -> list[Finding]:
    plan = document().financial_plan | {"TOTAL": Decimal("9000000.00")}
    return list(check(programme_facts(document(summary=(), financial_plan=plan)), on=date(2020, 6, 1)))


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("amount", Decimal("1234.5"), "1\u202f234.50"),
        ("least_rate", Decimal("20"), "20.00\u00a0%"),
        ("rate", Decimal("12.345"), "12.35\u00a0%"),
        ("persons", 1200, "1\u202f200"),
        ("year", 2020, "2020"),
        ("last_year", 2020, "2020"),
        ("on", date(2020, 6, 1), "1\u00a0June\u00a02020"),
        ("holds", True, "yes"),
        ("holds", False, "no"),
        ("amount", None, formats.NOTHING),
        ("line", "SO1.NO1", "SO1.NO1 Reception/Asylum"),
        ("line", "TOTAL", "Total"),
        ("line", "total", "Total"),
        ("kind", "total", "Total"),
        ("place", "summary", "Executive summary"),
        ("found", "as it is", "as it is"),
    ],
)
def test_a_figure_is_written_by_its_name(name, value, written):
    assert shown(name, value, PERIOD) == written


def test_figures_are_written_as_the_reader_writes_them():
    with translation.override("fr"):
        assert shown("amount", Decimal("1234.5"), PERIOD) == "1\u202f234,50"
        assert shown("on", date(2020, 6, 1), PERIOD) == "1er\u00a0juin\u00a02020"


def test_what_fails_comes_gravest_first_and_the_commissions_before_ours():
    every = failing_first(findings())
    assert every
    assert not any(finding.holds for finding in every)
    grave = [Severity.ERROR, Severity.WARNING, Severity.INFO]
    order = [(grave.index(finding.severity), finding.by != "commission") for finding in every]
    assert order == sorted(order)


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_every_finding_is_a_sentence_with_its_article(language):
    with translation.override(language):
        for finding in findings():
            said = explained(finding, PERIOD)
            assert said.title, finding.rule
            assert said.sentence, finding.rule
            assert said.article, finding.rule
            assert "%(" not in said.sentence + said.title + (said.equation or ""), finding.rule
            assert "{" not in said.sentence, finding.rule


def test_a_finding_leads_to_its_place_where_the_door_has_one():
    (finding,) = [each for each in findings() if each.place == "summary" and not each.holds]
    said = explained(finding, PERIOD, lambda place: f"/there/{place}")
    assert (said.place, said.place_url, said.severity) == ("Executive summary", "/there/summary", "error")
    assert explained(finding, PERIOD).place_url == ""
