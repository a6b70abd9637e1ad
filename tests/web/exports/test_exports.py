"""The forms of a programme, and the answer that hands one over."""

import json

import pytest
from django.utils import translation

from openamif.sfc.errors import NotWritable
from openamif.sfc.json_2014 import as_json
from openamif.sfc.programme_2014 import Reading
from openamif.sfc.reader_2014 import read_bytes
from openamif.web.exports import EXPORTS, respond
from tests.factories.programmes import document


def test_every_form_has_a_label_and_an_extension():
    assert list(EXPORTS) == ["text", "xlsx", "pdf", "json"]
    assert all(str(each.label) and each.extension for each in EXPORTS.values())


def test_text_form_reads_back_the_same(source):
    assert read_bytes(EXPORTS["text"].make(source())).programme == document()


def test_text_form_is_refused_where_the_form_cannot_hold_it(source):
    with pytest.raises(NotWritable):
        EXPORTS["text"].make(source(document(financial_plan={})))


def test_json_form_is_what_reading_gives(source):
    assert json.loads(EXPORTS["json"].make(source())) == as_json(Reading(programme=document()))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("text", "text/plain; charset=utf-8"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("pdf", "application/pdf"),
        ("json", "application/json"),
    ],
)
def test_a_download_has_a_safe_name_and_is_not_sniffed(source, name, kind):
    answer = respond(EXPORTS[name], source(country='B"E\r\n/..'))
    extension = EXPORTS[name].extension
    assert answer["Content-Disposition"] == f'attachment; filename="AMIF-BE..-2014-2020-v5.1-plan.{extension}"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == kind


@pytest.mark.parametrize("name", ["text", "xlsx", "pdf", "json"])
def test_the_same_source_gives_the_same_bytes(source, name):
    assert respond(EXPORTS[name], source()).content == respond(EXPORTS[name], source()).content


def test_a_download_speaks_the_language_of_its_source_and_leaves_the_readers(source):
    with translation.override("nl"):
        respond(EXPORTS["xlsx"], source(language="fr"))
        assert translation.get_language() == "nl"
