"""Reports as a reader asks for them: one, those of a grant, and what a programme's grants owe."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from openamif.grants.models import Grant, ReportDue
from openamif.grants.states import GrantState
from openamif.people.queries import Holdings
from openamif.programmes.models import Programme
from openamif.record.models import Trail
from openamif.record.queries import trail_of
from openamif.reports.models import ProgressReport, ReportAttachment, ReportSubmission, ReportText, ReportValue
from openamif.reports.states import ReportState

SORTS: Mapping[str, str] = {
    "pressing": "pressing",
    "due_on": "due_on",
    "reference": "grant__reference",
    "beneficiary": "grant__beneficiary__name",
    "objective": "grant__objective",
    "submitted_at": "latest_submitted_at",
}
OVERDUE, COMING, ANY = "overdue", "coming", ""
STAGES = (
    ReportState.SUBMITTED,
    ReportState.EXAMINED,
    ReportState.CLARIFICATION,
    OVERDUE,
    COMING,
    ReportState.RETURNED,
    ReportState.ACCEPTED,
)
"""In the order in which they press an officer."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is asked of a queue. ``stage``: a state of a report, ``overdue`` (not sent, its day is gone by) or

    ``coming`` (not sent, its period is over or running). ``sort``: one of SORTS, with a minus for the other way round;
    ``pressing``: by stage, and in each what is due first.
    """

    words: str = ""
    stage: str = ANY
    objective: str = ""
    delegated: int | None = None
    sort: str = "pressing"


def dues_of(programme: Programme, held: Holdings) -> QuerySet[Any]:
    """Every report that the signed grants of a programme owe, with the state of its latest version."""
    return owed_by(Grant.objects.filter(programme=programme).visible_to(held))


def owed_by(grants: QuerySet[Grant]) -> QuerySet[Any]:
    """Every report that those of these grants owe that are signed, with the state of its latest version."""
    latest = _latest()
    signed = grants.exclude(state=GrantState.DRAFT).order_by().values("pk")
    return ReportDue.objects.filter(grant__in=signed).annotate(
        latest=Subquery(latest.values("pk")[:1]),
        latest_version=Subquery(latest.values("version")[:1]),
        latest_state=Subquery(latest.values("state")[:1]),
        latest_submitted_at=Subquery(latest.values("submitted_at")[:1]),
    )


def _latest() -> QuerySet[ProgressReport]:
    """The versions of a report that is due, the latest first."""
    return ProgressReport.objects.filter(due=OuterRef("pk")).order_by("-version", "pk")


NEVER_SENT = Q(latest_state=None) | Q(latest_state=ReportState.PREPARING, latest_version=1)
"""Neither what was returned, which has a stage of its own, nor the correction of a report that came in."""


def reports_found(programme: Programme, held: Holdings, sought: Sought, *, on: date) -> QuerySet[Any]:
    """What is owed as sought; what begins after that day is left out unless its state is asked for.

    Each with the latest version that was ever sent: while a correction is written, that is the one to be read.
    """
    sent = _latest().filter(submitted_at__isnull=False)
    found: QuerySet[Any] = dues_of(programme, held).annotate(latest_sent=Subquery(sent.values("pk")[:1]))
    if sought.stage == OVERDUE:
        found = found.filter(NEVER_SENT, due_on__lt=on)
    elif sought.stage == COMING:
        found = found.filter(NEVER_SENT, due_on__gte=on, starts_on__lte=on)
    elif sought.stage:
        found = found.filter(latest_state=sought.stage)
    else:
        found = found.filter(Q(starts_on__lte=on) | Q(latest_state__isnull=False))
    for word in sought.words.split():
        of_grant = Q(grant__reference__icontains=word) | Q(grant__title__icontains=word)
        found = found.filter(of_grant | Q(grant__beneficiary__name__icontains=word))
    if sought.objective:
        below = Q(grant__objective__startswith=f"{sought.objective}.")
        found = found.filter(Q(grant__objective=sought.objective) | below)
    if sought.delegated is not None:
        found = found.filter(grant__delegated_authority=sought.delegated or None)
    related = ("grant__beneficiary", "grant__delegated_authority", "grant__programme")
    found = found.select_related(*related)
    backwards, name = sought.sort.startswith("-"), SORTS.get(sought.sort.removeprefix("-"), SORTS["pressing"])
    if name == SORTS["pressing"]:
        found = found.annotate(pressing=_pressing(on))
    return found.order_by(f"-{name}" if backwards else name, "due_on", "pk")


def _pressing(on: date) -> Coalesce:
    """The place of its stage among STAGES; the correction of a report that came in waits like one that was returned."""
    places = {stage: Value(place) for place, stage in enumerate(STAGES)}
    cases = [When(state=stage, then=place) for stage, place in places.items() if isinstance(stage, ReportState)]
    came_in = _latest().exclude(state=ReportState.PREPARING, version=1)
    of_report = came_in.values(place=Case(*cases, default=places[ReportState.RETURNED]))[:1]
    not_sent = Case(When(due_on__lt=on, then=places[OVERDUE]), default=places[COMING])
    return Coalesce(Subquery(of_report), not_sent, output_field=IntegerField())


def latest_reports(dues: Iterable[Any]) -> dict[int, ProgressReport]:
    """The latest version of each of these (they come from ``dues_of``) by its key, with its questions; two queries."""
    keys = [due.latest for due in dues if due.latest]
    found = ProgressReport.objects.filter(pk__in=keys).select_related("grant__programme").prefetch_related("stops")
    return {report.pk: report for report in found}


def stages_of(programme: Programme, held: Holdings, *, on: date) -> dict[str, int]:
    """How many are overdue, coming, and in each state; one query."""
    return dues_of(programme, held).order_by().aggregate(**_counts(on))


def stages_by_programme(held: Holdings, *, on: date) -> dict[int, dict[str, int]]:
    """The same of every programme she sees grants of, by its key; one query."""
    dues = owed_by(Grant.objects.visible_to(held)).order_by().values(programme=F("grant__programme"))
    return {row.pop("programme"): row for row in dues.annotate(**_counts(on))}


def _counts(on: date) -> dict[str, Count]:
    counts = {str(state): Count("pk", filter=Q(latest_state=state)) for state in ReportState}
    counts[OVERDUE] = Count("pk", filter=NEVER_SENT & Q(due_on__lt=on))
    counts[COMING] = Count("pk", filter=NEVER_SENT & Q(due_on__gte=on, starts_on__lte=on))
    return counts


def report_for(held: Holdings, pk: int) -> ProgressReport | None:
    """The report with its grant, texts, attachments and questions, if she may see it."""
    parts = (
        "grant__partners",
        Prefetch("texts", ReportText.objects.select_related("changed_by")),
        Prefetch("attachments", ReportAttachment.objects.select_related("document")),
        "stops__asked_by",
        "stops__answered_by",
    )
    return ProgressReport.objects.visible_to(held).with_grant().prefetch_related(*parts).filter(pk=pk).first()


def report_of(grant: Grant, held: Holdings, pk: int) -> ProgressReport | None:
    """A report of the grant, if she may see it."""
    return ProgressReport.objects.visible_to(held).with_grant().filter(grant=grant, pk=pk).first()


def reports_of(grant: Grant) -> list[tuple[ReportDue, list[ProgressReport]]]:
    """What a grant owes, in order, each with its versions, the latest first; two queries."""
    versions = ProgressReport.objects.select_related("grant__programme").prefetch_related("stops")
    dues = grant.reports_due.order_by("number", "pk").prefetch_related(
        Prefetch("reports", versions.order_by("-version", "pk"))
    )
    return [(due, list(due.reports.all())) for due in dues]


def due_for(held: Holdings, pk: int) -> ReportDue | None:
    """What is due, if she may see its grant."""
    return (
        ReportDue.objects.filter(grant__in=Grant.objects.visible_to(held).order_by().values("pk"))
        .select_related("grant__programme__scope", "grant__beneficiary", "grant__delegated_authority")
        .filter(pk=pk)
        .first()
    )


def versions_of(report: ProgressReport) -> QuerySet[ProgressReport]:
    """Every version of the same report, the latest first."""
    people = ("submitted_by", "examined_by", "accepted_by")
    return ProgressReport.objects.filter(due=report.due_id).select_related(*people).order_by("-version", "pk")


def submissions_of(report: ProgressReport) -> QuerySet[ReportSubmission]:
    """Each time it was sent, the latest first, over all its versions."""
    return (
        ReportSubmission.objects.filter(report__due=report.due_id)
        .select_related("report", "document", "submitted_by")
        .order_by("-report__version", "-number", "pk")
    )


def attachment_for(held: Holdings, pk: int) -> ReportAttachment | None:
    """A file of a report she may see."""
    seen = ProgressReport.objects.visible_to(held).values("pk")
    related = ("document", "report__grant__programme__scope", "report__grant__beneficiary")
    return ReportAttachment.objects.filter(report__in=seen, pk=pk).select_related(*related, "report__due").first()


def submission_for(held: Holdings, pk: int) -> ReportSubmission | None:
    """A report as it was sent once, if she may see it."""
    seen = ProgressReport.objects.visible_to(held).values("pk")
    related = ("document", "submitted_by", "report__grant__programme__scope", "report__grant__beneficiary")
    found = ReportSubmission.objects.filter(report__in=seen, pk=pk)
    return found.select_related(*related, "report__due", "report__grant__delegated_authority").first()


def value_for(held: Holdings, pk: int) -> ReportValue | None:
    """A value of a report she may see."""
    seen = ProgressReport.objects.visible_to(held).values("pk")
    related = ("report__grant__programme__scope", "report__grant__beneficiary", "report__grant__delegated_authority")
    return ReportValue.objects.filter(report__in=seen, pk=pk).select_related(*related, "report__due").first()


def reason_of_return(report: ProgressReport) -> Trail | None:
    """Why it was returned, while it is; None in any other state."""
    if report.state != ReportState.RETURNED:
        return None
    return trail_of(report).filter(event="return_report").first()
