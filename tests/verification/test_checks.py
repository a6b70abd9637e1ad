"""From the findings on the spot to the reaction of the beneficiary."""

from datetime import date

import pytest

from openamif.people.policy import Refused
from openamif.record.actions.make_move import ReasonMissing
from openamif.record.queries import trail_of
from openamif.register.models import Event
from openamif.verification.actions.abandon_check import abandon_check
from openamif.verification.actions.carry_out_check import carry_out_check
from openamif.verification.actions.close_check import close_check
from openamif.verification.actions.link_correction import NotItsCorrection, link_correction
from openamif.verification.actions.write_finding import FindingChangedMeanwhile, write_finding
from openamif.verification.models import OperationalCheck
from openamif.verification.queries import corrections_since, events_seen_of, sample_of, sums_of
from openamif.verification.states import CheckState, Outcome
from tests.factories import checks
from tests.factories.programmes import responsible
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def grant():
    return checks.with_register(bare_programme())


@pytest.fixture
def officer(grant):
    return responsible(grant.programme)


def refused(action, *args, **said) -> str:
    with pytest.raises(Refused) as refusal:
        action(*args, **said)
    return refusal.value.verdict.reason


def test_a_finding_is_written_and_written_anew(grant, officer):
    check = checks.planned(grant, by=officer)
    sampled = sample_of(check)[0]
    write_finding(sampled, outcome=Outcome.DIFFERS, note=" 12 hours, not 30 ", by=officer)
    written = write_finding(sampled, outcome=Outcome.AGREES, by=officer)
    assert (written.outcome, written.note) == ("agrees", "")
    last, first = list(trail_of(check))[:2]
    assert (first.event, first.reason, first.details) == (
        "finding_written",
        "12 hours, not 30",
        {"position": 1, "outcome": "differs"},
    )
    assert last.details["outcome"] == "agrees"


def test_a_finding_sent_twice_is_written_once(grant, officer):
    check = checks.planned(grant, by=officer)
    sampled = sample_of(check)[0]
    for _ in range(2):
        write_finding(sampled, outcome=Outcome.DIFFERS, note="Two days.", seen=sampled.written, by=officer)
    assert [each.event for each in trail_of(check)].count("finding_written") == 1


def test_a_colleagues_finding_is_not_written_over_unawares(grant, officer):
    check = checks.planned(grant, by=officer)
    sampled = sample_of(check)[0]
    write_finding(sampled, outcome=Outcome.DIFFERS, note="Two days.", seen=sampled.written, by=officer)
    with pytest.raises(FindingChangedMeanwhile) as told:
        write_finding(sampled, outcome=Outcome.AGREES, seen=sampled.written, by=responsible(grant.programme))
    assert told.value.sampled.note == sample_of(check)[0].note == "Two days."


def test_a_finding_names_the_event_that_mended_the_register(grant, officer):
    check = checks.planned(grant, by=officer)
    sampled = sample_of(check)[0]
    event = Event.objects.filter(participant=sampled.participant).get()
    write_finding(sampled, outcome=Outcome.DIFFERS, note="Two days.", correction=event, by=officer)
    assert sample_of(check)[0].correction == event
    assert write_finding(sampled, outcome=Outcome.DIFFERS, note="Two.", by=officer).correction == event


def test_a_check_is_carried_out_once_everybody_was_looked_at(grant, officer):
    check = checks.planned(grant, by=officer)
    said = {"carried_out_on": checks.VISITED_ON, "findings": " In order. ", "by": officer}
    assert refused(carry_out_check, check, **said) == "sample_not_looked_at"
    for sampled in sample_of(check):
        write_finding(sampled, outcome=Outcome.AGREES, by=officer)
    done = carry_out_check(check, recommendations="Keep lists by week.", is_without_delay=False, **said)
    assert (done.state, done.findings, done.is_without_delay) == (CheckState.CARRIED_OUT, "In order.", False)
    assert trail_of(done).first().details == {"carried_out_on": "2020-03-16"}
    assert refused(write_finding, sample_of(done)[0], outcome=Outcome.AGREES, by=officer) == "check_in_another_state"


def test_a_check_is_closed_with_the_reaction(grant, officer):
    check = checks.carried_out(grant, by=officer)
    closed = close_check(check, reaction=" We agree. ", by=officer)
    assert (closed.state, closed.reaction) == (CheckState.CLOSED, "We agree.")
    assert refused(close_check, check, reaction="Again.", by=officer) == "check_in_another_state"


def test_a_check_is_abandoned_with_a_reason_and_stays(grant, officer):
    check = checks.planned(grant, by=officer)
    with pytest.raises(ReasonMissing):
        abandon_check(check, reason=" ", by=officer)
    abandon_check(check, reason="The offices are flooded.", by=officer)
    kept = OperationalCheck.objects.get(pk=check.pk)
    assert (kept.state, kept.sample.count()) == (CheckState.ABANDONED, 3)
    assert refused(abandon_check, check, reason="Again.", by=officer) == "check_in_another_state"
    assert refused(write_finding, sample_of(check)[0], outcome=Outcome.AGREES, by=officer) == "check_in_another_state"


def test_sums_of_a_sample(grant, officer):
    check = checks.planned(grant, by=officer, size=4)
    first, second, third, _rest = sample_of(check)
    write_finding(first, outcome=Outcome.AGREES, by=officer)
    write_finding(second, outcome=Outcome.DIFFERS, note="Other hours.", by=officer)
    write_finding(third, outcome=Outcome.NOT_FOUND, note="No file.", by=officer)
    sums = sums_of(sample_of(check))
    assert (sums.drawn, sums.looked_at, sums.agreeing, sums.differing, sums.not_found) == (4, 3, 1, 1, 1)


@pytest.mark.parametrize("size", [1, 3])
def test_what_the_register_says_of_a_sample_is_one_query(grant, officer, size, django_assert_num_queries):
    check = checks.planned(grant, by=officer, size=size)
    sample = sample_of(check)
    with django_assert_num_queries(1):
        events = events_seen_of(check, sample)
    assert [[event.happened_on >= date(2019, 2, 1) for event in each] for each in events.values()] == [[True]] * size


def test_the_correction_of_the_beneficiary_is_linked_until_the_check_is_closed(grant, officer):
    check = checks.carried_out(grant, by=officer)
    sampled, other = sample_of(check)[:2]
    event = Event.objects.filter(participant=sampled.participant).get()
    correction = checks.corrected(event)
    assert corrections_since(check, [sampled, other]) == {
        sampled.participant_id: [correction],
        other.participant_id: [],
    }
    for wrong in (sampled, event), (other, correction):
        with pytest.raises(NotItsCorrection):
            link_correction(wrong[0], correction=wrong[1], by=officer)
    assert link_correction(sampled, correction=correction, by=officer).correction == correction
    last = trail_of(check).first()
    assert (last.event, last.details) == ("correction_linked", {"position": 1, "correction": correction.pk})
    close_check(check, reaction="We mended it.", by=officer)
    assert refused(link_correction, sampled, correction=correction, by=officer) == "check_in_another_state"
