"""Attach a file to a report."""

from datetime import date

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.record.actions.keep_document import keep_document
from openamif.reports import policy
from openamif.reports.models import ProgressReport, ReportAttachment
from openamif.rules import reports as rules
from openamif.rules.finding import Finding


class FileNotTaken(Exception):
    """What the rules find against the file."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(finding.variant for finding in findings))
        self.findings = findings


@transaction.atomic
def attach_file(
    report: ProgressReport, raw: bytes, *, name: str, kind: str, caption: str = "", by: Person, on: date
) -> ReportAttachment:
    """Kept under its checksum. What it is, its content says; FileNotTaken for anything a report does not take."""
    report = ProgressReport.objects.locked(report.pk)
    require(policy.can_edit_report(by, report))
    failing = rules.errors(rules.files.check(raw, name, period=report.grant.programme.period, on=on))
    if failing:
        raise FileNotTaken(failing)
    document = keep_document(raw, name=name, content_type=rules.files.content_type(raw), by=by)
    attachment = ReportAttachment.objects.create(report=report, document=document, kind=kind, caption=caption)
    report.revision += 1
    report.save(update_fields=["revision"])
    append_trail(report, "file_attached", by=by, details={"name": document.name, "sha256": document.sha256})
    return attachment
