"""A declared value that the authority put right: the programme's figure follows once the report is accepted."""

from datetime import date
from decimal import Decimal

import pytest

from openamif.people.queries import holdings
from openamif.record.queries import trail_of
from openamif.reports.actions.accept_report import accept_report
from openamif.reports.actions.begin_correction import begin_correction
from openamif.reports.actions.correct_value import correct_value
from openamif.reports.actions.declare_value import Declaration, declare_value
from openamif.reports.actions.examine_report import examine_report
from openamif.reports.actions.return_report import return_report
from openamif.reports.models import DeclaredValue, ProgressReport
from openamif.reports.queries.declared import declarations_of
from openamif.reports.queries.frozen import differences
from openamif.reports.queries.overview import standings
from openamif.reports.queries.reach import reach_of
from openamif.reports.queries.values import programme_values
from openamif.web.history import entries_of
from tests.factories import reports

pytestmark = pytest.mark.django_db
COURSE, WHOLE_SHARE = "SO2.C2", "SO1.C3.2"
SAID_ON, LAST_DAY = date(2019, 10, 1), date(2019, 12, 31)


@pytest.fixture
def made(db):
    """A grant that says a hundred without a register."""
    cast = reports.cast()
    declare_value(cast.grant, Declaration(COURSE, SAID_ON, Decimal(100), note="Lists."), by=cast.officer)
    return cast


def corrected(report, number, *, by, code=COURSE, reason="Twenty twice.") -> ProgressReport:
    """The report with that value in place of what was reported."""
    correct_value(report.values.get(indicator=code), corrected=Decimal(number), reason=reason, by=by)
    return ProgressReport.objects.get(pk=report.pk)


def decided(report, of) -> ProgressReport:
    return accept_report(examine_report(report, by=of.officer), by=of.second)


def today(of, code=COURSE) -> Decimal:
    """What the overview shows."""
    reach = reach_of(of.grant.programme, holdings(of.officer))
    return next(each for each in standings(reach) if each.code == code).value


def test_the_programme_follows_a_declared_value_put_right_once_it_is_accepted(made):
    report = corrected(reports.submitted(made), 80, by=made.officer)
    examined = examine_report(report, by=made.officer)
    assert today(made) == 100
    done = accept_report(examined, by=made.second)
    assert today(made) == 80
    assert programme_values(made.grant.programme, until=LAST_DAY)[COURSE].number == 80
    assert programme_values(made.grant.programme, until=SAID_ON)[COURSE].number == 80
    row = done.values.get()
    assert (row.value, row.corrected_value) == (100, 80)


def test_nothing_is_overwritten_and_the_source_is_kept(made):
    first = DeclaredValue.objects.get()
    done = decided(corrected(reports.submitted(made), 80, by=made.officer), made)
    right, before = declarations_of(made.grant)
    assert (before, before.value, before.report) == (first, 100, None)
    assert (right.value, right.as_of, right.report, right.note) == (80, SAID_ON, done, "Twenty twice.")
    assert right.declared_by == made.officer
    event = trail_of(made.grant).first()
    assert (event.event, event.by) == ("value_declared", made.second)
    assert event.details == {"indicator": COURSE, "value": "80.00", "as_of": "2019-10-01", "report": done.pk}
    (told,) = differences(done)
    assert (told.is_reproduced, told.is_same, told.declared) == (True, False, (right,))


def test_what_is_said_as_of_a_later_day_stands(made):
    report = corrected(reports.submitted(made), 80, by=made.officer)
    declare_value(made.grant, Declaration(COURSE, date(2020, 2, 1), Decimal(120)), by=made.editor)
    decided(report, made)
    assert today(made) == 120
    assert programme_values(made.grant.programme, until=LAST_DAY)[COURSE].number == 80


def test_what_was_said_meanwhile_for_the_days_of_the_report_gives_way(made):
    report = corrected(reports.submitted(made), 80, by=made.officer)
    declare_value(made.grant, Declaration(COURSE, LAST_DAY, Decimal(110)), by=made.editor)
    decided(report, made)
    assert today(made) == 80


def test_what_stands_already_is_not_said_again(made):
    report = corrected(corrected(reports.submitted(made), 80, by=made.officer), 100, by=made.officer)
    decided(report, made)
    assert DeclaredValue.objects.count() == 1


def test_a_value_of_the_register_is_put_right_in_the_register(db):
    cast = reports.cast()
    decided(corrected(reports.submitted(cast), 7, by=cast.officer, code=reports_indicator(cast)), cast)
    assert not DeclaredValue.objects.exists()


def reports_indicator(cast) -> str:
    return cast.grant.targets.get().indicator


def test_a_percentage_put_right_keeps_what_it_is_of(db):
    cast = reports.cast(objective="SO1", targets={})
    declare_value(cast.grant, Declaration(WHOLE_SHARE, SAID_ON, Decimal(50), Decimal(200)), by=cast.officer)
    decided(corrected(reports.submitted(cast), 20, by=cast.officer, code=WHOLE_SHARE), cast)
    right, _before = declarations_of(cast.grant)
    assert (right.value, right.denominator) == (40, 200)
    assert trail_of(cast.grant).first().details["denominator"] == "200.00"
    assert [each.text for each in entries_of(trail_of(cast.grant))][:2] == [
        f"{WHOLE_SHARE}: {n} / 200" for n in (40, 50)
    ]
    assert today(cast, WHOLE_SHARE) == 20


def test_a_new_version_begins_with_what_was_accepted(made):
    former = decided(corrected(reports.submitted(made), 80, by=made.officer), made)
    version = reports.submitted(made, begin_correction(former, reason="Ten more.", by=made.editor))
    assert version.values.get().value == 80
    decided(corrected(version, 90, by=made.officer, reason="Ten more on paper."), made)
    assert today(made) == 90
    assert [each.value for each in declarations_of(made.grant)] == [90, 80, 100]


def corrections_told(report) -> list[tuple]:
    """What the trail keeps, the first first."""
    rows = [each for each in trail_of(report) if each.event == "value_corrected"]
    return [(*each.details["changes"][0][1:], each.reason) for each in reversed(rows)]


def test_every_correction_stays_in_the_trail_when_it_is_sent_again(made):
    report = corrected(reports.submitted(made), 80, by=made.officer)
    report = corrected(report, 75, by=made.second, reason="Five more twice.")
    returned = return_report(report, reason="Count again.", by=made.officer)
    again = reports.submitted(made, returned)
    row = again.values.get()
    assert (row.value, row.corrected_value) == (100, None)
    assert corrections_told(again) == [
        ("100.00", "80", "Twenty twice."),
        ("80.00", "75", "Five more twice."),
    ]
    decided(again, made)
    assert today(made) == 100
