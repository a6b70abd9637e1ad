"""Keyed pseudonyms: what identifies a person goes in, codes that cannot be turned back come out.

A code is HMAC-SHA-256 of what identifies her, under the first key of a ring, then of that code under the next key, and
so on: whoever adds a key passes the old codes through it and needs no name. ``docs/rules/pseudonyms.md`` says what the
method misses.
"""

import hashlib
import hmac
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from openamif.methods.names import national_number, outline, words

LIKENESS_DIGITS = 32
OUTLINE = 3


class Identity(NamedTuple):
    """What a file or a form says of who somebody is: held in memory, written down nowhere.

    ``national_number``: Belgian (of the register or BIS) as typed, or of another country with its two letters first.
    """

    national_number: str = ""
    surname: str = ""
    given_names: str = ""
    born_on: date | None = None


class Codes(NamedTuple):
    """The codes of a person in hexadecimal digits, ``""`` where there is nothing to make one of.

    ``number``: of a national number with the right check digits. ``name``: of all names and the full day of birth.
    ``local``: of the beneficiary's own reference, always there. ``likeness`` (32 digits): of the outline (three sounds)
    of her first names and the year of birth, the same for many who are not the same: only to suspect doubles.
    """

    number: str = ""
    name: str = ""
    local: str = ""
    likeness: str = ""


_BLOCK = 64
_OUTER, _INNER = (bytes(each ^ pad for each in range(256)) for pad in (0x5C, 0x36))


class _Keyed:
    """HMAC-SHA-256 under one key, begun once: the key's own two blocks are not digested again for every code."""

    def __init__(self, key: bytes) -> None:
        block = (key if len(key) <= _BLOCK else hashlib.sha256(key).digest()).ljust(_BLOCK, b"\0")
        self._outer = hashlib.sha256(block.translate(_OUTER))
        self._inner = hashlib.sha256(block.translate(_INNER))

    def digest(self, said: bytes) -> str:
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(said)
        outer.update(inner.digest())
        return outer.hexdigest()


class Codebook:
    """Codes under one ring of keys; names that were met already are remembered, until the book is dropped."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        if not keys:
            raise ValueError("a ring of keys has one key at least")
        self._first, *self._later = map(_Keyed, keys)
        self._names: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def codes_of(self, identity: Identity, *, local: str) -> Codes:
        """Her codes. ``local``: organisation, grant and the reference by which the beneficiary knows her."""
        number, name, likeness = self._portable(identity)
        return Codes(number, name, self._code(f"local:{local}"), likeness)

    def _portable(self, identity: Identity) -> tuple[str, str, str]:
        number, born_on = national_number(identity.national_number), identity.born_on
        number = self._code(f"number:{number}") if number else ""
        if born_on is None:
            return number, "", ""
        (surname, heard), (given, heard_too) = self._read(identity.surname), self._read(identity.given_names)
        names, first = sorted(surname + given), sorted(heard + heard_too)
        name = self._code(f"name:{' '.join(names)}:{born_on.isoformat()}") if len(names) > 1 else ""
        if not first:
            return number, name, ""
        return number, name, self._code(f"likeness:{' '.join(first)}:{born_on.year}", LIKENESS_DIGITS)

    def _read(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words of a name, and the outline of the first, if there is one."""
        known = self._names.get(text)
        if known is None:
            read = words(text)
            known = self._names[text] = read, tuple(outline(word)[:OUTLINE] for word in read[:1])
        return known

    def _code(self, said: str, digits: int | None = None) -> str:
        code = self._first.digest(said.encode())[:digits]
        for key in self._later:
            code = key.digest(bytes.fromhex(code))[:digits]
        return code


def codes_of(identity: Identity, *, local: str, keys: Sequence[bytes]) -> Codes:
    """The codes of one person; for many, ask one ``Codebook``."""
    return Codebook(keys).codes_of(identity, local=local)


def what_is_lost(identity: Identity) -> str:
    """What of it would be dropped without a code that leads to her, ``""`` where nothing is.

    ``name_without_day``: a name, and no day of birth. ``one_name``: a day of birth with a single name.
    ``day_without_name``: a day of birth alone. With a national number that identifies her, nothing is lost.
    """
    if national_number(identity.national_number):
        return ""
    names = len(words(identity.surname)) + len(words(identity.given_names))
    if identity.born_on is None:
        return "name_without_day" if names else ""
    return ("day_without_name", "one_name", "")[min(names, 2)]


def passed_on(code: str, key: bytes) -> str:
    """The code under one more key, as long as it was."""
    return hmac.digest(key, bytes.fromhex(code), "sha256").hex()[: len(code)]
