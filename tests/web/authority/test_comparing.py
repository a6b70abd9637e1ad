"""Two versions side by side: every difference, its ground, and whether a decision is needed."""

import re
from decimal import Decimal

import pytest
from django.urls import reverse

from openamif.programmes.actions.begin_version import begin_version
from openamif.programmes.actions.designate_authorities import designate_authorities
from openamif.programmes.actions.revise_version import revise_version
from openamif.programmes.models import DesignatedAuthority
from openamif.programmes.models.changing import with_amounts, with_section
from openamif.programmes.queries import content_of
from tests.factories import programmes
from tests.web.authority.reading import words

NEEDED, NOT_NEEDED = "A new decision of the Commission is needed.", "No new decision is needed."


@pytest.fixture
def draft(office, officer):
    """A second version of an adopted programme, field for field like the first."""
    return begin_version(programmes.adopted_version(country="NL", by=office.officer), by=office.officer)


def compare(client, version, **query) -> str:
    answer = client.get(reverse("authority:version_compare", args=[version.pk]), query)
    assert answer.status_code == 200
    return words(answer)


def changed(version, by, make):
    return revise_version(version, make(content_of(version).document), revision=version.revision, by=by)


def test_the_only_version_has_nothing_beside_it(office, officer):
    assert "Only one version so far" in compare(officer, office.version)


def test_a_fresh_copy_says_the_same(officer, draft):
    page = compare(officer, draft)
    assert "The two versions say the same, field for field." in page
    assert NEEDED not in page


def test_a_shift_between_objectives_needs_a_decision_and_says_where(office, officer, draft):
    amounts = {("SO1.NO1", None): Decimal("2400000.00"), ("SO3.NO1", None): Decimal("500000.00")}
    changed(draft, office.officer, lambda document: with_amounts(document, "plan", amounts))
    page = compare(officer, draft)
    assert NEEDED in page
    assert "needs-decision" in page
    text = re.sub(r"<[^>]+>", "", page)
    assert "2\u202f500\u202f000.00" in text
    assert "2\u202f400\u202f000.00" in text
    assert reverse("authority:version_plan", args=[draft.pk]) + "#financial_plan-SO1-NO1" in page


def test_a_shift_within_an_objective_needs_none(office, officer, draft):
    amounts = {("SO1.NO1", None): Decimal("2400000.00"), ("SO1.NO2", None): Decimal("600000.25")}
    changed(draft, office.officer, lambda document: with_amounts(document, "plan", amounts))
    page = compare(officer, draft)
    assert NOT_NEEDED in page
    assert NEEDED not in page


def test_another_authority_needs_none(office, officer, draft):
    new = [DesignatedAuthority(kind="RA", name="Another unit")]
    designate_authorities(draft, new, revision=draft.revision, by=office.officer)
    page = compare(officer, draft)
    assert NOT_NEEDED in page
    assert "Another unit" in page


def test_what_was_written_is_shown_as_text(office, officer, draft):
    script = "<script>alert(1)</script>"
    changed(draft, office.officer, lambda document: with_section(document, "summary", (script,)))
    raw = officer.get(reverse("authority:version_compare", args=[draft.pk])).content.decode()
    assert script not in raw


def test_the_other_version_is_chosen(office, officer, draft):
    first = draft.continues
    assert f'<option value="{draft.pk}" selected>2.0' in compare(officer, first, **{"with": draft.pk})


@pytest.mark.parametrize("other", ["0", "x", "²", "9" * 40])
def test_a_version_of_another_programme_is_no_other(office, officer, draft, other):
    address = reverse("authority:version_compare", args=[draft.pk])
    assert officer.get(address, {"with": other}).status_code == 404
    assert officer.get(address, {"with": office.version.pk}).status_code == 404
