"""The progress reports of the grants, in every state: those of long ago accepted, the latest on their way."""

import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from openamif.demo.narratives import ANSWER, DEVIATION, QUESTION, RETURN_REASON, VALUE_REASON, narrative
from openamif.demo.stage import at_hour
from openamif.grants.models import ReportDue
from openamif.grants.states import GrantState
from openamif.people.models import Person
from openamif.programmes.models import Programme
from openamif.reports.actions.accept_report import accept_report
from openamif.reports.actions.answer_clarification import answer_clarification
from openamif.reports.actions.ask_clarification import ask_clarification
from openamif.reports.actions.attach_file import attach_file
from openamif.reports.actions.begin_report import begin_report
from openamif.reports.actions.correct_value import correct_value
from openamif.reports.actions.examine_report import examine_report
from openamif.reports.actions.return_report import return_report
from openamif.reports.actions.submit_report import submit_report
from openamif.reports.actions.write_text import write_text
from openamif.reports.models import ProgressReport
from openamif.reports.queries.missing import examine
from openamif.reports.queries.weighed import correction_findings
from openamif.reports.states import AttachmentKind
from openamif.rules.values import doubts

A_DAY, A_YEAR = timedelta(days=1), timedelta(days=365)
ONCE = 1
"""Somebody or something stands in the register twice."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Who examines and who accepts, and the day of the play."""

    examiner: Person
    other: Person
    on: date


@dataclass(frozen=True, slots=True)
class Hand:
    """Who writes and signs a report."""

    keeper: Person
    desk: Desk


def play_reports(programme: Programme, keepers: Mapping[int, Person], desk: Desk) -> None:
    """Of every grant that was signed: those whose days are over."""
    over = ReportDue.objects.filter(grant__programme=programme, ends_on__lt=desk.on)
    dues: dict[int, list[ReportDue]] = {}
    for due in over.exclude(grant__state=GrantState.DRAFT).order_by("grant", "number", "pk"):
        dues.setdefault(due.grant_id, []).append(due)
    for place, (grant, owed) in enumerate(dues.items()):
        hand = Hand(keepers[grant], desk)
        for due in owed[:-1]:
            _accepted(due, hand)
        is_old = owed[-1].due_on + A_YEAR < desk.on
        ENDINGS[0 if is_old else place % len(ENDINGS)](owed[-1], hand)


def _signed_on(due: ReportDue, desk: Desk) -> date:
    """A few days before it is due, if that is over."""
    return min(due.due_on - 4 * A_DAY, desk.on - A_DAY)


def whole(report: ProgressReport) -> ProgressReport:
    return ProgressReport.objects.with_grant().get(pk=report.pk)


def _written(due: ReportDue, hand: Hand) -> ProgressReport:
    """Everything said that is asked, with a picture of the plaque."""
    report = whole(begin_report(due, by=hand.keeper))
    told = examine(report, on=hand.desk.on)
    language = hand.keeper.language
    for asked in told.asked:
        if text := narrative(asked.key, report, language):
            write_text(report, asked.key, text, revision=0, by=hand.keeper)
    for indicator in sorted(told.owed):
        write_text(report, f"deviation.{indicator}", DEVIATION[language], revision=0, by=hand.keeper)
    attach_file(
        report, picture(due.number), name="affiche.png", kind=AttachmentKind.PUBLICITY, by=hand.keeper, on=hand.desk.on
    )
    return whole(report)


def _signed(due: ReportDue, hand: Hand) -> ProgressReport:
    day = _signed_on(due, hand.desk)
    return submit_report(_written(due, hand), by=hand.keeper, on=day, at=at_hour(day, 15))


def _examine(report: ProgressReport, hand: Hand) -> ProgressReport:
    day = min(_signed_on(report.due, hand.desk) + 20 * A_DAY, hand.desk.on)
    return examine_report(report, by=hand.desk.examiner, at=at_hour(day, 10))


def _accept(report: ProgressReport, hand: Hand) -> ProgressReport:
    day = min(_signed_on(report.due, hand.desk) + 25 * A_DAY, hand.desk.on)
    return accept_report(report, by=hand.desk.other, at=at_hour(day, 11))


def _examined(due: ReportDue, hand: Hand) -> ProgressReport:
    return _examine(_signed(due, hand), hand)


def _accepted(due: ReportDue, hand: Hand) -> ProgressReport:
    return _accept(_examined(due, hand), hand)


def _put_right(due: ReportDue, hand: Hand) -> ProgressReport:
    return _accept(_examine(with_value_put_right(_signed(due, hand), by=hand.desk.examiner), hand), hand)


def with_value_put_right(report: ProgressReport, *, by: Person) -> ProgressReport:
    """The authority accepts a little less than the largest of the values that were reported; never less than a part."""
    for value in report.values.filter(value__gte=ONCE).order_by("-value", "pk"):
        corrected = value.value - ONCE
        if not doubts(correction_findings(value, corrected)):
            correct_value(value, corrected=corrected, reason=VALUE_REASON, by=by)
            break
    return report


def _returned(due: ReportDue, hand: Hand) -> ProgressReport:
    return return_report(_signed(due, hand), reason=RETURN_REASON, by=hand.desk.examiner)


def _asked(due: ReportDue, hand: Hand) -> ProgressReport:
    return ask_clarification(_signed(due, hand), question=QUESTION, by=hand.desk.examiner)


def _answered(due: ReportDue, hand: Hand) -> ProgressReport:
    return answer_clarification(_asked(due, hand), answer=ANSWER, by=hand.keeper)


def _begun(due: ReportDue, hand: Hand) -> ProgressReport:
    report = whole(begin_report(due, by=hand.keeper))
    first = examine(report, on=hand.desk.on).asked[0]
    write_text(report, first.key, narrative(first.key, report, hand.keeper.language), revision=0, by=hand.keeper)
    return report


def _not_begun(due: ReportDue, hand: Hand) -> None:
    """Still owed."""


ENDINGS: tuple[Callable[[ReportDue, Hand], object], ...] = (
    _accepted,
    _begun,
    _signed,
    _examined,
    _not_begun,
    _returned,
    _asked,
    _put_right,
    _answered,
    _written,
    _signed,
)


def picture(shade: int) -> bytes:
    """A small picture of one colour, as evidence that something was put up."""
    width = height = 48
    row = b"\0" + bytes((20, 60 + shade * 20 % 150, 170)) * width
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in ((b"IHDR", header), (b"IDAT", zlib.compress(row * height)), (b"IEND", b""))
    )
