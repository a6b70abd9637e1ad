"""A sample depends on the population, the seed and the method, and on nothing else."""

import hashlib
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from openamif.methods.sampling import allocation, in_drawing_order, place_of, simple_random, stratified

KEYS = st.sets(st.integers(1, 10_000).map(str), max_size=60)
STRATA = st.dictionaries(st.integers(1, 10_000).map(str), st.sampled_from(["", "A", "B", "C", "D"]), max_size=80)
SEEDS = st.integers(0, 2**63 - 1)
SIZES = st.integers(0, 100)
NUMBERS = [str(number) for number in range(1, 11)]


def test_the_worked_example_of_the_documentation():
    assert place_of("7", seed=2026) == hashlib.sha256(b"2026:7").hexdigest()
    assert in_drawing_order(NUMBERS, seed=2026) == ["9", "1", "6", "4", "3", "10", "2", "7", "8", "5"]
    assert simple_random(NUMBERS, size=3, seed=2026) == ["9", "1", "6"]


def test_the_worked_allocation_of_the_documentation():
    assert allocation({"FR-A1": 50, "FR-A2": 30, "CIVIC": 15, "JOB": 5}, size=12) == {
        "FR-A1": 6,
        "FR-A2": 4,
        "CIVIC": 2,
        "JOB": 0,
    }


def test_of_equal_remainders_the_first_name_is_favoured():
    assert allocation({"b": 1, "a": 1}, size=1) == {"b": 0, "a": 1}


def test_nobody_is_drawn_from_nothing():
    assert simple_random([], size=5, seed=1) == []
    assert stratified({}, size=5, seed=1) == []
    assert allocation({"a": 0}, size=5) == {"a": 0}
    assert simple_random(["1"], size=-1, seed=1) == []


@given(keys=KEYS, size=SIZES, seed=SEEDS)
def test_a_sample_is_part_of_its_population_and_draws_each_once(keys, size, seed):
    drawn = simple_random(keys, size=size, seed=seed)
    assert len(drawn) == min(size, len(keys)) == len(set(drawn))
    assert set(drawn) <= keys


@given(keys=st.lists(st.integers(1, 10_000).map(str), max_size=60), size=SIZES, seed=SEEDS)
def test_the_order_in_which_the_population_comes_does_not_matter(keys, size, seed):
    assert simple_random(keys, size=size, seed=seed) == simple_random(reversed(keys), size=size, seed=seed)


@given(keys=KEYS, size=SIZES, seed=SEEDS)
def test_a_larger_sample_begins_with_the_smaller_one(keys, size, seed):
    assert simple_random(keys, size=size + 1, seed=seed)[:size] == simple_random(keys, size=size, seed=seed)


@given(strata=STRATA, size=SIZES, seed=SEEDS)
def test_a_stratified_sample_has_the_size_asked_for(strata, size, seed):
    drawn = stratified(strata, size=size, seed=seed)
    assert len(drawn) == min(size, len(strata)) == len(set(drawn))
    assert set(drawn) <= strata.keys()


@given(strata=STRATA, size=SIZES, seed=SEEDS)
def test_each_stratum_gives_its_share_and_no_more_than_it_has(strata, size, seed):
    members = Counter(strata.values())
    drawn = Counter(strata[key] for key in stratified(strata, size=size, seed=seed))
    for name, count in members.items():
        share = min(size, len(strata)) * count
        assert share // len(strata) <= drawn[name] <= -(-share // len(strata)) <= count


@given(keys=KEYS, size=SIZES, seed=SEEDS)
def test_with_one_stratum_it_is_a_simple_random_sample(keys, size, seed):
    strata = dict.fromkeys(keys, "A")
    assert stratified(strata, size=size, seed=seed) == simple_random(keys, size=size, seed=seed)


def test_every_member_is_drawn_about_as_often():
    """3 of 10, 2 000 seeds: each about 600 times; the bounds are five standard deviations."""
    counted = Counter(key for seed in range(2000) for key in simple_random(NUMBERS, size=3, seed=seed))
    assert all(500 < counted[key] < 700 for key in NUMBERS)
