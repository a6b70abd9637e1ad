"""Find whom codes lead to, and enter whoever nobody has met yet."""

from collections.abc import Sequence
from typing import Protocol

from django.db import connection, transaction

from openamif.register.actions.write_rows import Same, new_keys, write_columns
from openamif.register.models import Pseudonym, Subject
from openamif.register.queries.among import rows_among
from openamif.register.queries.keys import key_ring, known_codes, numbered_subjects, require_fitting_ring
from openamif.register.states import CodeKind

_ONE_AT_A_TIME = "LOCK TABLE register_pseudonym IN SHARE ROW EXCLUSIVE MODE"


class Coded(Protocol):
    """Whoever has codes, as ``Codes`` does."""

    @property
    def number(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def local(self) -> str: ...

    @property
    def likeness(self) -> str: ...


@transaction.atomic(savepoint=False)
def find_subjects(codes: Sequence[Coded]) -> list[int]:
    """The subject of each, in order; the same number of queries however many.

    A known number leads to its subject. Else a known name does, or a known local reference, unless a number is said
    and another one is known of that subject: then they are two persons. Whatever else is said leads to her from now on.
    """
    ring = key_ring()
    require_fitting_ring(ring)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(_ONE_AT_A_TIME)
    search = _Search(codes)
    found = [search.subject_of(each) for each in codes]
    keys = dict(zip(range(-1, -len(search.new) - 1, -1), new_keys(Subject, len(search.new)), strict=True))
    passed = Same(len(ring))
    write_columns(Subject, {"id": list(keys.values()), "likeness": search.new, "key_number": passed})
    # In the order of the index, which is then written once from one end to the other.
    learnt = sorted(search.learnt)
    kinds, subjects = zip(*(search.learnt[code] for code in learnt), strict=True) if learnt else ((), ())
    write_columns(
        Pseudonym,
        {
            "code": learnt,
            "kind": [str(kind) for kind in kinds],
            "key_number": passed,
            "subject": [keys.get(subject, subject) for subject in subjects],
        },
    )
    for code, subject in search.moved.items():
        Pseudonym.objects.filter(code=code).update(subject=keys.get(subject, subject))
    _fill_likenesses(search.likenesses)
    return [keys.get(subject, subject) for subject in found]


class _Search:
    """What is known of all these codes, and what is learnt on the way; subjects not entered yet are -1, -2, …

    ``new``: the likeness of each of those. ``learnt``: codes that lead somewhere from now on. ``moved``: local codes
    that lead elsewhere from now on. ``likenesses``: of known subjects whose name was not known.
    """

    def __init__(self, codes: Sequence[Coded]) -> None:
        said = known_codes({code for each in codes for code in (each.number, each.name, each.local) if code})
        self.known = {code: subject for code, (_kind, subject) in said.items()}
        self.numbered = numbered_subjects(set(self.known.values()))
        self.new: list[str] = []
        self.learnt: dict[str, tuple[CodeKind, int]] = {}
        self.moved: dict[str, int] = {}
        self.likenesses: dict[int, str] = {}

    def subject_of(self, codes: Coded) -> int:
        subject = self._known(codes)
        if subject is None:
            self.new.append(codes.likeness)
            subject = -len(self.new)
        if codes.number and codes.number not in self.known:
            self._learn(codes.number, CodeKind.NUMBER, subject)
            self.numbered.add(subject)
        if codes.name and codes.name not in self.known:
            self._learn(codes.name, CodeKind.NAME, subject)
            self._describe(subject, codes.likeness)
        self._locate(codes, subject)
        return subject

    def _known(self, codes: Coded) -> int | None:
        if codes.number in self.known:
            return self.known[codes.number]
        for code in (codes.name, codes.local):
            subject = self.known.get(code)
            if subject is not None and not (codes.number and subject in self.numbered):
                return subject
        return None

    def _learn(self, code: str, kind: CodeKind, subject: int) -> None:
        self.known[code] = subject
        self.learnt[code] = kind, subject

    def _describe(self, subject: int, likeness: str) -> None:
        if subject > 0:
            self.likenesses[subject] = likeness
        elif not self.new[-subject - 1]:
            self.new[-subject - 1] = likeness

    def _locate(self, codes: Coded, subject: int) -> None:
        """A local code is kept where nothing better is known; one that led elsewhere follows who she proves to be."""
        leads_to = self.known.get(codes.local)
        if leads_to is None:
            if not codes.number and not codes.name:
                self._learn(codes.local, CodeKind.LOCAL, subject)
        elif leads_to != subject:
            self.known[codes.local] = subject
            if codes.local in self.learnt:
                self.learnt[codes.local] = CodeKind.LOCAL, subject
            else:
                self.moved[codes.local] = subject


def _fill_likenesses(likenesses: dict[int, str]) -> None:
    """Those that are blank; who is described already stays so."""
    statement = "SELECT id FROM register_subject WHERE likeness = '' AND id "
    blank = [key for (key,) in rows_among(statement, list(likenesses))]
    Subject.objects.bulk_update([Subject(pk=key, likeness=likenesses[key]) for key in blank], ["likeness"], 100)
