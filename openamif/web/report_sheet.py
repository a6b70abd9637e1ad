"""A progress report laid out for its pages, in every door: its texts by section, its values, its files, its steps."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeAlias

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from openamif.law import codes
from openamif.reports.facts import Asked, Counted
from openamif.reports.models import ProgressReport, ReportText
from openamif.reports.states import Origin
from openamif.rules.finding import Finding
from openamif.rules.reports.clock import Clock
from openamif.rules.reports.values import planned
from openamif.web.components import formats
from openamif.web.components.shapes import Badge, Bullet, Coded, Explained, Link
from openamif.web.components.tables import Column
from openamif.web.components.tags import figures
from openamif.web.explaining import explained
from openamif.web.labels import REPORT_STATES
from openamif.web.official import indicator_name, official
from openamif.web.wording.reports import HELPS

NameOf: TypeAlias = Callable[[str, str, str], str]
TEXTS = "texts."
PERCENT = "percent"
SHORT, FEW, MANY = 1500, 3, 6
SOON = 14


def state_badge(report: ProgressReport) -> Badge:
    """Where a report is, in the reader's word."""
    label, tone = REPORT_STATES[report.state]
    return Badge(str(label), tone)


def title_of(report: ProgressReport) -> str:
    """Which report it is."""
    title = _("Progress report %(number)d") % {"number": report.due.number}
    if report.version == 1:
        return title
    return _("%(title)s, version %(version)d") % {"title": title, "version": report.version}


def days_of(report: ProgressReport) -> str:
    """The days it tells of."""
    return formats.days(report.due.starts_on, report.due.ends_on)


def head_of(report: ProgressReport, crumbs: Sequence[Link]) -> dict[str, Any]:
    """What the head of every page of a report shows; ``crumbs``: where the door has it."""
    return {
        "report": report,
        "grant": report.grant,
        "title": title_of(report),
        "days": days_of(report),
        "crumbs": crumbs,
    }


# Texts.


@dataclass(frozen=True, slots=True)
class Written:
    """A text as a page shows it. ``key``: as it is kept; ``anchor``: the id of its field; ``lines``: of its area."""

    key: str
    anchor: str
    label: str
    help: str
    limit: int
    is_owed: bool
    text: str
    revision: int
    changed_by: str = ""
    changed_at: datetime | None = None
    before: str | None = None

    @property
    def lines(self) -> int:
        """As many as a text of that length is likely to have."""
        return FEW if self.limit <= SHORT else MANY


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the report; ``title`` is also the label of its only text."""

    number: int
    title: str
    texts: tuple[Written, ...]


def anchor_of(key: str) -> str:
    """The id of the field of a text."""
    return f"text-{key.replace('.', '-')}"


def label_of(asked: Asked, period: str) -> str:
    """What the text is called: by its work package or indicator where it is about one."""
    if asked.indicator:
        return f"{asked.indicator} {indicator_name(asked.indicator, asked.title, period)}".strip()
    if asked.number:
        return _("Work package %(number)d: %(title)s") % {"number": asked.number, "title": asked.title}
    return official("report_template", asked.code, period)


def sections_of(
    asked: Iterable[Asked],
    texts: Mapping[str, ReportText],
    period: str,
    *,
    owed: Iterable[str] = (),
    offered: Iterable[str] = (),
    before: Mapping[str, str] | None = None,
) -> list[Section]:
    """The texts by section, numbered as they follow one another.

    A deviation stands there where one is ``owed``, was written, or its key is ``offered``. ``before``: as sent last.
    """
    shown = {*offered, *(key for key in texts if _has(texts, key))}
    wanted = [each for each in asked if not each.indicator or each.indicator in owed or each.key in shown]
    made = []
    for number, section in enumerate(dict.fromkeys(each.section for each in wanted), start=1):
        inside = [each for each in wanted if each.section == section]
        written = tuple(_written(each, texts.get(each.key), period, owed, before) for each in inside)
        made.append(Section(number, official("report_template", inside[0].code, period), written))
    return made


def _has(texts: Mapping[str, ReportText], key: str) -> bool:
    return key in texts and bool(texts[key].text)


def _written(
    asked: Asked, row: ReportText | None, period: str, owed: Iterable[str], before: Mapping[str, str] | None
) -> Written:
    text = row.text if row else ""
    earlier = before.get(asked.key, "") if before else None
    return Written(
        key=asked.key,
        anchor=anchor_of(asked.key),
        label=label_of(asked, period),
        help=_(HELPS[asked.code]),
        limit=asked.limit,
        is_owed=asked.is_owed or asked.indicator in owed,
        text=text,
        revision=row.revision if row else 0,
        changed_by=row.changed_by.name if row and row.changed_by else "",
        changed_at=row.changed_at if row else None,
        before=earlier if earlier is not None and earlier != text else None,
    )


# Findings.


def finding_words(finding: Finding, asked: Sequence[Asked], period: str, url_of: Callable[[str], str]) -> Explained:
    """A finding in the reader's words, called by the field it is about, with the way there."""
    told = explained(finding, period)
    key = finding.place.removeprefix(TEXTS)
    about = next((each for each in asked if each.key == key and finding.place.startswith(TEXTS)), None)
    title = _called(about, told.title, period) if about else told.title
    return replace(told, title=title, place="", place_url=url_of(finding.place))


def _called(asked: Asked, title: str, period: str) -> str:
    """The field by its label; a deviation by the code alone, whose name is long."""
    if asked.indicator:
        return _("%(indicator)s: %(title)s") % {"indicator": asked.indicator, "title": title}
    return label_of(asked, period)


def count_words(findings: Sequence[Finding]) -> str:
    """How much is missing, and how much to look at."""
    missing = sum(1 for each in findings if each.severity == "error")
    rest = len(findings) - missing
    words = []
    if missing:
        words.append(ngettext("%(count)d thing missing", "%(count)d things missing", missing) % {"count": missing})
    if rest:
        words.append(ngettext("%(count)d to look at", "%(count)d to look at", rest) % {"count": rest})
    if rest and not missing:
        return _("Nothing is missing; %(rest)s, which keeps nobody from signing.") % {"rest": words[0]}
    return ", ".join(words) or _("Nothing is missing.")


# Values.


def value_columns(*, narrow: bool = False) -> list[Column]:
    """What is said of an indicator."""
    columns = [
        Column("indicator", _("Indicator")),
        Column("period_value", _("Period"), "count"),
        Column("value", pgettext("an indicator", "Total"), "count"),
        Column("target", _("Target"), "count"),
    ]
    return columns if narrow else [*columns, Column("reached", _("Reached"))]


def value_rows(
    report: ProgressReport,
    counted: Iterable[Counted],
    *,
    url_of: Callable[[Counted], str],
    name_of: NameOf = indicator_name,
) -> list[Any]:
    """A line an indicator, with the plan for that day on its bar; ``url_of``: where its name leads, or blank."""
    period = report.grant.programme.period
    shares = {each.code for each in codes("indicators", period=period) if each.text("unit") == PERCENT}
    return [_value_row(report, each, each.indicator in shares, url_of(each), name_of) for each in counted]


def _value_row(report: ProgressReport, each: Counted, is_share: bool, url: str, name_of: NameOf) -> dict[str, Any]:
    grant = report.grant
    plan = (
        planned(each.target, starts_on=grant.starts_on, ends_on=grant.ends_on, until=report.due.ends_on)
        if each.target and not is_share
        else None
    )
    name = name_of(each.indicator, each.name or each.indicator, grant.programme.period)
    return {
        "indicator": _named(each, name, url),
        "period_value": _figure(each.period_value, is_share),
        "value": _corrected(each, is_share),
        "target": None if each.target is None else _figure(each.target, is_share),
        "reached": Bullet(each.accepted, each.target, plan) if each.target else None,
    }


def _named(each: Counted, name: str, url: str) -> Coded | SafeString:
    """Code and name; where somebody said the value without a register, so."""
    if each.origin != Origin.DECLARED:
        return Coded(each.indicator, name, url)
    return declared_name(each.indicator, name, url)


def declared_name(code: str, name: str, url: str) -> SafeString:
    """Code and name of an indicator whose value is declared, with that word."""
    words = format_html('<a href="{}">{}</a>', url, name) if url else name
    parts = figures.code(code), words, figures.state_badge(_("declared, without register"), "wait")
    return format_html('<span class="coded">{} <span>{} {}</span></span>', *parts)


def _figure(value: Decimal, is_share: bool) -> SafeString:
    return figures.share(value, bar=False) if is_share else figures.count(value)


def _corrected(each: Counted, is_share: bool) -> SafeString:
    """What was reported, struck through where something else was accepted in its place."""
    if each.corrected is None:
        return _figure(each.value, is_share)
    words = {"before": _figure(each.value, is_share), "after": _figure(each.corrected, is_share)}
    return format_html("<del>{before}</del> <ins>{after}</ins>", **words)


def corrections_of(counted: Iterable[Counted], period: str) -> list[dict[str, Any]]:
    """Every value put right, with the difference and the reason."""
    return [
        {
            "indicator": each.indicator,
            "name": indicator_name(each.indicator, each.name or each.indicator, period),
            "before": each.value,
            "after": each.corrected,
            "reason": each.correction_reason,
        }
        for each in counted
        if each.corrected is not None
    ]


# The clock.


def clock_words(clock: Clock, *, brief: bool = False) -> tuple[str, str]:
    """What the clock of the examination says, and its tone."""
    if clock.is_stopped:
        return _("stands still") if brief else _("The clock stands still until the question is answered"), "info"
    if clock.left < 0:
        late = -clock.left
        return ngettext("%(count)d day late", "%(count)d days late", late) % {"count": late}, "bad"
    words = ngettext("%(count)d day left of %(days)d", "%(count)d days left of %(days)d", clock.left)
    return words % {"count": clock.left, "days": clock.days}, "wait" if clock.left <= SOON else "idle"
