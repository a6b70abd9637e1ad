"""What a report asks and counts, as one value; and as the rules want to know it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from openamif.law import codes
from openamif.reports.models import ProgressReport, ReportText, ReportValue
from openamif.reports.states import Origin
from openamif.rules import reports as rules
from openamif.rules import values as of_values
from openamif.rules.indicators import CountingRule

WORK_PACKAGES, INDICATORS = "each_work_package", "each_indicator"
OWED, PERCENT = "owed", "percent"
DEVIATION = "deviation."
PACKAGE = "work_package."


@dataclass(frozen=True, slots=True)
class Asked:
    """A text that a report asks. ``key``: as it is kept; ``code``: of the period's template; ``limit``: characters.

    ``title``: of the work package it is about; ``indicator``: whose deviation it explains, with its name as ``title``
    where it is the programme's own; both blank elsewhere.
    """

    key: str
    code: str
    section: int
    limit: int
    is_owed: bool
    source: str = ""
    number: int = 0
    title: str = ""
    indicator: str = ""


def texts_asked(
    period: str, *, packages: Mapping[int, str], indicators: Mapping[str, str], kept: Sequence[str] = ()
) -> tuple[Asked, ...]:
    """The texts of the period's template in its order: one for each work package, one for each indicator with a target.

    ``packages``: titles by number; without any, the activities are told in one text. ``indicators``: by code, the names
    of the programme's own. ``kept``: keys of texts that were
    written; one that the template no longer asks is still shown where its section is.
    """
    made: list[Asked] = []
    for each in codes("report_template", period=period):
        section, limit = int(each.text("section")), int(each.text("limit"))
        owed = each.text("kind") == OWED
        plain = Asked(each.code, each.code, section, limit, owed, each.source)
        many = each.text("part")
        if many == INDICATORS:
            made += [
                Asked(f"{DEVIATION}{code}", each.code, section, limit, False, each.source, title=name, indicator=code)
                for code, name in indicators.items()
            ]
        elif many == WORK_PACKAGES and packages:
            made += [
                Asked(f"{PACKAGE}{number}", each.code, section, limit, owed, each.source, number, title)
                for number, title in packages.items()
            ]
            if each.code in kept:
                made.append(Asked(each.code, each.code, section, limit, False, each.source))
        else:
            made.append(plain)
    return tuple(made)


@dataclass(frozen=True, slots=True)
class Counted:
    """An indicator in a report. ``period_value``: what came in its days; ``value``: all up to its last day.

    ``corrected``: what the authority accepts in its place. ``pk``: of the frozen row, 0 while it is still counted.
    ``name``: of an indicator of the programme's own; blank for one of the law.
    """

    indicator: str
    origin: str
    period_value: Decimal
    value: Decimal
    target: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    breakdown: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    corrected: Decimal | None = None
    correction_reason: str = ""
    pk: int = 0
    name: str = ""

    @property
    def accepted(self) -> Decimal:
        """The value that counts."""
        return self.value if self.corrected is None else self.corrected


@dataclass(frozen=True, slots=True)
class Around:
    """What the rules ask beyond the report itself: of the grant's other reports, its people and its register."""

    attachments: Mapping[str, int]
    before: Mapping[str, Decimal]
    has_proof: bool
    has_signer: bool
    open_before: tuple[int, ...]
    gaps: Mapping[str, int]
    wholes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def report_facts(
    report: ProgressReport,
    asked: Sequence[Asked],
    texts: Mapping[str, ReportText],
    counted: Sequence[Counted],
    around: Around,
) -> rules.Report:
    """What the rules need to know of a report, and nothing more."""
    lengths = {key: len(row.text.strip()) for key, row in texts.items()}
    period = report.grant.programme.period
    shares = {each.code for each in codes("indicators", period=period) if each.text("unit") == PERCENT}
    return rules.Report(
        period=period,
        starts_on=report.due.starts_on,
        ends_on=report.due.ends_on,
        grant_starts_on=report.grant.starts_on,
        grant_ends_on=report.grant.ends_on,
        texts=tuple(
            rules.Text(f"texts.{each.key}", lengths.get(each.key, 0), each.limit, each.is_owed) for each in asked
        ),
        values=tuple(
            rules.Value(
                indicator=each.indicator,
                value=each.accepted,
                target=each.target,
                before=around.before.get(each.indicator),
                is_share=each.indicator in shares,
                is_declared=each.origin == Origin.DECLARED,
                is_explained=lengths.get(f"{DEVIATION}{each.indicator}", 0) > 0,
                wholes=around.wholes.get(each.indicator, ()),
            )
            for each in counted
        ),
        attachments=around.attachments,
        has_proof=around.has_proof,
        has_signer=around.has_signer,
        open_before=around.open_before,
        gaps=around.gaps,
    )


def corrected_facts(
    row: ReportValue,
    corrected: Decimal,
    counted: Sequence[Counted],
    *,
    period: str,
    rules: tuple[CountingRule, ...],
) -> of_values.Said:
    """What the rules need to know of a value that is put right. ``counted``: every value of its report."""
    others = [each for each in counted if each.indicator != row.indicator]
    return of_values.Said(
        period=period,
        indicator=row.indicator,
        number=corrected,
        rules=rules,
        target=row.target,
        reported=row.value,
        groups=sum(sum(by_sex.values()) for by_sex in row.breakdown.values()),
        beside={each.indicator: each.accepted for each in others},
        totals={each.indicator: each.denominator for each in others if each.denominator},
    )
