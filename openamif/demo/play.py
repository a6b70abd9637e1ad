"""The play, scene by scene: both programmes, their people, their grants, and who may sign for the beneficiaries."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from openamif.demo.checks import play_checks, play_letters
from openamif.demo.corrections import play_corrections
from openamif.demo.declared import play_wholes
from openamif.demo.grants_2014 import play_grants_2014
from openamif.demo.grants_2021 import play_grants_2021
from openamif.demo.keepers import play_keepers
from openamif.demo.own_indicator import play_own_indicator
from openamif.demo.people import AUTHORITY, FLEMISH, FRANCOPHONE, ORGANISATIONS, PEOPLE
from openamif.demo.programme_2014 import DOCUMENT, NAME, adopt_2014, begin_2014
from openamif.demo.programme_2021 import adopt_2021, begin_2021
from openamif.demo.registers import play_registers
from openamif.demo.reports import Desk, play_reports
from openamif.demo.rights import play_rights
from openamif.demo.stage import Stage, enter_persons, give_roles
from openamif.people.models import Organisation, Person, Role, Scope
from openamif.people.states import RoleKind
from openamif.reports.actions.publish_figures import publish_figures

__all__ = ["DOCUMENT", "NAME", "is_played", "play", "play_funds"]


def is_played() -> bool:
    """Whether the demonstration is there."""
    return Person.objects.filter(email=PEOPLE[0].email).exists()


@transaction.atomic
def play() -> None:
    """From an empty database to two programmes in force, with the grants that they give."""
    stage, on = Stage(), localdate()
    keepers = play_funds(stage, on=on)
    play_all_reports(stage, keepers, on=on)
    play_own_indicator(stage.programmes["2014-2020"], by=stage.person("officer"))
    play_letters(on=on)
    for programme in stage.programmes.values():
        publish_figures(programme, on=on, by=None)


def play_funds(stage: Stage, *, on: date) -> dict[int, Person]:
    """All but the reports; whoever signs for each grant, by its key."""
    play_people(stage)
    play_programmes(stage, on=on)
    play_grants(stage, on=on)
    play_rights(stage)
    keepers = play_keepers(stage)
    for programme in stage.programmes.values():
        play_registers(programme, keepers, on=on)
    play_wholes(stage.programmes["2014-2020"], by=stage.person("officer"))
    return keepers


def play_people(stage: Stage) -> None:
    """Bodies and persons; the officer may begin programmes."""
    stage.bodies = {
        name: Organisation.objects.create(name=name, kind=str(kind)) for name, kind in ORGANISATIONS.items()
    }
    stage.persons = enter_persons(PEOPLE)
    Role.objects.create(
        person=stage.person("officer"),
        kind=RoleKind.RESPONSIBLE_AUTHORITY,
        organisation=stage.bodies[AUTHORITY],
        scope=Scope.objects.create(name="AMIF"),
    )


def play_programmes(stage: Stage, *, on: date) -> None:
    """Both begun, the roles of the authorities given, both adopted."""
    first, second = begin_2014(stage), begin_2021(stage)
    give_roles(stage, tuple(player for player in PEOPLE if player.organisation in ORGANISATIONS))
    adopt_2014(first, stage, on=on)
    adopt_2021(second, stage, on=on)


def play_grants(stage: Stage, *, on: date) -> None:
    """Those of both periods; then the people of the bodies that carry them out."""
    officer = stage.person("officer")
    play_grants_2014(stage.programmes["2014-2020"], delegated=stage.bodies[FLEMISH], by=officer, on=on)
    second = stage.programmes["2021-2027"]
    carrying = play_grants_2021(second, delegated=stage.bodies[FRANCOPHONE], by=officer, on=on)
    stage.bodies |= {body.name: body for body in carrying}
    give_roles(stage, tuple(player for player in PEOPLE if player.organisation not in ORGANISATIONS))


def play_all_reports(stage: Stage, keepers: Mapping[int, Person], *, on: date) -> None:
    """Those of 2014-2020 examined by the unit, those of 2021-2027 by the delegated authority; checked, put right."""
    unit = Desk(stage.person("officer"), stage.person("second"), on)
    agency = Desk(stage.person("agency"), stage.person("agency2"), on)
    for period, desk in {"2014-2020": unit, "2021-2027": agency}.items():
        play_reports(stage.programmes[period], keepers, desk)
        play_checks(stage.programmes[period], keepers, by=desk.examiner, on=on)
        play_corrections(stage.programmes[period], keepers, desk)
