"""Reports put right after they were accepted: at the wish of whoever examines them, signed and examined once more.

The period 2014-2020 is over: what still runs in it are corrections of its last reports.
"""

from collections.abc import Callable, Mapping

from openamif.demo.narratives import ADDED, CLOSING_REASON, CORRECTION_REASON, QUESTION, RETURN_REASON
from openamif.demo.reports import A_DAY, Desk, Hand, whole, with_value_put_right
from openamif.demo.stage import at_hour
from openamif.people.models import Person
from openamif.programmes.models import Programme
from openamif.reports.actions.accept_report import accept_report
from openamif.reports.actions.ask_clarification import ask_clarification
from openamif.reports.actions.begin_correction import begin_correction
from openamif.reports.actions.examine_report import examine_report
from openamif.reports.actions.return_report import return_report
from openamif.reports.actions.submit_report import submit_report
from openamif.reports.actions.write_text import write_text
from openamif.reports.models import ProgressReport
from openamif.reports.states import ReportState
from openamif.verification.models import OperationalCheck
from openamif.verification.states import CheckState

SUMMARY = "summary"


def play_corrections(programme: Programme, keepers: Mapping[int, Person], desk: Desk) -> None:
    """Of the last accepted report of a grant; first of one where a check found something, then the latest ones."""
    closed = OperationalCheck.objects.filter(grant__programme=programme, state=CheckState.CLOSED)
    checked = set(closed.order_by("pk").values_list("grant", flat=True))
    accepted = ProgressReport.objects.filter(grant__programme=programme, state=ReportState.ACCEPTED)
    last = {report.grant_id: report for report in accepted.order_by("grant", "due__number", "pk")}
    latest = sorted(last.values(), key=lambda report: (report.grant_id in checked, report.grant_id), reverse=True)
    for report, step in zip(latest, STEPS[programme.period], strict=False):
        reason = CORRECTION_REASON if report.grant_id in checked else CLOSING_REASON
        begun = begin_correction(report, reason=reason, by=desk.examiner)
        step(begun, Hand(keepers[report.grant_id], desk))


def _begun(report: ProgressReport, hand: Hand) -> ProgressReport:
    """It waits for the beneficiary."""
    return report


def _signed(report: ProgressReport, hand: Hand) -> ProgressReport:
    summary = report.texts.get(key=SUMMARY)
    text = f"{summary.text}\n{ADDED[hand.keeper.language]}"
    write_text(report, SUMMARY, text, revision=summary.revision, by=hand.keeper)
    day = hand.desk.on - 9 * A_DAY
    return submit_report(whole(report), by=hand.keeper, on=day, at=at_hour(day, 15))


def _examined(report: ProgressReport, hand: Hand) -> ProgressReport:
    desk = hand.desk
    signed = with_value_put_right(_signed(report, hand), by=desk.examiner)
    return examine_report(signed, by=desk.examiner, at=at_hour(desk.on - 5 * A_DAY, 10))


def _accepted(report: ProgressReport, hand: Hand) -> ProgressReport:
    desk = hand.desk
    examined = examine_report(_signed(report, hand), by=desk.examiner, at=at_hour(desk.on - 5 * A_DAY, 10))
    return accept_report(examined, by=desk.other, at=at_hour(desk.on - 2 * A_DAY, 11))


def _returned(report: ProgressReport, hand: Hand) -> ProgressReport:
    return return_report(_signed(report, hand), reason=RETURN_REASON, by=hand.desk.examiner)


def _asked(report: ProgressReport, hand: Hand) -> ProgressReport:
    return ask_clarification(_signed(report, hand), question=QUESTION, by=hand.desk.examiner)


STEPS: dict[str, tuple[Callable[[ProgressReport, Hand], ProgressReport], ...]] = {
    "2014-2020": (_accepted, _signed, _asked, _examined, _returned, _begun),
    "2021-2027": (_accepted, _begun),
}
