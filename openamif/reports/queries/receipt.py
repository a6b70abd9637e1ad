"""Everything that a submitted report says, as one value of JSON: what is signed, kept and printed on its receipt."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from openamif.people.models import Person
from openamif.reports.models import ProgressReport, ReportSubmission, ReportValue
from openamif.reports.queries.own import names_of_own

FORM = "openamif.progress-report/1"


def receipt_content(report: ProgressReport, *, by: Person, at: datetime, number: int) -> dict[str, Any]:
    """The report as it stands; ``by`` signs it at that instant, for the ``number``-th time."""
    grant, due = report.grant, report.due
    return {
        "form": FORM,
        "period": grant.programme.period,
        "programme": grant.programme.title,
        "grant": {
            "reference": grant.reference,
            "title": grant.title,
            "beneficiary": grant.beneficiary.name,
            "objective": grant.objective,
        },
        "report": {
            "number": due.number,
            "version": report.version,
            "submission": number,
            "starts_on": due.starts_on.isoformat(),
            "ends_on": due.ends_on.isoformat(),
            "due_on": due.due_on.isoformat(),
        },
        "work_packages": {str(each.number): each.title for each in grant.work_packages.order_by("number", "pk")},
        "texts": {row.key: row.text for row in report.texts.order_by("pk") if row.text},
        "values": _values(report),
        "attachments": [
            {
                "name": each.document.name,
                "kind": each.kind,
                "caption": each.caption,
                "size": each.document.size,
                "sha256": each.document.sha256,
            }
            for each in report.attachments.select_related("document").order_by("pk")
        ],
        "signed": {"by": by.name, "at": at.isoformat(timespec="seconds")},
    }


def _values(report: ProgressReport) -> list[dict[str, Any]]:
    """As they were frozen; those of the programme's own indicators with their names, which no law has."""
    rows = list(report.values.order_by("pk"))
    named = names_of_own(report.grant.programme, [row.indicator for row in rows])
    return [_value(row) | ({"name": named[row.indicator]} if row.indicator in named else {}) for row in rows]


def _value(row: ReportValue) -> dict[str, Any]:
    """A frozen value; its figures as text, so that nothing is lost in a float."""
    figures = ("target", "period_value", "value", "numerator", "denominator")
    return {
        "indicator": row.indicator,
        "origin": row.origin,
        **{name: None if getattr(row, name) is None else str(getattr(row, name)) for name in figures},
        "breakdown": row.breakdown,
        "digest": row.digest,
    }


def as_signed(content: dict[str, Any]) -> bytes:
    """The bytes that are kept, and whose SHA-256 is the checksum of the report."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1).encode()


def content_signed(submission: ReportSubmission) -> dict[str, Any]:
    """What a report said when it was sent, from the document that was kept then."""
    with submission.document.file.open("rb") as kept:
        content: dict[str, Any] = json.loads(kept.read())
    return content


def texts_sent_before(submissions: Iterable[ReportSubmission], submission: ReportSubmission) -> dict[str, str]:
    """The texts of the submission just before one of these (they come latest first); none before the first."""
    every = list(submissions)
    place = next((number for number, each in enumerate(every) if each.pk == submission.pk), len(every))
    earlier = every[place + 1 : place + 2]
    return content_signed(earlier[0])["texts"] if earlier else {}
