"""What is missing in a report before it is signed, and what it asks."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openamif.grants.models import ReportDue
from openamif.grants.queries.rights import signers_of
from openamif.register.queries.quality import gaps_of
from openamif.reports.facts import Around, Asked, Counted, report_facts, texts_asked
from openamif.reports.models import ProgressReport, ReportAttachment, ReportText, ReportValue
from openamif.reports.queries.counted import counted_in
from openamif.reports.queries.counting import book_of
from openamif.reports.queries.own import names_of_own
from openamif.reports.states import AttachmentKind
from openamif.rules import reports as rules
from openamif.rules.finding import Finding
from openamif.rules.values import wholes_of


def asked_in(report: ProgressReport) -> tuple[Asked, ...]:
    """The texts that a report asks, in order; a text already written stays though nothing asks for it any more."""
    packages = dict(report.grant.work_packages.order_by("number", "pk").values_list("number", "title"))
    aimed_at = [each.indicator for each in report.grant.targets.all()]
    named = names_of_own(report.grant.programme, aimed_at)
    indicators = {code: named.get(code, "") for code in aimed_at}
    kept = [row.key for row in report.texts.all() if row.text]
    return texts_asked(report.grant.programme.period, packages=packages, indicators=indicators, kept=kept)


@dataclass(frozen=True, slots=True)
class Examined:
    """A report looked at before it is signed. ``owed``: the indicators whose deviation is to be explained."""

    asked: tuple[Asked, ...]
    texts: Mapping[str, ReportText]
    counted: tuple[Counted, ...]
    findings: tuple[Finding, ...]
    owed: frozenset[str]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps it from being signed."""
        return rules.errors(self.findings)


def examine(report: ProgressReport, *, on: date) -> Examined:
    """What it asks, says and counts, and what is missing."""
    asked, counted = asked_in(report), counted_in(report)
    texts = {row.key: row for row in report.texts.all()}
    facts = report_facts(report, asked, texts, counted, around_of(report))
    return Examined(
        asked=asked,
        texts=texts,
        counted=counted,
        findings=rules.check(facts, on=on),
        owed=rules.values.owing_explanation(facts, on=on),
    )


def missing_in(report: ProgressReport, *, on: date) -> tuple[Finding, ...]:
    """Everything the rules find that does not hold."""
    return tuple(each for each in examine(report, on=on).findings if not each.holds)


def around_of(report: ProgressReport) -> Around:
    """What the rules ask of the grant's other reports, its people and its register."""
    earlier = ReportDue.objects.filter(grant=report.grant_id, number__lt=report.due.number)
    not_sent = earlier.exclude(reports__submitted_at__isnull=False).order_by("number", "pk")
    publicity = ReportAttachment.objects.filter(
        report__grant=report.grant_id,
        report__due__number__lt=report.due.number,
        report__submitted_at__isnull=False,
        kind=AttachmentKind.PUBLICITY,
    )
    return Around(
        attachments=Counter(each.kind for each in report.attachments.all()),
        before=values_before(report),
        has_proof=publicity.exists(),
        has_signer=bool(signers_of(report.grant)),
        open_before=tuple(not_sent.values_list("number", flat=True)),
        gaps=gaps_of(report.grant),
        wholes=wholes_of(book_of(report.grant.programme, on=report.due.ends_on).rules),
    )


def values_before(report: ProgressReport) -> dict[str, Decimal]:
    """What the last report before it said of each indicator, as it counts."""
    before = (
        ProgressReport.objects.filter(
            grant=report.grant_id, due__number__lt=report.due.number, submitted_at__isnull=False
        )
        .order_by("-due__number", "-version", "pk")
        .first()
    )
    rows = ReportValue.objects.filter(report=before).order_by("pk")
    return {row.indicator: row.value if row.corrected_value is None else row.corrected_value for row in rows}
