"""Charts drawn on the server."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.utils import translation

from openamif.web.components import charts
from openamif.web.components.gallery.tables import BARS, COLUMNS
from tests.web.components.drawing import drawn

LARGE = {
    "data": {"values": [{"a": "x", "b": 1234567}, {"a": "y", "b": 2500000.5}]},
    "mark": "text",
    "encoding": {
        "x": {"field": "a", "type": "nominal"},
        "text": {"field": "b", "type": "quantitative", "format": ",.1f"},
    },
}


def test_a_drawing_is_plain():
    svg = charts.drawn(BARS)
    assert svg.startswith("<svg")
    assert charts.is_plain(svg)
    assert "role=" not in svg.split(">", 1)[1]


def test_a_drawing_is_in_the_pages_typeface_at_its_own_size():
    svg = charts.drawn(BARS)
    assert set(re.findall(r'font-family="([^"]*)"', svg)) == {charts.FONT}
    assert set(re.findall(r'font-size="([^"]*)"', svg)) == {"12px"}


@pytest.mark.parametrize(("language", "written"), [("fr", "1\u202f234\u202f567,0"), ("en", "1\u202f234\u202f567.0")])
def test_a_chart_writes_numbers_as_its_reader_does(language, written):
    with translation.override(language):
        assert written in charts.drawn(LARGE)


def test_months_are_the_readers():
    with translation.override("de"):
        assert charts.time_locale()["months"][2] == "März"
        assert charts.time_locale()["days"][0] == "Sonntag"


def test_a_chart_with_a_link_in_it_is_refused():
    spec = {"data": {"values": [{"u": "https://example.org"}]}, "mark": "point", "encoding": {"href": {"field": "u"}}}
    with pytest.raises(ValueError, match="may not carry"):
        charts.drawn(spec)


@pytest.mark.parametrize(
    "label",
    ["Train staff onboard= now", "x style=y href=z", '" onload="x', "</text><script>x</script>", "a < b > c & d"],
)
def test_a_label_is_only_ever_text(label):
    spec = {"data": {"values": [{"a": label}]}, "mark": "text", "encoding": {"text": {"field": "a", "type": "nominal"}}}
    read = ElementTree.fromstring(charts.drawn(spec))
    assert label in ["".join(each.itertext()) for each in read.iter("{http://www.w3.org/2000/svg}text")]
    assert not [name for each in read.iter() for name in each.attrib if name.startswith("on") or name == "style"]


def test_what_a_chart_says_of_its_looks_goes_before():
    dressed = charts.dressed({"height": 90, "config": {"font": "x", "axis": {"grid": False}, "area": {"opacity": 1}}})
    assert dressed["height"] == 90
    assert dressed["config"]["axis"]["grid"] is False
    assert dressed["config"]["axis"]["gridColor"]
    assert dressed["config"]["font"] == "x"
    assert dressed["config"]["area"] == {"opacity": 1}


def test_a_chart_has_words_and_a_table():
    rows = [{"objective": "Asylum", "allocated": Decimal(5)}]
    html = drawn(
        '{% chart spec title="Paid" description="It rose." columns=columns rows=rows %}',
        spec=BARS,
        columns=COLUMNS,
        rows=rows,
    )
    assert 'role="img"' in html
    assert "It rose." in html
    assert "<table" in html
    assert 'type="application/json"' in html
