"""Rights to a grant are given by the authority first, then by those who sign."""

import pytest

from openamif.grants.actions.give_right import give_right
from openamif.grants.queries.rights import colleagues_of, right_of, signers_of
from openamif.grants.states import Right
from openamif.people.policy import Refused
from tests.factories import reports
from tests.factories.people import organisation, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    return reports.cast(partners=(organisation("Partner"),))


def test_the_authority_gives_the_first_right_to_sign_and_signers_the_next(made):
    partner = reports.of_partner(made.grant)
    give_right(made.grant, made.editor, Right.SIGN, by=made.signer)
    give_right(made.grant, partner, Right.EDIT, by=made.editor)
    rights = {each.person: each.right for each in colleagues_of(made.grant)}
    assert rights == {made.signer: Right.SIGN, made.editor: Right.SIGN, partner: Right.EDIT}
    with pytest.raises(Refused, match="cannot_give_rights"):
        give_right(made.grant, partner, Right.SIGN, by=partner)


def test_a_right_goes_to_people_of_the_grant_alone(made):
    with pytest.raises(Refused, match="not_of_the_beneficiary"):
        give_right(made.grant, person(), Right.VIEW, by=made.officer)


def test_a_grant_with_a_signer_keeps_one(made):
    with pytest.raises(Refused, match="last_signer"):
        give_right(made.grant, made.signer, Right.VIEW, by=made.signer)
    give_right(made.grant, made.editor, Right.SIGN, by=made.signer)
    give_right(made.grant, made.signer, Right.VIEW, by=made.editor)
    assert [each.person for each in signers_of(made.grant)] == [made.editor]
    assert right_of(made.signer, made.grant) == Right.VIEW
