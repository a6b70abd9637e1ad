"""Grants by hand: entered as drafts, changed with a trail, signed if lawful, ended."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from openamif.grants.actions.change_grant import GrantChangedMeanwhile, GrantNotLawful, change_grant
from openamif.grants.actions.end_grant import end_grant
from openamif.grants.actions.enter_grant import enter_grant
from openamif.grants.actions.name_owners import name_owners
from openamif.grants.actions.sign_grant import sign_grant
from openamif.grants.facts import AmendmentContent, ContractContent, OwnerContent, content_of
from openamif.grants.models import Grant
from openamif.grants.queries.owners import owners_of
from openamif.people.policy import Refused
from openamif.people.states import RoleKind
from openamif.record.queries import chain_state, trail_of
from openamif.reports.models import ProgressReport
from tests.factories import grants, programmes
from tests.factories.people import organisation, person

pytestmark = pytest.mark.django_db
DAY = grants.DAY


@pytest.fixture
def programme():
    return programmes.programme()


@pytest.fixture
def officer(programme):
    return grants.manager(programme)


def events(grant) -> list[tuple[str, str]]:
    return [(row.event, row.to_state) for row in reversed(trail_of(grant))]


def test_a_grant_says_when_it_was_entered(programme, officer):
    earlier = datetime(2020, 3, 2, 9, tzinfo=UTC)
    content = grants.content(reference="BE/2019/PR/0002")
    assert enter_grant(programme, content, by=officer, at=earlier).entered_at == earlier
    assert Grant.objects.get(reference="BE/2019/PR/0002").entered_at == earlier
    now = enter_grant(programme, replace(content, reference="BE/2019/PR/0003"), by=officer).entered_at
    assert now.date() > earlier.date()


def test_grant_is_entered_as_a_draft_with_all_it_says(programme, officer):
    partner = organisation()
    said = grants.content(partners=(partner,), signed_on=DAY, report_months=6, report_days=60)
    grant = enter_grant(programme, said, by=officer)
    fresh = Grant.objects.with_content().get(pk=grant.pk)
    assert content_of(fresh) == replace(said, signed_on=None)
    assert (fresh.state, events(fresh)) == ("draft", [("grant_entered", "draft")])
    calendar = [(each.number, each.starts_on, each.ends_on, each.due_on) for each in fresh.reports_due.all()]
    assert calendar[0] == (1, date(2019, 1, 1), date(2019, 6, 30), date(2019, 8, 29))
    assert calendar[-1] == (4, date(2020, 7, 1), date(2020, 12, 31), date(2021, 3, 1))


def test_grant_is_not_entered_by_whoever_may_not(programme):
    for kind in (RoleKind.AUDIT_AUTHORITY, RoleKind.BENEFICIARY):
        with pytest.raises(Refused):
            enter_grant(programme, grants.content(), by=person(kind, scope=programme.scope))
    part = person(RoleKind.DELEGATED_AUTHORITY, scope=programme.scope)
    with pytest.raises(Refused) as refusal:
        enter_grant(programme, grants.content(), by=part)
    assert refusal.value.verdict.reason == "grant_outside_your_part"


def test_change_is_kept_field_by_field(programme, officer):
    grant = grants.draft(programme, by=officer)
    said = replace(content_of(grant), title="Another title", targets={"SO2.C2": Decimal(300), "SO2.C3": Decimal(2)})
    changed = change_grant(grant, said, revision=1, by=officer, on=DAY)
    assert changed.revision == 2
    assert content_of(Grant.objects.get(pk=grant.pk)) == said
    assert trail_of(grant)[0].details["changes"] == [
        ["title", "A welcome course", "Another title"],
        ["targets.SO2.C2", "250.00", "300"],
        ["targets.SO2.C3", "", "2"],
    ]


def test_trail_says_that_the_contact_changed_and_never_who_it_is(programme, officer):
    grant = grants.draft(programme, by=officer)
    before = replace(content_of(grant), contact_name="Ada Lead", contact_email="ada@example.org", contact_phone="02 1")
    grant = change_grant(grant, before, revision=1, by=officer, on=DAY)
    change_grant(grant, replace(before, contact_name="Bea Next"), revision=2, by=officer, on=DAY)
    second, first, _entered = trail_of(grant)
    assert first.details["changes"] == [[name, "", ""] for name in ("contact_name", "contact_email", "contact_phone")]
    assert second.details["changes"] == [["contact_name", "", ""]]


def test_nothing_changed_leaves_no_trace(programme, officer):
    grant = grants.draft(programme, by=officer)
    change_grant(grant, content_of(grant), revision=1, by=officer, on=DAY)
    assert events(grant) == [("grant_entered", "draft")]


def test_two_who_change_at_once_are_told(programme, officer):
    grant = grants.draft(programme, by=officer)
    said = replace(content_of(grant), title="First")
    change_grant(grant, said, revision=1, by=officer, on=DAY)
    with pytest.raises(GrantChangedMeanwhile):
        change_grant(grant, replace(said, title="Second"), revision=1, by=officer, on=DAY)


def test_signed_grant_stays_lawful(programme, officer):
    grant = grants.signed(programme, by=officer)
    said = replace(content_of(grant), union_amount=Decimal("150000.01"))
    with pytest.raises(GrantNotLawful) as refusal:
        change_grant(grant, said, revision=grant.revision, by=officer, on=DAY)
    assert [finding.rule for finding in refusal.value.findings] == ["G-07"]


def test_draft_may_be_unlawful_and_is_not_signed_then(programme, officer):
    grant = grants.draft(programme, by=officer, union_amount=Decimal("180000"))
    with pytest.raises(GrantNotLawful):
        sign_grant(grant, signed_on=DAY, by=officer, on=DAY)
    assert Grant.objects.get(pk=grant.pk).state == "draft"


def test_grant_is_signed_and_ended(programme, officer):
    grant = grants.ended(programme, by=officer)
    assert (grant.state, grant.signed_on, grant.ended_on) == ("ended", grants.SIGNED_ON, grants.ENDS_ON)
    assert events(grant) == [("grant_entered", "draft"), ("sign", "signed"), ("end", "ended")]
    assert chain_state().holds


def test_moves_are_made_once(programme, officer):
    grant = grants.ended(programme, by=officer)
    with pytest.raises(Refused) as refusal:
        sign_grant(grant, signed_on=DAY, by=officer, on=DAY)
    assert refusal.value.verdict.reason == "grant_in_another_state"
    with pytest.raises(Refused):
        end_grant(grant, ended_on=DAY, by=officer)


def test_calendar_keeps_what_was_reported_on(programme, officer):
    grant = grants.signed(programme, by=officer)
    first, second = grant.reports_due.all()
    begun = ProgressReport.objects.create(grant=grant, due=second)
    shorter = replace(content_of(grant), ends_on=date(2019, 9, 30))
    change_grant(grant, shorter, revision=2, by=officer, on=DAY)
    assert [(due.pk, due.ends_on) for due in grant.reports_due.all()] == [
        (first.pk, date(2019, 9, 30)),
        (second.pk, second.ends_on),
    ]
    begun.delete()
    change_grant(grant, replace(shorter, title="Shorter"), revision=3, by=officer, on=DAY)
    assert [due.pk for due in grant.reports_due.all()] == [first.pk]


def test_owners_are_named_and_the_trail_says_how_many(programme, officer):
    grant = grants.draft(programme, by=officer)
    owner = OwnerContent(surname="Owner", born_on=date(1960, 5, 4))
    assert name_owners(grant, [owner], by=officer)
    assert not name_owners(grant, [owner], by=officer)
    assert owners_of(grant) == (owner,)
    assert (trail_of(grant)[0].event, trail_of(grant)[0].details["count"]) == ("owners_named", 1)
    with pytest.raises(Refused):
        name_owners(grant, [], by=person(RoleKind.AUDIT_AUTHORITY, scope=programme.scope))


def test_nothing_is_signed_on_a_day_that_has_not_come(programme, officer):
    later = date(2020, 6, 2)
    with pytest.raises(GrantNotLawful) as refusal:
        sign_grant(grants.draft(programme, by=officer), signed_on=later, by=officer, on=DAY)
    assert "G-17" in {finding.rule for finding in refusal.value.findings}
    contract = ContractContent(name="Rooms", party="Halls", signed_on=later, amount=Decimal(1))
    for papers in ({"contracts": {"C-1": contract}}, {"amendments": {1: AmendmentContent(later, "Longer")}}):
        grant = grants.signed(programme, by=officer)
        said = replace(content_of(Grant.objects.with_content().get(pk=grant.pk)), **papers)
        with pytest.raises(GrantNotLawful) as refusal:
            change_grant(grant, said, revision=grant.revision, by=officer, on=DAY)
        assert [finding.rule for finding in refusal.value.findings] == ["G-17"]
        assert change_grant(grant, said, revision=grant.revision, by=officer, on=later).revision == grant.revision + 1


def test_a_grant_is_delegated_to_a_body_that_the_programme_knows(programme, officer):
    body = organisation("Integration authority")
    draft = grants.draft(programme, by=officer, delegated_authority=body)
    person(RoleKind.DELEGATED_AUTHORITY, scope=programme.scope)
    with pytest.raises(GrantNotLawful) as refusal:
        sign_grant(draft, signed_on=grants.SIGNED_ON, by=officer, on=DAY)
    assert [finding.rule for finding in refusal.value.findings] == ["G-16"]
    person(RoleKind.DELEGATED_AUTHORITY, scope=programme.scope, of=body)
    assert sign_grant(draft, signed_on=grants.SIGNED_ON, by=officer, on=DAY).state == "signed"
