"""Tables 1, 2 and 3 add up, agree with one another, and cover one another (X-05, X-06, X-08, I-06, I-07, F-1, F-9)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from openamif.rules.finding import Finding
from openamif.rules.national_programme import plan as of
from openamif.rules.national_programme.facts import Programme, Yearly
from openamif.rules.national_programme.table import failing_or, says

TABLE_1, TABLE_2, TABLE_3 = "financial_plan", "special_cases", "annual_commitments"


def plan_adds_up(programme: Programme) -> tuple[Finding, ...]:
    """X-05: subtotals, totals of objectives and the grand total of Table 1 are the sums of their rows."""
    plan = programme.financial_plan
    return (*_objective_sums(plan), _grand_total(plan), *_amounts_are_lawful(programme))


def _objective_sums(plan: of.Plan) -> Iterator[Finding]:
    for objective in of.specific_objectives(plan):
        keyed = {kind: of.rows(plan, objective, kind) for kind in ("NO", "SA")}
        for kind, rows in keyed.items():
            head = f"{objective}.{kind}"
            if rows or head in plan:
                yield _sum(plan, head, [(key, plan[key]) for key in rows])
        if any(keyed.values()):
            every = [(key, plan[key]) for rows in keyed.values() for key in rows]
            yield _sum(plan, objective, every)


def _grand_total(plan: of.Plan) -> Finding:
    keys = [*of.specific_objectives(plan), "TA", "SPECIAL"]
    return _sum(plan, "TOTAL", [(key, plan.get(key)) for key in keys])


def _sum(plan: of.Plan, key: str, terms: list[tuple[str, Decimal | None]]) -> Finding:
    filled = [(name, amount) for name, amount in terms if amount]
    right = of.added(amount for _, amount in filled)
    total = plan.get(key) or Decimal(0)
    return says(
        "X-05",
        total == right,
        f"{TABLE_1}.{key}",
        variant="sum",
        found={"total": total, "row": key},
        expected={"total": right},
        parts=filled,
    )


def _amounts_are_lawful(programme: Programme) -> tuple[Finding, ...]:
    plan, granted = programme.financial_plan, programme.granted_specific_actions
    negative = (
        says("X-05", False, f"{TABLE_1}.{key}", variant="negative", found={"amount": amount, "row": key})
        for key, amount in plan.items()
        if amount is not None and amount < 0
    )
    not_granted = (
        says("X-05", False, f"{TABLE_1}.{key}", variant="not_granted", found={"amount": plan[key], "row": key})
        for objective in of.specific_objectives(plan)
        for key in of.rows(plan, objective, "SA")
        if granted is not None and plan[key] and key not in granted
    )
    return failing_or(says("X-05", True, TABLE_1, variant="lawful"), [*negative, *not_granted])


def tables_agree(programme: Programme) -> tuple[Finding, ...]:
    """X-06: the special cases of Table 1 are the total of Table 2; its grand total is the total of Table 3."""
    plan = programme.financial_plan
    pairs = (
        ("special_cases", "SPECIAL", _total(programme.special_cases)),
        ("commitments", "TOTAL", _total(programme.commitments)),
    )
    return tuple(
        says(
            "X-06",
            (plan.get(key) or Decimal(0)) == other,
            f"{TABLE_1}.{key}",
            variant=variant,
            found={"total": plan.get(key) or Decimal(0)},
            expected={"total": other},
        )
        for variant, key, other in pairs
    )


def _total(table: Mapping[str, Yearly]) -> Decimal:
    return (table["total"].total if "total" in table else None) or Decimal(0)


def special_cases_add_up(programme: Programme) -> tuple[Finding, ...]:
    """I-06: every row and every column of Table 2 adds up."""
    return _table_adds_up("I-06", TABLE_2, programme.special_cases)


def commitments_add_up(programme: Programme) -> tuple[Finding, ...]:
    """I-07: every row and every column of Table 3 adds up."""
    return _table_adds_up("I-07", TABLE_3, programme.commitments)


def _table_adds_up(rule: str, place: str, table: Mapping[str, Yearly]) -> tuple[Finding, ...]:
    total = table.get("total", Yearly((), None))
    rows = [row for key, row in table.items() if key != "total"]
    checks = [
        _compared(rule, f"{place}.{key}", "row", row.total, of.added(row.by_year), {"row": key})
        for key, row in table.items()
    ]
    for number, year in enumerate(of.years()[: len(total.by_year)]):
        column = of.added(row.by_year[number] for row in rows)
        checks.append(_compared(rule, f"{place}.total", "column", total.by_year[number], column, {"year": year}))
    grand = of.added(row.total for row in rows)
    checks.append(_compared(rule, f"{place}.total", "grand_total", total.total, grand, {}))
    held = says(rule, True, place, variant="adds_up", found={"total": total.total or Decimal(0), "sums": len(checks)})
    return failing_or(held, checks)


def _compared(
    rule: str, place: str, variant: str, printed: Decimal | None, right: Decimal, named: Mapping[str, object]
) -> Finding:
    total = printed or Decimal(0)
    found = {"total": total, **named}
    return says(rule, total == right, place, variant=variant, found=found, expected={"total": right})


def commitments_cover(programme: Programme) -> tuple[Finding, ...]:
    """X-08: each year commits at least its special cases, and what is left over the years is the rest of Table 1."""
    special, every = programme.special_cases.get("total"), programme.commitments.get("total")
    if special is None or every is None:
        return ()
    years = [
        says(
            "X-08",
            (committed or Decimal(0)) >= (needed or Decimal(0)),
            f"{TABLE_3}.total",
            variant="year",
            found={"amount": committed or Decimal(0), "year": year},
            expected={"amount": needed or Decimal(0)},
        )
        for year, committed, needed in zip(of.years(), every.by_year, special.by_year, strict=False)
    ]
    held = says("X-08", True, f"{TABLE_3}.total", variant="years", found={"years": len(years)})
    return (*failing_or(held, years), _rest(programme, of.added(every.by_year) - of.added(special.by_year)))


def _rest(programme: Programme, rest: Decimal) -> Finding:
    plan = programme.financial_plan
    parts = (
        ("national_objectives", of.national_total(plan)),
        ("specific_actions", of.specific_total(plan)),
        ("technical_assistance", of.technical_assistance(plan)),
    )
    right = of.added(amount for _, amount in parts)
    return says(
        "X-08", rest == right, TABLE_3, variant="rest", found={"rest": rest}, expected={"rest": right}, parts=parts
    )


def lines_follow_plan(programme: Programme) -> tuple[Finding, ...]:
    """F-1: the lines of Table 3 set beside what Table 1 holds for them; they are commitments by year, not its split."""
    plan, lines = programme.financial_plan, programme.commitments
    if "asylum_solidarity" not in lines or "integration_return" not in lines:
        return ()
    amount = {key: plan.get(key) or Decimal(0) for key in ("SO1", "SO2", "SO3", "SPECIAL")}
    beside = {
        "asylum_solidarity": amount["SO1"] + amount["SPECIAL"],
        "integration_return": amount["SO2"] + amount["SO3"],
    }
    return tuple(
        says(
            "F-1",
            (lines[line].total or Decimal(0)) == planned,
            f"{TABLE_3}.{line}",
            variant="line",
            found={"total": lines[line].total or Decimal(0), "line": line},
            expected={"total": planned},
            parts=(("difference", (lines[line].total or Decimal(0)) - planned),),
        )
        for line, planned in beside.items()
    )


def commitments_are_keyed(programme: Programme) -> tuple[Finding, ...]:
    """F-9: years of Table 3 that are not whole euros; Tables 1 and 2 do not give them: only sums are checked."""
    total = programme.commitments.get("total", Yearly((), None))
    odd = [
        year
        for number, year in enumerate(of.years())
        if any(_has_cents(row.by_year[number]) for row in programme.commitments.values() if number < len(row.by_year))
    ]
    found = {"years": ", ".join(odd), "total": total.total or Decimal(0)}
    return (says("F-9", True, TABLE_3, variant="cents" if odd else "whole_euros", found=found),)


def _has_cents(amount: Decimal | None) -> bool:
    return amount is not None and amount != amount.to_integral_value()
