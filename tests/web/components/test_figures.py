"""Tags for single values."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import TemplateSyntaxError

from openamif.web.components import formats
from tests.web.components.drawing import drawn

N, S = formats.NARROW_SPACE, formats.NO_BREAK_SPACE
ON = date(2026, 11, 25)


def test_money_carries_its_unit_unless_the_column_does():
    amount = Decimal("1234.5")
    assert drawn("{% money amount %}", amount=amount) == f'<span class="amount">1{N}234.50{S}EUR</span>'
    assert "EUR" not in drawn("{% money amount unit=False %}", amount=amount)


@pytest.mark.parametrize(("amount", "written"), [("5", "+5.00"), ("-5", "−5.00"), ("0", ">0.00")])
def test_a_change_shows_its_sign(amount, written):
    assert written in drawn("{% money amount unit=False sign=True %}", amount=Decimal(amount))


@pytest.mark.parametrize("call", ["money", "money_short", "count", "share", "day", "instant"])
def test_no_value_is_a_dash_for_the_eye_and_a_word_for_the_ear(call):
    html = drawn(f"{{% {call} none %}}", none=None)
    assert "–" in html
    assert "none" in html


def test_the_large_figure_carries_the_exact_amount():
    html = drawn("{% money_short amount %}", amount=Decimal("179127447.12"))
    assert "179.1" in html
    assert f"179{N}127{N}447.12{S}EUR" in html
    assert "447.12" not in drawn("{% money_short amount exact=False %}", amount=Decimal("179127447.12"))


@pytest.mark.parametrize(
    ("rate", "width"), [("30.256", "30.26"), ("-4", "0"), ("143", "100"), ("100", "100"), ("0", "0")]
)
def test_the_bar_of_a_share_stays_inside_its_track(rate, width):
    assert f'class="fill" width="{width}"' in drawn("{% share rate %}", rate=Decimal(rate))


def test_a_share_below_its_minimum_says_so():
    below = drawn("{% share rate minimum=20 %}", rate=Decimal("19.98"))
    assert "is-below" in below
    assert "below the minimum of" in below
    assert "19.98" in below
    enough = drawn("{% share rate minimum=20 %}", rate=Decimal(20))
    assert "is-below" not in enough
    assert "minimum" in enough


@pytest.mark.parametrize(
    ("due", "words", "tone"),
    [
        (date(2026, 11, 24), "1 day late", "bad"),
        (date(2022, 12, 31), f"1{N}425 days late", "bad"),
        (ON, "today", "wait"),
        (date(2026, 11, 26), "1 day left", "wait"),
        (date(2026, 12, 9), "14 days left", "wait"),
        (date(2026, 12, 10), "15 days left", "idle"),
    ],
)
def test_a_deadline_says_how_far_off_it_is(due, words, tone):
    html = drawn("{% deadline due on=on %}", due=due, on=ON)
    assert words in html
    assert f"tone-{tone}" in html


def test_a_deadline_that_was_met_presses_no_more():
    html = drawn("{% deadline due on=on met=True %}", due=date(2020, 1, 1), on=ON)
    assert "done" in html
    assert "late" not in html


def test_days_and_instants_can_be_read_by_machines():
    assert 'datetime="2026-07-01"' in drawn("{% day value %}", value=date(2026, 7, 1))
    assert 'datetime="2026-07-01T12:05:00+00:00"' in drawn(
        "{% instant value %}", value=datetime(2026, 7, 1, 12, 5, tzinfo=UTC)
    )


def test_a_badge_has_words_and_one_of_five_tones():
    assert (
        drawn('{% state_badge label "good" %}', label="<b>") == '<span class="badge-state tone-good">&lt;b&gt;</span>'
    )
    with pytest.raises((ValueError, TemplateSyntaxError), match="tone"):
        drawn('{% state_badge "Adopted" "green" %}')


def test_a_code_may_be_explained():
    assert drawn('{% code "SO1.NO3" %}') == '<span class="code">SO1.NO3</span>'
    assert 'title="Resettlement"' in drawn('{% code "SO1.NO3" title="Resettlement" %}')


def test_a_person_is_a_role_where_outsiders_read():
    known = {"name": "A. Example", "role": "Programme officer", "organisation": "FPS"}
    assert "A. Example" in drawn("{% person name=name role=role organisation=organisation %}", **known)
    by_role = drawn("{% person name=name role=role organisation=organisation by_role=True %}", **known)
    assert "A. Example" not in by_role
    assert "Programme officer" in by_role
    assert "FPS" in by_role
