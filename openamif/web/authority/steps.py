"""What can be done with a version now, each with the reason where it cannot."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.people.models import Person
from openamif.programmes import policy
from openamif.programmes.models import Version
from openamif.programmes.states import ADOPTED, MOVES, VersionState
from openamif.web.components.shapes import Action
from openamif.web.labels import MOVE_MEANINGS, refusal_reason
from openamif.web.labels import MOVES as MOVE_LABELS

NEXT = ("validate", "send", "accept_decision", "adopt")


def actions_for(person: Person, version: Version) -> list[Action]:
    """The three that the head of the page shows: more steps, comparing, and the next step as the main one."""
    more = compare = None
    if policy.part_of(person, version.programme) is None:
        more = Action(_("Export and more"), reverse("authority:version_steps", args=[version.pk]))
        compare = Action(_("Compare versions"), reverse("authority:version_compare", args=[version.pk]))
    following = next_step(person, version)
    return [each for each in (following, compare, more) if each]


def next_step(person: Person, version: Version) -> Action | None:
    """The one step that takes the version forward."""
    if version.state in (*ADOPTED, VersionState.RETURNED_BY_COMMISSION, VersionState.WITHDRAWN, VersionState.CANCELLED):
        verdict = version.is_latest and policy.can_begin_version(person, version)  # type: ignore[attr-defined]
        url = reverse("authority:version_begin", args=[version.pk])
        return Action(_("New version"), url, main=True, post=True) if verdict else None
    if not policy.can_import_into(person, version.programme):
        return None
    move = next((name for name in NEXT if version.state in MOVES[name].sources), None)
    return step(person, version, move, main=True) if move else None


def step(person: Person, version: Version, move: str, *, main: bool = False) -> Action:
    """A move as a button; unavailable, with its reason, where the policy refuses it."""
    verdict = policy.can_make_move(person, version, move)
    url = reverse("authority:version_move", args=[version.pk, move])
    refused = "" if verdict else str(refusal_reason(verdict.reason))
    return Action(str(MOVE_LABELS[move]), url, main=main, refused=refused)


@dataclass(frozen=True)
class PossibleMove:
    """A move as a button, and what it means."""

    action: Action
    meaning: str


def possible_moves(person: Person, version: Version) -> list[PossibleMove]:
    """Every move that the table allows from here."""
    names = [name for name, move in MOVES.items() if version.state in move.sources]
    return [PossibleMove(step(person, version, name), str(MOVE_MEANINGS[name])) for name in names]
