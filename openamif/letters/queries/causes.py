"""What letters are written because of: days of the calendar of reports, and events of the trail."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from django.conf import settings
from django.db.models import Model, OuterRef, Q, QuerySet, Subquery
from django.utils.timezone import localdate

from openamif.grants.models import ReportDue
from openamif.grants.states import GrantState
from openamif.letters.queries.recipients import editors_of, officers_of
from openamif.letters.states import TO_OFFICERS, LetterKind
from openamif.record.models import Trail
from openamif.register.models import RegisterImport
from openamif.reports.models import ProgressReport
from openamif.reports.states import EDITABLE

Record = TypeVar("Record", bound=Model)
REPORT, IMPORT = "reports.progressreport", "register.registerimport"
EVENTS: dict[tuple[str, str], LetterKind] = {
    (REPORT, "submit"): LetterKind.REPORT_SUBMITTED,
    (REPORT, "return_report"): LetterKind.REPORT_RETURNED,
    (REPORT, "ask_clarification"): LetterKind.CLARIFICATION_ASKED,
    (REPORT, "answer_clarification"): LetterKind.CLARIFICATION_ANSWERED,
    (REPORT, "accept"): LetterKind.REPORT_ACCEPTED,
    (REPORT, "report_begun"): LetterKind.CORRECTION_BEGUN,
    (IMPORT, "read"): LetterKind.IMPORT_FINISHED,
    (IMPORT, "store"): LetterKind.IMPORT_FINISHED,
    (IMPORT, "refuse"): LetterKind.IMPORT_FINISHED,
}


@dataclass(frozen=True, slots=True)
class Cause:
    """One letter to each of these persons."""

    kind: LetterKind
    cause: str
    grant: int
    persons: frozenset[int]
    due: int | None = None
    report: int | None = None


def steps_reached(due_on: date, *, on: date) -> tuple[LetterKind, int] | None:
    """Which reminder a day asks for, with its number of days: of several, the one nearest to that day.

    30 and 7 days before: the first from the 30th to the 8th day before, the second from the 7th on.
    """
    left = (due_on - on).days
    before = [days for days in settings.LETTERS_BEFORE if days >= left >= 0]
    if before:
        return LetterKind.REPORT_DUE_SOON, min(before)
    after = [days for days in settings.LETTERS_AFTER if days <= -left <= settings.LETTERS_LATEST]
    return (LetterKind.REPORT_OVERDUE, max(after)) if after else None


def dues_owed(on: date) -> QuerySet[ReportDue]:
    """Reports due around a day that were not handed in, or were returned; not of a correction of an accepted one."""
    first, last = on - timedelta(days=settings.LETTERS_LATEST), on + timedelta(days=max(settings.LETTERS_BEFORE))
    latest = ProgressReport.objects.filter(due=OuterRef("pk")).order_by("-version", "pk")
    return (
        ReportDue.objects.filter(due_on__range=(first, last))
        .exclude(grant__state=GrantState.DRAFT)
        .annotate(
            latest_state=Subquery(latest.values("state")[:1]), latest_version=Subquery(latest.values("version")[:1])
        )
        .filter(Q(latest_state=None) | Q(latest_state__in=[str(state) for state in EDITABLE], latest_version=1))
        .select_related("grant__programme")
        .order_by("due_on", "pk")
    )


def causes_of_days(on: date) -> Iterator[Cause]:
    """Reports due soon and overdue. What fell due before its grant was entered here was never asked for here."""
    for due in dues_owed(on):
        step = steps_reached(due.due_on, on=on)
        if step is None or due.due_on < localdate(due.grant.entered_at):
            continue
        kind, days = step
        cause = f"due:{due.number}:{due.due_on.isoformat()}:{days}"
        yield Cause(kind, cause, due.grant_id, frozenset(editors_of(due.grant)), due=due.pk)


def causes_of_events(events: Sequence[Trail]) -> Iterator[Cause]:
    """What happened to reports and imports; nobody is written to about what she did herself."""
    reports = _found(ProgressReport.objects.select_related("grant__programme"), events, REPORT)
    imports = _found(RegisterImport.objects.all(), events, IMPORT)
    for event in events:
        kind = EVENTS.get((event.subject_kind, event.event))
        if kind is LetterKind.IMPORT_FINISHED and (upload := imports.get(event.subject_pk)):
            if took_long(event):
                yield Cause(kind, cause_of(event), upload.grant_id, frozenset({upload.sent_by_id}))
        elif kind and (report := reports.get(event.subject_pk)):
            persons = officers_of(report.grant) if kind in TO_OFFICERS else editors_of(report.grant)
            if kind is LetterKind.CORRECTION_BEGUN and not is_asked_for(report, event, persons):
                continue
            others = frozenset(persons - {event.by_id})
            yield Cause(kind, cause_of(event), report.grant_id, others, due=report.due_id, report=report.pk)


def is_asked_for(report: ProgressReport, event: Trail, editors: set[int]) -> bool:
    """Whether what was begun is a correction, and the authority began it."""
    return report.corrects_id is not None and event.by_id not in editors


def cause_of(event: Trail) -> str:
    """As a letter keeps it."""
    return f"trail:{event.number}"


def took_long(event: Trail) -> bool:
    """Whether the job took so long that whoever sent the file in has turned to something else."""
    earlier = Trail.objects.filter(
        subject_kind=event.subject_kind, subject_pk=event.subject_pk, number__lt=event.number
    )
    before = earlier.order_by("-number", "pk").first()
    return before is not None and (event.at - before.at).total_seconds() >= settings.LETTERS_WORTHWHILE


def _found(records: QuerySet[Record], events: Iterable[Trail], kind: str) -> dict[int, Record]:
    return {each.pk: each for each in records.filter(pk__in={e.subject_pk for e in events if e.subject_kind == kind})}
