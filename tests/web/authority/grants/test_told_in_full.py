"""What is refused of a grant is told with what was found and what is expected."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils.timezone import localdate

from openamif.grants.models import Grant
from openamif.web.components import formats
from tests.web.authority.grants.test_pages import form_of, rows_of
from tests.web.authority.reading import words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"ends_on": "2018-12-31"}, f"The end, {formats.day(date(2018, 12, 31))}, is before the start, "),
        ({"union_amount": "200000.01"}, f"is above the total eligible cost ({formats.money(Decimal(200000))})"),
        ({"targets": "SO2.C2 12.5"}, "SO2.C2 is counted in wholes: a target of 12.5"),
        ({"report_months": "12,5"}, "“12,5” is no whole number."),
        ({"contact_email": "nobody"}, "“nobody” is no e-mail address"),
        ({"report_months": "61"}, "“61” is out of range: from 1 to 60."),
        ({"eligible_amount": "9" * 20}, f"“{'9' * 20}” is too large: below {formats.count(10**13)}."),
    ],
)
def test_a_field_says_what_was_found_and_what_may_be(desk, officer, at, said, told):
    page = officer.post(at("grant_edit"), form_of(officer.get(at("grant_edit"))) | said)
    assert page.status_code == 422
    assert told in words(page)


@pytest.mark.parametrize(("name", "state"), [("grant_sign", "draft"), ("grant_end", "signed")])
def test_a_day_to_come_is_told_with_today(desk, officer, at, name, state):
    if state == "draft":
        Grant.objects.filter(pk=desk.grant.pk).update(state=state, signed_on=None)
    day, today = localdate() + timedelta(days=1), localdate()
    told = f"{formats.day(day)} is still to come. Choose a day up to today, {formats.day(today)}."
    assert told in words(officer.post(at(name), {"day": day.isoformat()}))


def test_an_end_before_the_start_is_told_with_the_start(desk, officer, at):
    before = desk.grant.starts_on - timedelta(days=1)
    told = f"The grant started on {formats.day(desk.grant.starts_on)}: it cannot have ended on {formats.day(before)}."
    assert told in words(officer.post(at("grant_end"), {"day": before.isoformat()}))


def test_a_surname_too_long_is_not_told_as_missing(desk, officer, at):
    page = officer.get(at("grant_edit_owners"))
    sent = rows_of(page, surname="X" * 151, born_on=date(1960, 5, 4).isoformat())
    told = words(officer.post(at("grant_edit_owners"), sent))
    assert "at most 150 characters" in told
    assert "Enter surname and date of birth" not in told
