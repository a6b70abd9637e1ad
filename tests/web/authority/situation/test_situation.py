"""The pages of the overview: who sees what, where figures lead, what a page costs, what can be taken away."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate
from openpyxl import load_workbook

from openamif.people.queries import holdings
from openamif.people.states import RoleKind
from openamif.record.models import Trail
from openamif.register.states import OutputKind
from openamif.reports.actions.count_tallies import count_tallies
from openamif.reports.actions.erase_counted_register import erase_counted_register
from openamif.reports.actions.publish_figures import publish_figures
from openamif.reports.models import DeclaredValue, Tally
from openamif.reports.queries.reach import reach_of
from openamif.web.exports.situation import workbook
from openamif.web.exports.situation.source import SituationSource
from tests.factories import grants, people, register, registers, situations

PAGES = ("situation", "situation_quality", "situation_files")
COURSE = "SO2.C2"


@pytest.fixture
def there(db):
    return situations.situation()


def address(there, name, *args):
    return reverse(f"authority:{name}", args=[there.programme.pk, *args])


@pytest.fixture
def page(client, there):
    def get(name, *args, by=None, query="", status=200):
        client.force_login(by or there.officer)
        answer = client.get(address(there, name, *args) + query)
        assert answer.status_code == status, answer.content[:300]
        return answer.content.decode()

    return get


def test_the_overview_shows_value_and_target_of_each_indicator(page):
    shown = page("situation")
    assert "Persons in integration measures" in shown
    assert "2\u202f500" in shown
    assert "0.5\u00a0%" in shown


def test_drafts_are_named_apart_and_counted_nowhere(page, there):
    draft = grants.draft(there.programme, by=there.officer, objective="SO2", action=None, targets={COURSE: 90})
    shown = page("situation")
    assert "Grants signed" in shown
    assert "1 draft apart" in shown
    assert ">590<" not in shown
    of_one = page("situation_indicator", COURSE)
    assert draft.reference in of_one
    assert "Draft: not planned yet" in of_one
    everything = load_workbook(BytesIO(whole_workbook(page, there)))
    rows = {row[0].value: row[1].value for row in everything.worksheets[0].iter_rows()}
    assert rows["Drafts, in none of these figures"] == 1
    assert draft.reference not in [cell.value for sheet in everything for cell in sheet["A"]]


def test_a_breakdown_that_no_law_asks_for_says_so(page):
    assert "The law does not ask for it by age and sex" in page("situation_indicator", COURSE)


def whole_workbook(page, there) -> bytes:
    """As it is taken away."""
    source = SituationSource(there.programme, reach_of(there.programme, holdings(there.officer)), localdate(), "en")
    return workbook.make(source)


def test_the_overview_says_among_whom_age_and_sex_are_not_known(page):
    shown = page("situation")
    assert f"Age not known ({COURSE})" in shown
    assert f"Sex not known ({COURSE})" in shown


def test_every_figure_leads_to_its_grants(page, there):
    shown = page("situation")
    assert address(there, "situation_indicator", COURSE) in shown
    grants = page("situation_indicator", COURSE)
    for grant in (there.first, there.second):
        assert grant.reference in grants


def test_a_grant_leads_to_what_counts_under_pseudonyms(page, there):
    way = address(there, "situation_contributions", COURSE, there.first.pk)
    assert way in page("situation_indicator", COURSE)
    shown = page("situation_contributions", COURSE, there.first.pk)
    assert "Evidence asked for: File of the support given" in shown
    participant = there.first.participants.order_by("pk").first()
    assert f"P{participant.subject_id}" in shown
    assert "Language course" in shown
    assert participant.local_reference not in shown
    assert "13 in all" in shown
    assert "13 in all" in page("situation_contributions", COURSE, there.first.pk, query="?page=9")


def test_a_delegated_authority_opens_no_grant_of_others(client, there):
    client.force_login(there.delegate)
    assert client.get(address(there, "situation_contributions", COURSE, there.first.pk)).status_code == 404
    assert client.get(address(there, "situation_contributions", COURSE, there.second.pk)).status_code == 200


def test_an_indicator_leads_to_everybody_who_counts_in_all_grants(page, there):
    way = address(there, "situation_contributions_of_all", COURSE)
    assert way in page("situation_indicator", COURSE)
    shown = page("situation_contributions_of_all", COURSE)
    assert "13 in all" in shown
    in_both = there.second.participants.order_by("pk").first()
    assert in_both.subject_id in there.first.participants.values_list("subject", flat=True)
    (line,) = re.findall(rf"P{in_both.subject_id}<.*?</tr>", shown, re.DOTALL)
    for grant in (there.first, there.second):
        assert reverse("authority:grant", args=[grant.pk]) in line


def test_a_delegated_authority_sees_those_of_its_part_alone(page, there):
    shown = page("situation_contributions_of_all", COURSE, by=there.delegate)
    assert "2 in all" in shown
    assert there.first.reference not in shown


def test_a_figure_by_age_and_sex_opens_to_those_persons(page, there):
    way = f"{address(there, 'situation_contributions_of_all', COURSE)}?age=18_60&amp;sex=female"
    (number,) = re.findall(rf'{re.escape(way)}">(\d+)</a>', page("situation_indicator", COURSE))
    shown = page("situation_contributions_of_all", COURSE, query="?age=18_60&sex=female")
    assert f"{number} in all" in shown
    assert set(re.findall(r'data-label="Sex">([^<]+)<', shown)) == {"Female"}
    assert "Only these: Women, 18 to 60." in shown


def test_a_figure_of_a_region_opens_to_its_grants(page, there):
    way = f"{address(there, 'situation_indicator', COURSE)}?region=BE33"
    there.first.location = "BE332"
    there.first.save()
    assert f'{way}">13</a>' in page("situation_indicator", COURSE)
    shown = page("situation_indicator", COURSE, query="?region=BE33")
    table = shown[shown.index("<table") : shown.index("</table>")]
    assert there.first.reference in table
    assert there.second.reference not in table
    assert "Only the grants of this region: Province of Liège." in shown


@pytest.mark.parametrize("asked", ["region=BE99", "region=x"])
def test_a_region_that_is_none_is_no_page_of_all(page, asked):
    page("situation_indicator", COURSE, query=f"?{asked}", status=404)


@pytest.mark.parametrize("asked", ["age=old", "sex=odd", "age=18_60&sex=odd"])
def test_persons_that_are_none_are_no_page_of_everybody(page, asked):
    page("situation_contributions_of_all", COURSE, query=f"?{asked}", status=404)


def test_a_figure_of_no_region_opens_to_its_grants(page, there):
    there.first.location = "BE"
    there.first.save()
    assert f"{address(there, 'situation_indicator', COURSE)}?region=-" in page("situation_indicator", COURSE)
    shown = page("situation_indicator", COURSE, query="?region=-")
    assert there.first.reference in shown[shown.index("<table") : shown.index("</table>")]


def test_who_looks_at_persons_leaves_a_trail(page, there):
    page("situation_contributions_of_all", COURSE)
    page("situation_contributions", COURSE, there.first.pk)
    rows = Trail.objects.filter(event="opened", by=there.officer).order_by("number")
    assert [(row.subject_kind, row.details["indicator"]) for row in rows] == [
        ("programmes.programme", COURSE),
        ("grants.grant", COURSE),
    ]


def test_everybody_who_counts_costs_the_same_however_many(client, there):
    def cost() -> int:
        client.force_login(there.officer)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address(there, "situation_contributions_of_all", COURSE)).status_code == 200
        return len(captured)

    cost()
    few = cost()
    for _each in range(3):
        grant = register.signed_grant(there.programme, by=there.officer, targets={COURSE: 5})
        hand = register.filler(grant)
        course = register.activity(grant, by=hand)
        register.event(register.participant(grant, by=hand), by=hand, in_activity=course)
    assert cost() == few


def test_quality_is_told_by_indicator(page):
    shown = page("situation_quality")
    table = shown[shown.index("By indicator") :]
    (line,) = re.findall(r"SO2\.C3<.*?</tr>", table, re.DOTALL)
    assert re.findall(r"data-label=\"([^\"]+)\">(?:<[^>]+>)?([\d.]+)", line)[:3] == [
        ("Value today", "3"),
        ("Computed from a register", "0"),
        ("Declared without a register", "3"),
    ]


def test_quality_says_why_registers_hold_more_than_the_programme_counts(page):
    assert "a person in two grants is there twice" in page("situation_quality")


def test_the_map_has_a_table_behind_it(page):
    shown = page("situation")
    assert "Province of Liège" in shown or "Liège" in shown
    assert "MIT" in shown


def test_the_map_of_things_speaks_of_no_persons(page, there):
    registers.output(there.first, OutputKind.POLICY_FRAMEWORK)
    count_tallies(there.programme)
    assert "A person in two grants counts in both." in page("situation_indicator", COURSE)
    assert "A person in two grants" not in page("situation_indicator", "SO2.C3")


def test_whoever_holds_a_part_sees_that_part_and_is_told(page, there):
    shown = page("situation", by=there.delegate)
    assert "your part" in shown
    assert "SO1.C1" not in shown
    grants = page("situation_indicator", COURSE, by=there.delegate)
    assert there.second.reference in grants
    assert there.first.reference not in grants


@pytest.mark.parametrize("kind", [RoleKind.BENEFICIARY, RoleKind.COMMITTEE_MEMBER])
@pytest.mark.parametrize("name", PAGES)
def test_others_are_refused(client, there, kind, name):
    client.force_login(people.person(kind, scope=there.programme.scope, of=there.first.beneficiary))
    assert client.get(address(there, name)).status_code == 403


@pytest.mark.parametrize("kind", [RoleKind.AUDIT_AUTHORITY, RoleKind.EVALUATOR])
@pytest.mark.parametrize("name", PAGES)
def test_auditors_and_evaluators_see_the_whole(client, there, kind, name):
    client.force_login(people.person(kind, scope=there.programme.scope))
    assert client.get(address(there, name)).status_code == 200


def test_a_stranger_finds_nothing(client, there):
    client.force_login(people.person(RoleKind.RESPONSIBLE_AUTHORITY))
    assert client.get(address(there, "situation")).status_code == 404


def test_an_indicator_that_is_not_there_is_not_found(client, there):
    client.force_login(there.officer)
    assert client.get(address(there, "situation_indicator", "SO9.C9")).status_code == 404


def test_one_programme_is_opened_at_once(client, there):
    client.force_login(there.officer)
    answer = client.get(reverse("authority:all_situations"))
    assert answer.url == address(there, "situation")


def test_a_programme_of_which_nothing_is_known_says_what_will_be_here(client, there):
    Tally.objects.all().delete()
    client.force_login(there.officer)
    assert client.get(address(there, "situation")).status_code == 200


@pytest.mark.parametrize(
    ("name", "args", "queries"),
    [("situation", (), 20), ("situation_indicator", (COURSE,), 20), ("situation_quality", (), 21)],
)
def test_more_grants_cost_no_more_queries(client, there, name, args, queries):
    def cost() -> int:
        client.force_login(there.officer)
        client.get(address(there, name, *args))
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address(there, name, *args)).status_code == 200
        return len(captured)

    few = cost()
    for _each in range(3):
        register.signed_grant(there.programme, by=there.officer, targets={COURSE: 5})
    assert cost() == few
    assert few <= queries


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("programme", "xlsx"),
        ("section-3", "xlsx"),
        ("section-3", "json"),
        ("committee", "pdf"),
        ("figures", "xlsx"),
        ("figures", "json"),
    ],
)
def test_each_file_is_made(client, there, name, form):
    publish_figures(there.programme, on=localdate(), by=there.officer)
    client.force_login(there.officer)
    answer = client.get(address(there, "situation_export", name, form))
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith(f'attachment; filename="AMIF-BE-2014-2020-{name}-')
    starts = {"xlsx": b"PK", "json": b"{", "pdf": b"%PDF"}
    assert answer.content.startswith(starts[form])


def test_files_for_everyone_are_offered_once_figures_were_published(page, there):
    way = address(there, "situation_export", "figures", "csv")
    assert way not in page("situation_files")
    publish_figures(there.programme, on=localdate(), by=there.officer)
    assert way in page("situation_files")


@pytest.mark.parametrize(("name", "form"), [("tables-7-11", "xlsx"), ("programme", "pdf"), ("nothing", "xlsx")])
def test_a_file_that_this_programme_has_not_is_not_found(client, there, name, form):
    client.force_login(there.officer)
    assert client.get(address(there, "situation_export", name, form)).status_code == 404


def test_every_file_says_for_whom_it_is(page, there):
    publish_figures(there.programme, on=localdate(), by=there.officer)
    shown = page("situation_files")
    for words in ("For the authorities", "For the Commission", "For everyone"):
        assert words in shown


def test_an_erased_register_is_said_to_be_erased(page, there):
    assert "was erased" not in page("situation_contributions", COURSE, there.first.pk)
    erase_counted_register(there.first, on=date(2040, 1, 1))
    shown = page("situation_contributions", COURSE, there.first.pk)
    assert "was erased" in shown
    assert "Nothing in the register counts" in shown
    assert "registers of some grants were erased" in page("situation_contributions_of_all", COURSE)
    assert "2\u202f500" in page("situation")
    assert there.first.reference in page("situation_indicator", COURSE)


def test_the_number_of_a_page_may_be_as_long_as_it_likes(page):
    assert "13 in all" in page("situation_contributions_of_all", COURSE, query=f"?page={'9' * 5000}")


def test_what_opens_a_figure_of_things_comes_to_the_figure(page, there):
    for name, number in (("Plan", 12), ("Charter", 30)):
        registers.output(there.first, OutputKind.POLICY_FRAMEWORK, name=name, quantity=number)
    count_tallies(there.programme)
    shown = page("situation_contributions_of_all", "SO2.C3")
    assert "42 in all from 2 entries" in shown


def test_a_share_says_of_how_many_or_what_is_missing(page, there):
    assert "The total that it is a share of is not known" in page("situation_indicator", "SO1.C3.2")
    DeclaredValue.objects.create(
        programme=there.programme, indicator="SO1.C3.2", as_of=date(2020, 1, 1), value=30, denominator=120
    )
    shown = page("situation_indicator", "SO1.C3.2")
    assert "30 of 120" in shown
    assert "SO1.C3.1" in shown


def test_what_was_declared_is_told_wherever_it_is_left_out(page, there):
    assert "declared" not in page("situation_contributions_of_all", COURSE)
    third = register.signed_grant(there.programme, by=there.officer)
    DeclaredValue.objects.create(
        programme=there.programme, grant=third, indicator=COURSE, as_of=date(2020, 1, 1), value=67
    )
    assert page("situation_indicator", COURSE).count("67 declared without a register are not in it.") == 2
    shown = page("situation_contributions_of_all", COURSE)
    assert "67 more were declared without a register: nothing behind them can be opened." in shown
    assert "67 more" not in page("situation_contributions_of_all", COURSE, query="?sex=female")
    assert "67 more" not in page("situation_contributions", COURSE, there.first.pk)


def test_each_number_of_reports_leads_to_as_many(page, there):
    shown = page("situation")
    for state in ("submitted", "examined", "clarification"):
        assert f"?stage={state}" in shown


def test_both_pages_tell_the_same_share_of_declared_values(page):
    def told(shown: str) -> str:
        return re.findall(r"Values declared without a register.*?([\d.]+)\u00a0", shown, re.DOTALL)[0]

    assert told(page("situation")) == told(page("situation_quality"))


def test_the_part_of_a_delegated_authority_is_looked_at_by_whoever_sees_the_whole(page, there):
    way = f"?delegated={there.delegated.pk}"
    assert f'{address(there, "situation")}{way}">Agency</a>' in page("situation")
    shown = page("situation", query=way)
    assert "These are the figures of Agency" in shown
    assert f"{address(there, 'situation_indicator', COURSE)}{way}" in shown
    assert f"{address(there, 'situation_quality')}{way}" in shown
    assert f'{address(there, "grants")}{way}"' in shown
    assert len(re.findall(rf"{address(there, 'reports')}[?]stage=[^\"]*delegated={there.delegated.pk}", shown)) > 1
    assert not re.search(rf'href="{address(there, "own_indicators")}[?]', shown)
    grants = page("situation_indicator", COURSE, query=way)
    assert there.second.reference in grants
    assert there.first.reference not in grants
    everybody = page("situation_contributions_of_all", COURSE, query=way)
    assert "2 in all" in everybody
    assert there.first.reference not in everybody
    women = page("situation_contributions_of_all", COURSE, query=f"{way}&sex=female")
    assert f"{address(there, 'situation_contributions_of_all', COURSE)}{way}" in women


@pytest.mark.parametrize("name", PAGES)
def test_its_figures_are_those_that_the_authority_itself_sees(page, there, name):
    def figures(shown):
        return re.findall(r'class="num"[^>]*>([^<]*)<', shown)

    theirs = page(name, by=there.delegate)
    assert figures(page(name, query=f"?delegated={there.delegated.pk}")) == figures(theirs)
    assert "?delegated=" not in theirs


@pytest.mark.parametrize("asked", ["0", "x", "999999"])
def test_there_is_no_part_of_a_body_that_looks_after_nothing(client, there, asked):
    client.force_login(there.officer)
    assert client.get(f"{address(there, 'situation')}?delegated={asked}").status_code == 404


def test_a_part_is_looked_at_by_nobody_who_has_one(client, there):
    client.force_login(there.delegate)
    assert client.get(f"{address(there, 'situation')}?delegated={there.delegated.pk}").status_code == 404


def test_the_workbook_of_a_part_says_of_whom_it_is(client, there):
    client.force_login(there.officer)
    answer = client.get(f"{address(there, 'situation_export', 'programme', 'xlsx')}?delegated={there.delegated.pk}")
    book = load_workbook(BytesIO(answer.content), data_only=True)
    said = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value]
    assert any("only the part Agency" in each for each in said)
    assert not any(there.first.reference in str(cell.value) for page in book for row in page for cell in row)
