"""A register is erased: what was reported, proved and counted of it stays."""

from datetime import date

import pytest

from openamif.grants.actions.erase_persons import NotDue
from openamif.people.policy import Refused
from openamif.record.queries import chain_state
from openamif.register.actions.erase_register import erase_register
from openamif.register.models import Erasure, Event, Participant, Subject
from openamif.register.states import EventKind
from openamif.reports import policy
from openamif.reports.actions.accept_report import accept_report
from openamif.reports.actions.begin_correction import begin_correction
from openamif.reports.actions.count_tallies import count_tallies
from openamif.reports.actions.erase_counted_register import erase_counted_register
from openamif.reports.actions.examine_report import examine_report
from openamif.reports.actions.follow_register import follow_register
from openamif.reports.models import CountedParticipant, KeptTally, ProgressReport, ReportSubmission, ReportValue, Tally
from openamif.reports.queries.frozen import differences, is_intact
from openamif.reports.queries.values import programme_values, values_of
from openamif.verification.actions.close_check import close_check
from openamif.verification.models import SampledParticipant
from tests.factories import checks, registers, reports
from tests.factories.people import organisation

pytestmark = pytest.mark.django_db
DUE_ON, AFTER = date(2028, 10, 16), date(2028, 12, 31)


def tallies(programme) -> dict:
    rows = Tally.objects.filter(programme=programme)
    return {(t.grant_id, t.authority_id, t.indicator, t.age, t.sex): t.number for t in rows}


def learner(grant, subject=None, **said):
    one = registers.participant(grant, subject=subject, **{"birth_year": 1990, "sex": "female", **said})
    registers.event(one, EventKind.LANGUAGE_COURSE)
    return one


@pytest.fixture
def part():
    return organisation()


@pytest.fixture
def made(part):
    """Two persons in the grant."""
    cast = reports.cast(delegated_authority=part)
    learner(cast.grant)
    learner(cast.grant, sex="male")
    registers.output(cast.grant, "new_places", quantity=4)
    return cast


@pytest.fixture
def other(made, part):
    """Another grant of the same part, with one person of its own and one who takes part in both."""
    other = reports.cast(made.grant.programme, delegated_authority=part).grant
    learner(other)
    learner(other, Participant.objects.filter(grant=made.grant, sex="female").get().subject)
    return other


def test_the_tallies_of_all_stay_as_they_were(made, other):
    programme = made.grant.programme
    count_tallies(programme)
    before = tallies(programme)
    assert before[None, None, "SO2.C2", "18_60", "female"] == 2
    with pytest.raises(NotDue):
        erase_counted_register(made.grant, on=date(2028, 10, 15))
    erase_counted_register(made.grant, on=DUE_ON)
    assert not Event.objects.filter(grant=made.grant).exists()
    assert not CountedParticipant.objects.filter(grant=made.grant).exists()
    assert tallies(programme) == before
    for follow in (count_tallies, lambda _programme: follow_register(made.grant), count_tallies):
        follow(programme)
        assert tallies(programme) == before


def test_whoever_comes_to_another_grant_counts_beside_what_was_kept(made, other):
    programme = made.grant.programme
    erase_counted_register(made.grant, on=DUE_ON)
    fresh = learner(other, sex="male")
    follow_register(other, subjects=[fresh.subject_id])
    followed = tallies(programme)
    assert followed[None, None, "SO2.C2", "18_60", "male"] == 2
    assert followed[made.grant.pk, None, "SO2.C2", "18_60", "male"] == 1
    count_tallies(programme)
    assert tallies(programme) == followed


def test_who_is_described_elsewhere_is_counted_as_there(made):
    programme = made.grant.programme
    her = Participant.objects.filter(grant=made.grant, sex="female").get().subject
    other = reports.cast(programme).grant
    learner(other, her, sex="", birth_year=None)
    count_tallies(programme)
    erase_counted_register(made.grant, on=DUE_ON)
    erased = tallies(programme)
    assert erased[None, None, "SO2.C2", "unknown", "unknown"] == 1
    assert sum(n for (g, a, code, *_), n in erased.items() if (g, a, code) == (None, None, "SO2.C2")) == 2
    assert erased[made.grant.pk, None, "SO2.C2", "18_60", "female"] == 1
    count_tallies(programme)
    assert tallies(programme) == erased


def test_two_grants_of_the_same_persons_are_erased_one_after_the_other(made, other):
    programme = made.grant.programme
    count_tallies(programme)
    before = tallies(programme)
    erase_counted_register(made.grant, on=DUE_ON)
    erase_counted_register(other, on=DUE_ON)
    assert not Subject.objects.exists()
    assert tallies(programme) == before
    count_tallies(programme)
    assert tallies(programme) == before


def test_a_register_erased_while_nobody_counted_keeps_its_tallies_too(made):
    programme = made.grant.programme
    count_tallies(programme)
    before = tallies(programme)
    erase_register(made.grant, on=DUE_ON)
    follow_register(made.grant)
    assert tallies(programme) == before
    for _ in range(2):
        count_tallies(programme)
        assert tallies(programme) == before
    assert set(KeptTally.objects.values_list("within", flat=True)) == {"grant", "authority", "programme"}


def test_values_after_the_end_of_the_grant_stay(made, other):
    programme = made.grant.programme
    own, whole = (
        of(which, until=AFTER)["SO2.C2"] for of, which in ((values_of, made.grant), (programme_values, programme))
    )
    assert (own.number, whole.number) == (2, 3)
    erase_counted_register(made.grant, on=DUE_ON)
    assert values_of(made.grant, until=AFTER)["SO2.C2"] == own
    assert programme_values(programme, until=AFTER)["SO2.C2"] == whole


def test_reports_and_checks_stay_without_a_pseudonym(made):
    report = reports.accepted(made)
    check = close_check(checks.carried_out(made.grant, by=made.officer, size=2), reaction="We agree.", by=made.officer)
    frozen = list(ReportValue.objects.order_by("pk").values())
    drawn = [each.number for each in check.sample.order_by("position", "pk")]
    erase_counted_register(made.grant, on=DUE_ON)
    assert (Participant.objects.count(), Subject.objects.count()) == (0, 0)
    assert list(ReportValue.objects.order_by("pk").values()) == frozen
    assert all(map(is_intact, ReportValue.objects.order_by("pk")))
    assert ReportSubmission.objects.filter(report=report).count() == 1
    sampled = list(SampledParticipant.objects.order_by("position", "pk"))
    assert [(each.number, each.participant, each.outcome) for each in sampled] == [(n, None, "agrees") for n in drawn]
    assert chain_state().holds


def test_a_value_of_an_erased_register_is_not_said_to_differ(made):
    report = reports.submitted(made)
    assert all(each.is_reproduced for each in differences(report))
    erase_counted_register(made.grant, on=DUE_ON)
    for found in differences(ProgressReport.objects.get(pk=report.pk)):
        assert found.is_erased
        assert (found.is_reproduced, found.is_same, found.events) == (False, False, ())


def test_nothing_is_signed_or_corrected_from_an_erased_register(made):
    report = reports.submitted(made)
    Erasure.objects.create(grant=made.grant, due_on=DUE_ON)
    made.grant.refresh_from_db()
    accept_report(examine_report(report, by=made.officer), by=made.second)
    report.refresh_from_db()
    with pytest.raises(Refused) as refusal:
        begin_correction(report, reason="x", by=made.editor)
    assert refusal.value.verdict.reason == "register_erased"
    report.state = "returned"
    assert policy.can_sign_report(made.signer, report).reason == "register_erased"


@pytest.mark.parametrize("is_counted_anew", [False, True])
def test_what_was_kept_comes_to_another_authority_with_its_grant(made, part, is_counted_anew):
    grant, heir = made.grant, organisation()
    count_tallies(grant.programme)
    erase_counted_register(grant, on=DUE_ON)
    grant.delegated_authority = heir
    grant.save()
    if is_counted_anew:
        count_tallies(grant.programme)
    else:
        follow_register(grant)
    numbers = {(authority, indicator): n for (_grant, authority, indicator, *_), n in tallies(grant.programme).items()}
    assert numbers[heir.pk, "SO2.C2"] == 1
    assert (part.pk, "SO2.C2") not in numbers
