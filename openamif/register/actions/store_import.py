"""Store what a confirmed file says: all of it or nothing; a second time changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.timezone import localdate

from openamif.grants.models import Grant
from openamif.methods.collecting import without_collecting
from openamif.record.actions.make_move import make_move
from openamif.register.actions.find_subjects import find_subjects
from openamif.register.actions.refusals import RegisterNotLawful
from openamif.register.actions.refuse_file import refuse_file
from openamif.register.actions.write_participants import grow
from openamif.register.actions.write_rows import Column, Same, new_keys, write_columns, write_rows
from openamif.register.actions.write_staging import remove_staging, tell_progress
from openamif.register.facts import ACTIVITY, DESCRIPTION, OUTPUT
from openamif.register.models import Activity, Event, Output, Participant, PastDescription, RegisterImport
from openamif.register.policy import is_erased
from openamif.register.queries.comparing import Plan, plan_import
from openamif.register.queries.judging import against_rows, seen_by_rules
from openamif.register.queries.staging import Damaged, Staged, staged_rows
from openamif.register.states import ImportState

REASON = "import"
# Codes come in no order: with the usual two megabytes, SQLite would write and read its index over and over.
ROOM = f"PRAGMA cache_size = -{100 * 100 * 12}"
TEXTS, FLAGS = DESCRIPTION[1:-2], DESCRIPTION[-2:]


@dataclass(frozen=True, slots=True)
class Stored:
    """``subjects``: whose figures may have changed."""

    upload: RegisterImport
    subjects: frozenset[int] = frozenset()


@without_collecting()
def store_import(upload: RegisterImport) -> Stored:
    """One transaction under the lock of the grant. An import that is not confirmed is left alone.

    Refused where its rows are gone, or where meanwhile the register of the grant was erased, or became such that rules
    stand against a row.
    """
    upload = RegisterImport.objects.select_related("grant", "sent_by").get(pk=upload.pk)
    if upload.state != ImportState.CONFIRMED:
        return Stored(upload)
    try:
        staged = staged_rows(upload)
        if is_erased(upload.grant):
            raise Damaged(upload.pk)
    except Damaged as refusal:
        return Stored(refuse_file(upload, refusal))
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(ROOM)
    return _store(upload, staged)


@transaction.atomic(savepoint=False)
def _store(upload: RegisterImport, staged: Staged) -> Stored:
    grant = Grant.objects.locked(upload.grant_id)
    upload = RegisterImport.objects.select_for_update(of=("self",)).select_related("sent_by").get(pk=upload.pk)
    if upload.state != ImportState.CONFIRMED:
        return Stored(upload)
    unlawful = []
    if upload.result["seen"] != seen_by_rules(grant):
        against = against_rows(grant, staged, on=localdate(upload.sent_at))
        unlawful = [(place, finding) for _sheet, place, finding in against]
    if unlawful:
        return Stored(refuse_file(upload, RegisterNotLawful(unlawful)))
    plan, now = plan_import(grant, staged), timezone.now()
    writing = _Writing(upload, grant, staged, plan, now)
    writing.write_activities()
    writing.write_participants()
    writing.write_events()
    writing.write_outputs()
    grow(grant, participants=plan.known.count(None), events=len(plan.events))
    upload.stored_at, upload.rows_done = now, upload.rows
    upload.result = {**upload.result, "counts": {**upload.result["counts"], **plan.counts(staged)}}
    make_move(upload, "store", by=upload.sent_by, details=upload.result["counts"])
    transaction.on_commit(lambda: remove_staging(upload))
    return Stored(upload, writing.subjects())


class _Writing:
    """The rows of one file on their way into the register, within the transaction of ``store_import``."""

    def __init__(self, upload: RegisterImport, grant: Grant, staged: Staged, plan: Plan, now: datetime) -> None:
        self.upload, self.grant, self.staged, self.plan, self.now = upload, grant, staged, plan, now
        self.recorded: dict[str, Column] = {
            "grant": Same(grant.pk),
            "source": Same(upload.pk),
            "recorded_at": Same(now),
            "recorded_by": Same(upload.sent_by_id),
            "is_void": Same(False),
        }
        self.participants = [known.pk if known else 0 for known in plan.known]
        self.found = [known.subject if known else 0 for known in plan.known]
        self.touched: set[int] = set()

    def write_activities(self) -> None:
        """New ones are entered; of those that are here, what the file says is changed."""
        news = [Activity(grant=self.grant, **_said(row)) for row in self.plan.new_activities]
        Activity.objects.bulk_create(news)
        self.plan.activities |= {activity.reference: activity.pk for activity in news}
        changed = {pk: _said(row) for pk, row in self.plan.changed_activities}
        here = list(Activity.objects.filter(pk__in=changed).order_by("pk"))
        for activity in here:
            for name, value in changed[activity.pk].items():
                setattr(activity, name, value)
        Activity.objects.bulk_update(here, ACTIVITY, batch_size=100)

    def write_participants(self) -> None:
        """Whoever is new is entered; whoever turns out to be somebody else or is described otherwise is changed."""
        persons, known = self.staged.persons, self.plan.known
        asked = [place for place, person in enumerate(persons) if not known[place] or person.number or person.name]
        subjects = find_subjects([persons[place] for place in asked])
        for place, subject in zip(asked, subjects, strict=True):
            self.found[place] = subject
        places = [place for place, described in enumerate(known) if described is None]
        keys = new_keys(Participant, len(places))
        for place, key in zip(places, keys, strict=True):
            self.participants[place] = key
        news = [persons[place] for place in places]
        said = {name: [getattr(person, name) for person in news] for name in DESCRIPTION}
        said |= {name: [value or "" for value in said[name]] for name in TEXTS}
        said |= {name: [bool(value) for value in said[name]] for name in FLAGS}
        write_columns(
            Participant,
            {
                "id": keys,
                "grant": Same(self.grant.pk),
                "subject": [self.found[place] for place in places],
                "local_reference": [person.reference for person in news],
                "entered_at": Same(self.now),
                **said,
            },
        )
        self._change_participants()

    def _change_participants(self) -> None:
        pairs = enumerate(self.plan.known)
        others = {place for place, known in pairs if known and known.subject != self.found[place]}
        changed = sorted(others | self.plan.described.keys())
        before = [(place, self.plan.known[place]) for place in changed]
        rows = [
            (known.pk, known.subject, self.now, self.upload.sent_by_id, *known.said[:-2], *map(bool, known.said[-2:]))
            for _place, known in before
            if known
        ]
        write_rows(PastDescription, ("participant", "subject", "replaced_at", "replaced_by", *DESCRIPTION), rows)
        after = [
            (self.found[place], *self.plan.described.get(place, known.said), known.pk)
            for place, known in before
            if known
        ]
        self.touched |= {known.subject for _place, known in before if known} | {row[0] for row in after}
        columns = ", ".join(f"{name} = %s" for name in ("subject_id", *DESCRIPTION))
        with connection.cursor() as cursor:
            if after:
                cursor.executemany(f"UPDATE register_participant SET {columns} WHERE id = %s", after)  # noqa: S608

    def write_events(self) -> None:
        """In the order of the file; what stands there with another result is corrected."""
        columns, places = self.staged.events, self.plan.events
        said = {
            "participant": [self.participants[place] for place in columns["person"]],
            "activity": [reference and self.plan.activities[reference] for reference in columns["activity"]],
            "kind": columns["kind"],
            "happened_on": columns["day"],
            "hours": columns["hours"],
            "value": columns["value"],
        }
        news: dict[str, Column] = {name: _at(places, column) for name, column in said.items()}
        news |= {"instrument": Same(""), "corrects": Same(None), "reason": Same("")}
        if "instrument" in columns:
            news["instrument"] = [each or "" for each in _at(places, columns["instrument"])]
        write_columns(Event, self.recorded | news, told=lambda done: tell_progress(self.upload, len(places), done))
        corrected = [place for place, _after in self.plan.corrected]
        after = [each for _place, each in self.plan.corrected]
        again: dict[str, Column] = {
            name: _at(corrected, said[name]) for name in ("participant", "activity", "kind", "happened_on")
        }
        again |= {name: [getattr(each, name) for each in after] for name in ("hours", "value", "instrument")}
        again |= {"corrects": [each.pk for each in after], "reason": Same(REASON)}
        write_columns(Event, self.recorded | again)
        self.touched |= {
            self.found[person] for person in {*_at(places, columns["person"]), *_at(corrected, columns["person"])}
        }

    def write_outputs(self) -> None:
        """Things delivered, and quantities corrected."""
        rows, corrected = self.staged.outputs, [place for place, _pk in self.plan.corrected_outputs]
        places = [*self.plan.outputs, *corrected]
        said = {name: [rows[place][at] for place in places] for at, name in enumerate(OUTPUT)}
        corrects = [None] * len(self.plan.outputs) + [pk for _place, pk in self.plan.corrected_outputs]
        reasons = [REASON if pk else "" for pk in corrects]
        write_columns(Output, self.recorded | said | {"corrects": corrects, "reason": reasons})

    def subjects(self) -> frozenset[int]:
        """Everybody to whom something was added, or who was described otherwise."""
        return frozenset(self.touched)


def _at(places: Sequence[int], column: list[Any]) -> list[Any]:
    """The values at these places, which grow."""
    return column if len(places) == len(column) else [column[place] for place in places]


def _said(row: Sequence[Any]) -> dict[str, Any]:
    """What the file says of an activity, by the names of the fields."""
    return {name: value for name, value in zip(ACTIVITY, row, strict=True) if value is not None}
