"""The shapes of what programs say to a register, and read of it. Kinds and levels go by their names."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from django.utils.translation import gettext_noop
from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints, field_validator

from openamif.register.states import PARTICIPATIONS, EventKind, Level, NationalityGroup, OutputKind, Sex, Standing
from openamif.web.api.schemas import Problem

FIRST_YEAR, LAST_YEAR, MOST_EVENTS, LONGEST = 1900, 2100, 5000, 60
Kind = StrEnum("Kind", [(kind.name, kind.name.lower()) for kind in EventKind])  # type: ignore[misc]
Participation = StrEnum("Participation", [(kind.name, kind.name.lower()) for kind in PARTICIPATIONS])  # type: ignore[misc]
Said = StrEnum("Said", [(name, name) for name in (*(level.name for level in Level), "yes", "no")])  # type: ignore[misc]
Reference = Annotated[str, Field(min_length=1, max_length=LONGEST, pattern=r"^\S(.*\S)?$")]
Reason = Annotated[str, Field(min_length=1, max_length=255, pattern=r"\S")]
Instrument = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=255)]
Quantity = Annotated[int, Field(ge=0, le=2_000_000_000)]
Hours = Annotated[str, Field(pattern=r"^\d{1,4}(\.\d{1,2})?$", examples=["1.50"])]


class Asked(Schema):
    """What a program sends: a word that is not known is refused, not overheard."""

    model_config = ConfigDict(extra="forbid")

    @field_validator("*", mode="before")
    @classmethod
    def holds_no_nul(cls, said: object) -> object:
        """The one sign that a database cannot keep."""
        if isinstance(said, str) and "\0" in said:
            raise ValueError(said)
        return said


class GrantHead(Schema):
    """A grant in brief."""

    id: int
    reference: str
    title: str
    state: str
    beneficiary: str
    objective: str
    starts_on: date
    ends_on: date


class ActivityIn(Asked):
    """An activity; a reference that is known changes that activity."""

    reference: Reference
    kind: Participation = Field(examples=["language_course"])
    title: Name
    starts_on: date
    ends_on: date | None = None
    planned_hours: Hours | None = None
    language: Annotated[str, Field(pattern=r"^([a-z]{2})?$")] = ""
    location: Annotated[str, Field(pattern=r"^([A-Z]{2}[0-9A-Z]{0,3})?$")] = ""


class ActivityOut(ActivityIn):
    """An activity as it stands."""

    id: int


class ParticipantIn(Asked):
    """A person; a local reference that is known describes her anew. Names and numbers are not kept and not answered.

    Anew is as a whole: how she was described and is not said again is emptied (what was is kept, for past figures).

    Left open, what names her stays as it was; told later than the first time, it may prove her somebody who is known.
    """

    local_reference: Reference
    national_number: Annotated[str, Field(max_length=40)] = Field(
        "",
        examples=["85.07.30-033 28"],
        description=gettext_noop(
            "Belgian (national register or BIS): eleven digits, of which the last two are check digits; of another "
            "country: its two letters, then the number. One that identifies nobody is refused with 422."
        ),
    )
    surname: Annotated[str, Field(max_length=200)] = ""
    given_names: Annotated[str, Field(max_length=200)] = ""
    born_on: date | None = Field(
        None, description=gettext_noop("A name without it, and without a national number, is refused with 422.")
    )
    birth_year: Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)] | None = Field(
        None, description=gettext_noop("The year of born_on where both are said.")
    )
    sex: Sex | Literal[""] = ""
    nationality_group: NationalityGroup | Literal[""] = ""
    standing: Standing | Literal[""] = ""
    is_vulnerable: bool = False
    is_unaccompanied_minor: bool = False


class ParticipantOut(Schema):
    """A person under her pseudonym; her local reference only for the organisation whose it is."""

    id: int
    pseudonym: str = Field(examples=["P123"])
    local_reference: str | None
    birth_year: int | None
    sex: str
    nationality_group: str
    standing: str
    is_vulnerable: bool
    is_unaccompanied_minor: bool


class ParticipantWritten(ParticipantOut):
    """A person as she stands, and by what she can be known elsewhere."""

    identified_by: Literal["number", "names", "reference"] = Field(
        description="What of this request tells her from all others: her national number, her names with the day of "
        "birth, or only your reference. By a reference alone she may count again in another grant."
    )


class EventIn(Asked):
    """Something that happened to a person; ``value``: a level for a test, yes or no for an answer."""

    participant: Reference
    kind: Kind = Field(examples=["language_course"])
    happened_on: date
    activity: Reference | None = None
    hours: Hours | None = None
    value: Said | None = Field(None, examples=["A2"])
    instrument: Instrument = ""


class EventsIn(Asked):
    """Many events at once: all of them or none. What is known is left as it is, and told where it differs."""

    events: Annotated[list[EventIn], Field(min_length=1, max_length=MOST_EVENTS)]
    again: bool = Field(
        False,
        description=gettext_noop("True: record also what was taken back or corrected since it was sent the last time."),
    )


class EventOut(Schema):
    """An event as it holds now."""

    id: int
    participant: str
    kind: str
    happened_on: date
    activity: str | None
    hours: str | None
    value: str | None
    instrument: str


class VoidingIn(Asked):
    """Why an event did not happen."""

    reason: Reason


class CorrectionIn(VoidingIn):
    """What an event should have said. What is left out stays as it was, as do participant and kind; null empties it."""

    happened_on: date | None = Field(None, description=gettext_noop("Null leaves the day as it was."))
    activity: Reference | None = None
    hours: Hours | None = None
    value: Said | None = None
    instrument: Instrument = ""


class Correcting(Schema):
    """What a correction adds to what now stands."""

    recorded: bool = Field(description="False: it stands as it is said already, and nothing was recorded.")
    corrects: int | None = Field(description="The number of what it corrects; null where it corrects nothing.")
    is_void: bool = Field(description="True: nothing stands in the place of what is corrected.")
    reason: str


class CorrectionOut(EventOut, Correcting):
    """What stands in the place of an event; ``is_void``: nothing does, it did not happen."""


class OutputIn(Asked):
    """Something that was delivered; ``name``: which."""

    kind: OutputKind
    name: Name = Field(
        description=gettext_noop(
            "Which one: of the same kind, name and day it is the same thing. Capitals and spaces make no difference."
        )
    )
    happened_on: date
    quantity: Quantity = 1


class OutputsIn(OutputIn):
    """Something that was delivered, and whether it is to stand again."""

    again: bool = Field(
        False,
        description=gettext_noop("True: record also what was taken back or corrected since it was sent the last time."),
    )


class OutputOut(OutputIn):
    """Something delivered, as it holds now."""

    id: int


class OutputRecorded(OutputOut):
    """Something delivered, and whether it is new."""

    recorded: bool = Field(description="False: it stands as it is said already, and nothing was recorded.")


class OutputCorrectionIn(VoidingIn):
    """What should have been said of something delivered. What is left out, or null, stays as it was."""

    kind: OutputKind | None = None
    name: Name | None = None
    happened_on: date | None = None
    quantity: Quantity | None = None


class OutputCorrectionOut(OutputOut, Correcting):
    """What stands in the place of something delivered; ``is_void``: nothing does, it was not delivered."""


class StandsAlready(Problem):
    """What is asked contradicts what stands: it was corrected already, or the same is recorded."""

    stands: int | None = Field(description="The number of what stands; null where nothing does.")
    address: str | None = Field(description="Where what stands is corrected.")


class PassedOver(Schema):
    """An event that was not recorded: another says otherwise of the same participant, activity, kind and day, or it was

    taken back or corrected since it was sent the last time.
    """

    row: int = Field(description="Its place in the request, from 1.")
    event: int | None = Field(description="The event that stands: correct it, if it is wrong. Null: none does.")
    fields: list[str] = Field(description="In what it differs.", examples=[["hours"]])
    detail: str
    address: str | None = Field(description="Where the event that stands is corrected.")


class Recorded(Schema):
    """How many are new, how many were known as they are said here, and which were passed over."""

    recorded: int
    unchanged: int
    passed_over: list[PassedOver]


class NotLawful(Schema):
    """What the rules found: one sentence a finding, with its rule."""

    detail: str
    fields: list[str] = []
    findings: list[str] = []
