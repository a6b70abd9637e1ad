"""Write one of the texts of a report."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.reports import policy
from openamif.reports.models import ProgressReport, ReportText
from openamif.reports.queries.missing import asked_in

BREAKS = str.maketrans({"\r": "\n", "\v": "\n", "\f": "\n"})
UNSEEN = dict.fromkeys((*range(ord("\t")), *range(ord("\x0e"), ord(" "))))
"""Signs without a look of their own: no document can show them, and what office programs copy is full of them."""


class UnknownText(Exception):
    """The report asks no such text."""


class TextChangedMeanwhile(Exception):
    """A colleague changed the text after it was read; ``text`` is hers, as it is kept."""

    def __init__(self, text: ReportText) -> None:
        super().__init__(text.key)
        self.text = text


@transaction.atomic
def write_text(report: ProgressReport, key: str, text: str, *, revision: int, by: Person) -> ReportText:
    """``revision``: of the text the writer read, 0 where there was none. Nobody's words are written over unseen."""
    report = ProgressReport.objects.locked(report.pk)
    require(policy.can_edit_report(by, report))
    row = ReportText.objects.filter(report=report, key=key).select_related("changed_by").first()
    if row is None and key not in {each.key for each in asked_in(report)}:
        raise UnknownText(key)
    written = text.replace("\r\n", "\n").translate(UNSEEN | BREAKS)
    row = row or ReportText(report=report, key=key, revision=0)
    if row.text == written:
        return row
    if row.revision != revision:
        raise TextChangedMeanwhile(row)
    row.text, row.changed_by = written, by
    row.revision += 1
    row.save()
    report.revision += 1
    report.save(update_fields=["revision"])
    return row
