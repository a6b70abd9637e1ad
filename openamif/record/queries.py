"""Reading the trail: its digests, its breaks, the events of one record."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet

from openamif.people.models import Person
from openamif.record.models import Document, Trail, TrailEnd

HASHED = (
    "number",
    "event",
    "subject_kind",
    "subject_pk",
    "from_state",
    "to_state",
    "by_id",
    "organisation_id",
    "reason",
)


@dataclass(frozen=True, slots=True)
class TrailBreak:
    """Where the chain does not hold: the event's number and what is wrong (``missing``, ``changed``, ``unchained``)."""

    number: int
    kind: str


def digest_of(row: Trail) -> str:
    """SHA-256 over every field of the event and the digest before it."""
    content = {name: getattr(row, name) for name in HASHED}
    content["at"] = f"{row.at.timestamp():.6f}"
    content["details"] = row.details
    content["previous"] = row.previous_digest
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def trail_breaks() -> Iterator[TrailBreak]:
    """Every place where the chain does not hold, in order; none if it is whole."""
    number, digest = 0, ""
    for row in Trail.objects.order_by("number", "pk").iterator(chunk_size=2000):
        if row.number != number + 1:
            yield TrailBreak(number + 1, "missing")
        elif row.previous_digest != digest:
            yield TrailBreak(row.number, "unchained")
        if digest_of(row) != row.digest:
            yield TrailBreak(row.number, "changed")
        number, digest = row.number, row.digest
    end = TrailEnd.objects.filter(pk=1).first() or TrailEnd()
    if (end.number, end.digest) != (number, digest):
        yield TrailBreak(end.number or number + 1, "missing")


def trail_of(record: models.Model) -> QuerySet[Trail]:
    """What happened to this record, latest first."""
    return (
        Trail.objects.filter(subject_kind=record._meta.label_lower, subject_pk=record.pk)
        .select_related("by", "organisation")
        .order_by("-number", "pk")
    )


def deeds_on(record: models.Model) -> QuerySet[Trail]:
    """What was done with this record, latest first: without who merely looked at the persons named in it."""
    return trail_of(record).exclude(event="opened")


def details_since(record: models.Model, event: str, *, by: Person, since: datetime) -> list[dict[str, Any]]:
    """What the trail keeps of events of a kind that she caused on this record since an instant (one query)."""
    kind = record._meta.label_lower
    found = Trail.objects.filter(subject_kind=kind, subject_pk=record.pk, event=event, by=by, at__gte=since)
    return list(found.order_by("number", "pk").values_list("details", flat=True))


def trail_since(after: datetime, about: Mapping[str, Iterable[int]]) -> QuerySet[Trail]:
    """What happened after an instant to these records, latest first; ``about``: keys by the kind of record."""
    records = Q(pk__in=())
    for kind, keys in about.items():
        records |= Q(subject_kind=kind, subject_pk__in=set(keys))
    found = Trail.objects.filter(records, at__gt=after)
    return found.select_related("by", "organisation").order_by("-number", "pk")


def whole_trail() -> QuerySet[Trail]:
    """Every event, latest first."""
    return Trail.objects.select_related("by", "organisation").order_by("-number", "pk")


def events_found(*, event: str = "", person_pk: int | None = None) -> QuerySet[Trail]:
    """Events of one kind, and those that a person did or that were about her; every one where neither is asked."""
    found = whole_trail()
    if event:
        found = found.filter(event=event)
    if person_pk is not None:
        found = found.filter(Q(by=person_pk) | Q(subject_kind="people.person", subject_pk=person_pk))
    return found


def events_seen() -> list[str]:
    """The kinds of event that the trail has, by name."""
    return list(Trail.objects.order_by("event").values_list("event", flat=True).distinct())


@dataclass(frozen=True, slots=True)
class ChainState:
    """How many events were checked and where the chain does not hold."""

    checked: int
    breaks: tuple[TrailBreak, ...]

    @property
    def holds(self) -> bool:
        """Nothing is missing, changed or out of its place."""
        return not self.breaks


def chain_state() -> ChainState:
    """The whole chain followed from its first event to its last."""
    breaks = tuple(trail_breaks())
    return ChainState(Trail.objects.count(), breaks)


def file_is_intact(document: Document) -> bool:
    """Whether the stored bytes are there and still have the checksum they came with; if erased, are gone."""
    if document.erased_at is not None:
        return not document.file.storage.exists(str(document.file.name))
    try:
        with document.file.open("rb") as stored:
            return hashlib.file_digest(stored, "sha256").hexdigest() == document.sha256
    except FileNotFoundError:
        return False


def documents_checked() -> tuple[int, list[Document]]:
    """How many documents are kept, and those that are not as they came."""
    documents = list(Document.objects.order_by("pk"))
    return len(documents), [each for each in documents if not file_is_intact(each)]


def kept_document(pk: int) -> Document | None:
    """A document with who kept it."""
    return Document.objects.select_related("kept_by").filter(pk=pk).first()
