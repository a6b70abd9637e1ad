"""A value that is doubted is asked about; what cannot be is refused; what was told stays to be read."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from openamif.record.models import Trail
from openamif.reports.actions.correct_value import correct_value
from openamif.reports.actions.declare_value import Declaration, declare_total, declare_value
from openamif.reports.actions.require_plausible import ValueDoubted
from openamif.reports.models import DeclaredValue
from tests.factories import reports

pytestmark = pytest.mark.django_db
SAID_ON = date(2019, 10, 1)
COURSE, LANGUAGE, CREATED, SHARE = "SO2.C2", "SO2.C2.a", "SO1.C2.1", "SO1.C2.2"


@pytest.fixture
def made(db):
    """A grant that declares a hundred in all, and forty of them in one part."""
    cast = reports.cast()
    for code, number in ((COURSE, 100), (LANGUAGE, 40)):
        declare_value(cast.grant, Declaration(code, SAID_ON, Decimal(number), note="Lists."), by=cast.officer)
    return cast


@pytest.fixture
def officer(client, made):
    client.force_login(made.officer)
    return client


def corrected(officer, report, code, **said):
    value = report.values.get(indicator=code)
    address = reverse("authority:report_value", args=[value.pk])
    return officer.post(address, {"seen": report.revision, "reason": "Counted again.", **said})


def rules_told(page) -> list[str]:
    return [each.code for each in page.context["form"].doubts.findings]


def test_a_part_larger_than_its_whole_is_asked_about_and_kept_once_it_is_confirmed(made, officer):
    report = reports.submitted(made)
    asked = corrected(officer, report, LANGUAGE, corrected="101")
    assert asked.status_code == 422
    assert rules_told(asked) == ["N-03"]
    words = asked.content.decode()
    assert "SO2.C2 too, which stands at 100" in words
    assert "Counted again." in words
    assert report.values.get(indicator=LANGUAGE).corrected_value is None
    keys = asked.context["form"].doubts.keys
    assert corrected(officer, report, LANGUAGE, corrected="102", despite=keys).status_code == 422
    assert corrected(officer, report, LANGUAGE, corrected="101", despite=keys).status_code == 302
    assert report.values.get(indicator=LANGUAGE).corrected_value == 101
    (kept,) = Trail.objects.get(event="value_corrected").details["findings"]
    assert (kept["rule"], kept["found"]["value"], kept["expected"]["value"]) == ("N-03", "101", "100")
    page = officer.get(reverse("authority:report", args=[report.pk])).content.decode()
    assert "Told before it was recorded: A part does not fit its whole (N-03)." in page
    assert "SO2.C2.a stands at 101" in page


def test_a_slip_of_the_hand_is_asked_about(made, officer):
    asked = corrected(officer, reports.submitted(made), COURSE, corrected="99 999")
    assert asked.status_code == 422
    assert rules_told(asked) == ["N-05", "N-05"]


def test_what_cannot_be_is_refused_whoever_confirms_it(made, officer):
    report = reports.submitted(made)
    refused = corrected(officer, report, COURSE, corrected="90,50")
    assert "counted in wholes: 90.5 cannot be" in str(refused.context["form"].errors["corrected"])
    assert refused.context["form"].doubts.keys == ""
    with pytest.raises(ValueDoubted):
        correct_value(
            report.values.get(indicator=COURSE),
            corrected=Decimal("90.5"),
            reason="Half.",
            by=made.officer,
            despite=["x"],
        )


def test_the_whole_is_put_right_first_and_then_nothing_is_asked(made, officer):
    report = reports.submitted(made)
    assert corrected(officer, report, COURSE, corrected="110").status_code == 302
    report.refresh_from_db()
    assert corrected(officer, report, LANGUAGE, corrected="110").status_code == 302


@pytest.mark.parametrize("door", ["authority:grant_declared", "beneficiary:declared"])
def test_a_declared_value_is_asked_about_in_both_doors(made, client, door):
    client.force_login(made.officer if door.startswith("authority") else made.editor)
    address = reverse(door, args=[made.grant.pk])
    said = {"indicator": LANGUAGE, "as_of": "2019-11-01", "value": "101", "note": "Lists, counted again."}
    asked = client.post(address, said)
    assert (asked.status_code, rules_told(asked)) == (422, ["N-03"])
    assert DeclaredValue.objects.count() == 2
    done = client.post(address, said | {"despite": asked.context["form"].doubts.keys}, follow=True)
    assert DeclaredValue.objects.count() == 3
    assert done.status_code == 200
    assert Trail.objects.filter(event="value_declared").order_by("-number").first().details["findings"]


def test_a_part_without_its_whole_is_told_and_recorded(db, client):
    cast = reports.cast()
    client.force_login(cast.editor)
    said = {"indicator": LANGUAGE, "as_of": "2019-11-01", "value": "7", "note": "Lists."}
    page = client.post(reverse("beneficiary:declared", args=[cast.grant.pk]), said, follow=True)
    assert "of which nothing is said yet" in page.content.decode()
    assert DeclaredValue.objects.get().value == 7


def test_a_whole_smaller_than_what_is_counted_of_it_is_asked_about(db, client):
    cast = reports.cast(objective="SO1", targets={})
    declare_value(cast.grant, Declaration(CREATED, SAID_ON, Decimal(45), note="Plans."), by=cast.officer)
    client.force_login(cast.officer)
    address = reverse("authority:situation_totals", args=[cast.grant.programme_id])
    said = {"indicator": SHARE, "as_of": "2019-11-01", "denominator": "44", "note": "All places."}
    assert rules_told(client.post(address, said)) == ["N-02"]
    assert client.post(address, said | {"denominator": "45"}).status_code == 302
    with pytest.raises(ValueDoubted):
        declare_value(cast.grant, Declaration(CREATED, date(2019, 12, 1), Decimal(46)), by=cast.officer)
    with pytest.raises(ValueDoubted):
        declare_total(cast.grant.programme, Declaration(SHARE, SAID_ON, Decimal(0), Decimal(9)), by=cast.officer)
