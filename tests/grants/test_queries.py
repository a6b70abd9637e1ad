"""Lists of grants: filters, search, sort, sums, and how much they ask of the database."""

from decimal import Decimal

import pytest

from openamif.grants.actions.delete_view import delete_view
from openamif.grants.actions.save_view import save_view
from openamif.grants.models import Grant
from openamif.grants.queries import (
    Sought,
    beneficiaries_of,
    examine_grant,
    frame_of,
    grants_found,
    programmes_with_grants,
    saved_views,
    sums_of,
)
from openamif.people.queries import holdings
from openamif.people.states import RoleKind
from tests.factories import grants, people, programmes
from tests.factories.people import organisation
from tests.factories.programmes import FULL_2021, programme_2021
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return programmes.programme()


@pytest.fixture
def held(programme):
    return holdings(grants.manager(programme))


@pytest.fixture
def three(programme):
    winds, way = organisation("House of the Winds"), organisation("The Way")
    flemish = organisation("Flemish authority")
    by = grants.manager(programme)
    return {
        "a": grants.signed(programme, by=by, reference="BE/2019/PR/0001", title="Language", beneficiary=winds),
        "b": grants.draft(
            programme, by=by, reference="BE/2019/PR/0002", title="Return", beneficiary=way,
            objective="SO3.NO1", action=4, union_amount=Decimal(1000), targets={"SO3.C1": Decimal(1)},
        ),
        "c": grants.ended(
            programme, by=by, reference="BE/2019/PR/0003", title="Work", beneficiary=winds, delegated_authority=flemish
        ),
    }  # fmt: skip


def found(programme, held, three, **sought) -> str:
    names = {grant.pk: name for name, grant in three.items()}
    return "".join(names[grant.pk] for grant in grants_found(programme, held, Sought(**sought)))


def test_filters_search_and_sort(programme, held, three):
    seen = lambda **sought: found(programme, held, three, **sought)  # noqa: E731
    assert seen() == "abc"
    assert seen(objective="SO2.NO2") == "ac"
    assert seen(objective="SO3") == "b"
    assert seen(objective="SO") == ""
    assert seen(state="ended") == "c"
    assert seen(beneficiary=three["a"].beneficiary_id) == "ac"
    assert seen(delegated=three["c"].delegated_authority_id) == "c"
    assert seen(delegated=0) == "ab"
    assert seen(words="lang") == "a"
    assert seen(words="winds 0003") == "c"
    assert seen(words="nothing") == ""
    assert seen(sort="-reference") == "cba"
    assert seen(sort="union_amount") == "bac"
    assert seen(sort="-title") == "cba"
    assert seen(sort="no such") == "abc"


def test_sums_and_choices(programme, held, three):
    sums = sums_of(grants_found(programme, held, Sought()))
    assert (sums.count, sums.eligible_amount, sums.union_amount) == (3, Decimal(600000), Decimal(301000))
    assert [str(body) for body in beneficiaries_of(programme, held)] == ["House of the Winds", "The Way"]
    (listed,) = programmes_with_grants(held)
    assert (listed.grant_count, listed.grant_union_amount) == (3, Decimal(301000))
    assert (listed.signed_count, listed.signed_union_amount) == (2, Decimal(300000))


def test_frame_is_the_programmes_own(programme):
    frame = frame_of(programme)
    assert {"SO2.NO2", "SO3.SA5", "TA"} <= frame.objectives
    assert "SPECIAL" not in frame.objectives
    assert "SO2" not in frame.objectives
    assert frame.actions[3] == "SO2.NO2"


def test_programme_without_a_plan_spends_on_every_objective():
    frame = frame_of(bare_programme(period="2021-2027"))
    assert frame.objectives == {"SO1", "SO2", "SO3", "SO4", "TA"}
    assert frame.actions == {}
    assert frame.delegated is None


def test_a_programme_knows_the_delegated_authorities_it_names_and_those_who_hold_the_role():
    version = programme_2021(content=FULL_2021)
    scope, kind = version.programme.scope, RoleKind.DELEGATED_AUTHORITY
    part = people.scope("Return", parent=scope, objectives=("SO3",))
    people.person(kind, scope=part, of=people.organisation("Return Agency"))
    people.person(kind, scope=people.scope("Elsewhere"), of=people.organisation("Another"))
    assert frame_of(version.programme).delegated == {"agency": frozenset(), "return agency": frozenset({"SO3"})}


def test_lawful_grant_has_nothing_against_it(programme):
    grant = grants.signed(programme)
    examined = examine_grant(Grant.objects.with_content().get(pk=grant.pk), on=grants.DAY)
    assert [finding for finding in examined.findings if not finding.holds] == []
    assert [duty.kind for duty in examined.duties] == ["inform_participants", "funding_statement"]


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_the_same_however_long(programme, held, django_assert_num_queries, number):
    for _ in range(number):
        grants.draft(programme)
    with django_assert_num_queries(1):
        assert [
            (grant.beneficiary.name, grant.delegated_authority) for grant in grants_found(programme, held, Sought())
        ]
    with django_assert_num_queries(7):
        list(Grant.objects.with_content())


def test_views_are_ones_own(programme):
    one, other = grants.manager(programme), grants.manager(programme)
    save_view("grants.1", "Mine", "state=signed", by=one)
    save_view("grants.1", "Mine", "state=ended", by=one)
    save_view("grants.2", "Elsewhere", "", by=one)
    kept = save_view("grants.1", "Another", "", by=other)
    assert [(view.name, view.query) for view in saved_views(one, "grants.1")] == [("Mine", "state=ended")]
    delete_view("grants.1", kept.pk, by=one)
    assert saved_views(other, "grants.1").count() == 1
    delete_view("grants.1", kept.pk, by=other)
    assert not saved_views(other, "grants.1").exists()
