"""Tags for findings, articles and differences."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from openamif.rules.finding import Severity
from openamif.web.components import formats
from openamif.web.components.shapes import Explained, Term
from tests.web.components.drawing import drawn

N = formats.NARROW_SPACE
FINDING = Explained(
    "Basic allocation differs",
    "2.22.1",
    "It should equal the reference.",
    (Term("", Decimal("115379784.00"), "in the plan"), Term("−", Decimal(100817784)), Term("=", 365)),
    by="commission",
    severity="error",
    place="Financial plan",
    place_url="/plan/#total",
    article="Implementing Regulation (EU) 2018/2000",
)


def test_a_finding_says_what_where_by_which_figures_and_which_article():
    html = drawn("{% finding one %}", one=FINDING)
    assert "Basic allocation differs" in html
    assert "Error: " in html
    assert f"115{N}379{N}784.00" in html
    assert 'href="/plan/#total"' in html
    assert "eur-lex.europa.eu/eli/reg_impl/2018/2000/oj" in html


def test_the_commissions_rules_and_ours_are_told_apart():
    assert "code-commission" in drawn("{% finding one %}", one=FINDING)
    ours = drawn("{% finding one %}", one={"title": "T", "code": "X-14"})
    assert "code-ours" in ours
    assert "ours" in ours


@pytest.mark.parametrize("severity", list(Severity))
def test_any_record_with_the_names_of_a_finding_will_do(severity):
    record = SimpleNamespace(title="T", code="I-02", severity=severity, by="openamif", sentence=None)
    html = drawn("{% finding one %}", one=record)
    assert "I-02" in html
    assert {"error": "Error", "warning": "Warning", "info": "Note"}[severity] in html


def test_a_rule_that_holds_is_in_order():
    html = drawn("{% finding one %}", one={"title": "T", "code": "I-08", "holds": True, "severity": "error"})
    assert "In order" in html
    assert "tone-good" in html


def test_what_a_finding_says_is_escaped():
    html = drawn("{% finding one %}", one=Explained("<script>", "X", equation="1 < 2", place="<i>"))
    assert "<script>" not in html
    assert "1 &lt; 2" in html


@pytest.mark.parametrize(
    ("value", "kind", "written"),
    [
        (Decimal("1.5"), "", "1.50"),
        (3865, "", f"3{N}865"),
        (Decimal("19.5"), "share", "19.5"),
        ("B2", "", "B2"),
        (Decimal(3), "count", "3"),
    ],
)
def test_a_term_is_written_by_its_kind(value, kind, written):
    assert written in drawn("{% term_value term %}", term=Term("", value, kind=kind))


def test_findings_are_a_list():
    assert drawn("{% findings all %}", all=[FINDING, FINDING]).count("<li>") == 2


def test_an_article_links_to_its_act():
    html = drawn('{% article "Regulation (EU) No 514/2014, Article 14(3)" %}')
    assert 'href="https://eur-lex.europa.eu/eli/reg/2014/514/oj/eng"' in html
    assert ">Article 14(3)</a>" in drawn('{% article "Regulation (EU) No 514/2014, Article 14(3)" short=True %}')
    assert "href" not in drawn('{% article "SFC2014 rule 2.22.1" %}')


def test_a_difference_marks_words():
    html = drawn('{% diff "16 places" "24 places" %}')
    assert "<del>16</del>" in html
    assert "<ins>24</ins>" in html


def test_a_difference_of_money_says_by_how_much():
    html = drawn('{% diff less more kind="money" %}', less=Decimal(100), more=Decimal("100.5"))
    assert "+0.50" in html
    assert "Change" not in drawn('{% diff less less kind="money" %}', less=Decimal(100))
    assert "Change" not in drawn('{% diff none less kind="money" %}', none=None, less=Decimal(100))
