"""Whoever keeps the register and signs the reports of the bodies that have no log-in in the demonstration."""

from openamif.demo.stage import Stage
from openamif.demo.words import language_of
from openamif.grants.actions.give_right import give_right
from openamif.grants.models import Grant
from openamif.grants.queries.rights import signers_of
from openamif.grants.states import Right
from openamif.people.models import Person, Role
from openamif.people.states import RoleKind


def play_keepers(stage: Stage) -> dict[int, Person]:
    """The person who signs for each grant, by its key: she who has the right, or somebody without a password."""
    keepers: dict[int, Person] = {}
    by_body: dict[int, Person] = {}
    for grant in Grant.objects.select_related("beneficiary", "programme__scope").order_by("pk"):
        signers = signers_of(grant)
        if signers:
            keepers[grant.pk] = signers[0].person
            continue
        known = by_body.get(grant.beneficiary_id)
        keeper = by_body[grant.beneficiary_id] = known or _keeper(grant, len(by_body) + 1)
        Role.objects.get_or_create(
            person=keeper, kind=RoleKind.BENEFICIARY, organisation=grant.beneficiary, scope=grant.programme.scope
        )
        keeper.__dict__.pop("_holdings", None)
        give_right(grant, keeper, Right.SIGN, by=stage.person("officer"))
        keepers[grant.pk] = keeper
    return keepers


def _keeper(grant: Grant, number: int) -> Person:
    name = f"Coordination {number}"
    language = language_of(grant.beneficiary.name)
    return Person.objects.create_user(f"coordination{number}@demo.openamif.eu", None, name=name, language=language)
