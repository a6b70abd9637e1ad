"""The objectives' colours, for pages and for charts."""

import re
from pathlib import Path

import pytest

import openamif.web
from openamif.web.components.colours import OBJECTIVE_COLOURS, objective_key

CSS = Path(openamif.web.__file__).parent / "static" / "openamif" / "css" / "base.css"


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("objective", "colour"), OBJECTIVE_COLOURS.items())
def test_pages_and_charts_have_the_same_colours(objective, colour):
    assert re.search(rf"--{objective}: (#[0-9a-f]{{6}})", CSS.read_text())[1] == colour
    assert f".objective--{objective} " in CSS.read_text()


@pytest.mark.parametrize("colour", OBJECTIVE_COLOURS.values())
def test_white_words_can_be_read_on_every_colour(colour):
    assert 1.05 / (luminance(colour) + 0.05) >= 4.5


@pytest.mark.parametrize(
    ("code", "key"),
    [("SO2.NO3", "integration"), ("SO1", "asylum"), ("TA", "assistance"), ("so3/NO1", "return"), ("X", ""), ("", "")],
)
def test_a_code_belongs_to_its_objective(code, key):
    assert objective_key(code) == key
