"""Participants: entered under pseudonyms, described anew with what was said before, identified later."""

from datetime import UTC, date, datetime

import pytest

from openamif.methods.pseudonyms import Identity
from openamif.people.policy import Refused
from openamif.record.models import Trail
from openamif.record.queries import trail_of
from openamif.register.actions.describe_participant import describe_participant
from openamif.register.actions.enter_participant import enter_participant
from openamif.register.actions.identify_participant import identify_participant
from openamif.register.actions.log_opening import log_opening
from openamif.register.actions.refusals import RegisterNotLawful
from openamif.register.facts import PersonDescription
from openamif.register.models import Extent, Participant, PastDescription, Pseudonym
from tests.factories import grants, programmes, register
from tests.factories.grants import manager

pytestmark = pytest.mark.django_db
FATIMA = Identity("85.07.30-033 28", "Amrani", "Fatima", date(1985, 7, 30))


def enter(grant, by, reference="A1", **said):
    description = said.pop("description", PersonDescription())
    identity = said.pop("identity", Identity())
    return enter_participant(
        grant, identity=identity, local_reference=reference, description=description, by=by, on=register.DAY, **said
    )


def test_nobody_is_named_anywhere(grant, by):
    made = enter(grant, by, identity=FATIMA, description=PersonDescription(1985, "female"))
    assert (made.local_reference, made.birth_year, made.sex) == ("A1", 1985, "female")
    kept = " ".join(str(row) for table in (Participant, Pseudonym, Trail) for row in table.objects.values())
    assert not any(each in kept for each in ("Amrani", "Fatima", "amrani", "85073003328", "1985, 7"))
    assert trail_of(grant).first().details == {"participant": made.pk}
    assert Extent.objects.get(grant=grant).participants == 1


def test_the_same_person_in_two_grants_is_one_subject(grant, by):
    other = register.signed_grant(grant.programme)
    one = enter(grant, by, identity=FATIMA)
    again = enter(other, register.filler(other), "77", identity=FATIMA._replace(national_number="", surname="AMRANI"))
    assert one.subject_id == again.subject_id


def test_a_reference_is_used_once(grant, by):
    enter(grant, by)
    with pytest.raises(RegisterNotLawful) as refusal:
        enter(grant, by, " A1 ")
    assert [(each.rule, each.variant) for each in refusal.value.findings] == [("R-11", "participant")]


def test_only_the_beneficiary_enters_and_only_once_it_is_signed(grant, by):
    with pytest.raises(Refused):
        enter(grant, manager(grant.programme))
    draft = grants.draft(grant.programme)
    with pytest.raises(Refused) as refusal:
        enter(draft, register.filler(draft))
    assert refusal.value.verdict.reason == "grant_not_signed"


def test_what_was_said_before_is_kept(grant, by):
    made, at = enter(grant, by, description=PersonDescription(1990)), datetime(2020, 6, 2, tzinfo=UTC)
    described = describe_participant(made, PersonDescription(1991, "male"), by=by, on=register.DAY, at=at)
    assert (described.birth_year, described.sex) == (1991, "male")
    past = PastDescription.objects.get()
    assert (past.birth_year, past.sex, past.replaced_at, past.replaced_by) == (1990, "", at, by)
    assert trail_of(grant).first().details["changed"] == ["birth_year", "sex"]


def test_saying_the_same_again_changes_nothing(grant, by):
    made = enter(grant, by, description=PersonDescription(1990))
    describe_participant(made, PersonDescription(1990), by=by)
    assert not PastDescription.objects.exists()


def test_an_impossible_year_of_birth_is_refused(grant, by):
    with pytest.raises(RegisterNotLawful):
        enter(grant, by, description=PersonDescription(2021))


def test_whoever_is_identified_later_may_be_known_already(grant, by):
    known, unknown = enter(grant, by, identity=FATIMA), enter(grant, by, "A2")
    assert known.subject_id != unknown.subject_id
    found = identify_participant(unknown, FATIMA, by=by)
    assert found.subject_id == known.subject_id
    assert PastDescription.objects.get().subject_id == unknown.subject_id


@pytest.mark.parametrize("said", [Identity(), Identity(surname="Alaoui"), FATIMA])
def test_what_says_nothing_new_of_her_changes_nothing(grant, by, said):
    known = enter(grant, by, identity=FATIMA)
    assert identify_participant(known, said, by=by).subject_id == known.subject_id
    assert not PastDescription.objects.exists()
    assert trail_of(grant).first().event == "participant_entered"


def test_whoever_opens_a_page_from_outside_leaves_a_trail(grant, by):
    made, officer = enter(grant, by), manager(grant.programme)
    assert log_opening(made, by=by) is None
    assert log_opening(made, by=officer).event == "opened"
    with pytest.raises(Refused):
        log_opening(made, by=manager(programmes.programme(country="NL")))
