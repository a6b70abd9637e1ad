"""The gallery shows every component; base templates stand by themselves."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from openamif.web.components.gallery import SECTIONS
from openamif.web.components.templatetags.components import register

pytestmark = pytest.mark.urls("tests.web.components.gallery_door")
PARTS = {"figure_value", "moment", "term_value", "page_head"}
ERRORS = ["400.html", "403.html", "403_csrf.html", "404.html", "500.html"]


@pytest.fixture
def quiet(settings, tmp_path):
    settings.FRAME_SOURCE = ""
    settings.STATIC_ROOT = tmp_path


class Ids(HTMLParser):
    """The ids of a page, and what refers to them."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.references, self.headings = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids += [given["id"]] if "id" in given else []
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
            self.references += (given.get(name) or "").split()
        self.headings += [tag] if re.fullmatch("h[1-6]", tag) else []


def test_every_component_has_its_place_in_the_gallery():
    calls = " ".join(call for section in SECTIONS for specimen in section.specimens for call in specimen.calls)
    shown = set(re.findall(r"{% (\w+)", calls))
    assert set(register.tags) - shown - PARTS - {"findings"} == set()


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_the_gallery_is_drawn_in_each_language(client, quiet, language):
    html = client.get("/gallery/", headers={"accept-language": language}).content.decode()
    assert f'<html lang="{language}">' in html
    assert html.count("<h1>") == 1
    assert not re.search(r'\sstyle="|\son\w+="|<style|javascript:', html)


def test_a_component_finds_its_words_by_their_ids(client, quiet):
    page = Ids(client.get("/gallery/").content.decode())
    repeated = {"id_empty-title", "id_wrong-title"}
    assert set(page.references) <= set(page.ids)
    assert not {name for name in page.ids if page.ids.count(name) > 1 and not name.startswith(tuple(repeated))}


@pytest.mark.parametrize("template", ERRORS)
def test_an_error_page_needs_neither_request_nor_database(template):
    with translation.override("en"):
        html = render_to_string(template)
    assert html.count("<h1>") == 1
    assert 'id="main"' in html
    assert 'class="skip"' in html


@pytest.mark.parametrize("template", ["frame.html", "public_frame.html"])
def test_a_frame_has_its_landmarks(client, quiet, template):
    html = client.get(f"/page/{template}").content.decode()
    assert html.count("<main") == 1
    assert html.count("<footer") == 1
    assert 'href="#main"' in html


def test_css_files_name_no_address_but_ours():
    folder = Path(__file__).resolve().parents[3] / "openamif" / "web" / "static" / "openamif"
    for sheet in folder.glob("css/*.css"):
        assert "@import" not in sheet.read_text()
        assert "http" not in sheet.read_text().replace("http-equiv", "")
