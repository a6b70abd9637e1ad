"""Where files that were sent in wait: as they came, encrypted; then as rows under pseudonyms; and how far a job is.

Outside the database, in the folder ``staged`` of the kept files. Source of the design: docs/decisions/0013.
"""

import base64
import hashlib
import hmac
import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from openamif.register.models import RegisterImport
from openamif.register.queries.keys import key_ring

PURPOSE = b"files that name persons wait under this key"
SILENCE = timedelta(hours=1) / 12
ORIGINAL, ROWS, PROGRESS = ".original", ".rows", ".progress"


class Damaged(Exception):
    """What waits is not what was put there, or is gone."""


class Person(NamedTuple):
    """A participant as a file describes her, under her codes. None: the file says nothing of it."""

    reference: str
    birth_year: int | None
    sex: str | None
    nationality_group: str | None
    standing: str | None
    is_vulnerable: bool | None
    is_unaccompanied_minor: bool | None
    number: str
    name: str
    local: str
    likeness: str


@dataclass(slots=True)
class Staged:
    """The rows of a file without a name or a number of anybody. Days as ``2020-12-31``, hours as ``1.50``.

    ``events``: columns of the same length: ``person`` (place in ``persons``), ``activity`` (its reference, or None),
    ``kind``, ``day``, ``hours``, ``value``, and ``instrument`` where any is said. ``activities``: in the order of
    ``ActivityContent``; ``outputs``: of ``OutputContent``. ``keys``: through how many the codes have passed.
    """

    persons: list[Person]
    activities: list[list[Any]]
    events: dict[str, list[Any]]
    outputs: list[list[Any]]
    keys: int

    def instruments(self) -> list[str | None]:
        """By which test each event was found; None where the file says nothing of it."""
        return self.events.get("instrument") or [None] * len(self.events["kind"])

    def packed(self) -> bytes:
        """As it is kept on disk."""
        said = [self.persons, self.activities, self.events, self.outputs, self.keys]
        return json.dumps(said, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class Progress:
    """How many rows the step that runs has, and how many are done."""

    rows: int
    rows_done: int


def folder() -> Path:
    """Only the site itself looks into it."""
    return Path(settings.MEDIA_ROOT) / "staged"


def path_of(upload: RegisterImport, ending: str) -> Path:
    """The file of this import that ends so."""
    return folder() / f"{upload.pk}{ending}"


def cipher() -> MultiFernet:
    """Made of the keys of the register, each turned into another that is of no use for codes; the latest writes."""
    keys = [hmac.digest(key, PURPOSE, "sha256") for key in reversed(key_ring())]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys])


def original_of(upload: RegisterImport) -> bytes:
    """The file as it came. Raises Damaged."""
    try:
        raw = cipher().decrypt(path_of(upload, ORIGINAL).read_bytes())
    except (OSError, InvalidToken) as gone:
        raise Damaged(upload.pk) from gone
    if hashlib.sha256(raw).hexdigest() != upload.sha256:
        raise Damaged(upload.pk)
    return raw


def staged_rows(upload: RegisterImport) -> Staged:
    """The rows that wait for a yes; ``upload.staged`` is their SHA-256.

    Raises Damaged, also where the keys were rotated since: the codes would lead to nobody who is here.
    """
    try:
        packed = path_of(upload, ROWS).read_bytes()
    except OSError as gone:
        raise Damaged(upload.pk) from gone
    if hashlib.sha256(packed).hexdigest() != upload.staged:
        raise Damaged(upload.pk)
    persons, activities, events, outputs, keys = json.loads(packed)
    if keys != len(key_ring()):
        raise Damaged(upload.pk)
    return Staged([Person(*each) for each in persons], activities, events, outputs, keys)


def is_silent(upload: RegisterImport, *, at: datetime) -> bool:
    """Whether nothing was heard of the job for longer than any of its steps takes: it stopped, or has not begun."""
    last = upload.sent_at.timestamp()
    for ending in (PROGRESS, ROWS, ORIGINAL):
        # Another process may take it away at any moment.
        with suppress(FileNotFoundError):
            last = path_of(upload, ending).stat().st_mtime
            break
    return at.timestamp() - last > SILENCE.total_seconds()


def progress_of(upload: RegisterImport) -> Progress:
    """Of the job that runs, from its own small file; once it is over, what the row says."""
    try:
        rows, done = json.loads(path_of(upload, PROGRESS).read_text())
    except (OSError, ValueError):
        return Progress(upload.rows, upload.rows_done)
    return Progress(rows, done)
