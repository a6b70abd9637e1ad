"""Tags for what forms ask."""

import re

from django.forms import BooleanField, CharField, Form, Textarea

from openamif.web.components.gallery.forms import FINDING, Asked
from tests.web.components.drawing import drawn


def refused(**given):
    return Asked({"summary": "Short.", "kind": "other", **given})


def test_a_control_is_read_with_its_help_its_error_and_its_findings():
    html = drawn("{% field form.title findings=findings %}", form=refused(), findings=[FINDING])
    described = re.search(r'<input[^>]*aria-describedby="([^"]*)"', html)[1].split()
    assert described == ["id_title-help", "id_title-error", "id_title-findings"]
    assert all(f'id="{name}"' in html for name in described)
    assert 'aria-invalid="true"' in html
    assert "I-02" in html


def test_a_label_belongs_to_its_control():
    html = drawn("{% field form.objective %}", form=Asked())
    assert '<label class="form-label" for="id_objective">' in html
    assert 'class="form-select"' in html


def test_what_need_not_be_filled_in_is_said():
    assert "optional" in drawn("{% field form.summary %}", form=Asked())
    assert "optional" not in drawn("{% field form.title %}", form=Asked())


def test_a_long_text_says_how_long_it_may_be():
    html = drawn("{% field form.summary %}", form=Asked())
    assert 'data-limit="3000"' in html
    assert 'id="id_summary-count"' in html


def test_what_is_pasted_is_not_cut_without_a_word():
    class Said(Form):
        title = CharField(max_length=5)
        text = CharField(max_length=5, widget=Textarea)

    form = Said({"title": "longer", "text": "longer"})
    for bound in form:
        said = drawn("{% field bound %}", bound=bound)
        assert "maxlength" not in said
        assert "longer" in said
        assert "it has 6" in said


def test_choices_are_a_group_with_a_legend():
    html = drawn("{% field form.kind %}", form=refused())
    assert "<fieldset" in html
    assert "<legend" in html
    assert html.count('type="radio"') == 2
    assert 'id="id_kind-error"' in html


def test_a_tick_stands_before_its_words():
    html = drawn("{% field form.agreed %}", form=Asked())
    assert html.index('type="checkbox"') < html.index("committee was heard")


def test_a_label_may_be_given_by_the_page():
    assert "Other words" in drawn('{% field form.title label="Other words" %}', form=Asked())


def test_a_file_says_what_may_be_dropped():
    html = drawn("{% upload form.document largest=20000000 %}", form=Asked())
    assert "PDF, XML, JSON, up to 20\u00a0MB" in html
    assert 'type="file"' in html


def test_the_summary_leads_to_each_field_that_is_wrong():
    html = drawn("{% error_summary form %}", form=refused())
    assert 'href="#id_title"' in html
    assert 'href="#id_kind"' in html
    assert 'role="alert"' in html


def test_a_form_in_order_has_no_summary():
    assert drawn("{% error_summary form %}", form=Asked()) == ""


def test_the_summary_does_not_say_a_label_that_is_a_sentence_again():
    class Declared(Form):
        yes = BooleanField(label="I declare it.", error_messages={"required": "Only with this."})

    html = drawn("{% error_summary form %}", form=Declared({}))
    assert '<a href="#id_yes">Only with this.</a>' in html
