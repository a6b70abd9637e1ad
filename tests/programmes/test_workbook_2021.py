"""The workbook of a programme of 2021-2027, read back, is the programme."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openamif.law import codes
from openamif.programmes.facts import (
    ActionContent,
    AimContent,
    AuthorityContent,
    ObjectiveContent,
    ProgrammeContent,
)
from openamif.programmes.facts.rows_2021 import content_from, content_rows
from openamif.programmes.facts.workbook_2021 import OBJECTIVES, PERIOD, YEARS, content_in, pieces
from openamif.programmes.models import DesignatedAuthority
from openamif.programmes.models.document import CONTENT
from openamif.web.exports.programme_2021 import programme_form
from openamif.workbooks import read, write_template
from tests.factories.programmes import FULL_2021

LETTERS = st.characters(categories=("L", "N", "P"), exclude_characters="\x00")
LINE = st.text(LETTERS, min_size=1, max_size=30)
TEXT = st.lists(LINE, max_size=4).map("\n".join)
AMOUNT = st.decimals(0, 10**9, places=2)
DAY = st.none() | st.dates(date(2000, 1, 1), date(2100, 12, 31))
COUNT = st.none() | st.integers(0, 10**6).map(Decimal)


def listed(name: str) -> list[tuple[str, str]]:
    return [(each.code, each.text("objective")) for each in codes(name, period=PERIOD)]


@st.composite
def contents(draw: Any) -> ProgrammeContent:
    """Any programme that may be entered."""
    present = sorted(draw(st.sets(st.sampled_from(OBJECTIVES), min_size=1)))
    numbers = draw(st.lists(st.integers(1, 300), unique=True, max_size=6))
    of_action = {number: draw(st.sampled_from(present)) for number in sorted(numbers)}
    financed = {*present, "TA"}
    fields = [field for field, objective in listed("intervention_fields") if objective in financed]
    known = [code for code, objective in listed("indicators") if objective in present]
    aims = (AimContent(code, *draw(st.tuples(COUNT, COUNT, COUNT)), draw(st.just("") | LINE)) for code in known)
    kinds = [kind for kind in ("RA", "AA") if draw(st.booleans())] + ["DA"] * draw(st.integers(0, 2))
    return ProgrammeContent(
        objectives=tuple(
            ObjectiveContent(
                code,
                draw(AMOUNT),
                draw(TEXT),
                tuple(
                    ActionContent(draw(LINE), draw(TEXT), draw(TEXT), number)
                    for number, objective in of_action.items()
                    if objective == code
                ),
            )
            for code in present
        ),
        assistance_amount=draw(AMOUNT),
        aims=tuple(aim for aim in aims if aim.says_something),
        authorities=tuple(
            AuthorityContent(
                kind,
                draw(LINE),
                draw(TEXT),
                draw(TEXT),
                "",
                draw(DAY),
                draw(TEXT),
            )
            for kind in kinds
        ),
        summary=draw(TEXT),
        partnership=draw(TEXT),
        communication=draw(TEXT),
        fields={field: draw(AMOUNT) for field in fields if draw(st.booleans())},
        years={year: draw(AMOUNT) for year in YEARS if draw(st.booleans())},
    )


def read_back(content: ProgrammeContent) -> ProgrammeContent:
    form = programme_form()
    reading = read(write_template(programme_form(content)), form)
    found = content_in(reading, form, language=content.language)
    assert reading.errors == []
    return found


@settings(max_examples=25)
@given(contents())
def test_a_workbook_read_back_is_the_programme(content):
    assert read_back(content) == content


@given(contents())
def test_its_rows_are_the_programme(content):
    rows = content_rows(content)
    held = {model: rows.get(model, []) for model in CONTENT}
    assert content_from(held, rows[DesignatedAuthority], language="en") == content


def test_a_long_text_goes_on_in_the_next_row_and_is_whole_again():
    text = "\n".join(f"{number} " + "word " * 600 + "end" for number in range(12))
    long = ProgrammeContent((ObjectiveContent("SO2", Decimal(1), text),), Decimal(0), summary=text)
    assert read_back(long) == long


@pytest.mark.parametrize(("text", "longest", "cut"), [
    ("", 5, [""]),
    ("ab", 5, ["ab"]),
    ("ab\ncd", 5, ["ab\ncd"]),
    ("ab\ncde", 5, ["ab", "cde"]),
    ("ab\n\ncd", 4, ["ab\n", "cd"]),
])  # fmt: skip
def test_pieces_are_cut_between_paragraphs(text, longest, cut):
    assert list(pieces(text, longest)) == cut
    assert "\n".join(pieces(text, longest)) == text


def test_a_full_one():
    assert read_back(FULL_2021) == FULL_2021
