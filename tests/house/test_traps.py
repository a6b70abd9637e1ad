"""The traps that lie in wait for every test do snap."""

import pytest
from django.template import engines

from openamif.people.models import Organisation
from tests import traps


def test_a_variable_never_set_fails_in_a_template_of_ours(monkeypatch):
    template = engines["django"].from_string("{{ a.b }}")
    assert template.render({}) == ""
    monkeypatch.setattr(traps, "OURS", "<unknown")
    with pytest.raises(pytest.fail.Exception, match=r"a\.b, which was never set"):
        template.render({})


def test_a_variable_never_set_may_be_asked_for(monkeypatch):
    monkeypatch.setattr(traps, "OURS", "<unknown")
    assert engines["django"].from_string("{% if a %}a{% endif %}{% for b in a %}b{% endfor %}").render({}) == ""


@pytest.mark.django_db
def test_rows_in_no_order_come_backwards():
    for name in "ab":
        Organisation.objects.create(name=name, kind="ngo")
    names = [organisation.name for organisation in Organisation.objects.order_by()]
    assert names == ["b", "a"]
    assert [organisation.name for organisation in Organisation.objects.all()] == ["a", "b"]
