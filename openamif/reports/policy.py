"""Who may see, write, sign, examine and correct a progress report. Each answer carries its reason."""

from datetime import date, timedelta

from django.conf import settings

from openamif.grants import policy as grants
from openamif.grants.models import Grant, ReportDue
from openamif.grants.queries.rights import right_of
from openamif.grants.states import GrantState, Right
from openamif.people.models import Person
from openamif.people.policy import ALLOWED, Verdict, because
from openamif.people.queries import holdings
from openamif.people.states import RoleKind
from openamif.programmes.models import Programme
from openamif.register.policy import is_erased
from openamif.reports.models import ProgrammeIndicator, ProgressReport
from openamif.reports.queries.own import DECLARATIONS, ERASED, REPORTS, TARGETS, spoken_of
from openamif.reports.queries.publishing import is_counted, latest_publication
from openamif.reports.queries.reach import covers_programme
from openamif.reports.states import EDITABLE, MOVES, ReportState

IN_ANOTHER_STATE, CORRECTION_BEGUN = "report_in_another_state", "correction_begun_already"


def can_see_situation(by: Person, programme: Programme) -> Verdict:
    """Whoever runs, checks or evaluates the programme or a part of it, and a delegated authority for its part."""
    elsewhere = "situation_as_published" if can_see_published_figures(by, programme) else "no_role_for_situation"
    return because(covers_programme(holdings(by), programme), elsewhere)


def can_see_published_figures(by: Person, programme: Programme) -> Verdict:
    """With small numbers hidden: the monitoring committee too, whose members are not of the authorities."""
    covers = covers_programme(holdings(by), programme, RoleKind.COMMITTEE_MEMBER)
    return because(covers, "no_role_for_published_figures")


def can_publish_figures(by: Person, programme: Programme) -> Verdict:
    """The responsible authority, beside the calendar."""
    return grants.can_import_grants(by, programme)


def is_time_to_publish(programme: Programme, *, on: date) -> Verdict:
    """Once all is counted, and not soon after the last time: the difference would tell who came in between."""
    if not is_counted(programme):
        return Verdict(False, "figures_not_counted")
    latest = latest_publication(programme)
    return because(
        latest is None or on >= latest.on + timedelta(days=settings.FIGURES_APART), "figures_published_lately"
    )


def can_see_reports(by: Person, grant: Grant) -> Verdict:
    """Whoever sees the grant sees which reports it owes and how far they are."""
    return grants.can_see_grant(by, grant)


def can_see_report(by: Person, report: ProgressReport) -> Verdict:
    """The beneficiary and its partners always; whoever else sees the grant once it was submitted."""
    if right_of(by, report.grant):
        return ALLOWED
    seen = grants.can_see_grant(by, report.grant)
    return seen and because(report.submitted_at is not None, "report_not_submitted")


def can_begin_report(by: Person, due: ReportDue) -> Verdict:
    """Whoever edits, for a grant that was signed and a report nobody has begun."""
    if due.grant.state == GrantState.DRAFT:
        return Verdict(False, "grant_in_another_state")
    return grants.has_right(by, due.grant, Right.EDIT) and because(not due.reports.exists(), "report_begun_already")


def can_edit_report(by: Person, report: ProgressReport) -> Verdict:
    """Until it is submitted, and again once it was returned."""
    return grants.has_right(by, report.grant, Right.EDIT) and because(report.state in EDITABLE, IN_ANOTHER_STATE)


def can_sign_report(by: Person, report: ProgressReport) -> Verdict:
    """Only those who were given the right to sign, while there is a register to count from."""
    return (
        grants.has_right(by, report.grant, Right.SIGN)
        and because(report.state in EDITABLE, IN_ANOTHER_STATE)
        and _counts(report)
    )


def can_answer_clarification(by: Person, report: ProgressReport) -> Verdict:
    """Whoever edits, while a question waits."""
    return grants.has_right(by, report.grant, Right.EDIT) and _leads(report, "answer_clarification")


def can_examine_report(by: Person, report: ProgressReport) -> Verdict:
    """The responsible authority, and the delegated authority whose grant it is; not who signed it."""
    return _looks_after(by, report) and _leads(report, "examine") and _not_her_own(by, report)


def can_accept_report(by: Person, report: ProgressReport) -> Verdict:
    """Four eyes: another than who signed it, who examined it, and who corrected one of its values."""
    verdict = _looks_after(by, report) and _leads(report, "accept") and _not_her_own(by, report)
    if not verdict:
        return verdict
    has_touched = report.examined_by_id == by.pk or report.values.filter(corrected_by=by).exists()
    return because(not has_touched, "report_four_eyes")


def can_return_report(by: Person, report: ProgressReport) -> Verdict:
    """From whoever examines it, before it is accepted."""
    return _looks_after(by, report) and _leads(report, "return_report")


def can_ask_clarification(by: Person, report: ProgressReport) -> Verdict:
    """One question at a time; the clock stands still until it is answered."""
    return _looks_after(by, report) and _leads(report, "ask_clarification")


def can_correct_value(by: Person, report: ProgressReport) -> Verdict:
    """While it is examined: whoever accepts it then sees the difference."""
    is_examined = because(report.state == ReportState.SUBMITTED, IN_ANOTHER_STATE)
    return _looks_after(by, report) and is_examined and _not_her_own(by, report)


def can_correct_report(by: Person, report: ProgressReport) -> Verdict:
    """After acceptance, once: by whoever edits it, or at the wish of the authority."""
    verdict = _writes_or_looks_after(by, report.grant)
    if not verdict:
        return verdict
    if report.state != ReportState.ACCEPTED:
        return Verdict(False, IN_ANOTHER_STATE)
    is_first = because(not ProgressReport.objects.filter(corrects=report).exists(), CORRECTION_BEGUN)
    return is_first and _counts(report)


def can_declare_value(by: Person, grant: Grant) -> Verdict:
    """Of a grant that was signed: whoever edits its reports, and whoever looks after it."""
    verdict = _writes_or_looks_after(by, grant)
    return verdict and because(grant.state != GrantState.DRAFT, "grant_not_signed")


def can_declare_total(by: Person, programme: Programme) -> Verdict:
    """Of the programme as a whole: the responsible authority."""
    return grants.can_import_grants(by, programme)


def can_enter_indicator(by: Person, programme: Programme) -> Verdict:
    """The responsible authority."""
    return grants.can_import_grants(by, programme)


KEPT_FOR = {
    TARGETS: "indicator_aimed_at",
    DECLARATIONS: "indicator_declared",
    REPORTS: "indicator_in_a_report",
    ERASED: "indicator_of_erased_register",
}
"""Why an indicator stays, by what speaks of it."""


def can_remove_indicator(by: Person, indicator: ProgrammeIndicator) -> Verdict:
    """Whoever enters it, while no target, value or report speaks of it."""
    verdict = can_enter_indicator(by, indicator.programme)
    if not verdict:
        return verdict
    speaking = spoken_of(indicator.programme, [indicator.code]).get(indicator.code)
    return because(speaking is None, KEPT_FOR[speaking] if speaking else "")


def _writes_or_looks_after(by: Person, grant: Grant) -> Verdict:
    """Of the two sides of a grant, whoever is of neither hears of both."""
    if grants.can_change_grant(by, grant):
        return ALLOWED
    if right_of(by, grant):
        return grants.has_right(by, grant, Right.EDIT)
    return Verdict(False, "not_of_the_grant")


def _looks_after(by: Person, report: ProgressReport) -> Verdict:
    return grants.can_change_grant(by, report.grant)


def _not_her_own(by: Person, report: ProgressReport) -> Verdict:
    """Who works for both sides does not decide on what she signed. Source: Deleg. Reg. (EU) No 1042/2014, Article 8."""
    return because(report.submitted_by_id != by.pk, "report_of_her_own")


def _counts(report: ProgressReport) -> Verdict:
    return because(not is_erased(report.grant), "register_erased")


def _leads(report: ProgressReport, move: str) -> Verdict:
    return because(report.state in MOVES[move].sources, IN_ANOTHER_STATE)
