"""Which figures of published tables are hidden, so that nobody can be recognised by a small number.

A count from 1 to 4 is hidden. Further cells are hidden until what is shown leaves the reader in doubt, and the doubt is
proved: for each small count there is a table that agrees with everything shown in which it is 1 or less, and another in
which it is 5 or more; for each other hidden cell there are two tables that differ in it. What a proof rests on is every
tie between the cells that a reader may know of: sums, and that a part is no larger than its whole.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from openamif.methods.bounds import Relation, Tables

SMALLEST_SHOWN = 5
LOWEST = 1
TRIES = 8
Proof = dict[str, int]


@dataclass(frozen=True, slots=True)
class Suppression:
    """What is hidden: the small counts themselves, and the cells that keep them from being computed."""

    small: frozenset[str]
    complementary: frozenset[str]

    @property
    def hidden(self) -> frozenset[str]:
        """Every cell that is not shown."""
        return self.small | self.complementary


def is_small(value: int) -> bool:
    """Whether a count is hidden for itself; nought may be shown."""
    return 0 < value < SMALLEST_SHOWN


def suppress(
    values: Mapping[str, int], relations: Sequence[Relation] = (), *, dear: Mapping[str, int] | None = None
) -> Suppression:
    """The cells to hide; the same tables give the same answer.

    ``values``: by cell, of whole numbers that agree with the ``relations``. ``dear``: how much a cell is worth to the
    reader; those worth least are hidden first (a total is worth more than what it is made of).
    """
    small, complementary = set[str](), set[str]()
    for cells, ties in _families(values, relations):
        work = Work({cell: values[cell] for cell in cells}, ties, dear or {})
        work.grow()
        work.shrink()
        small |= work.small
        complementary |= work.hidden - work.small
    return Suppression(frozenset(small), frozenset(complementary))


def _families(
    values: Mapping[str, int], relations: Sequence[Relation]
) -> Iterator[tuple[list[str], tuple[Relation, ...]]]:
    """The cells that are tied to one another, with their ties."""
    leads = {cell: cell for cell in values}

    def lead(cell: str) -> str:
        while leads[cell] != cell:
            leads[cell] = leads[leads[cell]]
            cell = leads[cell]
        return cell

    for each in relations:
        for cell in each.cells:
            leads[lead(cell)] = lead(each.cells[0])
    families: dict[str, list[str]] = {}
    for cell in values:
        families.setdefault(lead(cell), []).append(cell)
    ties: dict[str, list[Relation]] = {}
    for each in relations:
        ties.setdefault(lead(each.cells[0]), []).append(each)
    for first, cells in families.items():
        yield cells, tuple(ties.get(first, ()))


@dataclass
class Work:
    """One family of cells while it is decided what to hide. ``proofs``: of the doubt about each hidden cell."""

    values: Mapping[str, int]
    relations: Sequence[Relation]
    dear: Mapping[str, int]
    small: set[str] = field(init=False)
    hidden: set[str] = field(init=False)
    tables: Tables = field(init=False)
    proofs: dict[str, tuple[Proof, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tables = Tables(self.values, self.relations)
        self.small = {cell for cell, value in self.values.items() if is_small(value)}
        self.hidden = set(self.small)

    def grow(self) -> None:
        """Hide more until there is a doubt about every small count; once proved it stays, whatever else is hidden."""
        while doubtless := self._doubtless(self.hidden, self.small, self.proofs):
            self.hidden.add(self._cover(doubtless))

    def shrink(self) -> None:
        """Show again what need not be hidden, the dearest first."""
        for cell in ["", *sorted(self.hidden - self.small, key=self._worth, reverse=True)]:
            self._show(cell)

    def _show(self, cell: str) -> None:
        """Show a cell, and what the reader could then compute, if the doubts about the small counts remain."""
        fewer, proofs = set(self.hidden), dict(self.proofs)
        while cell not in self.small:
            fewer.discard(cell)
            proofs = {
                each: tables
                for each, tables in proofs.items()
                if each != cell and not any(cell in table for table in tables)
            }
            cell = self._doubtless(fewer, self.small, proofs) or self._doubtless(fewer, fewer, proofs)
            if not cell:
                self.hidden, self.proofs = fewer, proofs
                return

    def _doubtless(self, hidden: set[str], cells: set[str], proofs: dict[str, tuple[Proof, ...]]) -> str:
        """Prove the doubt about these cells where it is not proved yet; the first without one, or nothing."""
        missing = sorted(cell for cell in cells if cell not in proofs)
        if not missing:
            return ""
        known = [table for tables in proofs.values() for table in tables]
        for cell in missing:
            found = self._doubt(cell, hidden, known)
            if found is None:
                return cell
            proofs[cell] = found
            known += found
        return ""

    def _doubt(self, cell: str, hidden: set[str], known: Iterable[Proof] = ()) -> tuple[Proof, ...] | None:
        """The tables that prove the doubt about a hidden cell: of those ``known`` where they do."""
        value = self.values[cell]
        if cell in self.small:
            low = self._found(cell, min(value, LOWEST), hidden, known)
            high = self._found(cell, SMALLEST_SHOWN, hidden, known)
            return None if low is None or high is None else (low, high)
        for other in (value + 1, value - 1):
            if other >= 0 and (proof := self._found(cell, other, hidden, known)) is not None:
                return (proof,)
        return None

    def _found(self, cell: str, value: int, hidden: set[str], known: Iterable[Proof]) -> Proof | None:
        """A table in which the cell has that value, or is further from the true one."""
        change = value - self.values[cell]
        for table in known:
            if change and table.get(cell, 0) / change >= 1:
                return table
        return self.tables.reaching(cell, value, hidden)

    def _cover(self, doubtless: str) -> str:
        """What to hide next: of the cells beside it the cheapest that brings the doubt, or the cheapest."""
        beside = self._beside({doubtless}) or self._beside(self.hidden)
        nearest = sorted(beside or set(self.values) - self.hidden, key=self._promise)
        for cell in nearest[:TRIES]:
            if self._doubt(doubtless, {*self.hidden, cell}) is not None:
                return cell
        return nearest[0]

    def _beside(self, cells: Iterable[str]) -> set[str]:
        """What is shown and tied to one of these cells."""
        near = set(cells)
        tied = {cell for each in self.relations if near & set(each.cells) for cell in each.cells}
        return tied - self.hidden

    def _worth(self, cell: str) -> tuple[int, int, str]:
        """What is lost by hiding it."""
        return self.dear.get(cell, 0), self.values[cell], cell

    def _promise(self, cell: str) -> tuple[bool, tuple[int, int, str]]:
        """The order in which cells are tried: a nought can only rise, so it helps little and comes last."""
        return self.values[cell] == 0, self._worth(cell)
