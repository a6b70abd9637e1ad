"""What `manage.py tick` sets off, once however often it runs."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from openamif.grants.models import Grant, ReportDue
from openamif.letters.models import Letter
from openamif.reports.actions.count_tallies import count_tallies
from openamif.reports.models import Publication, Tally, TallyState
from tests.factories import grants, people, programmes, situations
from tests.letters.reported import colleague, first_due, running
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db


def tick() -> str:
    said = StringIO()
    call_command("tick", stdout=said)
    return said.getvalue()


def due_on(day: date) -> None:
    grant = running()
    colleague(grant)
    ReportDue.objects.exclude(pk=first_due(grant).pk).delete()
    ReportDue.objects.update(due_on=day)


def test_two_ticks_send_one_letter():
    due_on(timezone.localdate())
    assert tick() == "1 letters queued, 0 files forgotten\n"
    assert tick() == "0 letters queued, 0 files forgotten\n"
    assert [letter.state for letter in Letter.objects.all()] == ["sent"]
    assert len(mail.outbox) == 1


def test_a_tick_with_nothing_to_do_sends_nothing():
    assert tick() == "0 letters queued, 0 files forgotten\n"
    assert mail.outbox == []


def test_a_programme_counted_by_other_rules_is_counted_again():
    programme = bare_programme()
    state = count_tallies(programme)
    tick()
    assert TallyState.objects.get().counted_at == state.counted_at
    TallyState.objects.update(rules="of another day")
    tick()
    assert TallyState.objects.get().rules == state.rules


def test_a_project_counts_from_the_day_on_which_it_starts():
    programme, today = programmes.programme_2021().programme, timezone.localdate()
    body = people.organisation("Town", kind="local_public_body")
    said = {"objective": "SO2", "action": None, "beneficiary": body, "intervention_fields": "II.001"}
    grant = grants.draft(programme, **said)
    days = {"starts_on": today + timedelta(days=1), "ends_on": today + timedelta(days=9), "signed_on": today}
    Grant.objects.filter(pk=grant.pk).update(state="signed", **days)
    count_tallies(programme)
    assert not Tally.objects.filter(indicator="O.2.7").exists()
    Grant.objects.filter(pk=grant.pk).update(starts_on=today)
    TallyState.objects.update(counted_at=timezone.now() - timedelta(days=1))
    tick()
    assert Tally.objects.filter(indicator="O.2.7", grant=None, authority=None).get().number == 1


def test_a_tick_publishes_the_figures_of_the_quarter_once():
    there = situations.situation()
    tick()
    tick()
    assert Publication.objects.get().programme == there.programme
