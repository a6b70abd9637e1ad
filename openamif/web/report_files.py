"""Files of a report, in every door: its attachments listed and as they came, and its receipts."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from openamif.reports.models import ProgressReport, ReportAttachment, ReportSubmission
from openamif.web.exports.pdf import report_receipt
from openamif.web.labels import ATTACHMENT_KINDS

NOSNIFF = {"X-Content-Type-Options": "nosniff"}


UrlOf = Callable[[ReportAttachment], str]


def nowhere(_each: ReportAttachment) -> str:
    """No address: nothing can be done with the file there."""
    return ""


def attachments_of(report: ProgressReport, url_of: UrlOf, *, removal_of: UrlOf = nowhere) -> list[dict[str, Any]]:
    """The files with what they show and their checksums; where the door gives one out, and where it takes it away."""
    return [
        {
            "name": each.document.name,
            "url": "" if each.document.erased_at else url_of(each),
            "erased_at": each.document.erased_at,
            "kind": ATTACHMENT_KINDS[each.kind],
            "caption": each.caption,
            "size": each.document.size,
            "sha256": each.document.sha256,
            "remove": removal_of(each),
        }
        for each in report.attachments.all()
    ]


def download(_request: HttpRequest, attachment: ReportAttachment) -> HttpResponse:
    """To be saved, never shown by the browser: it comes from outside. Raises Http404 for one that was erased."""
    document = attachment.document
    if document.erased_at:
        raise Http404(_("This file was erased: the retention period of the grant is over."))
    headers = NOSNIFF | {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(document.name)}"}
    with document.file.open("rb") as kept:
        return HttpResponse(kept.read(), content_type=document.content_type, headers=headers)


def receipt(_request: HttpRequest, submission: ReportSubmission, form: str) -> HttpResponse:
    """``pdf``: the receipt in the reader's language; ``json``: what was signed, as it is kept under its checksum."""
    stem = f"{submission.report.grant.reference}-{submission.report.due.number}-{submission.number}".replace("/", "-")
    headers = NOSNIFF | {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(stem)}.{form}"}
    if form == "pdf":
        return HttpResponse(report_receipt.make(submission), content_type="application/pdf", headers=headers)
    if form == "json":
        with submission.document.file.open("rb") as kept:
            return HttpResponse(kept.read(), content_type="application/json", headers=headers)
    raise Http404
