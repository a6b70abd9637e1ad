"""An attacker who tries every table of whole numbers finds doubt about each figure that is hidden."""

from functools import cache
from itertools import product
from random import Random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openamif.methods.bounds import Relation, Tables
from openamif.methods.suppression import SMALLEST_SHOWN, Suppression, is_small, suppress

ROWS, COLUMNS = ("a", "b"), ("x", "y")
INNER = [f"{row}{column}" for row, column in product(ROWS, COLUMNS)]
SUMS = (
    *(Relation((f"{row}+",), tuple(f"{row}{column}" for column in COLUMNS)) for row in ROWS),
    *(Relation((f"+{column}",), tuple(f"{row}{column}" for row in ROWS)) for column in COLUMNS),
    Relation(("++",), ("a+", "b+")),
)
LARGEST = 11
SECONDS_AT_MOST = 3
DEAR = {"a+": 1, "b+": 1, "+x": 1, "+y": 1, "++": 2}


def table(inner: tuple[int, ...]) -> dict[str, int]:
    """Two rows and two columns with every total."""
    cells = dict(zip(INNER, inner, strict=True))
    for row in ROWS:
        cells[f"{row}+"] = sum(cells[f"{row}{column}"] for column in COLUMNS)
    for column in COLUMNS:
        cells[f"+{column}"] = sum(cells[f"{row}{column}"] for row in ROWS)
    return cells | {"++": cells["a+"] + cells["b+"]}


def attack(values, hidden, *, whole=None) -> dict[str, set[int]]:
    """Every value that each hidden cell has in some table which agrees with what is shown, all tables tried.

    ``whole``: a shown table of which this one is a part.
    """
    left = every_table()
    for cell, value in values.items():
        if cell not in hidden:
            left = [each for each in left if each[cell] == value]
        if whole:
            left = [each for each in left if each[cell] <= whole[cell]]
    return {cell: {each[cell] for each in left} for cell in hidden}


@cache
def every_table() -> list[dict[str, int]]:
    return [table(inner) for inner in product(range(LARGEST + 1), repeat=len(INNER))]


def doubts(values, suppression, possible) -> None:
    for cell in suppression.small:
        assert min(possible[cell]) <= 1
        assert max(possible[cell]) >= SMALLEST_SHOWN
    for cell in suppression.complementary:
        assert len(possible[cell]) > 1


counts = st.tuples(*[st.integers(0, 7)] * len(INNER))


@settings(max_examples=60)
@given(counts)
def test_who_tries_every_table_is_left_in_doubt(inner):
    values = table(inner)
    suppression = suppress(values, SUMS, dear=DEAR)
    assert suppression.small == {cell for cell, value in values.items() if is_small(value)}
    doubts(values, suppression, attack(values, suppression.hidden))


@settings(max_examples=25)
@given(st.tuples(*[st.integers(5, 9)] * len(INNER)), counts)
def test_what_is_shown_of_the_whole_does_not_give_away_a_part(whole, part):
    parent, child = table(whole), table(tuple(map(min, whole, part)))
    values = {f"parent {cell}": value for cell, value in parent.items()}
    values |= {f"child {cell}": value for cell, value in child.items()}
    ties = [
        Relation(
            tuple(f"{name} {cell}" for cell in each.whole),
            tuple(f"{name} {cell}" for cell in each.parts),
            each.at_least,
        )
        for name in ("parent", "child")
        for each in SUMS
    ] + [Relation((f"parent {cell}",), (f"child {cell}",), at_least=True) for cell in parent]
    suppression = suppress(values, ties, dear={f"parent {cell}": 3 for cell in parent})
    if any(cell.startswith("parent ") for cell in suppression.hidden):
        return
    small, complementary = (
        frozenset(cell.removeprefix("child ") for cell in cells)
        for cells in (suppression.small, suppression.complementary)
    )
    of_child = Suppression(small, complementary)
    doubts(child, of_child, attack(child, of_child.hidden, whole=parent))


@settings(max_examples=30)
@given(st.lists(st.integers(0, 400), min_size=2, max_size=12))
def test_a_row_with_its_total_hides_no_more_than_it_must(parts):
    cells = {f"part {number:02d}": value for number, value in enumerate(parts)}
    values = cells | {"total": sum(parts)}
    suppression = suppress(values, [Relation(("total",), tuple(cells))], dear={"total": 1})
    assert suppress(values, [Relation(("total",), tuple(cells))], dear={"total": 1}) == suppression
    if not suppression.small:
        assert not suppression.hidden
    for cell in suppression.complementary:
        fewer, tables = suppression.hidden - {cell}, Tables(values, [Relation(("total",), tuple(cells))])
        assert (
            any(
                tables.reaching(small, SMALLEST_SHOWN, fewer) is None or tables.reaching(small, 1, fewer) is None
                for small in suppression.small
            )
            or len(suppression.hidden) == 2
        )


def test_one_small_count_is_hidden_with_the_cheapest_neighbour_and_not_with_the_total():
    values = {"total": 219, "women": 3, "men": 16, "not known": 200}
    suppression = suppress(values, [Relation(("total",), ("women", "men", "not known"))], dear={"total": 1})
    assert suppression.small == {"women"}
    assert suppression.complementary == {"men"}


def test_nought_is_shown():
    assert suppress({"total": 12, "women": 0, "men": 12}, [Relation(("total",), ("women", "men"))]).hidden == set()


def test_what_is_tied_to_nothing_is_hidden_alone():
    assert suppress({"one": 4, "other": 5}).hidden == {"one"}


def test_two_small_counts_that_a_total_pins_need_a_third():
    values = {"total": 12, "a": 1, "b": 1, "c": 10}
    assert suppress(values, [Relation(("total",), ("a", "b", "c"))], dear={"total": 1}).hidden == {"a", "b", "c"}


def test_a_total_that_is_small_is_hidden_with_its_parts():
    values = {"total": 3, "a": 3, "b": 0}
    assert suppress(values, [Relation(("total",), ("a", "b"))]).hidden == {"total", "a"}


@pytest.mark.parametrize(("value", "small"), [(0, False), (1, True), (4, True), (5, False)])
def test_counts_from_1_to_4_are_small(value, small):
    assert is_small(value) is small


def test_a_proof_is_a_table_that_agrees_with_what_is_shown():
    values = table((2, 9, 9, 9))
    hidden = {"ax", "ay", "bx", "by"}
    proof = Tables(values, SUMS).reaching("ax", SMALLEST_SHOWN, hidden)
    assert proof is not None
    other = {cell: value + proof.get(cell, 0) for cell, value in values.items()}
    assert other == table(tuple(other[cell] for cell in INNER))
    assert other["ax"] == SMALLEST_SHOWN
    assert min(other.values()) >= 0
    assert set(proof) <= hidden


def test_no_proof_is_found_where_the_reader_can_compute_the_figure():
    values = table((2, 9, 9, 9))
    assert Tables(values, SUMS).reaching("ax", SMALLEST_SHOWN, {"ax"}) is None


@settings(max_examples=60)
@given(
    counts,
    st.lists(st.tuples(st.sets(st.sampled_from(sorted(table((0,) * len(INNER)))), min_size=1), st.integers(0, 8))),
)
def test_a_table_is_found_exactly_where_there_is_one(inner, asked):
    """The same ``Tables`` asked again and again, with other cells hidden each time."""
    values = table(inner)
    tables = Tables(values, SUMS)
    for hidden, value in asked:
        cell = min(hidden)
        proof = tables.reaching(cell, value, hidden)
        if proof is None:
            assert value not in attack(values, hidden)[cell]
        else:
            other = {each: number + proof.get(each, 0) for each, number in values.items()}
            assert other == table(tuple(other[each] for each in INNER))
            assert (other[cell], set(proof) <= hidden, min(other.values()) >= 0) == (value, True, True)


AGES, SEXES = ("child", "adult", "old", "age?"), ("woman", "man", "other", "sex?")


def family(parent: list[int], shares: list[list[int]], regions: list[int]) -> tuple[dict[str, int], list[Relation]]:
    """Persons by age and sex with every sum, parts of them by the same, and regions that come to no less."""
    cells = list(product(AGES, SEXES))
    values: dict[str, int] = {}
    ties: list[Relation] = []
    parts = [[min(whole, share) for whole, share in zip(parent, every, strict=True)] for every in shares]
    for code, numbers in (("P", parent), *((f"C{place}", part) for place, part in enumerate(parts))):
        counted = dict(zip(cells, numbers, strict=True))
        for age, sex in product((*AGES, "all"), (*SEXES, "all")):
            values[f"{code}|{age}|{sex}"] = sum(
                number for (a, s), number in counted.items() if age in (a, "all") and sex in (s, "all")
            )
            if code != "P":
                ties.append(Relation((f"P|{age}|{sex}",), (f"{code}|{age}|{sex}",), at_least=True))
        ties += [
            Relation((f"{code}|{age}|all",), tuple(f"{code}|{age}|{sex}" for sex in SEXES)) for age in (*AGES, "all")
        ]
        ties += [
            Relation((f"{code}|all|{sex}",), tuple(f"{code}|{age}|{sex}" for age in AGES)) for sex in (*SEXES, "all")
        ]
    names = tuple(f"P|region {place}" for place, _number in enumerate(regions))
    rest = max(0, sum(parent) - sum(regions))
    values |= {**dict(zip(names, regions, strict=True)), "P|elsewhere": rest}
    ties.append(Relation((*names, "P|elsewhere"), ("P|all|all",), at_least=sum(regions) + rest != sum(parent)))
    return values, ties


sixteen = st.lists(st.integers(0, 9), min_size=16, max_size=16)


@settings(max_examples=15)
@given(sixteen, st.lists(sixteen, max_size=2), st.lists(st.integers(0, 12), min_size=1, max_size=6))
def test_every_hidden_figure_of_a_family_of_tables_is_in_doubt(parent, shares, regions):
    """With a hundred cells nobody can try every table: each doubt is shown by tables that are looked at here."""
    values, ties = family(parent, shares, regions)
    suppression = suppress(values, ties, dear={cell: cell.count("all") for cell in values})
    tables = Tables(values, ties)
    for cell in suppression.hidden:
        asked = {0, 1, SMALLEST_SHOWN, values[cell] - 1, values[cell] + 1} - {-1}
        told = [tables.reaching(cell, number, suppression.hidden) for number in sorted(asked)]
        others = [{each: number + proof.get(each, 0) for each, number in values.items()} for proof in told if proof]
        assert others
        for other in others:
            assert min(other.values()) >= 0
            assert all(other[each] == number for each, number in values.items() if each not in suppression.hidden)
            assert all(is_kept(each, other) for each in ties)
        if cell in suppression.small:
            possible = {values[cell], *(other[cell] for other in others)}
            assert min(possible) <= 1
            assert max(possible) >= SMALLEST_SHOWN


def is_kept(tie: Relation, values: dict[str, int]) -> bool:
    whole, parts = (sum(values[cell] for cell in cells) for cells in (tie.whole, tie.parts))
    return whole >= parts if tie.at_least else whole == parts


def test_a_programme_of_two_hundred_tied_cells_does_not_keep_anybody_waiting():
    chance = Random(1)
    drawn = [[chance.randint(0, 6) for _cell in range(16)] for _table in range(5)]
    values, ties = family(drawn[0], drawn[1:], [chance.randint(0, 9) for _region in range(11)])
    begun = process_time()
    suppression = suppress(values, ties)
    assert process_time() - begun < SECONDS_AT_MOST
    assert len(values) > 130
    assert len(suppression.small) > 50
