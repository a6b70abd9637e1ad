"""What a beneficiary owes: reports whose period is over, those returned, questions that wait for an answer."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When

from openamif.grants.models import Grant, ReportDue
from openamif.grants.queries.rights import editable_by
from openamif.grants.states import GrantState
from openamif.people.queries import Holdings
from openamif.reports.models import ClarificationStop, ProgressReport
from openamif.reports.states import ReportState

WITH_THE_BENEFICIARY = (ReportState.PREPARING, ReportState.RETURNED, ReportState.CLARIFICATION)
ORDER = WAITING, RUNNING, SENT, TO_COME = ("waiting", "running", "sent", "to_come")
"""In which the reports of a beneficiary stand."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A report that waits for the beneficiary; ``report``: its latest version, where it was begun."""

    due: ReportDue
    report: ProgressReport | None
    question: ClarificationStop | None


def dues_waiting(held: Holdings, *, on: date) -> QuerySet[ReportDue]:
    """What she may write, of periods that are over, and is not with the authority; the most pressing first."""
    latest = ProgressReport.objects.filter(due=OuterRef("pk")).order_by("-version", "pk")
    waiting = Q(latest_state=None) | Q(latest_state__in=WITH_THE_BENEFICIARY)
    return (
        ReportDue.objects.filter(grant__in=Grant.objects.visible_to(held), ends_on__lt=on)
        .exclude(grant__state=GrantState.DRAFT)
        .annotate(latest_state=Subquery(latest.values("state")[:1]))
        .filter(waiting, editable_by(held))
        .select_related("grant__programme")
        .order_by("due_on", "pk")
    )


def reports_owed(held: Holdings, *, on: date, most: int) -> list[Owed]:
    """The first so many, each with its latest version and the question that is open; three queries."""
    dues = list(dues_waiting(held, on=on)[:most])
    latest = {
        report.due_id: report
        for report in ProgressReport.objects.filter(due__in=[due.pk for due in dues]).order_by("version", "pk")
    }
    questions = {
        stop.report_id: stop
        for stop in ClarificationStop.objects.filter(
            report__in=[report.pk for report in latest.values()], answered_at=None
        )
    }
    return [Owed(due, report := latest.get(due.pk), questions.get(report.pk) if report else None) for due in dues]


def dues_with_reports(held: Holdings, *, on: date) -> QuerySet[ReportDue]:
    """Every report that the grants she sees owe, each with its versions, the latest first.

    First what is to be done, the most pressing first: what is over and waits for her, then what runs. What she sent
    follows, the latest due first, then what is to come, the soonest due first.
    """
    latest = ProgressReport.objects.filter(due=OuterRef("pk")).order_by("-version", "pk")
    with_her = Q(latest_state=None) | Q(latest_state__in=WITH_THE_BENEFICIARY)
    places = {place: Value(number) for number, place in enumerate(ORDER)}
    place = Case(
        When(~with_her, then=places[SENT]),
        When(latest_state=ReportState.CLARIFICATION, then=places[WAITING]),
        When(ends_on__lt=on, then=places[WAITING]),
        When(starts_on__gt=on, then=places[TO_COME]),
        default=places[RUNNING],
        output_field=IntegerField(),
    )
    versions = Prefetch("reports", ProgressReport.objects.order_by("-version", "pk"))
    return (
        ReportDue.objects.filter(grant__in=Grant.objects.visible_to(held))
        .exclude(grant__state=GrantState.DRAFT)
        .select_related("grant__programme__scope", "grant__beneficiary")
        .prefetch_related(versions)
        .annotate(latest_state=Subquery(latest.values("state")[:1]))
        .annotate(place=place)
        .annotate(pressing_on=Case(When(~Q(place=places[SENT]), then="due_on")))
        .order_by("place", "pressing_on", "-due_on", "-pk")
    )
