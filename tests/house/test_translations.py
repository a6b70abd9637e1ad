"""Every text of the program is there in French, Dutch and German, with the same placeholders."""

import ast

from scripts import messages
from tests.house.tree import APPLICATION, modules, name, syntax


def test_no_text_hides_in_an_f_string():
    """Whoever gathers the texts does not look into one: what is said nowhere else would stay English."""
    gathered = messages.extracted()
    hidden = {
        f"{name(path)}:{call.lineno}"
        for path in modules(APPLICATION)
        for string in ast.walk(syntax(path))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in messages.KEYWORDS
        if isinstance(call.args[0], ast.Constant) and call.args[0].value not in gathered
    }
    assert not hidden, sorted(hidden)


def test_catalogs_are_complete():
    problems = list(messages.problems())
    assert not problems, "\n".join(["", *problems])


TEMPLATE = """  <p>{% translate "Open" context "state" %}</p>
{% blocktranslate trimmed count n=n %}
   {{ n }} file
{% plural %}
   {{ n }} files
{% endblocktranslate %}{{ x|default:_("none") }} {% tag label=_("Sum") %}"""


def test_texts_of_templates_are_found():
    catalog = messages.Catalog()
    messages.add_template(catalog, TEMPLATE)
    found = {(entry.context, entry.id) for entry in messages.entries(catalog)}
    assert found == {
        ("state", "Open"),
        (None, ("%(n)s file", "%(n)s files")),
        (None, "none"),
        (None, "Sum"),
    }


def test_other_placeholders_are_noticed():
    entry = messages.Message("%(days)s days of {total}", "%(jours)s jours sur {total}")
    assert list(messages.faults(entry)) == ["other placeholders in '%(jours)s jours sur {total}'"]


def test_a_count_may_be_left_out_of_the_singular():
    entry = messages.Message(("%(count)s file", "%(count)s files"), ("un fichier", "%(count)s fichiers"))
    assert list(messages.faults(entry)) == []


def test_an_empty_plural_is_noticed():
    entry = messages.Message(("%(count)s file", "%(count)s files"), ("un fichier", ""))
    assert list(messages.faults(entry)) == ["empty"]


def test_a_french_line_that_could_break_before_a_sign_is_noticed():
    assert messages.breaks(messages.Message("Look: here", "Voyez : ici"))
    assert not messages.breaks(messages.Message("Look: here", "Voyez\u00a0: ici"))
    assert messages.breaks(messages.Message(("“a”", "“b”"), ("«\u00a0a\u00a0»", "« b\u00a0»")))
