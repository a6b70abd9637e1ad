"""The steps of a version: what stops them, what they ask, what they leave behind."""

from datetime import date
from html import escape

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from openamif.people.models import Person
from openamif.programmes.actions.revise_version import revise_version
from openamif.programmes.actions.validate_version import validate_version
from openamif.programmes.models import Programme, Version
from openamif.programmes.models.changing import with_section
from openamif.programmes.queries import content_of
from openamif.programmes.states import MOVES, VersionState
from openamif.record.models import Trail
from openamif.web.above import page_above
from openamif.web.authority.views.moving import ACTIONS
from openamif.web.labels import REFUSALS
from tests.factories import programmes
from tests.factories.programmes import DAY, DECISION
from tests.web.authority.reading import words

FOUR_EYES = "Four eyes: whoever entered or last validated the version cannot send it."
REASON = "The amounts of 2018 are not final."


def state_of(version: Version) -> str:
    return Version.objects.get(pk=version.pk).state


def validated(office) -> Version:
    return validate_version(office.version, by=office.officer, on=DAY)


def make_wrong(office) -> None:
    """An error stands against it: the total is not the sum of its parts."""
    office.version.amount_set.filter(table="plan", line="TOTAL").update(amount="1.00")


def test_every_move_of_the_table_has_its_action_and_its_words():
    assert ACTIONS.keys() == MOVES.keys()


def test_validating_makes_it_ready_and_leaves_a_trail(office, officer, url):
    page = officer.get(url("version_move", "validate"))
    assert page.status_code == 200
    answer = officer.post(url("version_move", "validate"), follow=True)
    assert answer.redirect_chain[-1][0] == url("version")
    assert "Done: Validated." in words(answer)
    assert state_of(office.version) == VersionState.READY
    assert Trail.objects.filter(event="validate", by=office.officer).count() == 1


def test_an_error_stops_validating_and_is_shown(office, officer, url):
    make_wrong(office)
    answer = officer.post(url("version_move", "validate"))
    assert answer.status_code == 422
    assert "Not yet: these must be put right first" in words(answer)
    assert reverse("authority:version_plan", args=[office.version.pk]) in words(answer)
    assert state_of(office.version) == VersionState.OPEN
    assert not Trail.objects.filter(event="validate").exists()


def test_warnings_are_told_and_do_not_stop(office, officer, url):
    Programme.objects.update(reference_allocation_amount=1)
    page = words(officer.get(url("version_move", "validate")))
    assert ("stands. It does not stop you" in page) or ("stand. They do not stop you" in page)
    officer.post(url("version_move", "validate"))
    assert state_of(office.version) == VersionState.READY


@pytest.mark.parametrize("method", ["get", "post"])
def test_whoever_entered_or_validated_it_does_not_send_it(office, officer, url, method):
    validated(office)
    answer = getattr(officer, method)(url("version_move", "send"))
    assert answer.status_code == 403
    assert FOUR_EYES in words(answer)
    assert state_of(office.version) == VersionState.READY


def test_the_button_for_sending_says_why_it_is_not_hers(office, officer, url):
    validated(office)
    assert FOUR_EYES in words(officer.get(url("version")))
    assert FOUR_EYES in words(officer.get(url("version_steps")))


def test_four_eyes_are_refused_in_the_readers_language(office, officer, url):
    validated(office)
    Person.objects.filter(pk=office.officer.pk).update(language="fr")
    with translation.override("fr"):
        reason = str(REFUSALS["four_eyes"])
    assert reason in words(officer.get(url("version_move", "send")))


def test_a_colleague_sends_it_and_the_document_is_kept(office, client, url):
    validated(office)
    client.force_login(office.colleague)
    assert client.get(url("version_move", "send")).status_code == 200
    client.post(url("version_move", "send"))
    sent = Version.objects.get(pk=office.version.pk)
    assert (sent.state, sent.sent_by) == (VersionState.SENT, office.colleague)
    assert Trail.objects.get(event="send").details["sha256"]


def test_a_version_that_the_form_cannot_hold_is_not_sent_and_says_where(office, officer, client, url):
    unwritable = with_section(
        content_of(office.version).document, "summary", ("2. BASELINE SITUATION IN THE MEMBER STATE",)
    )
    revise_version(office.version, unwritable, revision=1, by=office.officer)
    validated(office)
    client.force_login(office.colleague)
    answer = client.post(url("version_move", "send"))
    assert answer.status_code == 422
    assert "The Commission’s text form cannot hold this version" in words(answer)
    assert state_of(office.version) == VersionState.READY


@pytest.mark.parametrize("move", [name for name, move in MOVES.items() if move.needs_reason])
def test_a_reason_is_owed(office, officer, url, move):
    office.version = (
        programmes.sent_version(country="NL", by=office.officer) if move_needs_sent(move) else office.version
    )
    address = reverse("authority:version_move", args=[office.version.pk, move])
    before = state_of(office.version)
    for typed in ("", "   "):
        answer = officer.post(address, {"reason": typed})
        assert answer.status_code == 422
        assert 'id="id_reason-error"' in words(answer)
        assert "This field is required." in words(answer)
    assert state_of(office.version) == before
    assert officer.post(address, {"reason": REASON}).status_code == 302
    assert state_of(office.version) == MOVES[move].target
    assert Trail.objects.get(event=move).reason == REASON


def move_needs_sent(move: str) -> bool:
    return VersionState.OPEN not in MOVES[move].sources


def test_the_reason_is_read_by_those_concerned(office, officer, client, url):
    officer.post(url("version_move", "return_by_member_state"), {"reason": REASON})
    client.force_login(office.colleague)
    assert REASON in words(client.get(url("version_history")))


def test_a_missing_reason_is_told_in_french(office, officer, url):
    Person.objects.filter(pk=office.officer.pk).update(language="fr")
    answer = officer.post(url("version_move", "withdraw"), {"reason": ""})
    with translation.override("fr"):
        assert gettext("This field is required.") in words(answer)
        assert escape(gettext("Reason")) in words(answer)


@pytest.fixture
def decided(office, officer):
    """A version whose decision is accepted and still has to be linked."""
    sent = programmes.sent_version(country="NL", by=office.officer)
    officer.post(reverse("authority:version_move", args=[sent.pk, "accept_decision"]))
    return sent


@pytest.mark.parametrize("missing", ["decision_reference", "decision_on"])
def test_adopting_needs_reference_and_date(decided, officer, missing):
    address = reverse("authority:version_move", args=[decided.pk, "adopt"])
    typed = {"decision_reference": DECISION, "decision_on": "2018-12-10"}
    answer = officer.post(address, {**typed, missing: ""})
    assert answer.status_code == 422
    assert f'id="id_{missing}-error"' in words(answer)
    (other,) = typed.keys() - {missing}
    assert f'value="{typed[other]}"' in words(answer)
    assert state_of(decided) == VersionState.DECISION_ACCEPTED


@pytest.mark.parametrize("day", ["2018-13-40", "tomorrow", "10/12/18/1"])
def test_a_day_that_is_none_is_refused(decided, officer, day):
    address = reverse("authority:version_move", args=[decided.pk, "adopt"])
    answer = officer.post(address, {"decision_reference": DECISION, "decision_on": day})
    assert answer.status_code == 422
    assert "is no date. Write it as" in words(answer)
    assert f'value="{day}"' in words(answer)


def test_adopting_links_the_decision_and_shows_the_programme_to_the_public(decided, officer, client):
    address = reverse("authority:version_move", args=[decided.pk, "adopt"])
    officer.post(address, {"decision_reference": DECISION, "decision_on": "2018-12-10"})
    adopted = Version.objects.get(pk=decided.pk)
    assert (adopted.decision_reference, adopted.decision_on) == (DECISION, date(2018, 12, 10))
    client.logout()
    assert client.get(reverse("public:programme", args=[adopted.programme_id])).status_code == 200


def test_the_member_state_does_not_adopt_what_needs_a_decision(office, officer):
    sent = programmes.sent_version(country="NL", by=office.officer)
    answer = officer.post(reverse("authority:version_move", args=[sent.pk, "accept_member_state_decision"]))
    assert answer.status_code == 422
    assert "What changed needs a decision of the Commission" in words(answer)
    assert state_of(sent) == VersionState.SENT


def test_a_move_from_another_state_is_refused_with_its_reason(office, officer, url):
    for move in ("send", "adopt", "reopen", "accept_decision"):
        answer = officer.post(url("version_move", move), {"reason": REASON})
        assert answer.status_code == 403
        assert "not in the state that this step begins from" in words(answer)
    assert state_of(office.version) == VersionState.OPEN


def test_a_move_that_the_table_does_not_know_is_not_found(officer, url):
    for move in ("explode", "begin", "__class__"):
        assert officer.get(url("version_move", move)).status_code == 404


def test_a_new_version_begins_from_the_adopted_one_alone(office, officer, url):
    assert officer.post(url("version_begin")).status_code == 403
    adopted = programmes.adopted_version(country="NL", by=office.officer)
    address = reverse("authority:version_begin", args=[adopted.pk])
    assert officer.get(address).headers["Location"] == page_above(address)
    answer = officer.post(address, follow=True)
    new = adopted.programme.versions.get(state=VersionState.OPEN)
    assert answer.redirect_chain[-1][0] == reverse("authority:version", args=[new.pk])
    assert "Version 2.0 is open: an editable copy." in words(answer)
    again = officer.post(address)
    assert again.status_code == 403
    assert "A newer version of this programme is here" in words(again)
    assert f'action="{address}"' not in words(officer.get(reverse("authority:version", args=[adopted.pk])))
    assert adopted.programme.versions.count() == 2


def test_an_observation_needs_text_and_date_and_stands_on_the_history(office, officer):
    sent = programmes.sent_version(country="NL", by=office.officer)
    address = reverse("authority:version_observe", args=[sent.pk])
    answer = officer.post(address, {"text": "Clarify table 2.", "made_on": ""})
    assert answer.status_code == 422
    assert 'id="id_made_on-error"' in words(answer)
    assert "Clarify table 2." in words(answer)
    assert officer.post(address, {"text": "Clarify table 2.", "made_on": "2020-07-01"}).status_code == 302
    assert "Clarify table 2." in words(officer.get(reverse("authority:version_history", args=[sent.pk])))
    assert sent.observations.get().made_on == date(2020, 7, 1)


def test_nothing_is_observed_on_a_version_that_is_not_with_the_commission(office, officer, url):
    answer = officer.post(url("version_observe"), {"text": "Clarify table 2.", "made_on": "2020-07-01"})
    assert answer.status_code == 403
    assert not office.version.observations.exists()


def test_deleting_takes_the_version_and_leaves_its_trail(office, officer):
    adopted = programmes.adopted_version(country="NL", by=office.officer)
    officer.post(reverse("authority:version_begin", args=[adopted.pk]))
    draft = adopted.programme.versions.get(state=VersionState.OPEN)
    address = reverse("authority:version_delete", args=[draft.pk])
    assert officer.get(address).headers["Location"] == page_above(address)
    answer = officer.post(address, follow=True)
    assert "Version 2.0 is deleted; its trail stays." in words(answer)
    assert adopted.programme.versions.get() == adopted
    assert Trail.objects.filter(event="deleted", subject_pk=draft.pk).exists()


def test_a_programme_keeps_one_version(office, officer, url):
    answer = officer.post(url("version_delete"))
    assert answer.status_code == 403
    assert "This is the only version of the programme" in words(answer)
    assert url("version_delete") not in words(officer.get(url("version_steps")))
    assert office.programme.versions.get() == office.version


def test_a_version_that_was_sent_is_not_deleted(office, officer):
    sent = programmes.sent_version(country="NL", by=office.officer)
    answer = officer.post(reverse("authority:version_delete", args=[sent.pk]))
    assert answer.status_code == 403
    assert "A version that was ever sent cannot be deleted." in words(answer)
    assert Version.objects.filter(pk=sent.pk).exists()


def test_the_steps_are_those_of_the_state(office, officer, url):
    page = words(officer.get(url("version_steps")))
    possible = {move for move, one in MOVES.items() if VersionState.OPEN in one.sources}
    for move in MOVES:
        assert (f'href="{url("version_move", move)}"' in page) == (move in possible), move
