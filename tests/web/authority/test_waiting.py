"""What leads the home of an officer: reports to decide on, late ones, checks on the spot; nothing for readers."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from openamif.people.states import RoleKind
from openamif.web.components import formats
from tests.factories import checks, grants, people, programmes, reports

pytestmark = pytest.mark.django_db
HOME = "authority:home"
PLACE = {"objective": "SO2.NO2", "action": 3}


@pytest.fixture
def programme():
    return programmes.version().programme


def waiting(client, who):
    client.force_login(who)
    return client.get(reverse(HOME)).context["tasks"]


def labels(tasks) -> list[str]:
    return [task.badge.label.split(" · ")[0] for task in tasks]


def test_what_was_sent_is_to_be_examined_by_each(client, programme):
    made = reports.cast(programme, **PLACE)
    report = reports.submitted(made)
    for officer in (made.officer, made.second):
        first, late = waiting(client, officer)
        assert first.title == f"Progress report 1 of {made.grant.reference}"
        assert first.url == reverse("authority:report", args=[report.pk])
        assert labels([first, late]) == ["To examine", "Overdue"]


def test_what_one_examined_another_accepts(client, programme):
    made = reports.cast(programme, **PLACE)
    report = reports.examined(made)
    hers, others = (labels(waiting(client, who)) for who in (made.officer, made.second))
    assert report.examined_by == made.officer
    assert hers == ["Overdue"]
    assert others == ["To accept", "Overdue"]


def test_late_reports_are_one_line_and_lead_to_as_many(client, programme):
    made = reports.cast(programme, **PLACE)
    reports.cast(programme, **PLACE)
    (late,) = waiting(client, made.officer)
    page = client.get(late.url)
    assert late.title == f"{len(page.context['rows'])} reports are late"
    assert programme.title in late.text


def test_checks_are_to_be_carried_out_and_then_closed(client, programme):
    grant, officer = checks.with_register(programme, **PLACE), grants.manager(programme)
    planned, visited = (make(grant, by=officer) for make in (checks.planned, checks.carried_out))
    found = [task for task in waiting(client, officer) if "Check on the spot" in task.title]
    assert labels(found) == ["To carry out", "To close"]
    assert [task.url for task in found] == [reverse("authority:check", args=[each.pk]) for each in (planned, visited)]
    assert found[0].text == f"Planned on {formats.day(checks.PLANNED_ON)}: 0 of 3 looked at."
    assert found[0].due_on is None, "the day of planning is no day to be late on"


def test_a_delegated_authority_sees_what_waits_in_its_part_alone(client, programme):
    made = reports.cast(programme, **PLACE)
    reports.submitted(made)
    part = people.scope("Return", parent=programme.scope, objectives=("SO3",))
    assert waiting(client, people.person(RoleKind.DELEGATED_AUTHORITY, scope=part)) == []


@pytest.mark.parametrize("kind", [RoleKind.AUDIT_AUTHORITY, RoleKind.EVALUATOR, RoleKind.COMMITTEE_MEMBER])
def test_nothing_waits_for_whoever_only_reads(client, programme, kind):
    reports.submitted(reports.cast(programme, **PLACE))
    assert waiting(client, people.person(kind, scope=programme.scope)) is None
    assert "waits" not in client.get(reverse(HOME)).content.decode()


def test_it_asks_as_much_for_1_report_as_for_3(client, programme):
    first = reports.cast(programme, **PLACE)
    reports.submitted(first)
    client.force_login(first.officer)

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(reverse(HOME))
        return len(queries)

    client.get(reverse(HOME))
    once = asked()
    for _ in range(2):
        reports.submitted(reports.cast(programme, **PLACE))
    assert asked() == once


def test_an_administrator_is_led_to_persons_organisations_and_the_trail(client, programme):
    client.force_login(people.administrator())
    html = client.get(reverse(HOME)).content.decode()
    for page in ("persons", "organisations", "trail"):
        assert html.count(f'href="{reverse(f"administration:{page}")}"') == 2
    assert "You work in no programme yet" not in html


def test_the_total_has_no_column_for_whoever_holds_a_part_alone(client, programme):
    delegate = people.person(
        RoleKind.DELEGATED_AUTHORITY, scope=people.scope("Part", parent=programme.scope, objectives=("SO2.NO2",))
    )
    auditor = people.person(RoleKind.AUDIT_AUTHORITY, scope=programme.scope)
    for reader, has_total in ((delegate, False), (auditor, True)):
        client.force_login(reader)
        assert ("Total (EUR)" in client.get(reverse(HOME)).content.decode()) is has_total
