"""Filling the register of a grant by a program: with an access key, by the beneficiary's own, all of a request or none.

What is sent again changes nothing; what is known under the same reference is changed to what is sent.
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from django.db import transaction
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from openamif.grants.models import Grant
from openamif.methods.names import national_number, words
from openamif.methods.pseudonyms import Identity
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.register import policy
from openamif.register.actions.change_activity import change_activity
from openamif.register.actions.describe_participant import describe_participant
from openamif.register.actions.enter_activity import enter_activity
from openamif.register.actions.enter_participant import enter_participant
from openamif.register.actions.identify_participant import identify_participant
from openamif.register.actions.record_events import record_events
from openamif.register.actions.record_output import record_output
from openamif.register.actions.refusals import RegisterNotLawful
from openamif.register.facts import ActivityContent, EventContent, OutputContent, PersonDescription
from openamif.register.models import Activity, Participant
from openamif.register.queries.entries import NEITHER, offered
from openamif.register.queries.found import same_thing, told_otherwise
from openamif.register.queries.overruled import is_overruled, said_again
from openamif.register.queries.referring import activities_by_reference, participants_by_reference
from openamif.register.states import EventKind
from openamif.reports.actions.follow_register import follow_register
from openamif.web.api.access import writer_of
from openamif.web.api.paging import Key
from openamif.web.api.register import (
    READING,
    Decorator,
    activity_row,
    of_a_grant,
    output_row,
    participant_row,
    router,
    the_grant,
)
from openamif.web.api.register_passing import TakenBack, passed_over, taken_back
from openamif.web.api.register_schemas import (
    ActivityIn,
    ActivityOut,
    EventIn,
    EventsIn,
    NotLawful,
    OutputRecorded,
    OutputsIn,
    ParticipantIn,
    ParticipantWritten,
    Recorded,
    StandsAlready,
)
from openamif.web.explaining import explained
from openamif.web.register_labels import NAME_LEADS_TO_NOBODY, NUMBER_OF_NOBODY, YEAR_DIFFERS

__all__ = ["AgainstRules", "NotKnown", "NotTaken", "router", "sentences_of"]
WRITING: dict[Any, Any] = {**READING, 422: NotLawful}
CONTRADICTED: dict[Any, Any] = {**WRITING, 409: StandsAlready}
Each = TypeVar("Each")


class NotKnown(Exception):
    """A reference of the request leads nowhere. ``field``: which kind; ``reference``: as it was sent."""

    def __init__(self, field: str, reference: str) -> None:
        super().__init__(field, reference)
        self.field, self.reference = field, reference


class NotTaken(Exception):
    """A value that would be dropped without a word. ``field``: which; ``reason``: why not, and what is expected."""

    def __init__(self, field: str, reason: Promise) -> None:
        super().__init__(field)
        self.field, self.reason = field, reason


class AgainstRules(Exception):
    """Nothing was written: what the rules of the register found, with the period of the grant."""

    def __init__(self, refusal: RegisterNotLawful, period: str) -> None:
        super().__init__(str(refusal))
        self.refusal, self.period = refusal, period


@transaction.atomic
def written(request: HttpRequest, pk: int, deed: Callable[[Grant, Person], Each]) -> Each:
    """What the deed gives, for whoever may fill this register; the programme's figures follow."""
    by = writer_of(request)
    grant = the_grant(by, pk)
    require(policy.can_fill_register(by, grant))
    try:
        return deed(grant, by)
    except RegisterNotLawful as refusal:
        raise AgainstRules(refusal, grant.programme.period) from refusal


def fills(what: str, *, name: str, gives: Any, summary: str, refusals: Any = None) -> Decorator:
    """Written by the beneficiary's own."""
    said = {"gives": gives, "summary": summary, "refusals": refusals or WRITING, "guarded_by": "can_fill_register"}
    return of_a_grant("POST", what, name=name, **said)


@fills(
    "activities",
    name="write_activity",
    gives=ActivityOut,
    summary=gettext_noop("Enter an activity, or change the one with this reference"),
)
def write_activity(request: HttpRequest, id: Key, said: ActivityIn) -> dict[str, Any]:
    """Its kind stays once somebody took part in it."""

    def deed(grant: Grant, by: Person) -> Activity:
        exact = {"kind": kind_of(said.kind), "planned_hours": hours_in(said.planned_hours)}
        content = ActivityContent(**said.dict() | exact)
        there = activities_by_reference(grant).get(said.reference)
        if there is None:
            return enter_activity(grant, content, by=by)
        return change_activity(there, content, by=by)

    return activity_row(written(request, id, deed))


@fills(
    "participants",
    name="write_participant",
    gives=ParticipantWritten,
    summary=gettext_noop("Enter a participant, or describe the one with this reference anew"),
)
def write_participant(request: HttpRequest, id: Key, said: ParticipantIn) -> dict[str, Any]:
    """Names and the national number become a pseudonym at once and are dropped.

    Refused with 422 and its field, as it would be dropped: a number that identifies nobody, a name with neither number
    nor full day of birth, a year of birth that differs from the day.
    """

    def deed(grant: Grant, by: Person) -> Participant:
        identity, reference, description = identity_in(said), said.local_reference, description_in(said)
        there = participants_by_reference(grant, {reference}).get(reference)
        if there is not None:
            entered = identify_participant(describe_participant(there, description, by=by), identity, by=by)
        else:
            entered = enter_participant(
                grant, identity=identity, local_reference=reference, description=description, by=by
            )
        follow_register(grant, subjects=sorted({entered.subject_id, (there or entered).subject_id}))
        return entered

    return participant_row(written(request, id, deed), own=True) | {"identified_by": identified_by(said)}


@fills(
    "events",
    name="write_events",
    gives=Recorded,
    summary=gettext_noop("Record what happened to participants, many events at once"),
)
def write_events(request: HttpRequest, id: Key, said: EventsIn) -> dict[str, Any]:
    """Participants and activities are named by the beneficiary's references, which must be known.

    Of a participant, one event of a kind is recorded in an activity on a day. Sent again, it is unchanged; where it
    says something else it is passed over, and told with the event that stands; so is what was taken back or corrected.
    """

    def deed(grant: Grant, by: Person) -> dict[str, Any]:
        activities = activities_by_reference(grant)
        participants = participants_by_reference(grant, {each.participant for each in said.events})
        contents = list(contents_of(said.events, participants, activities))
        overruled = [] if said.again else said_again(grant, contents)
        recorded = record_events(grant, [each for row, each in enumerate(contents) if row not in overruled], by=by)
        follow_register(grant, subjects=sorted({each.subject_id for each in participants.values()}))
        differing = told_otherwise(contents) if recorded < len(contents) else ()
        others = [*(passed_over(*each) for each in differing), *map(taken_back, overruled)]
        return {"recorded": recorded, "unchanged": len(contents) - recorded - len(others), "passed_over": others}

    return written(request, id, deed)


@fills(
    "outputs",
    name="write_output",
    gives=OutputRecorded,
    summary=gettext_noop("Record something that a grant delivered"),
    refusals=CONTRADICTED,
)
def write_output(request: HttpRequest, id: Key, said: OutputsIn) -> dict[str, Any]:
    """Of one kind, name and day it is the same thing, recorded once: sent again, it is answered as it stands.

    409: it stands already with another quantity or its name spelled otherwise, or it was taken back or corrected since.
    Correct what stands; what is really another thing has a name of its own.
    """

    def deed(grant: Grant, by: Person) -> dict[str, Any]:
        content = OutputContent(**said.dict(exclude={"again"}) | {"kind": str(said.kind)})
        there = same_thing(grant, content)
        if there is None and not said.again and is_overruled(grant, content):
            raise TakenBack
        output = record_output(grant, content, by=by)
        follow_register(grant, subjects=[])
        return output_row(output) | {"recorded": output != there}

    return written(request, id, deed)


def kind_of(name: str) -> int:
    """The number of a kind of event."""
    return int(EventKind[name.upper()])


def identity_in(said: ParticipantIn) -> Identity:
    """What names a person. Raises NotTaken."""
    if said.national_number and not national_number(said.national_number):
        raise NotTaken("national_number", NUMBER_OF_NOBODY)
    if (said.surname + said.given_names).strip() and not said.national_number and not said.born_on:
        raise NotTaken("born_on", NAME_LEADS_TO_NOBODY)
    if said.born_on and said.birth_year not in (None, said.born_on.year):
        raise NotTaken("birth_year", YEAR_DIFFERS)
    return Identity(said.national_number, said.surname, said.given_names, said.born_on)


def identified_by(said: ParticipantIn) -> str:
    """What of her makes a code that others may know too; of one word with a day of birth none is made."""
    if said.national_number:
        return "number"
    names = len(words(said.surname)) + len(words(said.given_names))
    return "names" if said.born_on and names > 1 else "reference"


def description_in(said: ParticipantIn) -> PersonDescription:
    """What is kept of a person; the year of birth stands in her day of birth too."""
    names = ("sex", "nationality_group", "standing", "is_vulnerable", "is_unaccompanied_minor")
    year = said.birth_year or (said.born_on.year if said.born_on else None)
    plain = {name: value if isinstance(value := getattr(said, name), bool) else str(value) for name in names}
    return PersonDescription(birth_year=year, **plain)  # type: ignore[arg-type]


def contents_of(
    events: Sequence[EventIn], participants: dict[str, Participant], activities: dict[str, Activity]
) -> Iterable[EventContent]:
    """The events with the keys of their participants and activities. Raises NotKnown."""
    for each in events:
        if each.participant not in participants:
            raise NotKnown("participant", each.participant)
        if each.activity is not None and each.activity not in activities:
            raise NotKnown("activity", each.activity)
        yield EventContent(
            participant_pk=participants[each.participant].pk,
            kind=kind_of(each.kind),
            happened_on=each.happened_on,
            activity_pk=activities[each.activity].pk if each.activity else None,
            hours=hours_in(each.hours),
            value=value_of(each.value, kind_of(each.kind)),
            instrument=each.instrument,
        )


def hours_in(said: str | None) -> Decimal | None:
    """Hours come as text, so that no program's floats touch them."""
    return None if said is None else Decimal(said)


def value_of(name: str | None, kind: int) -> int | None:
    """The number of a level or of an answer; none that the rules take where the kind has no such result."""
    return None if name is None else offered(kind).get(str(name), NEITHER)


def sentences_of(refusal: AgainstRules) -> list[str]:
    """One sentence a finding, with the number of the row in the request where there are several."""
    said = []
    for row, finding in refusal.refusal.rows:
        sentence = explained(finding, refusal.period).sentence
        said.append(
            _("%(rule)s, row %(row)s: %(sentence)s") % {"rule": finding.rule, "row": row + 1, "sentence": sentence}
        )
    return said
