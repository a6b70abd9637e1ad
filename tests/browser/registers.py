"""What the pages of a beneficiary are about: things of a register of the demonstration, and files in every state."""

from datetime import date

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.register.actions.enter_activity import enter_activity
from openamif.register.actions.keep_file import keep_file
from openamif.register.actions.read_file import read_file
from openamif.register.actions.record_events import record_events
from openamif.register.actions.record_output import record_output
from openamif.register.facts import ActivityContent, EventContent, OutputContent
from openamif.register.models import Event, Output, Participant
from openamif.web.register_form import the_register_form
from tests.factories import register
from tests.register.files import separated, took_part, workbook

BENEFICIARY = "liege@demo.openamif.eu"


def keys_of_registers() -> dict[str, int]:
    """Of a grant of the beneficiary, a participant, an event, an activity, a thing delivered, and four files."""
    who = Person.objects.get(email=BENEFICIARY)
    bodies = who.roles.values("organisation")
    grant = Grant.objects.filter(beneficiary__in=bodies, state="signed").select_related("programme").earliest("pk")
    first = grant.starts_on
    activity = enter_activity(grant, ActivityContent("SWEPT", 7, "A course to look at", first, language="fr"), by=who)
    someone = Participant.objects.filter(grant=grant).first() or register.participant(grant, by=who)
    record_events(grant, [EventContent(someone.pk, 7, first, activity.pk, 3)], by=who)
    record_output(grant, OutputContent("information_package", "Swept", first), by=who)
    return {
        "own_grant": grant.pk,
        "participant": someone.pk,
        "event": Event.objects.filter(participant=someone, activity=activity).latest("pk").pk,
        "activity": activity.pk,
        "output": Output.objects.filter(grant=grant).latest("pk").pk,
        **{name: file.pk for name, file in files_of(grant, who, first).items()},
    }


def files_of(grant: Grant, who: Person, day: date) -> dict[str, object]:
    """One that waits for its job, one that asks for a heading, one with errors, one to confirm."""
    raw = {
        "file_kept": workbook([took_part("K1", day)], []),
        "file_asking": separated([{"Dossier": "D1", "kind": "found_helpful", "happened_on": str(day), "value": "yes"}]),
        "file_wrong": workbook([took_part("W1", day, sex="odd")], []),
        "file_read": workbook([took_part("R1", day, activity="SWEPT")], []),
    }
    kept = {name: keep_file(grant, said, name=f"{name}.xlsx", by=who) for name, said in raw.items()}
    for name, upload in kept.items():
        if name != "file_kept":
            read_file(upload, form=the_register_form())
    return kept
