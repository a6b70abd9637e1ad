"""The days of a report that was sent stay, whatever becomes of the grant's; the next ones follow on."""

from dataclasses import replace
from datetime import date

import pytest

from openamif.grants.actions.change_grant import change_grant
from openamif.grants.actions.import_grants import import_grants
from openamif.grants.facts import content_of
from openamif.grants.models import Grant
from openamif.register.states import EventKind
from openamif.reports.actions.attach_file import attach_file
from openamif.reports.actions.return_report import return_report
from openamif.reports.models import ProgressReport
from openamif.reports.queries.frozen import differences
from openamif.web.authority.grants.workbook import grant_form
from openamif.workbooks import read
from tests.factories import registers, reports
from tests.factories.reports import DAY
from tests.grants.workbooks import filled, row

pytestmark = pytest.mark.django_db

SENT = (1, date(2019, 1, 1), date(2019, 12, 31))
CHANGES = [
    ({"title": "Nothing of the days"}, [(2, date(2020, 1, 1), date(2020, 12, 31))]),
    ({"ends_on": date(2019, 9, 30)}, []),
    ({"ends_on": date(2020, 6, 30)}, [(2, date(2020, 1, 1), date(2020, 6, 30))]),
    ({"starts_on": date(2019, 3, 15)}, [(2, date(2020, 1, 1), date(2020, 12, 31))]),
    (
        {"report_months": 6},
        [(2, date(2020, 1, 1), date(2020, 6, 30)), (3, date(2020, 7, 1), date(2020, 12, 31))],
    ),
    (
        {"ends_on": date(2021, 12, 31)},
        [(2, date(2020, 1, 1), date(2020, 12, 31)), (3, date(2021, 1, 1), date(2021, 12, 31))],
    ),
    ({"reports_start_on": date(2020, 6, 1)}, [(2, date(2020, 1, 1), date(2020, 12, 31))]),
]


@pytest.fixture
def made():
    return reports.cast(reference="BE/2019/PR/0001")


def calendar(grant: Grant) -> list[tuple[int, date, date]]:
    return [(due.number, due.starts_on, due.ends_on) for due in grant.reports_due.order_by("number", "pk")]


def sent(made) -> ProgressReport:
    registers.event(registers.participant(made.grant), EventKind.LANGUAGE_COURSE, happened_on=date(2019, 12, 1))
    return reports.submitted(made)


def by_form(made, said) -> None:
    grant = Grant.objects.get(pk=made.grant.pk)
    change_grant(grant, replace(content_of(grant), **said), revision=grant.revision, by=made.officer, on=DAY)


def by_workbook(made, said) -> None:
    form = grant_form(made.grant.programme)
    sheets = {
        "grants": [row(1, beneficiary=made.grant.beneficiary.name, objective="SO2", action=None, **said)],
        "targets": [{"reference": "BE/2019/PR/0001", "indicator": "SO2.C2", "target": 250}],
    }
    import_grants(made.grant.programme, read(filled(form, **sheets), form), by=made.officer, on=DAY)


@pytest.mark.parametrize("change", [by_form, by_workbook])
@pytest.mark.parametrize(("said", "following"), CHANGES)
def test_days_of_a_sent_report_stay_and_its_values_are_computed_again(made, change, said, following):
    report = sent(made)
    due_on = report.due.due_on
    change(made, said)
    assert calendar(made.grant) == [SENT, *following]
    report = ProgressReport.objects.get(pk=report.pk)
    assert (report.values.get(indicator="SO2.C2").value, report.due.due_on) == (1, due_on)
    assert all(each.is_reproduced for each in differences(report))


@pytest.mark.parametrize("change", [by_form, by_workbook])
def test_days_of_a_report_in_preparation_follow_the_grant(made, change):
    reports.begun(made)
    change(made, {"ends_on": date(2019, 9, 30)})
    assert calendar(made.grant) == [(1, date(2019, 1, 1), date(2019, 9, 30))]


def test_days_of_a_returned_report_stay_and_it_is_sent_again(made):
    returned = return_report(sent(made), reason="Say more.", by=made.officer)
    by_form(made, {"ends_on": date(2019, 9, 30)})
    attach_file(returned, b"%PDF-1.7", name="leaflet.pdf", kind="publicity", by=made.editor, on=DAY)
    assert calendar(made.grant) == [SENT]
    assert reports.submitted(made, returned).due.ends_on == date(2019, 12, 31)


def test_days_move_no_further_when_nothing_of_them_changes(made):
    sent(made)
    by_form(made, {"report_months": 6})
    before = list(made.grant.reports_due.order_by("number", "pk").values())
    by_form(made, {"title": "Another"})
    assert list(made.grant.reports_due.order_by("number", "pk").values()) == before
