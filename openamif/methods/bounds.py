"""What a reader can infer of hidden whole numbers that are tied to shown ones by sums: exact, by linear programming.

A table with some cells hidden is a set of tables: all those of whole numbers, none below nought, that agree with what
is shown. ``Tables`` searches that set from the true table outwards, and what it finds is a proof: another table that
the reader cannot tell from the true one.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd

Number = int | Fraction
Row = dict[int, int]
"""An equation: whole multiples of the changes of these cells add up to nought."""


@dataclass(frozen=True, slots=True)
class Relation:
    """The cells of ``whole`` added up are the cells of ``parts`` added up; or no less than they, with ``at_least``."""

    whole: tuple[str, ...]
    parts: tuple[str, ...]
    at_least: bool = False

    @property
    def cells(self) -> tuple[str, ...]:
        """Every cell it ties."""
        return (*self.whole, *self.parts)


class Tables:
    """All tables that the ``relations`` allow. ``values``: the true one.

    Inside, a cell is its place, and what a whole exceeds its parts by is one more cell, which is always hidden. The
    equations are solved once: each of ``rows`` gives the change of its own cell by those of cells without a row.
    Whichever cells are hidden, the simplex method goes on from the rows as the last search left them; where that ends
    in fractions of persons, it begins once more from the ``first``.
    """

    def __init__(self, values: Mapping[str, int], relations: Sequence[Relation]) -> None:
        self.values = values
        self.places = {cell: place for place, cell in enumerate(sorted(values))}
        self.start: list[Number] = [values[cell] for cell in self.places]
        self.rows: dict[int, Row] = {}
        for each in relations:
            if not each.at_least:
                self._tie(self._row(each))
        for each in relations:
            if each.at_least:
                self._tie({**self._row(each), len(self.start): -1}, own=len(self.start))
                self.start.append(_slack(each, values))
        self.first = _copied(self.rows)

    def reaching(self, cell: str, value: int, hidden: Collection[str]) -> dict[str, int] | None:
        """Another table in which the hidden cell has that value, and what is not hidden the true one.

        Gives what differs from the true table; None where none was found.
        """
        for _once_more in (False, True):
            search = Search(self, hidden)
            if not search.reaches(self.places[cell], value):
                return None
            moved = {name: search.values[self.places[name]] - self.values[name] for name in sorted(hidden)}
            if all(each.denominator == 1 for each in moved.values()):
                return {name: int(each) for name, each in moved.items() if each}
            self.rows = _copied(self.first)
        return None

    def exchange(self, leaving: int, entering: int) -> None:
        """The row of the one cell becomes that of the other, which no other row then holds."""
        self._enter(self.rows.pop(leaving), entering)

    def _row(self, relation: Relation) -> Row:
        """By how much the whole exceeds its parts."""
        row: Row = {}
        for cells, sign in ((relation.whole, 1), (relation.parts, -1)):
            for cell in cells:
                row[self.places[cell]] = row.get(self.places[cell], 0) + sign
        return {place: times for place, times in row.items() if times}

    def _tie(self, row: Row, own: int | None = None) -> None:
        """Add an equation; one that says nothing new is left out."""
        for place in [each for each in row if each in self.rows]:
            _rid(row, place, self.rows[place])
        if row:
            self._enter(row, min(row) if own is None else own)

    def _enter(self, row: Row, own: int) -> None:
        if row[own] < 0:
            row = {place: -times for place, times in row.items()}
        for other in self.rows.values():
            if own in other:
                _rid(other, own, row)
        self.rows[own] = row


class Search:
    """The way from the true table to another: one cell is moved at a time, and with it those that have rows."""

    def __init__(self, tables: Tables, hidden: Collection[str]) -> None:
        self.tables, self.values = tables, list(tables.start)
        excesses = range(len(tables.places), len(self.values))
        self.movable = {tables.places[cell] for cell in hidden}.union(excesses)

    def reaches(self, goal: int, value: int) -> bool:
        """Move towards the value until it is reached, or until nothing brings it nearer.

        The rule of Bland, always the first cell that helps and the first that stops it, cannot go in circles.
        """
        while self.values[goal] != value:
            move = self._move(goal, 1 if value > self.values[goal] else -1)
            if move is None:
                return False
            place, sign, rate = move
            step, stop = self._room(place, sign, _divided(abs(Fraction(value) - self.values[goal]), rate))
            self._step(place, sign * step)
            if stop != place:
                self.tables.exchange(stop, place)
        return True

    def _move(self, goal: int, way: int) -> tuple[int, int, Number] | None:
        """The first cell whose rise (1) or fall (-1) moves the goal that way, and by how much a step of it does."""
        row = self.tables.rows.get(goal)
        if row is None:
            return (goal, way, 1) if way > 0 or self.values[goal] else None
        for place in sorted(row):
            if place != goal and place in self.movable:
                sign = -way if row[place] > 0 else way
                if sign > 0 or self.values[place]:
                    return place, sign, _divided(abs(row[place]), row[goal])
        return None

    def _room(self, place: int, sign: int, needed: Number) -> tuple[Number, int]:
        """How far a cell goes, and the cell that stops it: one that would fall below nought, or may not move.

        It is stopped by itself where it comes to nought, or has gone as far as is ``needed``.
        """
        stops = [(needed if sign > 0 else min(needed, self.values[place]), place)]
        for own, row in self.tables.rows.items():
            if times := row.get(place, 0):
                if own not in self.movable:
                    stops.append((0, own))
                elif times * sign > 0:
                    stops.append((_divided(self.values[own] * row[own], abs(times)), own))
        return min(stops)

    def _step(self, place: int, change: Number) -> None:
        if change:
            self.values[place] += change
            for own, row in self.tables.rows.items():
                if times := row.get(place, 0):
                    self.values[own] -= _divided(times * change, row[own])


def _copied(rows: Mapping[int, Row]) -> dict[int, Row]:
    return {own: dict(row) for own, row in rows.items()}


def _slack(relation: Relation, values: Mapping[str, int]) -> int:
    return sum(values[cell] for cell in relation.whole) - sum(values[cell] for cell in relation.parts)


def _rid(row: Row, place: int, other: Row) -> None:
    """Take a cell out of an equation with the help of another, in which it has a positive factor."""
    own, times = other[place], row[place]
    if own > 1:
        common = gcd(own, times)
        times //= common
        for each in row:
            row[each] *= own // common
    for each, value in other.items():
        if new := row.get(each, 0) - times * value:
            row[each] = new
        else:
            row.pop(each, None)
    if own > 1 and (common := gcd(*row.values())) > 1:
        for each in row:
            row[each] //= common


def _divided(value: Number, by: Number) -> Number:
    """A whole number where it is one: they are many times as quick as fractions."""
    if by == 1:
        return value
    made = Fraction(value) / by
    return made.numerator if made.denominator == 1 else made
