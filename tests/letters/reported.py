"""A grant with a report that was begun, its people, and the moves of the report as the trail keeps them."""

from datetime import date
from typing import Any

from django.utils import timezone

from openamif.grants.models import Grant, ReportDue
from openamif.letters.models import Letter
from openamif.people.models import Person
from openamif.people.states import RoleKind
from openamif.record.actions.make_move import make_move
from openamif.reports.models import ProgressReport
from tests.factories import checks, grants
from tests.factories.people import person
from tests.programmes.bare import INSTANT, bare_programme

DUE_ON = date(2020, 3, 1)
"""On which the first report of ``running`` is due."""


def running(**said) -> Grant:
    """A signed grant, entered here before anything fell due."""
    grant = grants.signed(bare_programme(), **checks.WITHOUT_A_PLAN, report_days=61, **said)
    Grant.objects.update(entered_at=INSTANT.replace(year=2019, month=1))
    grant.refresh_from_db()
    assert first_due(grant).due_on == DUE_ON
    return grant


def first_due(grant: Grant) -> ReportDue:
    """The report on the first year."""
    return grant.reports_due.order_by("number", "pk").first()


def colleague(grant: Grant, **said) -> Person:
    """Somebody of the beneficiary."""
    return person(RoleKind.BENEFICIARY, scope=grant.programme.scope, of=grant.beneficiary, **said)


def begun(grant: Grant) -> ProgressReport:
    """In preparation."""
    return ProgressReport.objects.create(grant=grant, due=first_due(grant))


def move(report: ProgressReport, name: str, by: Person, **said: Any) -> ProgressReport:
    """A move with what the database wants to know of it."""
    if name == "submit":
        report.submitted_at, report.submitted_by, report.digest = timezone.now(), by, "0" * 64
    if name == "examine":
        report.examined_at, report.examined_by = timezone.now(), by
    if name == "accept":
        report.accepted_at, report.accepted_by = timezone.now(), by
    return make_move(report, name, by=by, **said)


def kinds() -> list[tuple[str, str]]:
    """What is queued, sent or dropped, in the order of queueing: kind and state."""
    return list(Letter.objects.order_by("pk").values_list("kind", "state"))
