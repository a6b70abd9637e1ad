"""Every state and every move; what each move does; that nobody is overtaken unawares."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils.timezone import localdate

from openamif.people.policy import Refused
from openamif.record.actions.make_move import NoSuchMove, ReasonMissing, make_move
from openamif.record.models import Trail
from openamif.record.queries import trail_of
from openamif.reports.actions.accept_report import accept_report
from openamif.reports.actions.answer_clarification import answer_clarification
from openamif.reports.actions.ask_clarification import ask_clarification
from openamif.reports.actions.begin_correction import begin_correction
from openamif.reports.actions.begin_report import begin_report
from openamif.reports.actions.correct_value import correct_value
from openamif.reports.actions.examine_report import ReportChangedMeanwhile, examine_report
from openamif.reports.actions.return_report import return_report
from openamif.reports.actions.submit_report import ReportNotComplete, submit_report
from openamif.reports.actions.write_text import write_text
from openamif.reports.models import ProgressReport, ReportValue
from openamif.reports.queries.clock import clock_of
from openamif.reports.queries.receipt import content_signed, texts_sent_before
from openamif.reports.queries.reports import submissions_of
from openamif.reports.states import MOVES, ReportState
from tests.factories import reports
from tests.factories.reports import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    return reports.cast()


def fresh(report: ProgressReport) -> ProgressReport:
    return ProgressReport.objects.with_grant().get(pk=report.pk)


@pytest.mark.parametrize("state", list(ReportState))
@pytest.mark.parametrize("move", sorted(MOVES))
def test_every_move_leads_from_its_states_alone(made, state, move):
    report = reports.accepted(made)
    report.state = state
    if state in MOVES[move].sources:
        assert make_move(report, move, by=made.officer, reason="Because.").state == MOVES[move].target
    else:
        with pytest.raises(NoSuchMove):
            make_move(report, move, by=made.officer, reason="Because.")


def test_a_report_is_begun_once(made):
    report = begin_report(made.due, by=made.editor)
    assert (report.state, report.version) == (ReportState.PREPARING, 1)
    with pytest.raises(Refused, match="report_begun_already"):
        begin_report(made.due, by=made.signer)


# Submitting.


def test_what_is_missing_keeps_it_from_being_signed(made):
    report = reports.begun(made)
    with pytest.raises(ReportNotComplete) as refusal:
        submit_report(report, by=made.signer, on=DAY)
    assert {finding.rule for finding in refusal.value.findings} == {"P-01", "P-03"}
    assert fresh(report).state == ReportState.PREPARING
    assert not report.submissions.exists()


def test_only_a_signer_signs(made):
    report = reports.written(made)
    for nobody in (made.editor, made.officer):
        with pytest.raises(Refused):
            submit_report(report, by=nobody, on=DAY)


def test_what_is_submitted_is_frozen_and_kept_under_its_checksum(made):
    report = reports.submitted(made)
    assert (report.state, report.submitted_by) == (ReportState.SUBMITTED, made.signer)
    (value,) = report.values.all()
    assert value.digest
    assert value.known_at is not None
    assert value.deviation == "About deviation.SO2.C2."
    (sent,) = report.submissions.all()
    assert report.digest == sent.document.sha256
    content = content_signed(sent)
    assert content["texts"]["summary"] == "About summary."
    assert content["signed"]["by"] == made.signer.name
    assert content["values"][0]["digest"] == value.digest
    event = trail_of(report).first()
    assert (event.event, event.details["sha256"]) == ("submit", report.digest)


def test_what_is_submitted_is_written_no_more(made):
    report = reports.submitted(made)
    with pytest.raises(Refused, match="report_in_another_state"):
        write_text(report, "summary", "Another.", revision=1, by=made.editor)


def test_it_can_be_signed_from_the_day_after_the_period(made):
    report = reports.written(made)
    last = made.due.ends_on
    with pytest.raises(ReportNotComplete):
        submit_report(report, by=made.signer, on=last)
    assert submit_report(report, by=made.signer, on=date(2020, 1, 1)).state == ReportState.SUBMITTED


# Deciding.


def test_two_pairs_of_eyes(made):
    report = reports.examined(made)
    with pytest.raises(Refused, match="report_four_eyes"):
        accept_report(report, by=made.officer)
    report = accept_report(report, by=made.second)
    assert (report.state, report.examined_by, report.accepted_by) == ("accepted", made.officer, made.second)


def test_returned_it_is_written_signed_and_told_apart_from_what_was_sent(made):
    report = return_report(reports.examined(made), reason="Work package 1 says nothing.", by=made.second)
    assert (report.state, report.examined_by) == (ReportState.RETURNED, None)
    row = report.texts.get(key="summary")
    write_text(report, "summary", "Better.", revision=row.revision, by=made.editor)
    again = submit_report(report, by=made.signer, on=DAY)
    assert [each.number for each in again.submissions.all()] == [1, 2]
    every = list(submissions_of(again))
    assert texts_sent_before(every, every[0])["summary"] == "About summary."
    assert content_signed(every[0])["texts"]["summary"] == "Better."
    assert again.digest == every[0].document.sha256 != every[1].document.sha256


@pytest.mark.parametrize("blank", ["", "  \n"])
def test_a_reason_is_owed(made, blank):
    report = reports.submitted(made)
    for deed in (
        lambda: return_report(report, reason=blank, by=made.officer),
        lambda: ask_clarification(report, question=blank, by=made.officer),
        lambda: correct_value(report.values.get(), corrected=Decimal(1), reason=blank, by=made.officer),
        lambda: begin_correction(accept(report, made), reason=blank, by=made.editor),
    ):
        with pytest.raises(ReasonMissing):
            deed()


def accept(report, made):
    return accept_report(examine_report(report, by=made.officer), by=made.second)


def test_a_question_stops_the_clock_and_the_answer_starts_it(made):
    sent = datetime(2020, 3, 1, 9, tzinfo=UTC)
    report = submit_report(reports.written(made), by=made.signer, on=DAY, at=sent)
    report = examine_report(report, by=made.officer)
    asked = ask_clarification(
        report, question="Which groups?", by=made.officer, at=datetime(2020, 3, 11, 9, tzinfo=UTC)
    )
    assert (asked.state, asked.examined_by) == (ReportState.CLARIFICATION, None)
    stop = asked.stops.get()
    assert stop.answer_by_on == date(2020, 3, 26)
    assert clock_of(fresh(asked), on=date(2020, 3, 21)).is_stopped
    with pytest.raises(ReasonMissing):
        answer_clarification(asked, answer=" ", by=made.editor)
    answered = answer_clarification(asked, answer="All.", by=made.editor, at=datetime(2020, 3, 21, 9, tzinfo=UTC))
    clock = clock_of(fresh(answered), on=date(2020, 3, 31))
    assert (answered.state, clock.used, clock.stopped, clock.due_on) == ("submitted", 20, 10, date(2020, 5, 10))
    with pytest.raises(Refused, match="report_in_another_state"):
        answer_clarification(answered, answer="More.", by=made.editor)


def test_while_it_is_written_no_clock_runs(made):
    report = reports.begun(made)
    assert clock_of(report, on=DAY) is None
    returned = return_report(reports.submitted(made, report), reason="No.", by=made.officer)
    assert clock_of(returned, on=localdate()) is None


def test_a_corrected_value_stands_beside_the_reported_one(made):
    report = reports.submitted(made)
    value = correct_value(report.values.get(), corrected=Decimal(7), reason="Three twice.", by=made.officer)
    assert (value.corrected_value, value.correction_reason) == (7, "Three twice.")
    assert fresh(report).revision == report.revision + 1
    event = trail_of(report).first()
    assert (event.event, event.reason) == ("value_corrected", "Three twice.")
    examined = examine_report(fresh(report), by=made.second)
    with pytest.raises(Refused, match="report_in_another_state"):
        correct_value(value, corrected=Decimal(8), reason="No.", by=made.officer)
    with pytest.raises(Refused, match="report_four_eyes"):
        accept_report(examined, by=made.officer)


# After acceptance.


def test_a_correction_is_a_new_version_and_supersedes_when_it_is_accepted(made):
    former = reports.accepted(made)
    version = begin_correction(former, reason="A course was forgotten.", by=made.editor)
    assert (version.version, version.corrects, version.state) == (2, former, ReportState.PREPARING)
    assert {row.key for row in version.texts.all()} == {row.key for row in former.texts.all()}
    assert fresh(former).state == ReportState.ACCEPTED
    sent = submit_report(version, by=made.signer, on=DAY)
    done = accept_report(examine_report(sent, by=made.officer), by=made.second)
    assert (done.state, fresh(former).state) == (ReportState.ACCEPTED, ReportState.SUPERSEDED)
    assert [each.report_id for each in submissions_of(done)] == [done.pk, former.pk]


# Two at once: the second acts on what she saw before the first did.


def test_of_two_officers_one_wins_and_the_other_is_told(made):
    seen_by_both = reports.examined(made)
    third = reports.grants.manager(made.grant.programme)
    accept_report(seen_by_both, by=made.second)
    with pytest.raises(Refused, match="report_in_another_state"):
        accept_report(seen_by_both, by=third)
    with pytest.raises(Refused, match="report_in_another_state"):
        return_report(seen_by_both, reason="No.", by=third)
    assert [each.event for each in trail_of(seen_by_both)].count("accept") == 1


def test_an_officer_does_not_decide_on_what_she_has_not_seen(made):
    report = reports.submitted(made)
    seen = report.revision
    correct_value(report.values.get(), corrected=Decimal(7), reason="Three twice.", by=made.officer)
    for decide in (
        lambda: examine_report(report, by=made.second, seen=seen),
        lambda: return_report(report, reason="No.", by=made.second, seen=seen),
        lambda: ask_clarification(report, question="Why?", by=made.second, seen=seen),
    ):
        with pytest.raises(ReportChangedMeanwhile):
            decide()
    assert examine_report(report, by=made.second, seen=seen + 1).state == ReportState.EXAMINED


def test_a_frozen_row_is_plain_json(made):
    report = reports.submitted(made)
    with report.submissions.get().document.file.open("rb") as kept:
        assert json.loads(kept.read())["form"] == "openamif.progress-report/1"
    assert ReportValue.objects.filter(report=report).count() == 1
    assert Trail.objects.filter(event="submit").count() == 1
