"""Two people do something at the same moment: exactly one wins, the other is told. Threads, so PostgreSQL alone."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from openamif.people.policy import Refused
from openamif.record.models import Trail
from openamif.reports.actions.accept_report import accept_report
from openamif.reports.actions.begin_report import begin_report
from openamif.reports.actions.return_report import return_report
from openamif.reports.actions.write_text import TextChangedMeanwhile, write_text
from openamif.reports.models import ProgressReport, ReportText
from tests.factories import grants, reports

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one write after the other"),
]


def at_once(*deeds) -> list[str]:
    """What came of each, all begun at the same moment."""
    ready = Barrier(len(deeds))

    def run(deed) -> str:
        ready.wait()
        try:
            deed()
        except (Refused, TextChangedMeanwhile) as refusal:
            return type(refusal).__name__
        finally:
            connections.close_all()
        return "done"

    with ThreadPoolExecutor(len(deeds)) as threads:
        return sorted(each.result() for each in [threads.submit(run, deed) for deed in deeds])


def test_two_officers_decide_at_once():
    made = reports.cast()
    third = grants.manager(made.grant.programme)
    report = reports.examined(made)
    told = at_once(
        lambda: accept_report(report, by=made.second),
        lambda: accept_report(report, by=third),
        lambda: return_report(report, reason="No.", by=third),
    )
    assert told == ["Refused", "Refused", "done"]
    assert Trail.objects.filter(event__in=["accept", "return_report"]).count() == 1


def test_two_colleagues_begin_a_report_at_once():
    made = reports.cast()
    told = at_once(lambda: begin_report(made.due, by=made.editor), lambda: begin_report(made.due, by=made.signer))
    assert told == ["Refused", "done"]
    assert ProgressReport.objects.count() == 1


def test_two_colleagues_write_the_same_text_at_once():
    made = reports.cast()
    report = reports.begun(made)
    told = at_once(
        lambda: write_text(report, "summary", "One.", revision=0, by=made.editor),
        lambda: write_text(report, "summary", "Two.", revision=0, by=made.signer),
    )
    assert told == ["TextChangedMeanwhile", "done"]
    assert ReportText.objects.get().text in ("One.", "Two.")
