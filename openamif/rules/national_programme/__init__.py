"""The rules of the national programme 2014-2020: facts in, findings out, in the order of the table of rules.

``2.15`` and ``2.22.1`` are the Commission's own; every ``X-``, ``I-`` and ``F-`` rule is ours. ``docs/rules`` has each
with a worked example.
"""

from datetime import date
from decimal import Decimal

from openamif.rules.finding import Finding
from openamif.rules.national_programme import (
    facts as facts,
)
from openamif.rules.national_programme import (
    financial_plan,
    indicators,
    prose,
    reference,
    shares,
    special_cases,
    texts,
    timetable,
    version,
)
from openamif.rules.national_programme.facts import Programme
from openamif.rules.national_programme.reference import message_agrees
from openamif.rules.national_programme.table import RULES, Rule

__all__ = ["RULES", "Rule", "check", "errors", "message_agrees"]


def check(programme: Programme, *, reference_allocation: Decimal | None = None, on: date) -> tuple[Finding, ...]:
    """Every rule's findings on a programme, in the order of ``RULES``.

    ``reference_allocation``: the basic amounts of the financial perspective, EUR; without it, the amount that the
    document's own message 2.22.1 prints. ``on``: the day whose law applies.
    """
    basic = reference_allocation if reference_allocation is not None else reference.reference_in(programme)
    return (
        *version.new_decision(programme),
        *reference.basic_allocation(programme, basic, on=on),
        *version.identity_is_lawful(programme, on=on),
        *version.authorities_are_lawful(programme, on=on),
        *texts.texts_are_lawful(programme, on=on),
        *timetable.timetable_is_lawful(programme, on=on),
        *financial_plan.plan_adds_up(programme),
        *financial_plan.tables_agree(programme),
        *special_cases.lump_sums_follow(programme, on=on),
        *financial_plan.commitments_cover(programme),
        *shares.technical_assistance_is_lawful(programme, on=on),
        *shares.minimum_shares(programme, basic, on=on),
        *reference.basic_amounts(programme, basic, on=on),
        *reference.solidarity_floor(programme, basic, on=on),
        *special_cases.negative_pledges_are_covered(programme),
        *indicators.resettled_target(programme),
        *indicators.indicators_are_complete(programme),
        *prose.prose_agrees(programme, basic, on=on),
        *version.four_eyes(programme),
        *texts.direct_award_is_justified(programme),
        *_sums_and_facts(programme),
    )


def _sums_and_facts(programme: Programme) -> tuple[Finding, ...]:
    return (
        *reference.allocation_as_printed(programme),
        *financial_plan.special_cases_add_up(programme),
        *financial_plan.commitments_add_up(programme),
        *special_cases.pledges_add_up(programme),
        *prose.summary_shares_add_up(programme),
        *financial_plan.lines_follow_plan(programme),
        *prose.amounts_in_baseline(programme),
        *prose.places_in_baseline(programme),
        *indicators.zero_targets(programme),
        *financial_plan.commitments_are_keyed(programme),
    )


def errors(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that stop a version from being validated."""
    return tuple(each for each in findings if not each.holds and each.severity == "error")
