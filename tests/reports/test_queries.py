"""Lists of reports: who is shown what, how it is sought, and that they do not grow in queries."""

from datetime import date

import pytest

from openamif.grants.queries.rights import colleagues_of
from openamif.people.queries import holdings
from openamif.people.states import RoleKind
from openamif.reports.actions.begin_correction import begin_correction
from openamif.reports.actions.return_report import return_report
from openamif.reports.models import ProgressReport
from openamif.reports.queries import reports as queries
from openamif.reports.queries.clock import clock_of
from openamif.reports.queries.reports import COMING, OVERDUE, Sought
from openamif.reports.queries.waiting import grants_and_reports_in_hand
from tests.factories import grants, reports
from tests.factories.people import organisation, person
from tests.factories.reports import DAY
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db
LATE = date(2020, 6, 1)


@pytest.fixture
def programme():
    return bare_programme()


def found(made, on=DAY, **sought):
    return list(queries.reports_found(made.grant.programme, holdings(made.officer), Sought(**sought), on=on))


def test_what_has_begun_is_shown_and_what_is_to_come_is_not(programme):
    made = reports.cast(programme)
    assert [due.number for due in found(made, on=date(2019, 6, 1))] == [1]
    assert [due.number for due in found(made, on=DAY)] == [1, 2]
    assert not found(made, on=date(2018, 12, 31))


def test_drafts_owe_nothing(programme):
    made = reports.cast(programme)
    grants.draft(programme)
    assert {due.grant_id for due in found(made)} == {made.grant.pk}


def test_stages(programme):
    made = reports.cast(programme)
    assert [due.number for due in found(made, stage=OVERDUE, on=LATE)] == [1]
    assert [due.number for due in found(made, stage=COMING, on=LATE)] == [2]
    report = reports.begun(made)
    assert [due.number for due in found(made, stage=OVERDUE, on=LATE)] == [1], "begun is not sent"
    reports.submitted(made, report)
    assert not found(made, stage=OVERDUE, on=LATE)
    assert [due.number for due in found(made, stage="submitted", on=LATE)] == [1]
    counts = queries.stages_of(programme, holdings(made.officer), on=LATE)
    assert {stage: number for stage, number in counts.items() if number} == {"submitted": 1, COMING: 1}


def test_neither_what_was_returned_nor_a_correction_is_overdue(programme):
    made, other = reports.cast(programme), reports.cast(programme)
    return_report(reports.submitted(made), reason="Figures.", by=made.officer)
    begin_correction(reports.accepted(other), reason="Counted twice.", by=other.editor)
    late = [(due.grant_id, due.number) for due in found(made, stage=OVERDUE, on=LATE)]
    assert not {(made.grant.pk, 1), (other.grant.pk, 1)} & set(late)
    assert queries.stages_of(programme, holdings(made.officer), on=LATE)[OVERDUE] == len(late)
    assert [due.grant_id for due in found(made, stage="returned", on=LATE)] == [made.grant.pk]


def test_the_latest_version_stands_for_a_report(programme):
    made = reports.cast(programme)
    former = reports.accepted(made)
    version = begin_correction(former, reason="Forgotten.", by=made.editor)
    (due,) = found(made, stage="preparing")
    assert queries.latest_reports([due]) == {version.pk: version}
    assert [each.version for each in queries.versions_of(former)] == [2, 1]


def test_what_waits_for_an_officer_comes_first(programme):
    accepted, submitted, late, corrected = (reports.cast(programme) for _ in range(4))
    reports.accepted(accepted)
    begin_correction(reports.accepted(corrected), reason="Counted twice.", by=corrected.editor)
    reports.submitted(submitted)
    expected = [submitted, late, corrected, accepted]
    first = [due.grant for due in found(late, on=LATE) if due.number == 1]
    assert first == [each.grant for each in expected]


def test_while_a_correction_is_written_the_former_version_is_the_one_to_read(programme):
    made = reports.cast(programme)
    assert found(made)[0].latest_sent is None
    former = reports.accepted(made)
    version = begin_correction(former, reason="Forgotten.", by=made.editor)
    (due,) = found(made, stage="preparing")
    assert (due.latest, due.latest_sent) == (version.pk, former.pk)


def test_words_and_parts(programme):
    made = reports.cast(programme, title="Language and city", beneficiary=organisation("Espace Verviers"))
    assert found(made, words="language VERVIERS")
    assert not found(made, words="nowhere")
    assert found(made, objective="SO2")
    assert not found(made, objective="SO1")
    assert found(made, delegated=0)
    assert not found(made, delegated=made.officer.pk)


@pytest.mark.parametrize("sort", [*queries.SORTS, "-due_on", "nonsense"])
def test_any_order(programme, sort):
    made = reports.cast(programme)
    assert len(found(made, sort=sort)) == 2


def test_an_auditor_sees_and_a_stranger_does_not(programme):
    made = reports.cast(programme)
    report = reports.submitted(made)
    auditor = person(RoleKind.AUDIT_AUTHORITY, scope=programme.scope)
    assert queries.report_for(holdings(auditor), report.pk) == report
    assert queries.report_for(holdings(person()), report.pk) is None
    assert queries.due_for(holdings(person()), made.due.pk) is None
    assert grants_and_reports_in_hand(holdings(made.officer), by=made.officer) == (1, 1)
    assert grants_and_reports_in_hand(holdings(auditor), by=auditor) == (1, 0)


def test_what_one_examined_waits_for_the_others_alone(programme):
    made = reports.cast(programme)
    report = reports.examined(made)
    other = made.second if report.examined_by == made.officer else made.officer
    assert grants_and_reports_in_hand(holdings(report.examined_by), by=report.examined_by) == (1, 0)
    assert grants_and_reports_in_hand(holdings(other), by=other) == (1, 1)


@pytest.mark.parametrize("number", [1, 3])
def test_the_queue_costs_the_same_however_long(programme, number, django_assert_num_queries):
    casts = [reports.cast(programme) for _ in range(number)]
    for each in casts:
        reports.submitted(each)
    held = holdings(casts[0].officer)
    with django_assert_num_queries(3):
        dues = list(queries.reports_found(programme, held, Sought(stage="submitted"), on=DAY))
        latest = queries.latest_reports(dues)
        told = [(due.grant.beneficiary.name, clock_of(latest[due.latest], on=DAY)) for due in dues]
    assert len(told) == number
    with django_assert_num_queries(1):
        queries.stages_of(programme, held, on=DAY)


@pytest.mark.parametrize("months", [12, 4])
def test_the_reports_of_a_grant_cost_the_same_however_many(programme, months, django_assert_num_queries):
    made = reports.cast(programme, report_months=months)
    reports.submitted(made)
    with django_assert_num_queries(3):
        told = queries.reports_of(made.grant)
        assert [clock_of(versions[0], on=DAY) for _due, versions in told if versions]
    assert len(told) == 24 // months


@pytest.mark.parametrize("number", [1, 3])
def test_colleagues_cost_the_same_however_many(programme, number, django_assert_num_queries):
    made = reports.cast(programme)
    for _ in range(number):
        reports.of_beneficiary(made.grant)
    with django_assert_num_queries(3):
        assert len(colleagues_of(made.grant)) == number + 2


def test_a_report_is_read_in_a_literal_number_of_queries(programme, django_assert_num_queries):
    made = reports.cast(programme)
    report = reports.written(made)
    held = holdings(made.editor)
    with django_assert_num_queries(5):
        read = queries.report_for(held, report.pk)
        assert [row.changed_by.name for row in read.texts.all()]
        assert read.grant.programme.title
    assert isinstance(read, ProgressReport)
