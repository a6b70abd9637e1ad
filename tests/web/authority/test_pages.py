"""The pages of a version: who opens them, what they show of it, and how much they ask of the database."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from openamif.people.models import Person
from openamif.people.states import RoleKind
from openamif.programmes.actions.begin_version import begin_version
from openamif.programmes.actions.designate_authorities import designate_authorities
from openamif.programmes.models import DesignatedAuthority
from openamif.record.models import Trail
from openamif.web.components import formats
from tests.factories import people, programmes
from tests.factories.programmes import PLAN, SPECIAL, TARGETS, euros

OVERVIEW_QUERIES = 15
QUERIES = {
    "version": 15,
    "version_objectives": 14,
    "version_timetable": 14,
    "version_plan": 14,
    "version_special_cases": 14,
    "version_commitments": 14,
    "version_indicators": 14,
    "version_texts": 14,
    "version_authorities": 14,
    "version_findings": 14,
    "version_history": 16,
    "version_compare": 14,
    "version_steps": 14,
}
FOR_A_PART = (
    "version",
    "version_objectives",
    "version_timetable",
    "version_plan",
    "version_indicators",
    "version_findings",
    "version_steps",
)
ABOUT_THE_WHOLE = sorted(QUERIES.keys() - set(FOR_A_PART))
READERS = (RoleKind.AUDIT_AUTHORITY, RoleKind.EVALUATOR, RoleKind.DELEGATED_AUTHORITY)
CHANGING = (
    ("edit_text", "summary"),
    ("edit_action", 1),
    ("edit_amounts", "plan"),
    ("edit_rows", "timetable"),
    ("edit_authorities",),
    ("edit_programme",),
    ("version_move", "validate"),
    ("version_observe",),
)


def asked(client, url) -> int:
    """How many queries a page asks."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def visible(html: str) -> str:
    """What is read of a page, and what a script would be given."""
    return html[html.index("<main") : html.index("</main>")]


def test_the_pages_ask_as_much_for_1_programme_as_for_30(office, officer, url):
    officer.get(url("version"))
    with_1 = {name: asked(officer, url(name)) for name in QUERIES}
    for number in range(29):
        programmes.version(by=office.officer, country=f"{number:02}", cci="")
    office.officer.refresh_from_db()
    with_30 = {name: asked(officer, url(name)) for name in QUERIES}
    assert with_1 == QUERIES
    assert with_30 == QUERIES
    assert QUERIES["version"] <= OVERVIEW_QUERIES


def test_a_version_with_findings_and_a_predecessor_asks_no_more(office, officer, url):
    later = programmes.adopted_version(country="NL", by=office.officer)
    officer.post(reverse("authority:version_begin", args=[later.pk]))
    draft = later.programme.versions.get(state="open")
    assert asked(officer, reverse("authority:version", args=[draft.pk])) <= OVERVIEW_QUERIES


@pytest.mark.parametrize(("name", "queries"), [("authority:home", 8), ("authority:programmes", 5)])
def test_the_lists_ask_as_much_for_1_programme_as_for_3(office, officer, name, queries):
    officer.get(reverse(name))
    assert asked(officer, reverse(name)) == queries
    for country in ("NL", "FR"):
        programmes.version(by=office.officer, country=country)
    page = officer.get(reverse(name)).content.decode()
    assert asked(officer, reverse(name)) == queries
    assert all(f"Fund in {country}" in page for country in ("BE", "NL", "FR"))


def test_the_lists_show_nothing_of_others(office, client):
    client.force_login(office.stranger)
    for name in ("authority:home", "authority:programmes"):
        assert "Fund in BE" not in client.get(reverse(name)).content.decode()


def test_whoever_has_no_role_is_told_what_to_do(client, db):
    client.force_login(people.person())
    page = client.get(reverse("authority:home"))
    assert page.status_code == 200
    assert "No role yet" in page.content.decode()
    assert reverse("authority:import") not in page.content.decode()


def test_what_waits_stands_on_the_first_page(office, officer, url):
    page = officer.get(reverse("authority:home")).content.decode()
    assert "Next steps" in page
    assert "Validate" in visible(page)


@pytest.mark.parametrize("kind", READERS)
def test_every_role_of_the_whole_reads_every_page_and_changes_none(office, client, url, kind):
    reader = people.person(kind, scope=office.programme.scope)
    client.force_login(reader)
    for name in QUERIES:
        page = client.get(url(name))
        assert page.status_code == 200, name
        assert "/edit/" not in visible(page.content.decode()), name
        assert "/moves/" not in visible(page.content.decode()), name
    for name, *args in CHANGING:
        assert client.get(url(name, *args)).status_code == 403, name
        assert client.post(url(name, *args), {"revision": 1}).status_code == 403, name
    for name in ("version_begin", "version_delete"):
        assert client.post(url(name)).status_code == 403, name


def test_the_committee_opens_no_version_with_its_findings(office, client, url):
    client.force_login(people.person(RoleKind.COMMITTEE_MEMBER, scope=office.programme.scope))
    for name, *args in (*((name,) for name in QUERIES), ("version_export", "json")):
        answer = client.get(url(name, *args))
        assert answer.status_code == 403, name
        assert "public pages" in answer.content.decode(), name


def test_the_committee_is_led_to_the_programme_as_the_public_reads_it(client, db):
    adopted = programmes.adopted_version(country="NL").programme
    member = people.person(RoleKind.COMMITTEE_MEMBER, scope=adopted.scope)
    people.role(member, RoleKind.COMMITTEE_MEMBER, scope=programmes.version(country="FR").programme.scope)
    draft = begin_version(adopted.versions.get(), by=people.person(RoleKind.RESPONSIBLE_AUTHORITY, scope=adopted.scope))
    client.force_login(member)
    for name in ("authority:home", "authority:programmes"):
        page = visible(client.get(reverse(name)).content.decode())
        assert reverse("public:programme", args=[adopted.pk]) in page, name
        assert draft.label not in page, name
        assert "/office/versions/" not in page, name
        assert "Fund in FR" in page, name


def test_a_stranger_is_told_that_there_is_no_such_page(office, client, url):
    client.force_login(office.stranger)
    for name, *args in (*((name,) for name in QUERIES), *CHANGING, ("version_export", "json")):
        assert client.get(url(name, *args)).status_code == 404, name
    for name in ("version_begin", "version_delete"):
        assert client.post(url(name)).status_code == 404, name
    assert office.programme.versions.count() == 1


def test_whoever_is_not_logged_in_is_asked_to(office, client, url):
    for name, *args in (*((name,) for name in QUERIES), *CHANGING, ("version_export", "json")):
        answer = client.get(url(name, *args))
        assert answer.status_code == 302, name
        assert answer.headers["Location"].startswith(reverse("account_login")), name
    for name in ("home", "programmes", "import"):
        assert client.get(reverse(f"authority:{name}")).status_code == 302


def test_a_role_that_was_ended_opens_nothing(office, client, url):
    office.officer.roles.update(ended_at="2020-01-01T00:00Z")
    client.force_login(office.officer)
    assert client.get(url("version")).status_code == 404


def figures_of_other_parts() -> set[str]:
    """Every amount and target of the small programme that is not about SO2.NO2, as a page would write it."""
    own = {euros(PLAN["SO2.NO2"])}
    plan = {euros(amount) for amount in PLAN.values() if amount not in (None, "0")}
    special = {amount for row in SPECIAL.values() for amount in (*row.by_year, row.total) if amount}
    money = {formats.money(amount) for amount in (plan | special) - own}
    targets = {
        formats.count(euros(target)) for objective in ("SO1", "SO3") for target in TARGETS[objective].values()
    } - {formats.count(euros(target)) for target in TARGETS["SO2"].values()}
    return money | {target for target in targets if len(target) > len("150")}


def numbers_on(page: str) -> set[str]:
    read = re.sub(r"<(script|svg).*?</\1>", " ", page, flags=re.DOTALL)
    return set(re.findall(r"\d[\d\u202f]*(?:\.\d+)?", re.sub(r"<[^>]+>", " ", read)))


@pytest.mark.parametrize("name", FOR_A_PART)
def test_a_delegated_authority_sees_no_figure_of_other_parts(office, client, url, name):
    client.force_login(office.delegate)
    page = client.get(url(name))
    html = page.content.decode()
    assert page.status_code == 200
    assert not figures_of_other_parts() & numbers_on(html)
    for amount in (PLAN["SO1.NO1"], PLAN["SO3.NO1"], PLAN["TOTAL"]):
        assert str(euros(amount)) not in html
        assert str(float(euros(amount))) not in html
    for text in ("Reception comes first", "Advise on return", "Liaison officers", "4 000 places", "small fund"):
        assert text not in html


def test_a_delegated_authority_sees_its_part(office, client, url):
    client.force_login(office.delegate)
    assert "Offer a welcome course" in client.get(url("version_objectives")).content.decode()
    assert formats.money(euros(PLAN["SO2.NO2"])) in client.get(url("version_plan")).content.decode()
    assert formats.count(2500) in client.get(url("version_indicators")).content.decode()
    overview = client.get(url("version")).content.decode()
    assert formats.money(euros(PLAN["SO2.NO2"])) in overview or "2.8" in overview
    assert "SO2.NO2" in overview


def test_a_delegated_authority_changes_nothing(office, client, url):
    client.force_login(office.delegate)
    for name, *args in CHANGING:
        assert client.get(url(name, *args)).status_code == 403, name
        assert client.post(url(name, *args), {"revision": 1, "reason": "x"}).status_code == 403, name
    for name in ("version_begin", "version_delete"):
        assert client.post(url(name)).status_code == 403, name
    for name in FOR_A_PART:
        assert "/edit/" not in visible(client.get(url(name)).content.decode()), name


@pytest.mark.parametrize("name", ABOUT_THE_WHOLE)
def test_pages_about_the_whole_are_not_there_for_a_part(office, client, url, name):
    client.force_login(office.delegate)
    assert client.get(url(name)).status_code == 404
    assert f'href="{url(name)}"' not in client.get(url("version")).content.decode()


def test_no_file_of_the_whole_is_given_to_a_part(office, client, url):
    client.force_login(office.delegate)
    for form in ("text", "xlsx", "pdf", "json"):
        assert client.get(url("version_export", form)).status_code == 404
    assert "/export/" not in client.get(url("version_steps")).content.decode()


def test_findings_of_a_part_are_about_it(office, client, url):
    make_wrong(office)
    client.force_login(office.delegate)
    page = client.get(url("version_findings")).content.decode()
    assert formats.money(euros("999999.00")) not in page
    assert "SO1.NO1" not in visible(page)


def make_wrong(office) -> None:
    """A plan whose sums do not hold, in a part that is not the delegate's."""
    office.version.amount_set.filter(table="plan", line="SO1.NO1").update(amount="999999.00")


@pytest.mark.parametrize("name", FOR_A_PART)
def test_no_page_shows_a_part_the_findings_of_others(office, client, url, name):
    make_wrong(office)
    office.version.indicatortarget_set.filter(code__startswith="SO1").update(source="")
    office.version.timetablerow_set.filter(objective__startswith="SO1").update(closing=1999)
    client.force_login(office.delegate)
    page = client.get(url(name)).content.decode()
    assert formats.money(euros("999999.00")) not in page
    assert not re.search(r"SO1\.", visible(page))


@pytest.mark.parametrize("name", ["authority:home", "authority:programmes"])
def test_the_lists_tell_a_part_no_total_of_the_whole(office, client, name):
    total = formats.money(euros(PLAN["TOTAL"]))
    client.force_login(office.delegate)
    page = client.get(reverse(name)).content.decode()
    assert office.programme.title in page
    assert total not in page
    client.force_login(office.officer)
    if name == "authority:programmes":
        assert total in client.get(reverse(name)).content.decode()


def test_opening_the_authorities_leaves_a_trail_where_persons_are_named(office, officer, url):
    officer.get(url("version_authorities"))
    assert not Trail.objects.filter(event="opened").exists()
    named = DesignatedAuthority(kind="RA", name="Funds Unit", head="Ms Head")
    designate_authorities(office.version, [named], revision=office.version.revision, by=office.officer)
    page = officer.get(url("version_authorities")).content.decode()
    assert "Ms Head" in page
    assert Trail.objects.get(event="opened").by == office.officer


def test_the_trail_is_told_in_the_readers_words(office, officer, url):
    reader = Person.objects.get(pk=office.officer.pk)
    page = officer.get(url("version_history")).content.decode()
    assert "Version begun" in page
    assert reader.name in page


def test_no_page_answers_for_a_version_that_is_not_there(officer):
    for name in QUERIES:
        assert officer.get(reverse(f"authority:{name}", args=[999_999_999])).status_code == 404
        assert officer.get(reverse(f"authority:{name}", args=[10**30])).status_code == 404


def test_the_history_says_which_version_is_in_force(db, client):
    adopted = programmes.adopted_version()
    officer = programmes.responsible(adopted.programme)
    begin_version(adopted, by=officer)
    client.force_login(officer)
    page = client.get(reverse("authority:version_history", args=[adopted.pk])).content.decode()
    assert visible(page).count("in force") == 1
