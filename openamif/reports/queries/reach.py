"""As far as somebody sees where a programme stands: all of it, or the part that she looks after or checks."""

from dataclasses import dataclass

from openamif.grants.models import READERS, Grant, GrantQuerySet
from openamif.grants.states import GrantState
from openamif.people.models import Organisation, Role
from openamif.people.queries import Holdings
from openamif.people.states import RoleKind
from openamif.programmes.models import Programme

SEEING_ALL = (*READERS, RoleKind.DELEGATED_AUTHORITY)
"""Who sees figures of which nothing is hidden."""


@dataclass(frozen=True)
class Reach:
    """As far as somebody sees: the whole programme, or the grants that she looks after in her part of it.

    ``name``: of the delegated authority whose part somebody else looks at.
    """

    programme: Programme
    is_whole: bool
    grants: GrantQuerySet
    objectives: tuple[str, ...] = ()
    authorities: tuple[int, ...] = ()
    name: str = ""

    @property
    def signed(self) -> GrantQuerySet:
        """Those that both sides have signed, ended ones too: what is granted and planned. A draft promises nothing."""
        return self.grants.exclude(state=GrantState.DRAFT)

    def holds(self, objective: str) -> bool:
        """Whether something of that objective belongs to it (``SO2`` where the part has ``SO2.NO2``).

        Everything does where an authority has a part of which no objectives are said.
        """
        return not self.objectives or any(each.split(".")[0] == objective for each in self.objectives)


def reach_of(programme: Programme, held: Holdings) -> Reach:
    """What she sees of a programme: all of it, or the part that she looks after, checks or evaluates.

    What else she may see, such as grants of her own, is not in it.
    """
    of_it = Grant.objects.filter(programme=programme)
    if held.holds(*READERS, scope_id=programme.scope_id):
        return Reach(programme, True, of_it)
    parts = roles_for(held, programme, *SEEING_ALL)
    objectives = tuple(sorted({code for part in parts if part.scope for code in part.scope.objectives}))
    has_pool = all(part.kind == RoleKind.DELEGATED_AUTHORITY for part in parts)
    authorities = tuple(sorted({part.organisation_id for part in parts})) if has_pool else ()
    return Reach(programme, False, of_it.visible_to(Holdings(parts)), objectives, authorities)


def reach_of_authority(programme: Programme, authority: Organisation) -> Reach:
    """The part that a delegated authority looks after, for whoever sees the whole: its grants, and their objectives."""
    grants = Grant.objects.filter(programme=programme, delegated_authority=authority)
    objectives = tuple(sorted(grants.order_by().values_list("objective", flat=True).distinct()))
    return Reach(programme, False, grants, objectives, (authority.pk,), authority.name)


def roles_for(held: Holdings, programme: Programme, *kinds: RoleKind) -> tuple[Role, ...]:
    """Her roles of these kinds for the programme or for a part of it."""
    return tuple(
        role
        for role in held.roles
        if role.kind in kinds and role.scope and programme.scope_id in (role.scope_id, role.scope.parent_id)
    )


def whole_of(programme: Programme) -> Reach:
    """The whole programme, whoever asks: for what is shown to everybody, with small numbers hidden."""
    return Reach(programme, True, Grant.objects.filter(programme=programme))


def grant_within(reach: Reach, pk: int) -> Grant | None:
    """A grant, if it is among those that she sees."""
    return reach.grants.filter(pk=pk).select_related("programme", "beneficiary").first()


def drafts_in(reach: Reach) -> int:
    """How many are not signed yet: told beside the others, and in no figure."""
    return reach.grants.filter(state=GrantState.DRAFT).count()


def keys_of_grants(reach: Reach) -> list[int]:
    """Of all that she sees."""
    return list(reach.grants.order_by("pk").values_list("pk", flat=True))


def has_erased_registers(reach: Reach) -> bool:
    """Whether what was counted in some of the grants is no longer there to be opened."""
    return reach.grants.filter(register_erasure__isnull=False).exists()


def covers_programme(held: Holdings, programme: Programme, *more: RoleKind) -> bool:
    """Whether somebody runs, checks or evaluates it or a part of it, or looks after grants of it; or is of ``more``."""
    return bool(roles_for(held, programme, *SEEING_ALL, *more))
