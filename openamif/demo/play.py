"""The play: Belgium's programme is read, checked, validated, sent and adopted, and its next version begun."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from django.db import transaction
from django.utils.timezone import localdate

from openamif.demo.grants import play_grants
from openamif.demo.people import AUTHORITY, FLEMISH, ORGANISATIONS, PASSWORD, PEOPLE, Player
from openamif.people.models import Organisation, Person, Role, Scope
from openamif.people.states import RoleKind
from openamif.programmes.actions.accept_decision import accept_decision
from openamif.programmes.actions.adopt_version import adopt_version
from openamif.programmes.actions.begin_programme import ProgrammeName, begin_programme
from openamif.programmes.actions.begin_version import begin_version
from openamif.programmes.actions.designate_authorities import designate_authorities
from openamif.programmes.actions.revise_version import revise_version
from openamif.programmes.actions.send_version import send_version
from openamif.programmes.actions.validate_version import validate_version
from openamif.programmes.models import DesignatedAuthority, Programme, Version
from openamif.programmes.models.changing import with_amounts
from openamif.programmes.queries import content_of
from openamif.record.actions.keep_document import keep_document
from openamif.sfc.reader_2014 import read_bytes

DOCUMENT = Path(__file__).parent / "documents" / "be-amif-2014-2020.fr.txt"
NAME = ProgrammeName(country="BE", title="Belgium · AMIF 2014-2020", cci="2014BE65AMNP001", number=5, working=1)
DECISION = "C(2018) 8311 (demonstration)"
DECIDED_ON = date(2018, 12, 10)
DESIGNATED_ON = date(2014, 9, 27)


def is_played() -> bool:
    """Whether the demonstration is there."""
    return Person.objects.filter(email=PEOPLE[0].email).exists()


@transaction.atomic
def play() -> None:
    """From an empty database to a programme in force with a version being prepared."""
    organisations = {
        name: Organisation.objects.create(name=name, kind=str(kind)) for name, kind in ORGANISATIONS.items()
    }
    persons = {player.email: _enter(player) for player in PEOPLE}
    officer, head = (persons[player.email] for player in PEOPLE[:2])
    start = Scope.objects.create(name="AMIF")
    Role.objects.create(
        person=officer, kind=RoleKind.RESPONSIBLE_AUTHORITY, organisation=organisations[AUTHORITY], scope=start
    )
    version = _imported(officer)
    _give_roles(version.programme, organisations, persons)
    adopted = _adopted(version, officer, head)
    _next_version(adopted, officer)
    play_grants(adopted.programme, delegated=organisations[FLEMISH], by=officer, on=localdate())


def _enter(player: Player) -> Person:
    return Person.objects.create_user(player.email, PASSWORD, name=player.name, language=player.language)


def _imported(officer: Person) -> Version:
    raw = DOCUMENT.read_bytes()
    kept = keep_document(raw, name=DOCUMENT.name, content_type="text/plain", by=officer)
    return begin_programme(read_bytes(raw).programme, name=NAME, source=kept, by=officer)


def _give_roles(programme: Programme, organisations: dict[str, Organisation], persons: dict[str, Person]) -> None:
    for player in PEOPLE[1:]:
        scope: Scope | None = programme.scope
        if player.kind == RoleKind.ADMINISTRATOR:
            scope = None
        elif player.objectives:
            scope = Scope.objects.create(
                name=f"{programme.title}: {', '.join(player.objectives)}",
                parent=programme.scope,
                objectives=list(player.objectives),
            )
        Role.objects.create(
            person=persons[player.email], kind=player.kind, organisation=organisations[player.organisation], scope=scope
        )


def _adopted(version: Version, officer: Person, head: Person) -> Version:
    version = designate_authorities(version, _authorities(), revision=version.revision, by=officer)
    version = validate_version(version, by=officer, on=localdate())
    version = send_version(version, by=head)
    version = accept_decision(version, by=officer)
    return adopt_version(version, decision_reference=DECISION, decision_on=DECIDED_ON, by=officer)


def _authorities() -> list[DesignatedAuthority]:
    return [
        DesignatedAuthority(kind="RA", name=AUTHORITY, head="Head of unit", designated_on=DESIGNATED_ON),
        DesignatedAuthority(kind="AA", name="Audit authority (demonstration)", designated_on=DESIGNATED_ON),
        DesignatedAuthority(
            kind="DA",
            name="Flemish integration authority (demonstration)",
            designated_on=DESIGNATED_ON,
            activities="Integration measures in Flanders",
        ),
    ]


def _next_version(adopted: Version, officer: Person) -> None:
    """A reshuffle inside integration: no new decision needed so far."""
    draft = begin_version(adopted, by=officer)
    document = content_of(draft).document
    moved = Decimal(120000)
    plan = document.financial_plan
    amounts: dict[tuple[str, int | None], Decimal | None] = {
        ("SO2.NO2", None): (plan["SO2.NO2"] or Decimal(0)) - moved,
        ("SO2.NO3", None): (plan["SO2.NO3"] or Decimal(0)) + moved,
    }
    revise_version(draft, with_amounts(document, "plan", amounts), revision=draft.revision, by=officer)
