"""Whoever is named in a file in a way that identifies nobody: the name is dropped, and she may count twice."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from openamif.grants.models import Grant
from openamif.methods.pseudonyms import Identity, what_is_lost
from openamif.register.models import Participant, Pseudonym
from openamif.register.queries.entries import IDENTITY, SHEET, Entries
from openamif.register.queries.staging import Staged
from openamif.register.states import CodeKind
from openamif.workbooks import Reading

NAMES = ("surname", "given_names")


def warn_of_unidentified(reading: Reading, entries: Entries, staged: Staged, grant: Grant) -> None:
    """Each once, in the first row where she is named or her day of birth stands; codes as ``what_is_lost`` has them.

    A name with the year of birth alone is ``name_with_year``. Not whom the register knows already by a number or a
    name, nor of whose identity an error is told: what follows from that is not told again. So nobody is where there
    are more errors than were kept.
    """
    lost = {} if reading.count > len(reading.errors) else dict(_lost(entries, staged))
    if not lost:
        return
    for reference in _known(grant) | _faulty(reading):
        lost.pop(reference, None)
    table = reading.tables[SHEET]
    columns = map(table.column, ("local_reference", *NAMES, "born_on"))
    for number, reference, *names, born in zip(table.numbers, *columns, strict=True):
        if reference in lost and (any(names) or isinstance(born, date)):
            code = lost.pop(reference)
            reading.warn(SHEET, number, _place(reading, code, entries.persons[reference]), code)


def _lost(entries: Entries, staged: Staged) -> Iterator[tuple[str, str]]:
    """Local reference and code of those who are named and of whom no code was made."""
    for person, said in zip(staged.persons, entries.persons.values(), strict=True):
        if person.number or person.name:
            continue
        number, surname, given, born = said[: len(IDENTITY)]
        day = born if isinstance(born, date) else None
        code = what_is_lost(Identity(number or "", surname or "", given or "", day))
        if code:
            yield person.reference, "name_with_year" if code == "name_without_day" and born else code


def _known(grant: Grant) -> set[str]:
    """Local references of those in the register of whom more than that is known."""
    better = Pseudonym.objects.filter(subject=OuterRef("subject")).exclude(kind=CodeKind.LOCAL)
    known = Participant.objects.filter(Exists(better), grant=grant).order_by()
    return set(known.values_list("local_reference", flat=True))


def _faulty(reading: Reading) -> set[Any]:
    rows = {each.row for each in reading.errors if each.key in IDENTITY}
    table = reading.tables[SHEET]
    pairs = zip(table.numbers, table.column("local_reference"), strict=True) if rows else ()
    return {reference for number, reference in pairs if number in rows}


def _place(reading: Reading, code: str, said: tuple[Any, ...]) -> str:
    """The column that is to be filled in; where the file has none, one that it has."""
    wanted = "born_on"
    if code == "one_name":
        wanted = "given_names" if said[IDENTITY.index("surname")] else "surname"
    there = [key for key in (wanted, *NAMES) if (SHEET, key) in reading.letters]
    return next(iter(there), wanted)
