"""The rules of the national programme in their order, and how a rule says what it found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openamif.rules.finding import Finding, Severity

PERIOD = "2014-2020"
COMMISSION = "commission"
OURS = "openamif"
ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@dataclass(frozen=True, slots=True)
class Rule:
    """``by``: whose rule it is; ``source``: the article; ``title_key``: under which the doors keep its title."""

    id: str
    severity: Severity
    by: str
    source: str
    title_key: str


_FORM = "Implementing Regulation (EU) No 802/2014, Annex"
_516 = "Regulation (EU) No 516/2014, Article "
_514 = "Regulation (EU) No 514/2014, Article "
_SFC = "SFC2014, validation of the national programme, "

_TABLE = (
    ("2.15", WARNING, COMMISSION, _SFC + "rule 2.15", "new_decision"),
    ("2.22.1", WARNING, COMMISSION, _SFC + "rule 2.22.1", "basic_allocation"),
    ("X-01", ERROR, OURS, _514 + "14", "identity"),
    ("X-02", ERROR, OURS, "Delegated Regulation (EU) No 1042/2014, Article 12", "authorities"),
    ("X-03", ERROR, OURS, _FORM, "texts"),
    ("X-04", ERROR, OURS, _FORM, "timetable"),
    ("X-05", ERROR, OURS, _516 + "16", "financial_plan"),
    ("X-06", ERROR, OURS, _FORM, "tables_agree"),
    ("X-07", ERROR, OURS, "Regulation (EU) No 516/2014, Articles 17 and 18", "lump_sums"),
    ("X-08", ERROR, OURS, _FORM, "commitments_cover"),
    ("X-09", ERROR, OURS, _516 + "23(2)", "technical_assistance"),
    ("X-10", WARNING, OURS, _516 + "15(1)(a)", "minimum_shares"),
    ("X-11", WARNING, OURS, _516 + "18(3)", "basic_amounts"),
    ("X-12", WARNING, OURS, _516 + "18(3)", "solidarity_floor"),
    ("X-13", ERROR, OURS, _516 + "18", "negative_pledges"),
    ("X-14", WARNING, OURS, _516 + "17", "resettled_target"),
    ("X-15", WARNING, OURS, _FORM, "indicators"),
    ("X-16", WARNING, OURS, _FORM, "figures_in_prose"),
    ("X-17", ERROR, OURS, "Implementing Regulation (EU) No 802/2014, Article 4(2)", "four_eyes"),
    ("X-18", WARNING, OURS, _FORM + ", section 6.7.2", "direct_award"),
    ("I-04", INFO, OURS, _SFC + "rule 2.22.1", "allocation_as_printed"),
    ("I-06", ERROR, OURS, _FORM, "table_2_adds_up"),
    ("I-07", ERROR, OURS, _FORM, "table_3_adds_up"),
    ("I-08", ERROR, OURS, _FORM, "pledges_add_up"),
    ("I-13", WARNING, OURS, _FORM, "summary_shares_add_up"),
    ("F-1", INFO, OURS, _FORM, "table_3_lines"),
    ("F-6", INFO, OURS, _FORM, "amounts_in_baseline"),
    ("F-7", INFO, OURS, _FORM, "places_in_baseline"),
    ("F-8", INFO, OURS, _FORM, "zero_targets"),
    ("F-9", INFO, OURS, _FORM, "keyed_cents"),
)
RULES: Mapping[str, Rule] = {row[0]: Rule(*row) for row in _TABLE}


def says(
    rule: str,
    holds: bool,
    place: str,
    *,
    variant: str = "",
    severity: Severity | None = None,
    source: str = "",
    found: Mapping[str, object] | None = None,
    expected: Mapping[str, object] | None = None,
    parts: Iterable[tuple[str, object]] = (),
) -> Finding:
    """A finding of that rule; severity, source and whose it is come from the table unless said otherwise."""
    known = RULES[rule]
    return Finding(
        rule=rule,
        severity=severity or known.severity,
        holds=holds,
        place=place,
        source=source or known.source,
        by=known.by,
        variant=variant,
        found=dict(found or {}),
        expected=dict(expected or {}),
        parts=tuple(parts),
    )


def not_in_document(rule: str, place: str) -> Finding:
    """The document does not hold what the rule asks about: nothing to say against it."""
    return says(rule, True, place, variant="not_in_document", severity=INFO)


def failing_or(held: Finding, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that fail; where none does, the one that says so."""
    return tuple(each for each in findings if not each.holds) or (held,)
