"""Give a colleague a right to a grant: its register and its reports."""

from django.db import transaction

from openamif.grants import policy
from openamif.grants.models import Grant, GrantRight
from openamif.grants.queries.rights import colleague_found, signers_of
from openamif.grants.states import Right
from openamif.people.models import Person
from openamif.people.policy import Refused, Verdict, require
from openamif.record.actions.append_trail import append_trail


@transaction.atomic
def give_right(grant: Grant, person: Person, right: Right, *, by: Person) -> GrantRight:
    """To see, edit or sign, in place of what she had. A grant that has a signer keeps one."""
    grant = Grant.objects.locked(grant.pk)
    require(policy.can_give_rights(by, grant))
    if colleague_found(grant, person.pk) is None:
        raise Refused(Verdict(False, "not_of_the_beneficiary"))
    if right != Right.SIGN and [each.person.pk for each in signers_of(grant)] == [person.pk]:
        raise Refused(Verdict(False, "last_signer"))
    given, _new = GrantRight.objects.update_or_create(grant=grant, person=person, defaults={"right": str(right)})
    append_trail(grant, "right_given", by=by, details={"person": person.pk, "right": str(right)})
    return given
