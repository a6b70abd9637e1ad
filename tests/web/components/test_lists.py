"""Tags for several values together."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from openamif.web.components import formats
from openamif.web.components.shapes import Badge, Entry, Figure, Link, Node, Part, Step, Task
from tests.web.components.drawing import drawn

N = formats.NARROW_SPACE


@pytest.mark.parametrize(
    ("figure", "written"),
    [
        (Figure("A", Decimal("179127447.12"), "money"), f"179{N}127{N}447.12"),
        (Figure("A", Decimal("80.5"), "share"), "80.5 <small>%</small>"),
        (Figure("A", 3865, unit="persons"), f"3{N}865 <small>persons</small>"),
        (Figure("A", "open", "text"), "open"),
        (Figure("A", None), "none"),
        (Figure("A", 1, url="/x/"), 'href="/x/"'),
    ],
)
def test_a_key_figure_is_written_by_its_kind(figure, written):
    assert written in drawn("{% figures items %}", items=[figure])


def test_the_parts_of_a_whole_fill_the_bar():
    parts = [Part("Asylum", Decimal(30), "asylum"), Part("Return", Decimal(60), "return"), Part("Rest", Decimal(10))]
    html = drawn('{% split_bar parts label="Money" %}', parts=parts)
    assert 'x="30%" width="60%"' in html
    assert 'x="90%" width="10%"' in html
    assert "objective--asylum" in html
    assert 'aria-label="Money"' in html


def test_a_part_too_small_for_words_has_them_in_the_legend_only():
    html = drawn('{% split_bar parts label="M" %}', parts=[Part("A", Decimal(99)), Part("B", Decimal(1))])
    assert html.count("<text") == 1
    assert html.count("<li>") == 2


def test_a_whole_of_nothing_is_drawn_empty():
    html = drawn('{% split_bar parts label="M" %}', parts=[Part("A", Decimal(0))])
    assert "%</text>" not in html
    assert "0.00" in html


def test_a_bullet_says_how_far_and_how_far_by_now():
    html = drawn("{% bullet 50 200 milestone=100 label='Persons' %}")
    assert 'width="25%"' in html
    assert "Persons, 25" in html
    assert "expected by now: 50" in html
    assert "is-late" in html


def test_a_bullet_beyond_its_target_marks_the_target():
    html = drawn("{% bullet 400 200 %}")
    assert 'class="fill" y="5" width="100%"' in html
    assert 'class="target" x="50%"' in html


def test_a_bullet_without_target_says_so():
    assert "no target set" in drawn("{% bullet 0 0 %}")


def test_a_timeline_writes_days_instants_and_words():
    entries = [
        Entry(date(2026, 7, 1), "A", by="Officer", text="T", url="/a/"),
        Entry(datetime(2026, 7, 1, 7, 30, tzinfo=UTC), "B", state="current"),
        Entry("then", "C", state="todo"),
    ]
    html = drawn("{% timeline entries %}", entries=entries)
    assert "09:30" in html
    assert "then" in html
    assert html.count('aria-current="step"') == 1


def test_steps_say_which_is_done_and_which_is_now():
    html = drawn("{% steps items %}", items=[Step("A", "done"), Step("B", "current"), Step("C", "failed"), Step("D")])
    assert ", done" in html
    assert ", failed" in html
    assert ", to do" in html
    assert html.count('aria-current="step"') == 1


def test_what_no_longer_counts_is_struck_through_and_what_can_be_done_says_about_what():
    entries = [Entry("x", "Wrong", gone=True), Entry("y", "Right", acts=[Link("Correct", "/c/")])]
    html = drawn("{% timeline entries %}", entries=entries)
    assert "<del>Wrong</del>" in html
    assert '<a href="/c/">Correct<span class="visually-hidden">: Right</span></a>' in html


def test_what_waits_says_until_when_and_in_what_state():
    items = [Task("Report 3", "/r/3/", "Figures", date(2026, 11, 20), Badge("Returned", "bad")), Task("A file", "/f/")]
    html = drawn("{% tasks items on=on %}", items=items, on=date(2026, 11, 25))
    assert "5 days late" in html
    assert "Returned" in html
    assert html.count("task-when") == 1


def test_a_tree_opens_branch_by_branch_with_no_link_in_a_summary():
    nodes = [Node("Asylum", "SO1", "/so1/", Decimal(5), open=True, children=[Node("Reception", url="/r/")])]
    html = drawn("{% tree nodes %}", nodes=nodes)
    assert "<details open>" in html
    summary = html.split("<summary>")[1].split("</summary>")[0]
    assert "<a" not in summary
    assert "5.00" in summary
    assert 'href="/so1/"' in html
    assert 'href="/r/"' in html
