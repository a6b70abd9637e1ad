"""Values as a report froze them: whether they are intact, and what explains a difference to what counts today."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256

from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from openamif.grants.models import Grant
from openamif.record.models import Trail
from openamif.register.models import Event, Output, PastDescription
from openamif.register.policy import is_erased
from openamif.reports.models import DeclaredValue, ProgressReport, ReportValue
from openamif.reports.queries import counting
from openamif.reports.queries.changed import changes_of
from openamif.reports.queries.contributions import places_by_participant
from openamif.reports.queries.profiles import Known
from openamif.reports.queries.values import Value, values_of
from openamif.reports.states import EDITABLE
from openamif.rules.indicators import CountingRule
from openamif.rules.indicators.rule import PROJECTS, SHARE

CENT = Decimal("0.00")


def known_now(grant: Grant) -> Known:
    """The last event and output of the grant, and this instant; the caller has locked the grant."""
    event = Event.objects.filter(grant=grant).aggregate(last=Max("pk"))["last"]
    output = Output.objects.filter(grant=grant).aggregate(last=Max("pk"))["last"]
    return Known(event or 0, output or 0, timezone.now())


def known_then(report: ProgressReport) -> Known | None:
    """What was known when it was signed; None while it can still be changed, or where no value was frozen."""
    row = None if report.state in EDITABLE else report.values.order_by("pk").first()
    return Known(row.known_event, row.known_output, row.known_at) if row and row.known_at else None


def frozen_value(report: ProgressReport, indicator: str) -> ReportValue | None:
    """What it says of an indicator."""
    return report.values.filter(indicator=indicator).first()


def rule_versions(grant: Grant, *, on: date) -> dict[str, str]:
    """By which version of its rule each indicator of the grant is counted on that day."""
    book = counting.book_of(grant.programme, on=on)
    return {rule.indicator: rule.version for rule in book.of(counting.specific(grant.objective))}


def digest_of(row: ReportValue) -> str:
    """SHA-256, in 64 hexadecimal digits, of what the value says and of what was known when it was counted."""
    said = {
        "indicator": row.indicator,
        "number": _plain(row.value),
        "period_number": _plain(row.period_value),
        "numerator": _plain(row.numerator),
        "denominator": _plain(row.denominator),
        "breakdown": row.breakdown,
        "origin": str(row.origin),
        "known_event": row.known_event,
        "known_output": row.known_output,
        "known_at": row.known_at.isoformat() if row.known_at else None,
        "rule_version": row.rule_version,
    }
    return sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else str(Decimal(number).quantize(CENT))


def is_intact(row: ReportValue) -> bool:
    """Whether the value still says what was frozen; what the authority corrects stands beside it."""
    return bool(row.digest) and digest_of(row) == row.digest


@dataclass(frozen=True, slots=True)
class Differences:
    """A frozen value beside the same computed again: ``then`` as it was known, ``today`` as it is known today.

    ``is_reproduced``: ``then`` is what was frozen. Where ``today`` differs, the later events, things, descriptions and
    declared values that explain it, and what was ``changed`` of the grant and its beneficiary. ``rule_now``: the
    counting rule (of a percentage, else that of its part), where it has another version than ``rule_then``.
    ``is_erased``: the register is gone, and only its digest vouches for the value.
    """

    frozen: ReportValue
    then: Value | None
    today: Value | None
    events: tuple[Event, ...] = ()
    outputs: tuple[Output, ...] = ()
    descriptions: tuple[PastDescription, ...] = ()
    declared: tuple[DeclaredValue, ...] = ()
    changed: tuple[Trail, ...] = ()
    rule_now: CountingRule | None = None
    rule_then: str = ""
    is_erased: bool = False

    @property
    def is_reproduced(self) -> bool:
        """Whether counting again with what was known then gives what was frozen."""
        return not self.is_erased and _same(self.frozen, self.then)

    @property
    def is_same(self) -> bool:
        """Whether counting with what is known today gives it too."""
        return not self.is_erased and _same(self.frozen, self.today)


def _same(row: ReportValue, value: Value | None) -> bool:
    if value is None:
        return row.value == 0
    said, counted = ((each.numerator, each.denominator) for each in (row, value))
    return (
        _plain(row.value) == _plain(value.number)
        and tuple(map(_plain, said)) == tuple(map(_plain, counted))
        and row.breakdown == _as_kept(value.breakdown)
    )


def _as_kept(breakdown: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    return {age: dict(by_sex) for age, by_sex in breakdown.items()}


def differences(report: ProgressReport) -> list[Differences]:
    """Its values computed again as they were known when it was sent, and as they are known today, for its days.

    They were frozen in one instant, so all of them are counted twice together, not one by one.
    """
    rows = list(report.values.order_by("pk"))
    grant, until = report.grant, report.due.ends_on
    if is_erased(grant):
        return [Differences(row, None, None, is_erased=True) for row in rows]
    if not rows or rows[0].known_at is None:
        return []
    known = Known(rows[0].known_event, rows[0].known_output, rows[0].known_at)
    then, today = values_of(grant, until=until, known=known), values_of(grant, until=until)
    made = [Differences(row, then.get(row.indicator), today.get(row.indicator)) for row in rows]
    versions = {row.indicator: row.rule_version for row in rows}
    return [
        each if each.is_same and each.is_reproduced else _explained(each, grant, until, known, versions)
        for each in made
    ]


def _explained(made: Differences, grant: Grant, until: date, known: Known, versions: Mapping[str, str]) -> Differences:
    """The later rows of those participants who counted otherwise then; later things, declared values and changes."""
    book = counting.book_of(grant.programme, on=until)
    rule = next((each for each in book.rules if each.indicator == made.frozen.indicator), None)
    if rule is None:
        return made
    code = rule.numerator or rule.indicator
    other = next((each for each in book.rules if _is_other(each, rule, versions)), None)
    before = places_by_participant(grant, code, until=until, known=known)
    after = places_by_participant(grant, code, until=until)
    moved = [pk for pk in before.keys() | after.keys() if before.get(pk) != after.get(pk)]
    events = Event.objects.filter(participant__in=moved, pk__gt=known.event).select_related("activity", "participant")
    descriptions = PastDescription.objects.filter(participant__in=moved, replaced_at__gt=known.at)
    outputs = Output.objects.filter(grant=grant, kind__in=_outputs(book, code, rule.outputs), pk__gt=known.output)
    return Differences(
        made.frozen,
        made.then,
        made.today,
        tuple(events.order_by("pk")),
        tuple(outputs.order_by("pk")),
        tuple(descriptions.select_related("participant").order_by("pk")),
        tuple(_declared(rule, grant, until, known)),
        changes_of(grant, after=known.at, of_projects=rule.counts == PROJECTS),
        other,
        versions[other.indicator] if other else "",
    )


def _is_other(each: CountingRule, rule: CountingRule, versions: Mapping[str, str]) -> bool:
    """Whether it is the rule, or that of its part, in another version than was frozen."""
    is_asked = each.indicator in (rule.indicator, rule.numerator)
    return is_asked and versions.get(each.indicator, each.version) != each.version


def _declared(rule: CountingRule, grant: Grant, until: date, known: Known) -> QuerySet[DeclaredValue]:
    """Of the grant; of a percentage also of its part, and of its whole in the programme."""
    about = Q(grant=grant, indicator__in=(rule.indicator, rule.numerator))
    if rule.counts == SHARE:
        about |= Q(programme=grant.programme, grant=None, indicator=rule.indicator)
    found = DeclaredValue.objects.filter(about, as_of__lte=until, declared_at__gt=known.at)
    return found.select_related("declared_by").order_by("pk")


def _outputs(book: counting.Book, code: str, own: frozenset[str]) -> frozenset[str]:
    return own.union(*(each.outputs for each in book.rules if each.indicator == code))
