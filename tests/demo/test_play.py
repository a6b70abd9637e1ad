"""The demonstration: played once, whole, through the actions, and dated so that it can be read today."""

import pytest
from django.contrib.auth import authenticate
from django.utils.timezone import localdate

from openamif.demo.beneficiaries import MEUSE, OF_2014, OF_2021
from openamif.demo.people import ORGANISATIONS, PASSWORD, PEOPLE
from openamif.demo.play import DOCUMENT
from openamif.demo.programme_2014 import DECISION
from openamif.demo.words import LANGUAGES, TITLES, WORDS, language_of, said
from openamif.grants.models import Grant, GrantRight, ReportDue
from openamif.letters.models import Letter
from openamif.letters.states import LetterKind
from openamif.people.models import Organisation, Person
from openamif.people.queries import holdings
from openamif.programmes.models import Programme, Version
from openamif.programmes.policy import part_of
from openamif.programmes.queries import content_of, decision_on_changes, findings_of
from openamif.programmes.states import VersionState
from openamif.record.models import Document, Trail
from openamif.record.queries import file_is_intact, trail_breaks
from openamif.register.models import Event, Output
from openamif.register.states import EventKind, OutputKind
from openamif.reports.models import ProgressReport, ReportValue
from openamif.reports.queries.overview import standings
from openamif.reports.queries.reach import whole_of
from openamif.reports.states import ReportState
from openamif.rules.finding import Severity
from openamif.sfc.reader_2014 import read_bytes
from openamif.verification.models import OperationalCheck, SampledParticipant
from openamif.verification.states import CheckState
from tests.factories.programmes import DAY

pytestmark = pytest.mark.django_db
PERIODS = ("2014-2020", "2021-2027")


def test_everyone_logs_in_with_the_role_that_is_printed(played):
    for player in PEOPLE:
        person = authenticate(username=player.email, password=PASSWORD) or Person.objects.get(email=player.email)
        assert person.check_password(PASSWORD)
        assert person.language == player.language
        assert holdings(person).holds(player.kind), player.email
    assert Organisation.objects.count() == len(ORGANISATIONS) + len(OF_2014) + len(OF_2021)


def test_the_delegated_authority_holds_its_part(played):
    for programme in Programme.objects.all():
        for player in PEOPLE:
            person = Person.objects.get(email=player.email)
            if programme.scope_id in holdings(person).scope_ids():
                assert programme.period in player.periods
                assert part_of(person, programme) == (player.objectives or None)


def test_the_programme_is_in_force_with_its_next_version_open(played):
    adopted, draft = Version.objects.filter(programme__period="2014-2020").order_by("pk")
    assert (adopted.state, adopted.label, adopted.decision_reference) == (
        VersionState.ADOPTED_BY_COMMISSION,
        "5.1",
        DECISION,
    )
    assert (draft.state, draft.label, draft.continues) == (VersionState.OPEN, "6.0", adopted)
    assert adopted.sent_by not in (adopted.entered_by, adopted.validated_by)
    assert content_of(adopted).document == read_bytes(DOCUMENT.read_bytes()).programme


def test_nothing_stops_the_next_version_and_it_needs_no_decision(played):
    draft = Version.objects.get(state=VersionState.OPEN)
    failing = [each for each in findings_of(draft, on=DAY) if not each.holds]
    assert not [each.rule for each in failing if each.severity == Severity.ERROR]
    assert not decision_on_changes(draft, on=DAY).needed


def test_the_trail_holds_and_the_files_are_as_they_came(played):
    assert list(trail_breaks()) == []
    events = set(Trail.objects.values_list("event", flat=True))
    assert events >= {"begun", "validate", "send", "accept_decision", "adopt", "changed"}
    documents = Document.objects.all().order_by("pk")
    assert {"be-amif-2014-2020.fr.txt", "AMIF-BE-5.1.txt", "AMIF-BE-1.2.json"} <= {each.name for each in documents}
    assert all(file_is_intact(each) for each in documents)


def test_the_programme_of_2021_2027_is_in_force_and_says_that_its_amounts_are_invented(played):
    version = Version.objects.get(programme__period="2021-2027")
    assert version.state == VersionState.ADOPTED_BY_COMMISSION
    assert "montants de démonstration" in version.programme.title
    assert [each for each in findings_of(version, on=localdate()) if not each.holds] == []
    assert Grant.objects.count() == 64


def test_days_of_every_report_that_was_sent_are_fixed(played):
    sent = ReportDue.objects.filter(reports__submitted_at__isnull=False).order_by("pk").distinct()
    assert list(sent) == list(ReportDue.objects.filter(is_reported=True).order_by("pk")) != []


def test_beneficiaries_see_their_grants_and_may_sign(played):
    lise = Person.objects.get(email="liege@demo.openamif.eu")
    seen = Grant.objects.visible_to(holdings(lise))
    assert seen.filter(beneficiary__name=MEUSE).exists()
    assert seen.exclude(beneficiary__name=MEUSE).exists()
    rights = GrantRight.objects.filter(grant__beneficiary__name=MEUSE)
    assert set(rights.values_list("person__email", "right")) == {
        ("liege@demo.openamif.eu", "sign"),
        ("colleague@demo.openamif.eu", "edit"),
    }


@pytest.mark.parametrize("period", PERIODS)
def test_a_report_stands_in_each_state_in_both_periods(played, period):
    reports = ProgressReport.objects.filter(grant__programme__period=period)
    assert set(reports.values_list("state", flat=True)) == set(ReportState)
    # 2014-2020 is over: what is on its way there are corrections of reports that were accepted.
    assert reports.filter(version=1).exclude(state__in=["accepted", "superseded"]).exists() is (period == PERIODS[1])


@pytest.mark.parametrize("period", PERIODS)
def test_something_is_put_right_in_both_periods(played, period):
    values = ReportValue.objects.filter(report__grant__programme__period=period, corrected_value__isnull=False)
    assert values.exists()
    assert all(value.corrected_value < value.value and value.correction_reason for value in values)
    second = ProgressReport.objects.get(
        grant__programme__period=period, version=2, state=ReportState.ACCEPTED, corrects__state=ReportState.SUPERSEDED
    )
    assert second.submitted_at < second.examined_at < second.accepted_at


def test_a_figure_is_smaller_once_the_register_was_mended(played):
    second = ProgressReport.objects.get(grant__programme__period=PERIODS[0], version=2, state=ReportState.ACCEPTED)
    before = dict(second.corrects.values.values_list("indicator", "value"))
    assert any(value.value < before[value.indicator] for value in second.values.all())


@pytest.mark.parametrize("period", PERIODS)
def test_what_a_closed_check_did_not_find_is_corrected_in_the_register(played, period):
    closed = OperationalCheck.objects.filter(grant__programme__period=period, state=CheckState.CLOSED)
    not_found = SampledParticipant.objects.filter(check_made__in=closed, outcome="not_found")
    assert not_found.exists()
    for sampled in not_found:
        assert sampled.correction.is_void
        assert sampled.correction.participant == sampled.participant
    assert Event.objects.filter(corrects__isnull=False, grant__programme__period=period).count() == not_found.count()


def test_whatever_the_programme_of_2014_2020_aims_at_has_something_counted_or_declared(played):
    aimed_at = [each for each in standings(whole_of(Programme.objects.get(period=PERIODS[0]))) if each.target]
    assert len(aimed_at) > 10
    assert [each.code for each in aimed_at if not each.value] == []


def test_whatever_a_grant_aims_at_is_counted_or_declared_in_its_programme(played):
    for programme in Programme.objects.all():
        planned = [each for each in standings(whole_of(programme)) if each.planned]
        assert [each.code for each in planned if not each.value] == []


def test_registers_tell_of_most_kinds_that_fit_the_grants(played):
    kinds = set(Event.objects.values_list("kind", flat=True).distinct())
    assert kinds >= {
        EventKind.PRE_DEPARTURE,
        EventKind.RESETTLED,
        EventKind.FAMILY_REUNIFICATION,
        EventKind.HOUSING_ADVICE,
        EventKind.HEALTH_CARE,
        EventKind.DEMOCRATIC_PARTICIPATION,
        EventKind.SPECIFIC_ASSISTANCE,
    }
    assert OutputKind.INFORMATION_PACKAGE in Output.objects.values_list("kind", flat=True)


def test_letters_of_each_kind_are_written_one_about_a_report_that_is_late(played):
    kinds = set(Letter.objects.values_list("kind", flat=True))
    assert kinds >= set(LetterKind) - {LetterKind.IMPORT_FINISHED, LetterKind.REPORT_DUE_SOON}


def test_bodies_write_in_their_own_language(played):
    for grant in Grant.objects.filter(programme__period=PERIODS[0]).select_related("beneficiary"):
        title = grant.title.split(",")[0]
        assert title in {said(english, language_of(grant.beneficiary.name)) for english in TITLES}
    assert {language_of(grant.beneficiary.name) for grant in Grant.objects.select_related("beneficiary")} == {
        *LANGUAGES,
        "en",
    }
    assert all(len(words) == len(LANGUAGES) and all(words) for words in WORDS.values())
    assert said("Language course", "nl") == "Taalcursus"
    assert said("Nobody knows", "nl") == "Nobody knows"
