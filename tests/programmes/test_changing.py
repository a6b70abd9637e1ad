"""A document with one thing changed: nothing else changes but the sums."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openamif.programmes.models import IndicatorTarget, Pledge, TimetableRow
from openamif.programmes.models.changing import (
    resummed,
    with_action,
    with_amounts,
    with_new_action,
    with_pledges,
    with_rows,
    with_section,
    without_action,
)
from openamif.programmes.models.document import places_of, rows_of, sections_of
from openamif.rules.national_programme.changes import changes
from openamif.sfc import programme_2014 as sfc
from tests.factories.programmes import SMALL
from tests.programmes.full import FULL
from tests.sfc.programmes import programmes

quickly = settings(max_examples=15, suppress_health_check=list(HealthCheck))
NONE = Decimal("0.00")


def changed_places(before: sfc.Programme, after: sfc.Programme) -> list[str]:
    return [change.place for change in changes(places_of(before), places_of(after))]


def total(amounts) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), NONE)


# Texts and actions.


@pytest.mark.parametrize("key", sections_of(FULL))
def test_with_section_changes_that_text_alone(key):
    changed = with_section(FULL, key, ["Once.", "Twice."])
    assert changed_places(FULL, changed) == [key]
    assert sections_of(changed)[key] == ("Once.", "Twice.")
    assert with_section(changed, key, sections_of(FULL)[key]) == FULL


@pytest.mark.parametrize("key", sections_of(FULL))
def test_with_section_may_leave_a_text_empty(key):
    assert sections_of(with_section(FULL, key, [])) == {**sections_of(FULL), key: ()}


@pytest.mark.parametrize("key", ["", "objectives.SO9.strategy", "partnership.9", "validation"])
def test_with_section_knows_no_other_place(key):
    with pytest.raises(KeyError):
        with_section(FULL, key, ["Once."])


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_with_action_changes_that_action_alone(number):
    values = {
        "title": "Otherwise",
        "qualifier": "VL",
        "description": "Once.\nTwice.",
        "examples": "",
        "desired_results": "So.",
    }
    changed = with_action(FULL, number, values)
    assert set(changed_places(FULL, changed)) == {f"actions.{number}.{name}" for name in values}
    (action,) = (
        each
        for objective in changed.objectives
        for national in objective.national_objectives
        for each in national.actions
        if each.number == number
    )
    assert action == sfc.Action(number, "Otherwise", ("Once.", "Twice."), (), ("So.",), "VL")


def test_with_action_knows_no_other_number():
    with pytest.raises(KeyError):
        with_action(FULL, 6, {"title": "Otherwise"})


def numbered(document: sfc.Programme) -> list[tuple[str, int, str]]:
    """Every action with its objective and number, in the order of the form."""
    return [
        (national.code, action.number, action.title)
        for objective in document.objectives
        for national in objective.national_objectives
        for action in national.actions
    ]


TITLES = [(code, title) for code, _number, title in numbered(SMALL)]


def test_with_new_action_is_the_last_of_its_objective_and_numbers_run_on():
    changed = with_new_action(SMALL, "SO1.NO2", {"title": "Interpret", "examples": "Once.\nTwice."})
    expected = [*TITLES[:2], ("SO1.NO2", "Interpret"), *TITLES[2:]]
    assert numbered(changed) == [(code, number, title) for number, (code, title) in enumerate(expected, start=1)]
    assert changed.objectives[0].national_objectives[1].actions[1] == sfc.Action(
        3, "Interpret", (), ("Once.", "Twice.")
    )
    assert without_action(changed, 3) == SMALL


@pytest.mark.parametrize("number", [1, 3, 5])
def test_without_action_numbers_run_on(number):
    expected = TITLES[: number - 1] + TITLES[number:]
    changed = without_action(SMALL, number)
    assert numbered(changed) == [(code, place, title) for place, (code, title) in enumerate(expected, start=1)]
    assert replace(changed, objectives=SMALL.objectives) == SMALL


def test_without_action_of_no_number_is_the_same_document():
    assert without_action(SMALL, 6) == SMALL


# Rows.


def test_with_rows_puts_new_rows_in_the_place_of_a_kind():
    rows = [
        TimetableRow(objective="SO2.NO2", number=2, name="Later", planning=2019),
        TimetableRow(objective="SO2.NO2", number=1, name="First", planning=2018),
    ]
    changed = with_rows(FULL, TimetableRow, rows)
    assert changed == replace(
        FULL,
        timetable=(
            sfc.TimetableRow("SO2.NO2", 2, "Later", 2019, None, None),
            sfc.TimetableRow("SO2.NO2", 1, "First", 2018, None, None),
        ),
    )


def test_with_rows_may_leave_none():
    assert with_rows(FULL, IndicatorTarget, []) == replace(FULL, indicators=())


@quickly
@given(programmes, st.sampled_from(list(rows_of(FULL))))
def test_with_rows_of_its_own_is_the_same_document(document, model):
    assert with_rows(document, model, rows_of(document)[model]) == document


def test_with_pledges_changes_one_table_and_its_sums_follow():
    pledged = [
        Pledge(table="resettlement", kind="syrians_region", first_period=1, second_period=None, third_period=3),
        Pledge(table="resettlement", kind="north_africa", first_period=10, second_period=20, third_period=None),
    ]
    changed = with_pledges(FULL, "resettlement", pledged)
    sums = (11, 20, 3)
    assert changed == replace(
        FULL,
        resettlement=(
            sfc.ResettlementPledge("syrians_region", (1, None, 3)),
            sfc.ResettlementPledge("north_africa", (10, 20, None)),
        ),
        resettlement_totals=sfc.ResettlementTotals(sums, sums),
    )


def test_with_pledges_of_another_table_leaves_the_sums_of_resettlement():
    moved = Pledge(table="transfer", kind="transfer", from_country="MT", to_country="", second_period=5)
    assert with_pledges(FULL, "transfer", [moved]) == replace(
        FULL, transfers=(sfc.TransferPledge("transfer", "MT", None, (None, 5, None)),)
    )
    assert with_pledges(FULL, "turkey", []) == replace(FULL, turkey=())


# Amounts.


def check_sums(document: sfc.Programme) -> None:
    """Every sum of the three tables is the sum of what stands above it."""
    for table in (document.special_cases, document.annual_commitments):
        lines = [row for line, row in table.items() if line != "total"]
        for row in table.values():
            assert row.total == total(row.by_year)
        for year, amount in enumerate(table["total"].by_year):
            assert amount == total(row.by_year[year] for row in lines)
    plan = document.financial_plan
    for objective in ("SO1", "SO2", "SO3"):
        for level in ("NO", "SA"):
            below = [line for line in plan if line.startswith(f"{objective}.{level}") and line[-1].isdigit()]
            assert plan[f"{objective}.{level}"] == total(plan[line] for line in below)
        assert plan[objective] == plan[f"{objective}.NO"] + plan[f"{objective}.SA"]
    assert plan["SPECIAL"] == document.special_cases["total"].total
    assert plan["TOTAL"] == total(plan[line] for line in ("SO1", "SO2", "SO3", "SO4", "TA", "SPECIAL"))


SUMS = {"TOTAL", "SPECIAL"} | {
    f"{objective}{level}" for objective in ("SO1", "SO2", "SO3") for level in ("", ".NO", ".SA")
}


@quickly
@given(programmes)
def test_resummed_adds_up_and_touches_no_entered_amount(document):
    summed = resummed(document)
    check_sums(summed)
    assert resummed(summed) == summed
    assert list(summed.financial_plan) == list(document.financial_plan)
    for line, amount in document.financial_plan.items():
        assert line in SUMS or summed.financial_plan[line] == amount
    for name in ("special_cases", "annual_commitments"):
        before, after = getattr(document, name), getattr(summed, name)
        assert list(before) == list(after)
        assert all(after[line].by_year == row.by_year for line, row in before.items() if line != "total")
    untouched = {"financial_plan": {}, "special_cases": {}, "annual_commitments": {}}
    assert replace(summed, **untouched) == replace(document, **untouched)


def test_resummed_leaves_a_document_that_adds_up():
    assert resummed(SMALL) == SMALL


def test_resummed_leaves_the_exported_programme(seed_text):
    from openamif.sfc.reader_2014 import read

    programme = read(seed_text).programme
    assert changed_places(programme, resummed(programme)) == []


def test_resummed_asks_for_no_row_that_is_not_there():
    bare = replace(SMALL, financial_plan={"SO1.NO1": Decimal("1.00")}, special_cases={}, annual_commitments={})
    assert resummed(bare) == bare


def test_with_amounts_of_the_plan_brings_its_sums_along():
    changed = with_amounts(SMALL, "plan", {("SO1.NO1", None): Decimal("2600000.00"), ("TA", None): None})
    check_sums(changed)
    assert set(changed_places(SMALL, changed)) == {
        f"financial_plan.{line}" for line in ("SO1.NO1", "SO1.NO", "SO1", "TA", "TOTAL")
    }
    assert changed.financial_plan["TOTAL"] == Decimal("8860000.00")


def test_with_amounts_of_special_cases_reaches_the_plan():
    changed = with_amounts(SMALL, "special", {("resettlement", 2020): Decimal("-33334.00")})
    check_sums(changed)
    assert set(changed_places(SMALL, changed)) == {
        "special_cases.resettlement.2020",
        "special_cases.resettlement.total",
        "special_cases.total.2020",
        "special_cases.total.total",
        "financial_plan.SPECIAL",
        "financial_plan.TOTAL",
    }
    assert changed.financial_plan["SPECIAL"] == Decimal("560000.00")


def test_with_amounts_of_commitments_stays_in_its_table():
    changed = with_amounts(SMALL, "annual", {("integration_return", 2014): None})
    check_sums(changed)
    assert {place.partition(".")[0] for place in changed_places(SMALL, changed)} == {"annual_commitments"}


@pytest.mark.parametrize(
    ("table", "cell"),
    [("plan", ("SO9.NO1", None)), ("plan", ("TOTAL", None)), ("special", ("total", 2014)), ("annual", ("total", None))],
)
def test_with_amounts_enters_no_sum_and_no_unknown_line(table, cell):
    assert with_amounts(SMALL, table, {cell: Decimal("1.00")}) == SMALL


def test_with_section_puts_a_missing_objective_in_its_order():
    lacking = without(FULL, "SO1.NO2")
    assert "objectives.SO1.NO2.introduction" not in sections_of(lacking)
    changed = with_section(lacking, "objectives.SO1.NO2.introduction", ["Once."])
    codes = [each.code for each in changed.objectives[0].national_objectives]
    assert codes == sorted(codes)
    assert sections_of(changed)["objectives.SO1.NO2.introduction"] == ("Once.",)


def without(document, code):
    kept = [
        replace(each, national_objectives=tuple(one for one in each.national_objectives if one.code != code))
        for each in document.objectives
    ]
    return replace(document, objectives=tuple(kept))
