"""Files of reports that may go because the retention period of their grant is over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from openamif.grants.models import Grant
from openamif.grants.queries.retention import programmes_due
from openamif.record.models import Document, Trail
from openamif.reports.models import ProgressReport, ReportAttachment


@dataclass(frozen=True, slots=True)
class FilesDue:
    """A grant whose files may go from ``due_on`` on: how many, and how many bytes."""

    grant: Grant
    due_on: date
    files: int
    size: int


def files_due(on: date) -> Iterator[FilesDue]:
    """Grants with files of reports whose retention period is over, by reference; four queries a grant with reports."""
    days = programmes_due(on)
    reported = Grant.objects.filter(programme__in=days, pk__in=ProgressReport.objects.values("grant"))
    for grant in reported.select_related("programme").order_by("programme", "reference", "pk"):
        if documents := files_of(grant):
            size = sum(document.size for document in documents)
            yield FilesDue(grant, days[grant.programme_id], len(documents), size)


def files_of(grant: Grant) -> list[Document]:
    """What was attached to its reports and is still there, also what was taken away again before it was sent."""
    reports = list(ProgressReport.objects.filter(grant=grant).order_by("pk").values_list("pk", flat=True))
    attached = ReportAttachment.objects.filter(report__in=reports).values("document")
    elsewhere = ReportAttachment.objects.exclude(report__in=reports).values("document")
    told = Trail.objects.filter(event="file_attached", subject_kind=ProgressReport._meta.label_lower)
    sums = {each.get("sha256") for each in told.filter(subject_pk__in=reports).values_list("details", flat=True)}
    kept = Document.objects.filter(erased_at=None)
    loose = kept.filter(sha256__in=sums).exclude(pk__in=elsewhere)
    return sorted({*kept.filter(pk__in=attached), *loose}, key=lambda document: document.pk)
