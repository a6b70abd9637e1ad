"""What identifies the persons of a file becomes codes here, and goes no further."""

from typing import Any

from openamif.grants.models import Grant
from openamif.methods.pseudonyms import Codebook, Codes, Identity
from openamif.register.queries.entries import DESCRIPTION, IDENTITY, SHEET, Entries
from openamif.register.queries.keys import key_ring, local_key
from openamif.register.queries.staging import Person, Staged
from openamif.workbooks import Table

FLAGS = {"yes": True, "no": False}


class Coding:
    """The codes of one file, made while its rows come in: a process beside parses the next ones meanwhile.

    A person is coded where she first stands, and anew at the end if another row said more of who she is.
    """

    def __init__(self, grant: Grant) -> None:
        self.grant, self.book = grant, Codebook(key_ring())
        self.made: dict[str, tuple[tuple[Any, ...], Codes]] = {}
        self.rows = 0

    def take(self, sheet: str, table: Table) -> None:
        """What was read of a sheet since it was taken last."""
        if sheet != SHEET:
            return
        said = zip(*(table.column(key, self.rows) for key in IDENTITY), strict=True)
        for reference, who in zip(table.column("local_reference", self.rows), said, strict=True):
            if reference is not None and reference not in self.made:
                self.made[reference] = who, self._codes_of(reference, who)
        self.rows = len(table)

    def staged(self, entries: Entries) -> Staged:
        """The rows of the file without a name or a number of anybody."""
        places: dict[str, int] = {}
        persons: list[Person] = []
        for reference, said in entries.persons.items():
            who, (sex, group, standing, vulnerable, minor) = said[: len(IDENTITY)], said[-len(DESCRIPTION) :]
            before, codes = self.made.get(reference, ((), Codes()))
            if before != who:
                codes = self._codes_of(reference, who)
            born = who[-1]
            year = born if born is None or isinstance(born, int) else born.year
            places[reference] = len(persons)
            flags = FLAGS.get(vulnerable), FLAGS.get(minor)
            persons.append(Person(reference, year, sex, group, standing, *flags, *codes))
        events = {**entries.events, "person": [places[reference] for reference in entries.events["person"]]}
        return Staged(persons, entries.activities, events, entries.outputs, len(key_ring()))

    def _codes_of(self, reference: str, who: tuple[Any, ...]) -> Codes:
        number, surname, given, born = who
        identity = Identity(number or "", surname or "", given or "", None if isinstance(born, int) else born)
        return self.book.codes_of(identity, local=local_key(self.grant, reference))
