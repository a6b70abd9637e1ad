"""Samples that anybody can draw again: a seed gives every member of a population its place, and the first are drawn.

The place of a member is the SHA-256 of ``<seed>:<key>`` (in UTF-8), read as hexadecimal: no generator whose numbers
differ between versions of a language, nothing but what an auditor finds in every spreadsheet and on every computer.
``docs/rules/checks.md`` draws a sample step by step.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping


def place_of(key: str, *, seed: int) -> str:
    """Where the seed puts a member: 64 hexadecimal digits, the lowest drawn first."""
    return hashlib.sha256(f"{seed}:{key}".encode()).hexdigest()


def in_drawing_order(keys: Iterable[str], *, seed: int) -> list[str]:
    """Each once, in the order in which they are drawn."""
    return sorted(set(keys), key=lambda key: (place_of(key, seed=seed), key))


def simple_random(keys: Iterable[str], *, size: int, seed: int) -> list[str]:
    """So many members, each as likely as any other; all of them where there are no more. The first of a larger one."""
    return in_drawing_order(keys, seed=seed)[: max(size, 0)]


def stratified(strata: Mapping[str, str], *, size: int, seed: int) -> list[str]:
    """A simple random sample of each stratum, as large as its share of the population (``allocation``).

    ``strata``: to which stratum each member belongs. The answer goes by stratum, then in the order of drawing.
    """
    members: dict[str, list[str]] = defaultdict(list)
    for key, stratum in strata.items():
        members[stratum].append(key)
    parts = allocation({name: len(keys) for name, keys in members.items()}, size=size)
    return [key for name in sorted(members) for key in simple_random(members[name], size=parts[name], seed=seed)]


def allocation(sizes: Mapping[str, int], *, size: int) -> dict[str, int]:
    """How many of each stratum are drawn: in proportion to its size, by the method of the largest remainder.

    Each stratum has the whole part of ``size × its members ÷ all members``; what is left goes, one each, to those with
    the largest remainder, and of equal remainders to the one whose name comes first. No stratum gives more than it has.
    """
    population = sum(sizes.values())
    wanted = min(max(size, 0), population)
    if population == 0:
        return dict.fromkeys(sizes, 0)
    shares = {name: divmod(wanted * members, population) for name, members in sizes.items()}
    left = wanted - sum(whole for whole, _remainder in shares.values())
    favoured = set(sorted(shares, key=lambda name: (-shares[name][1], name))[:left])
    return {name: whole + (name in favoured) for name, (whole, _remainder) in shares.items()}
