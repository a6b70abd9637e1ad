"""The report: tagged, titled, in its language, for the archive, and quick."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from time import process_time

import pytest
from django.utils import translation
from pypdf import PdfReader

from openamif.programmes.models.document import within_part
from openamif.web.exports.pdf import LETTERS, SIGNS, european, laid_out, make
from openamif.web.exports.pdf.blocks import breakable
from openamif.web.exports.pdf.report import report
from tests.factories.programmes import SMALL, document


def text_of(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_report_is_tagged_titled_and_in_its_language(source, language):
    with translation.override(language):
        reader = PdfReader(BytesIO(make(source(language=language))))
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"].split("-")[0] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Fund in Belgium"
    assert str(reader.metadata.creation_date_raw).startswith("D:20200601")


def test_report_says_what_it_conforms_to(source):
    metadata = PdfReader(BytesIO(make(source()))).xmp_metadata.stream.get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_report_shows_the_figures_as_the_reader_writes_them(source):
    with translation.override("fr"):
        shown = text_of(make(source(language="fr"))).replace("\u202f", " ")
    assert "9 260 000,00" in shown
    assert "2 299 999,75" in shown


def test_signs_without_a_look_do_not_keep_a_document_from_being_made(source):
    assert "\x01" not in text_of(laid_out(report(source()) | {"title": "A\x01B\vC\x00\x7f"}, date(2020, 6, 1)))


def elements(node):
    """Every element of the tree of tags."""
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from elements(each)
    elif isinstance(node, dict):
        yield node
        if "/K" in node:
            yield from elements(node["/K"])


def test_report_tags_headings_tables_and_lists(source):
    tree = PdfReader(BytesIO(make(source()))).root_object["/StructTreeRoot"]["/K"]
    tags = {each["/S"] for each in elements(tree) if "/S" in each}
    assert tags >= {"/Title", "/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/L", "/LI"}


def test_report_says_in_which_language_its_texts_are(source):
    texts = ("Het Fonds is voor de opvang van een ieder die met zijn verzoek op een antwoord wacht.",)
    dutch = replace(source().document, summary=texts, baseline=texts)
    tree = PdfReader(BytesIO(make(source(dutch)))).root_object["/StructTreeRoot"]["/K"]
    assert {str(each["/Lang"])[:2] for each in elements(tree) if "/Lang" in each} == {"nl"}


def test_report_numbers_its_pages_and_names_its_version(source):
    reader = PdfReader(BytesIO(make(source())))
    last = reader.pages[-1].extract_text()
    assert f"{len(reader.pages)} / {len(reader.pages)}" in last
    assert "Version 5.1" in last


def test_report_is_outlined_by_its_headings(source):
    titles = [each.title for each in PdfReader(BytesIO(make(source()))).outline if not isinstance(each, list)]
    assert titles[:2] == ["Money by objective", "Financial plan"]
    assert "SO1 · Asylum" in titles


def test_report_takes_data_as_data_never_as_markup(source):
    evil = '#panic("x") *bold* $x$ `raw` @label <label> \\ "'
    assert '#panic("x") *bold*' in text_of(make(source(document(summary=(evil,)), title=evil)))


def test_report_shows_a_question_mark_for_a_sign_it_has_no_type_for(source):
    shown = text_of(make(source(document(summary=("Reception \U0001f3e0 \u6c49 \ue000 at home",)))))
    assert "Reception ? ? ? at home" in shown


def test_report_keeps_accents_that_are_signs_of_their_own(source):
    shown = text_of(make(source(document(summary=("Re\u0301ception \U0001f3e0 \u00e0 temps",)))))
    assert "R\u00e9ception ? \u00e0 temps" in shown


def test_every_sign_that_is_kept_can_be_set(source):
    every = SIGNS + "".join(chr(code) for first, last in LETTERS for code in range(first, last + 1))
    kept = european(every)
    make(source(document(summary=(kept, "\U0001f3e0"))))


def test_report_of_a_part_and_of_next_to_nothing_is_made(source):
    assert make(source(within_part(SMALL, ("SO2.NO2",)))).startswith(b"%PDF")
    empty = within_part(document(indicators=(), timetable=()), ())
    assert make(source(empty, findings=())).startswith(b"%PDF")


def test_report_takes_less_than_half_a_second(source):
    make(source())
    began = process_time()
    make(source(title="Another title"))
    assert process_time() - began < 0.5


@pytest.mark.parametrize(
    ("name", "shown"), [("affiche.png", "affiche.png"), ("x" * 40, f"{'x' * 16}\u200b{'x' * 16}\u200b{'x' * 8}")]
)
def test_a_long_name_of_a_file_may_end_a_line(name, shown):
    assert breakable(name) == shown
    assert european(shown) == shown
