"""Reading programmes: whole versions in nine queries, lists that do not grow, and nothing that she may not know of."""

from datetime import date
from decimal import Decimal

import pytest

from openamif.people.queries import holdings
from openamif.people.states import RoleKind
from openamif.programmes import queries
from openamif.programmes.actions.begin_version import begin_version
from openamif.programmes.actions.designate_authorities import designate_authorities
from openamif.programmes.actions.revise_version import revise_version
from openamif.programmes.models import DesignatedAuthority, Programme, Version
from openamif.programmes.models.changing import with_amounts, with_section
from openamif.programmes.states import VersionState
from openamif.rules.national_programme.changes import Ground, Reason
from tests.factories.people import administrator, person, role, scope
from tests.factories.programmes import DAY, SMALL, adopted_version, document, responsible, version
from tests.programmes.bare import bare_programme, bare_version

pytestmark = pytest.mark.django_db
NINE = 9
OTHER = document(summary=("Otherwise.",))
RA = {"kind": "RA", "name": "Interior", "designated_on": date(2014, 12, 1)}
COUNTRIES = ("BE", "FR", "DE")


def changed_version(after: Version, content=OTHER) -> Version:
    """A new version with another text."""
    new = begin_version(after, by=after.entered_by)
    return revise_version(new, content, revision=new.revision, by=new.entered_by)


# Contents.


def test_contents_of_one_two_or_three_versions_take_nine_queries(django_assert_num_queries):
    made = [version(country=country) for country in COUNTRIES]
    for several in (made[:1], made[:2], made):
        with django_assert_num_queries(NINE):
            contents = queries.contents_of(*several)
        assert [content.version for content in contents] == several
        assert [content.document for content in contents] == [SMALL] * len(several)


def test_contents_of_nothing_is_nothing():
    made = version()
    content, nothing = queries.contents_of(made, None)
    assert (content.version, nothing) == (made, None)
    assert queries.contents_of() == ()


def test_contents_of_versions_are_not_mixed():
    first, second = version(), version(country="FR", content=OTHER)
    designate_authorities(second, [DesignatedAuthority(**RA)], revision=second.revision, by=second.entered_by)
    content, other = queries.contents_of(first, second)
    assert (content.document, other.document) == (SMALL, OTHER)
    assert (content.authorities, [each.name for each in other.authorities]) == ((), ["Interior"])


def test_content_of_an_empty_version_is_an_empty_document():
    content = queries.content_of(bare_version(language="nl"))
    assert content.document.language == "nl"
    assert (content.document.summary, content.document.objectives, content.document.financial_plan) == ((), (), {})


def test_fields_with_authorities_have_the_places_of_the_document_and_of_the_authorities():
    made = version()
    designate_authorities(made, [DesignatedAuthority(**RA)], revision=made.revision, by=made.entered_by)
    fields = queries.fields_with_authorities(queries.content_of(made))
    assert fields["authorities.RA.1.name"] == "Interior"
    assert fields["authorities.RA.1.designated_on"] == date(2014, 12, 1)
    assert fields["financial_plan.TA"] == Decimal("500000.00")


# Versions.


def test_versions_of_a_programme_are_latest_first(django_assert_num_queries):
    programme = bare_programme()
    bare_version(programme=bare_programme(country="FR"))
    for number, working in ((1, 0), (2, 1), (10, 0), (2, 0)):
        bare_version(VersionState.WITHDRAWN, programme=programme, number=number, working=working)
    with django_assert_num_queries(1):
        found = queries.versions_of(programme)
        assert [each.label for each in found] == ["10.0", "2.1", "2.0", "1.0"]
        assert {each.programme.title for each in found} == {programme.title}
        assert all(each.entered_by.name for each in found)
    assert queries.latest_version(programme).label == "10.0"


def test_versions_beside_one_are_seen_with_its_programme(django_assert_num_queries):
    first = adopted_version()
    second = begin_version(first, by=first.entered_by)
    stranger, someone = person(), responsible(first.programme)
    held, nothing = holdings(someone), holdings(stranger)
    with django_assert_num_queries(1):
        assert queries.versions_beside(first.pk, held) == [second, first]
    assert queries.versions_beside(first.pk, nothing) == []
    assert queries.versions_beside(second.pk + 1, held) == []


def made_versions(*told: str) -> list[Version]:
    """Versions in memory, as `5.1 sent`, latest first."""
    made = []
    for pk, each in enumerate(told, start=1):
        label, _, state = each.partition(" ")
        number, working = map(int, label.split("."))
        made.append(Version(pk=pk, number=number, working=working, state=state))
    return made


@pytest.mark.parametrize(
    ("versions", "before"),
    [
        (["1.0 open"], None),
        (["2.0 open", "1.0 adopted_by_commission"], "1.0"),
        (["2.1 open", "2.0 returned_by_commission", "1.0 adopted_by_commission"], "1.0"),
        (["3.0 open", "2.0 adopted_by_member_state", "1.0 adopted_by_commission"], "2.0"),
        (["1.2 open", "1.1 withdrawn", "1.0 cancelled"], "1.1"),
    ],
)
def test_version_before_is_the_latest_adopted_or_else_the_one_before(versions, before):
    made = made_versions(*versions)
    found = queries.version_before(made[0], made)
    assert (found.label if found else None) == before


def test_version_before_never_looks_ahead():
    later, this, first = made_versions("2.0 adopted_by_commission", "1.1 adopted_by_commission", "1.0 cancelled")
    assert queries.version_before(this, [later, this, first]) == first


def test_latest_adopted_is_the_version_in_force():
    first = adopted_version()
    assert queries.latest_adopted(first.programme) == first
    second = begin_version(first, by=first.entered_by)
    assert queries.latest_adopted(first.programme) == first
    assert queries.latest_version(first.programme) == second
    assert queries.latest_adopted(bare_programme(country="FR")) is None


# Examining.


def test_examine_takes_the_nine_queries_of_its_contents(django_assert_num_queries):
    adopted = adopted_version()
    new = changed_version(adopted)
    versions = queries.versions_of(new.programme)
    this = next(each for each in versions if each.pk == new.pk)
    with django_assert_num_queries(NINE):
        found = queries.examine(this, versions, on=DAY)
        assert found.decision
    assert (found.content.document, found.before.document) == (OTHER, SMALL)
    assert found.decision.reasons == (Reason("summary", Ground.FIELD_OF_THE_DECISION),)
    (finding,) = (each for each in found.findings if each.rule == "2.15")
    assert not finding.holds


def test_examine_a_first_version_against_nothing():
    first = version()
    found = queries.examine(first, queries.versions_of(first.programme), on=DAY)
    assert found.before is None
    assert found.decision.reasons == (Reason("version", Ground.FIRST_ADOPTION),)
    assert [each.rule for each in found.findings if not each.holds and each.severity != "info"] == []


def test_examine_knows_what_stands_beside_the_document():
    made = version(cci="")
    found = queries.findings_of(made, on=DAY)
    assert [each.rule for each in found if not each.holds and each.severity == "error"] == ["X-01"]
    colleague = responsible(made.programme)
    Version.objects.filter(pk=made.pk).update(
        entered_by=colleague, changed_by=colleague, sent_by=colleague, sent_at="2020-06-01T00:00Z"
    )
    assert "X-17" in {each.rule for each in queries.findings_of(made, on=DAY)}


def test_decision_on_changes_is_needed_for_what_the_decision_holds():
    adopted = adopted_version()
    new = begin_version(adopted, by=adopted.entered_by)
    assert not queries.decision_on_changes(new, on=DAY)
    revise_version(new, with_section(SMALL, "baseline", ["Otherwise."]), revision=1, by=new.entered_by)
    assert queries.decision_on_changes(new, on=DAY)


def test_decision_on_changes_is_not_needed_within_an_objective_or_for_authorities():
    adopted = adopted_version()
    new = begin_version(adopted, by=adopted.entered_by)
    moved = {("SO1.NO1", None): Decimal("2499999.00"), ("SO1.NO2", None): Decimal("500001.25")}
    revise_version(new, with_amounts(SMALL, "plan", moved), revision=1, by=new.entered_by)
    designate_authorities(new, [DesignatedAuthority(**RA)], revision=2, by=new.entered_by)
    decision = queries.decision_on_changes(new, on=DAY)
    assert not decision
    assert {reason.ground for reason in decision.free} == {Ground.WITHIN_AN_OBJECTIVE, Ground.OUTSIDE_THE_DECISION}


# Lists.


@pytest.mark.parametrize("many", [1, 3])
def test_programmes_for_list_take_one_query(django_assert_num_queries, many):
    someone = person(RoleKind.RESPONSIBLE_AUTHORITY)
    made = [version(by=someone, country=country) for country in COUNTRIES[:many]]
    held = holdings(someone)
    with django_assert_num_queries(1):
        found = {each.pk: each.responsible_authority.name for each in queries.programmes_for_list(held)}
    assert found == {each.programme_id: each.programme.responsible_authority.name for each in made}


@pytest.mark.parametrize("many", [1, 3])
def test_adopted_programmes_take_one_query(django_assert_num_queries, many):
    for country in COUNTRIES[:many]:
        adopted_version(country=country)
    with django_assert_num_queries(1):
        assert [each.country for each in queries.adopted_programmes()] == sorted(COUNTRIES[:many])


def test_programmes_for_list_tell_of_the_latest_version():
    adopted = adopted_version()
    changed_version(adopted, with_amounts(SMALL, "plan", {("TA", None): Decimal("400000.00")}))
    (found,) = queries.programmes_for_list(holdings(adopted.entered_by))
    assert (found.latest_number, found.latest_working, found.latest_state) == (2, 0, "open")
    assert found.latest_total_amount == Decimal("9160000.00")
    (public,) = queries.adopted_programmes()
    assert (public.latest_pk, public.latest_state) == (adopted.pk, "adopted_by_commission")
    assert public.latest_total_amount == Decimal("9260000.00")


def test_adopted_programmes_are_there_once_however_often_adopted():
    programme = bare_programme()
    for number in (1, 2, 3):
        bare_version(VersionState.ADOPTED_BY_COMMISSION, programme=programme, number=number)
    bare_version(VersionState.SENT, programme=bare_programme(country="FR"))
    assert list(queries.adopted_programmes()) == [programme]
    assert list(Programme.objects.with_adopted_version()) == [programme]


def test_programmes_are_the_latest_period_first_then_by_country():
    someone = administrator()
    for country, period in (("FR", "2014-2020"), ("BE", "2014-2020"), ("DE", "2021-2027")):
        role(someone, RoleKind.EVALUATOR, scope=bare_programme(country=country, period=period).scope)
    found = queries.programmes_for_list(holdings(someone))
    assert [(each.country, each.period[:4]) for each in found] == [("DE", "2021"), ("BE", "2014"), ("FR", "2014")]


# Scope.


def test_visible_to_those_with_a_role_for_the_whole_or_a_part():
    programme, other = bare_programme(), bare_programme(country="FR")
    part = scope(parent=programme.scope, objectives=("SO2",))
    whole, delegated = (
        person(RoleKind.EVALUATOR, scope=programme.scope),
        person(RoleKind.DELEGATED_AUTHORITY, scope=part),
    )
    both = person(RoleKind.EVALUATOR, scope=programme.scope)
    role(both, RoleKind.DELEGATED_AUTHORITY, scope=part)
    for someone in (whole, delegated, both):
        assert list(Programme.objects.visible_to(holdings(someone))) == [programme]
        assert queries.programme_for(holdings(someone), programme.pk) == programme
        assert queries.programme_for(holdings(someone), other.pk) is None
    for someone in (person(), administrator(), person(RoleKind.RESPONSIBLE_AUTHORITY)):
        assert list(Programme.objects.visible_to(holdings(someone))) == []
        assert queries.programme_for(holdings(someone), programme.pk) is None


def test_visible_to_nobody_whose_role_ended_or_account_closed():
    programme = bare_programme()
    former, closed = (person(RoleKind.AUDIT_AUTHORITY, scope=programme.scope) for _ in range(2))
    former.roles.update(ended_at="2020-01-01T00:00Z")
    closed.is_active = False
    for someone in (former, closed):
        assert list(Programme.objects.visible_to(holdings(someone))) == []


def test_having_version_finds_the_programme_of_a_version():
    made = version()
    version(country="FR")
    assert Programme.objects.having_version(made.pk) == made.programme
    assert Programme.objects.having_version(made.pk + 100) is None


def test_adopted_versions_are_those_of_both_decisions():
    programme = bare_programme()
    for number, state in enumerate(VersionState, start=1):
        if state not in ("open", "ready", "returned_by_member_state", "sent", "decision_accepted"):
            bare_version(state, programme=programme, number=number)
    states = {each.state for each in Version.objects.adopted()}
    assert states == {"adopted_by_commission", "adopted_by_member_state"}


def test_programme_exists_for_one_fund_country_and_period():
    bare_programme(fund="AMIF", country="BE")
    known = {"fund": "AMIF", "country": "BE", "period": "2014-2020"}
    assert queries.programme_exists(**known)
    for other in ({"fund": "ISF"}, {"country": "FR"}, {"period": "2021-2027"}):
        assert not queries.programme_exists(**known | other)


def test_names_of_records_are_what_people_call_them():
    made = version(title="The fund in Belgium")
    assert (str(made.programme), str(made)) == ("The fund in Belgium", "The fund in Belgium 1.0")
