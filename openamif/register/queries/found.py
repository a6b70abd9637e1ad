"""One thing of a register by its key: found only by whoever may see its grant."""

from collections.abc import Iterator, Sequence

from django.db.models import Count, F, Q, QuerySet

from openamif.grants.models import Grant
from openamif.methods.pseudonyms import Identity, codes_of
from openamif.people.queries import Holdings
from openamif.register.facts import EventContent, OutputContent, output_content_of, thing_of
from openamif.register.models import Activity, Event, Output, Participant, PastDescription
from openamif.register.queries.keys import key_ring, known_codes, numbered_subjects

RESULT = ("hours", "value", "instrument")
WITH_GRANT = ("grant__programme__scope", "grant__beneficiary")


def activity_for(held: Holdings, pk: int) -> Activity | None:
    """An activity with its grant."""
    seen = Grant.objects.visible_to(held)
    return Activity.objects.filter(pk=pk, grant__in=seen).select_related(*WITH_GRANT).first()


def participant_with_key(held: Holdings, pk: int) -> Participant | None:
    """A participant with her grant."""
    seen = Grant.objects.visible_to(held)
    return Participant.objects.filter(pk=pk, grant__in=seen).select_related(*WITH_GRANT, "subject").first()


def participant_known(grant: Grant, identity: Identity) -> Participant | None:
    """Whom of the grant this number, or this name with its date of birth, leads to already; nothing is learnt by it."""
    codes = codes_of(identity, local="", keys=key_ring())
    known = {code: subject for code, (_kind, subject) in known_codes({codes.number, codes.name} - {""}).items()}
    subject = known.get(codes.number, known.get(codes.name))
    if subject is None or (codes.number and codes.number not in known and numbered_subjects([subject])):
        return None
    return Participant.objects.filter(grant=grant, subject=subject).order_by("entered_at", "pk").first()


def event_for(held: Holdings, pk: int) -> Event | None:
    """An event, whether it stands or was corrected, with its participant and activity."""
    events = Event.objects.filter(pk=pk, grant__in=Grant.objects.visible_to(held))
    return events.select_related(*WITH_GRANT, "participant", "activity", "corrected_by").first()


def output_for(held: Holdings, pk: int) -> Output | None:
    """Something delivered, whether it stands or was corrected."""
    outputs = Output.objects.filter(pk=pk, grant__in=Grant.objects.visible_to(held))
    return outputs.select_related(*WITH_GRANT, "corrected_by").first()


def stands(recorded: Event | Output) -> bool:
    """Whether it happened, and nothing has corrected it."""
    return not recorded.is_void and getattr(recorded, "corrected_by", None) is None


def recorded_instead(content: EventContent) -> Event | None:
    """What stands of the same kind, day and activity, where it says something else."""
    said = {"participant": content.participant_pk, "activity": content.activity_pk}
    same = Event.objects.standing().filter(**said, kind=content.kind, happened_on=content.happened_on)
    return same.exclude(hours=content.hours, value=content.value, instrument=content.instrument).first()


def told_otherwise(contents: Sequence[EventContent]) -> Iterator[tuple[int, Event, list[str]]]:
    """Row (from 0), what stands of the same participant, activity, kind and day, and in what it differs; one query.

    What a row leaves open is not compared.
    """
    people, days = {each.participant_pk for each in contents}, {each.happened_on for each in contents}
    standing = Event.objects.standing().filter(participant__in=sorted(people), happened_on__in=sorted(days))
    there = {(each.participant_id, each.kind, each.happened_on, each.activity_id): each for each in standing}
    for row, each in enumerate(contents):
        event = there.get((each.participant_pk, each.kind, each.happened_on, each.activity_pk))
        said = {name: getattr(each, name) for name in RESULT}
        differs = [name for name, now in said.items() if now not in (None, "") and now != getattr(event, name, now)]
        if event and differs:
            yield row, event, differs


def history_of(participant: Participant) -> QuerySet[Event]:
    """Everything ever recorded of her, what was corrected too; the latest day first."""
    related = ("activity", "recorded_by", "source", "corrected_by__recorded_by")
    events = Event.objects.filter(participant=participant).select_related(*related)
    return events.order_by("-happened_on", "-pk")


def past_descriptions_of(participant: Participant) -> QuerySet[PastDescription]:
    """How she was described before, the latest first."""
    past = PastDescription.objects.filter(participant=participant)
    return past.select_related("replaced_by").order_by("-replaced_at", "-pk")


def same_as(content: EventContent) -> QuerySet[Event]:
    """What stands of the same participant, activity, kind and day."""
    said = {"participant": content.participant_pk, "activity": content.activity_pk, "kind": content.kind}
    return Event.objects.standing().filter(**said, happened_on=content.happened_on)


def same_thing(grant: Grant, content: OutputContent, *, but: int = 0) -> Output | None:
    """What stands of the same kind, name and day; of several, the one that says the same.

    ``but``: the key of one that is left out.
    """
    standing = Output.objects.standing().filter(grant=grant, kind=content.kind, happened_on=content.happened_on)
    thing = thing_of(content.kind, content.name, content.happened_on)
    rows = standing.exclude(pk=but).order_by("pk")
    same = [each for each in rows if thing_of(each.kind, each.name, each.happened_on) == thing]
    return min(same, key=lambda each: output_content_of(each) != content, default=None)


def what_stands(recorded: Event | Output) -> Event | Output | None:
    """What stands in its place after every correction: itself where it was never corrected; None where nothing does."""
    while later := type(recorded).objects.filter(corrects=recorded.pk).first():
        recorded = later
    return None if recorded.is_void else recorded


def outputs_by_day(grant: Grant) -> QuerySet[Output]:
    """What stands as delivered, the latest first."""
    outputs = Output.objects.standing().filter(grant=grant)
    return outputs.select_related("recorded_by").order_by("-happened_on", "-pk")


def activities_with_attendance(grant: Grant) -> QuerySet[Activity]:
    """The activities, the latest first; each with ``came``, how many different persons came to it."""
    stands = Q(events__corrected_by=None, events__is_void=False, events__kind=F("kind"))
    came = Count("events__participant", filter=stands, distinct=True)
    return Activity.objects.filter(grant=grant).annotate(came=came).order_by("-starts_on", "-pk")


def activity_reference_in_use(grant: Grant, reference: str, *, but: Activity | None = None) -> bool:
    """Whether another activity of the grant has it already."""
    same = Activity.objects.filter(grant=grant, reference=reference)
    return (same.exclude(pk=but.pk) if but else same).exists()


def events_by_kind(grant: Grant) -> list[tuple[int, int, int]]:
    """Of each kind that stands: its number, how many events, of how many participants."""
    standing = Event.objects.standing().filter(grant=grant).order_by()
    counted = standing.values("kind").annotate(events=Count("pk"), persons=Count("participant", distinct=True))
    return sorted((each["kind"], each["events"], each["persons"]) for each in counted)
