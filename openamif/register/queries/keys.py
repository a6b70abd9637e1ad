"""The ring of keys of this installation, and the subjects that codes lead to."""

from collections.abc import Collection
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from openamif.grants.models import Grant
from openamif.register.models import Pseudonym
from openamif.register.queries.among import rows_among

STRENGTH, BITS = 256, 8
_KNOWN = "SELECT code, kind, subject_id FROM register_pseudonym WHERE code "
_NUMBERED = "SELECT DISTINCT subject_id FROM register_pseudonym WHERE kind = 'number' AND subject_id "


class RingUnfit(Exception):
    """Codes in the database have passed through fewer or more keys than the ring has: ``rotate-key`` is unfinished."""


def key_ring() -> tuple[bytes, ...]:
    """The keys in the order in which a code passes through them, from the setting ``REGISTER_KEYS``."""
    return _ring(settings.REGISTER_KEYS)


@lru_cache(maxsize=1)
def _ring(written: str) -> tuple[bytes, ...]:
    ring = tuple(bytes.fromhex(each) for each in written.replace(",", " ").split())
    if not ring or min(map(len, ring)) * BITS < STRENGTH:
        raise ImproperlyConfigured(f"REGISTER_KEYS needs keys of {STRENGTH} bits, in hexadecimal digits")
    return ring


def require_fitting_ring(ring: tuple[bytes, ...]) -> None:
    """Raise RingUnfit unless every code has passed through all keys of the ring and no other; two queries."""
    rows, number = Pseudonym.objects.order_by("pk"), len(ring)
    if rows.filter(key_number__lt=number).exists() or rows.filter(key_number__gt=number).exists():
        raise RingUnfit(number)


def local_key(grant: Grant, local_reference: str) -> str:
    """What the code of a local reference is made of: it says nothing outside its beneficiary and grant."""
    return f"{grant.beneficiary_id}:{grant.pk}:{local_reference}"


def known_codes(codes: Collection[str]) -> dict[str, tuple[str, int]]:
    """Those of these codes that lead to somebody: kind of the code and key of the subject; one query."""
    return {code: (kind, subject) for code, kind, subject in rows_among(_KNOWN, sorted(codes))}


def numbered_subjects(subjects: Collection[int]) -> set[int]:
    """Those of these subjects that a national number leads to; one query."""
    return {subject for (subject,) in rows_among(_NUMBERED, sorted(subjects))}
