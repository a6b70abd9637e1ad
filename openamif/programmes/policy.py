"""Who may see a programme and who may move a version. Each answer carries its reason."""

from openamif.people.models import Person
from openamif.people.policy import ALLOWED, Verdict, because
from openamif.people.queries import holdings
from openamif.people.states import RoleKind
from openamif.programmes.models import Programme, Version, own_scope_ids
from openamif.programmes.states import ADOPTED, EDITABLE, MOVES, VersionState


def part_of(by: Person, programme: Programme) -> tuple[str, ...] | None:
    """The objectives she may see of this programme; None for all of them."""
    held = holdings(by)
    if held.holds(*RoleKind, scope_id=programme.scope_id):
        return None
    codes = {code for role in held.parts_of(programme.scope_id) if role.scope for code in role.scope.objectives}
    return tuple(sorted(codes))


def _is_responsible(by: Person, programme: Programme) -> Verdict:
    responsible = holdings(by).holds(RoleKind.RESPONSIBLE_AUTHORITY, scope_id=programme.scope_id)
    return because(responsible, "not_responsible_authority")


def can_see_programme(by: Person, programme: Programme) -> Verdict:
    """Whoever holds a role for the programme, or for a part of it."""
    return because(programme.scope_id in holdings(by).scope_ids(), "no_role_for_programme")


def can_see_total(by: Person, programme: Programme) -> Verdict:
    """The sum of the whole is not for whoever holds only a part of it."""
    return because(part_of(by, programme) is None, "no_role_for_programme")


def can_begin_programme(by: Person) -> Verdict:
    """A responsible authority enters its programmes, or the administrator does for it."""
    held = holdings(by)
    return because(held.holds(RoleKind.RESPONSIBLE_AUTHORITY, RoleKind.ADMINISTRATOR), "not_responsible_authority")


def can_import_into(by: Person, programme: Programme) -> Verdict:
    """The responsible authority reads documents into its programme."""
    return _is_responsible(by, programme)


def can_begin_version(by: Person, latest: Version) -> Verdict:
    """A new version continues one that is adopted, returned, withdrawn or cancelled."""
    over = (VersionState.RETURNED_BY_COMMISSION, VersionState.WITHDRAWN, VersionState.CANCELLED, *ADOPTED)
    return _is_responsible(by, latest.programme) and because(latest.state in over, "version_in_progress")


def can_change_version(by: Person, version: Version) -> Verdict:
    """Only an open version changes; a sent one is frozen. Field by field: the forms are those of 2014-2020."""
    is_by_field = version.programme.period == "2014-2020"
    return _is_open_to(by, version) and because(is_by_field, "programme_entered_as_a_whole")


def can_change_whole(by: Person, version: Version) -> Verdict:
    """As a whole, by its workbook: an open version of a programme of 2021-2027."""
    return _is_open_to(by, version) and because(is_entered_whole(version.programme), "programme_of_another_period")


def can_name_programme(by: Person, version: Version) -> Verdict:
    """What it is called and its CCI number: while a version of it is open, in either period."""
    return _is_open_to(by, version)


def is_entered_whole(programme: Programme) -> bool:
    """Whether its content comes by workbook."""
    return programme.period == "2021-2027"


def _is_open_to(by: Person, version: Version) -> Verdict:
    return _is_responsible(by, version.programme) and because(version.state in EDITABLE, "version_frozen")


def can_make_move(by: Person, version: Version, move: str) -> Verdict:
    """The responsible authority makes every move, and writes down those of the Commission."""
    verdict = _is_responsible(by, version.programme)
    if not verdict:
        return verdict
    if version.state not in MOVES[move].sources:
        return Verdict(False, "version_in_another_state")
    return can_send(by, version) if move == "send" else ALLOWED


def can_send(by: Person, version: Version) -> Verdict:
    """Four eyes: nobody who entered, changed or last validated the data can send them.

    Source: Implementing Regulation (EU) No 802/2014, Article 4(2).
    """
    verdict = _is_responsible(by, version.programme)
    if not verdict:
        return verdict
    hands = {version.entered_by_id, version.validated_by_id, *version.hands}
    return because(by.pk not in hands, "four_eyes")


def can_note_observation(by: Person, version: Version) -> Verdict:
    """The responsible authority writes down what the Commission observes on a version that was sent to it."""
    verdict = _is_responsible(by, version.programme)
    return verdict and because(version.state == VersionState.SENT, "version_in_another_state")


def can_delete_version(by: Person, version: Version) -> Verdict:
    """Only while it is open and nothing of it was ever sent."""
    verdict = _is_responsible(by, version.programme)
    if not verdict:
        return verdict
    if version.sent_at is not None:
        return Verdict(False, "version_was_sent")
    return because(version.state == VersionState.OPEN, "version_in_another_state")


def can_see_version(by: Person, version: Version) -> Verdict:
    """From the inside, with what the rules find: the programme's own people; others read what everybody reads."""
    is_own = version.programme.scope_id in own_scope_ids(holdings(by))
    return can_see_programme(by, version.programme) and because(is_own, "programme_as_everybody_reads_it")
