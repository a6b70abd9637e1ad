"""What the database must never hold of progress reports, tried past every form and action."""

from decimal import Decimal

import pytest

from openamif.reports.models import (
    ClarificationStop,
    ProgressReport,
    ReportAttachment,
    ReportSubmission,
    ReportText,
    ReportValue,
)
from tests.constraints import forbidden
from tests.factories import reports
from tests.factories.people import person
from tests.programmes.bare import INSTANT

pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    return reports.cast()


@pytest.fixture
def report(made) -> ProgressReport:
    return reports.begun(made)


def change(report: ProgressReport, **values) -> None:
    ProgressReport.objects.filter(pk=report.pk).update(**values)


def value(report: ProgressReport, **said) -> ReportValue:
    given = {"indicator": "SO2.C2", "origin": "register", "period_value": Decimal(1), "value": Decimal(1)}
    return ReportValue.objects.create(report=report, **given | said)


def stop(report: ProgressReport, **said) -> ClarificationStop:
    given = {"question": "Why?", "asked_at": INSTANT, "asked_by": person()}
    return ClarificationStop.objects.create(report=report, **given | said)


def test_report_is_in_a_known_state(report):
    with forbidden("report_is_in_a_known_state"):
        change(report, state="lost", submitted_at=INSTANT, submitted_by=person(), digest="a")


def test_report_version_is_used_once(report):
    with forbidden("report_version_is_used_once"):
        ProgressReport.objects.create(due=report.due, grant=report.grant)


@pytest.mark.parametrize("missing", ["submitted_at", "submitted_by", "digest"])
def test_report_submitted_has_a_signer_an_instant_and_a_digest(report, missing):
    full = {"submitted_at": INSTANT, "submitted_by": person(), "digest": "a" * 64}
    with forbidden("report_submitted_has_a_signer_an_instant_and_a_digest"):
        change(report, state="submitted", **full | {missing: "" if missing == "digest" else None})


def test_report_is_accepted_by_another_than_who_examined_it(made):
    report = reports.examined(made)
    with forbidden("report_is_accepted_by_another_than_who_examined_it"):
        change(report, state="accepted", accepted_by=made.officer, accepted_at=INSTANT)


def test_report_accepted_has_two_pairs_of_eyes(made):
    report = reports.submitted(made)
    with forbidden("report_accepted_has_two_pairs_of_eyes"):
        change(report, state="accepted", accepted_by=made.second, accepted_at=INSTANT)


def test_report_first_version_corrects_none(report):
    with forbidden("report_first_version_corrects_none"):
        change(report, version=2)


def test_report_submission_number_is_used_once(made):
    sent = reports.submitted(made).submissions.get()
    with forbidden("report_submission_number_is_used_once"):
        ReportSubmission.objects.create(
            report=sent.report, number=1, document=sent.document, submitted_at=INSTANT, submitted_by=made.signer
        )


def test_report_text_is_written_once(report):
    ReportText.objects.create(report=report, key="summary")
    with forbidden("report_text_is_written_once"):
        ReportText.objects.create(report=report, key="summary")


def test_report_value_is_said_once(report):
    value(report)
    with forbidden("report_value_is_said_once"):
        value(report)


def test_report_value_has_a_known_origin(report):
    with forbidden("report_value_has_a_known_origin"):
        value(report, origin="hearsay")


@pytest.mark.parametrize("said", [{"correction_reason": "Twice."}, {"corrected_by": True}])
def test_report_value_is_corrected_with_a_reason(report, said):
    by = {"corrected_by": person()} if "corrected_by" in said else {}
    with forbidden("report_value_is_corrected_with_a_reason"):
        value(report, corrected_value=Decimal(2), **said | by)


def test_report_value_frozen_has_an_instant(report):
    with forbidden("report_value_frozen_has_an_instant"):
        value(report, digest="a" * 64)


def test_report_attachment_is_of_a_known_kind(made):
    sent = reports.submitted(made).submissions.get()
    with forbidden("report_attachment_is_of_a_known_kind"):
        ReportAttachment.objects.create(report=sent.report, document=sent.document, kind="rumour")


def test_clarification_stop_is_open_once_a_report(report):
    stop(report)
    with forbidden("clarification_stop_is_open_once_a_report"):
        stop(report)


def test_clarification_stop_answered_says_something(report):
    with forbidden("clarification_stop_answered_says_something"):
        stop(report, answered_at=INSTANT)


def test_clarification_stop_asks_something(report):
    with forbidden("clarification_stop_asks_something"):
        stop(report, question="")
