"""Who plays, and what stands on the stage already: what each scene is given."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.contrib.auth.hashers import make_password
from django.utils.timezone import make_aware

from openamif.demo.people import PASSWORD, Player
from openamif.people.models import Organisation, Person, Role, Scope
from openamif.people.states import RoleKind
from openamif.programmes.models import Programme


@dataclass
class Stage:
    """Persons by e-mail address, bodies by name, programmes by period; a scene adds what later ones need."""

    persons: dict[str, Person] = field(default_factory=dict)
    bodies: dict[str, Organisation] = field(default_factory=dict)
    programmes: dict[str, Programme] = field(default_factory=dict)

    def person(self, name: str) -> Person:
        """By the first part of her address: ``officer``."""
        return self.persons[f"{name}@demo.openamif.eu"]


def at_hour(day: date, hour: int) -> datetime:
    """The instant at which something is played."""
    return make_aware(datetime.combine(day, time(hour)))


def enter_persons(players: tuple[Player, ...]) -> dict[str, Person]:
    """By address; the password that everybody has is hashed once, because hashing is slow by design."""
    hashed, persons = make_password(PASSWORD), {}
    for player in players:
        person = Person(email=player.email, password=hashed, name=player.name, language=player.language)
        person.save()
        persons[player.email] = person
    return persons


def give_roles(stage: Stage, players: tuple[Player, ...]) -> None:
    """To each her role in every programme she plays in; an administrator has one, of no programme.

    Whoever has a role already, because she began the programme, has no other.
    """
    parts: dict[tuple[str, tuple[str, ...]], Scope] = {}
    for player in players:
        person, body = stage.persons[player.email], stage.bodies[player.organisation]
        scopes: list[Scope | None] = [None]
        if player.kind != RoleKind.ADMINISTRATOR:
            scopes = [_scope(stage.programmes[period], player.objectives, parts) for period in player.periods]
        for scope in scopes:
            Role.objects.get_or_create(person=person, kind=player.kind, organisation=body, scope=scope, ended_at=None)
        person.__dict__.pop("_holdings", None)


def _scope(programme: Programme, objectives: tuple[str, ...], parts: dict[tuple[str, tuple[str, ...]], Scope]) -> Scope:
    """The whole programme, or a part of it, entered once."""
    if not objectives:
        return programme.scope
    key = (programme.period, objectives)
    if key not in parts:
        name = f"{programme.title}: {', '.join(objectives)}"
        parts[key] = Scope.objects.create(name=name, parent=programme.scope, objectives=list(objectives))
    return parts[key]
