"""The pages of programme-specific indicators: who sees and enters them, what is refused where, what they then show."""

from dataclasses import replace
from datetime import date
from html import unescape
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from openpyxl import load_workbook
from pypdf import PdfReader

from openamif.grants.actions.change_grant import change_grant
from openamif.grants.facts import content_of
from openamif.grants.models import Grant, GrantTarget
from openamif.people.states import RoleKind
from openamif.programmes.models import IndicatorTarget
from openamif.record.models import Trail
from openamif.register.states import OutputKind
from openamif.reports.actions.count_tallies import count_tallies
from openamif.reports.actions.publish_figures import publish_figures
from openamif.reports.models import DeclaredValue, ProgrammeIndicator, Tally
from openamif.reports.queries.tallies import are_stale
from openamif.rules.indicators import RuleRefused
from openamif.web.authority.grants.workbook import grant_form
from openamif.web.authority.situation import own
from openamif.web.authority.situation.offers import is_for
from openamif.web.exports.situation import SITUATION_EXPORTS as EXPORTS
from openamif.workbooks import read, write_template
from tests.factories import people, register, registers, situations
from tests.grants.workbooks import filled

COURSES = {
    "code": "so2.p1",
    "objective": "SO2",
    "name": "Women and men in a language course",
    "valid_from": "2014-01-01",
    "counts": "persons",
    "took_part": ["language_course"],
}
TOOLS = {
    **{key: COURSES[key] for key in ("objective", "valid_from")},
    **{"code": "SO2.P2", "name": "Tools", "counts": "things"},
    **{"outputs": ["equipment", "information_package"], "how": "named.programme", "unit": "item"},
}


@pytest.fixture
def there(db):
    return situations.situation()


@pytest.fixture
def address(there):
    return lambda name, *args: reverse(f"authority:{name}", args=[there.programme.pk, *args])


@pytest.fixture
def office(client, there):
    client.force_login(there.officer)
    return client


@pytest.fixture
def entered(office, address) -> ProgrammeIndicator:
    """Entered on the page."""
    assert office.post(address("own_indicator_enter"), COURSES).status_code == 302
    return ProgrammeIndicator.objects.get()


def words(answer) -> str:
    return unescape(answer.content.decode())


@pytest.mark.parametrize(
    ("role", "sees", "enters"),
    [
        (RoleKind.RESPONSIBLE_AUTHORITY, 200, 200),
        (RoleKind.DELEGATED_AUTHORITY, 200, 403),
        (RoleKind.AUDIT_AUTHORITY, 200, 403),
        (RoleKind.EVALUATOR, 200, 403),
        (RoleKind.COMMITTEE_MEMBER, 403, 403),
        (RoleKind.BENEFICIARY, 403, 403),
        (None, 404, 404),
    ],
)
def test_who_sees_them_and_who_enters_them(client, there, address, role, sees, enters):
    scope = None if role is None else there.programme.scope
    of = there.programme.responsible_authority if role == RoleKind.RESPONSIBLE_AUTHORITY else there.delegated
    client.force_login(people.person(role, scope=scope, of=of) if role else people.person())
    assert client.get(address("own_indicators")).status_code == sees
    assert client.get(address("own_indicator_enter")).status_code == enters
    assert client.post(address("own_indicator_enter"), COURSES).status_code == (302 if enters == 200 else enters)
    assert client.post(address("own_indicator_remove", "SO2.P1")).status_code == (302 if enters == 200 else enters)
    assert not ProgrammeIndicator.objects.exists()


def test_only_who_may_enter_one_is_offered_it(client, there, address):
    for by, offered in ((there.officer, True), (there.delegate, False)):
        client.force_login(by)
        shown = words(client.get(address("own_indicators")))
        assert "No programme-specific indicator yet" in shown
        assert (address("own_indicator_enter") in shown) is offered
        assert address("own_indicators") in words(client.get(address("situation")))


def test_one_entered_is_listed_with_what_counts_and_is_counted_at_once(office, there, address, entered):
    shown = words(office.get(address("own_indicators")))
    for said in (
        "SO2.P1",
        COURSES["name"],
        "Persons: Language course",
        "Persons",
        "2014",
        "is entered",
    ):
        assert said in shown
    assert not are_stale(there.programme)
    for page in (address("situation"), address("situation_indicator", "SO2.P1")):
        assert COURSES["name"] in words(office.get(page))
    assert ">13<" in words(office.get(address("situation_indicator", "SO2.P1")))
    assert "13 in all" in words(office.get(address("situation_contributions_of_all", "SO2.P1")))


def test_a_delegated_authority_sees_those_of_its_part_alone(client, office, there, address, entered):
    office.post(address("own_indicator_enter"), COURSES | {"code": "SO3.P1", "objective": "SO3", "name": "Of return"})
    client.force_login(there.delegate)
    shown = words(client.get(address("own_indicators")))
    assert COURSES["name"] in shown
    assert "Of return" not in shown
    assert address("own_indicator_remove", "SO2.P1") not in shown


def test_everything_that_can_be_said_of_persons_is_kept_as_a_rule(office, address):
    said = COURSES | {"came_of_it": ["level_gained"], "flags": ["vulnerable"], "among": "target_group"}
    assert office.post(address("own_indicator_enter"), said).status_code == 302
    rule = ProgrammeIndicator.objects.get().rule
    assert rule["kinds"] == ["language_course", "level_gained"]
    assert (rule["flags"], rule["target_group"]) == (["vulnerable"], True)
    shown = words(office.get(address("own_indicators")))
    assert "one of these being enough: Language course; Gained a level" in shown
    assert "Only: Vulnerable person" in shown
    assert "Only the target group" in shown


def test_members_of_staff_alone_may_count(office, address):
    assert office.post(address("own_indicator_enter"), COURSES | {"among": "staff"}).status_code == 302
    assert ProgrammeIndicator.objects.get().rule["standings"] == ["staff"]
    assert "Only members of staff" in words(office.get(address("own_indicators")))


def test_things_are_counted_by_name_in_the_whole_programme(office, there, address):
    assert office.post(address("own_indicator_enter"), TOOLS).status_code == 302
    for grant, name in ((there.first, "Toolbox"), (there.second, "toolbox "), (there.second, "Leaflet")):
        registers.output(grant, OutputKind.EQUIPMENT, name=name)
    count_tallies(there.programme)
    assert ">2<" in words(office.get(address("situation_indicator", "SO2.P2")))
    shown = words(office.get(address("own_indicators")))
    assert "Things: Information package or campaign; Equipment" in shown
    assert "Each name once in the whole programme" in shown


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"code": "SO2.C2"}, "code", "is an indicator of the law"),
        ({"code": "SO2.C2.b"}, "code", "is an indicator of the law"),
        ({"code": "SO2.P1"}, "code", "already"),
        ({"code": "SO2 P3"}, "code", "Capitals and digits"),
        ({"code": "SO2..P3"}, "code", "Capitals and digits"),
        ({"code": "S" * 21}, "code", "20"),
        ({"objective": "SO9"}, "objective", "SO9"),
        ({"objective": "TA"}, "objective", "TA"),
        ({"name": ""}, "name", "required"),
        ({"name": "x" * 256}, "name", "255"),
        ({"valid_from": ""}, "valid_from", "required"),
        ({"valid_from": "2013-12-31"}, "valid_from", "The programme runs from"),
        ({"valid_from": "2024-07-01"}, "valid_from", "The programme runs from"),
        ({"counts": ""}, "counts", "required"),
        ({"counts": "share"}, "counts", "share"),
        ({"took_part": []}, "took_part", "Tick at least one event"),
        ({"took_part": ["odd"]}, "took_part", "odd"),
        ({"came_of_it": ["language_course"]}, "came_of_it", "language_course"),
        ({"flags": ["staff"]}, "flags", "staff"),
        ({"among": "odd"}, "among", "odd"),
        ({"outputs": ["equipment"]}, "outputs", "goes with an indicator that counts things"),
        ({"how": "added.grant"}, "how", "goes with an indicator that counts things"),
        ({"unit": "item"}, "unit", "goes with an indicator that counts things"),
        ({"counts": "things"}, "took_part", "goes with an indicator that counts persons"),
        ({"counts": "things"}, "outputs", "Tick at least one thing"),
        ({"counts": "things"}, "how", "Say how they are counted"),
        ({"counts": "things"}, "unit", "Say in what they are counted"),
        ({"counts": "things", "among": "staff"}, "among", "goes with an indicator that counts persons"),
        ({"counts": "things", "flags": ["vulnerable"]}, "flags", "goes with an indicator that counts persons"),
    ],
)
def test_what_does_not_go_together_is_refused_at_its_field(office, address, entered, said, field, sentence):
    answer = office.post(address("own_indicator_enter"), COURSES | {"code": "SO2.P9"} | said)
    assert answer.status_code == 422
    assert any(sentence in each for each in answer.context["form"].errors[field])
    assert ProgrammeIndicator.objects.count() == 1


def test_a_rule_that_cannot_be_counted_is_told_on_the_form(office, address, monkeypatch):
    def refuse(*_said, **_more):
        raise RuleRefused("odd")

    monkeypatch.setattr(own, "enter_indicator", refuse)
    answer = office.post(address("own_indicator_enter"), COURSES)
    assert answer.status_code == 422
    assert "Nothing can be counted by this" in words(answer)


def test_what_the_programme_states_and_nothing_counts_is_offered_first(client, office, there, address):
    version = there.programme.versions.get()
    IndicatorTarget.objects.create(version=version, code="SO2.P1", name="Counselled", target=80, unit="number")
    way = f"{address('own_indicator_enter')}?code=SO2.P1"
    assert way in words(office.get(address("own_indicators")))
    assert "?code=SO2.P1" in words(office.get(address("own_indicator_enter")))
    form = office.get(way).context["form"]
    assert [form.initial[name] for name in ("code", "name", "objective", "valid_from")] == [
        *("SO2.P1", "Counselled", "SO2"),
        date(2014, 1, 1),
    ]
    office.post(way, COURSES)
    assert way not in words(office.get(address("own_indicators")))
    assert "16.2" in words(office.get(address("situation_indicator", "SO2.P1")))
    client.force_login(there.delegate)
    assert "?code=" not in words(client.get(address("own_indicators")))


# A mistake is undone.


def test_one_entered_by_mistake_goes_and_the_programme_is_counted_again(office, there, address, entered):
    assert Tally.objects.filter(indicator="SO2.P1").exists()
    asked = office.get(address("own_indicator_remove", "SO2.P1"))
    assert "Nothing speaks of it yet" in words(asked)
    assert office.post(address("own_indicator_remove", "SO2.P1")).status_code == 302
    assert not ProgrammeIndicator.objects.exists()
    assert not Tally.objects.filter(indicator="SO2.P1").exists()
    row = Trail.objects.get(event="indicator_removed")
    assert (row.by, row.details["code"]) == (there.officer, "SO2.P1")
    assert "No programme-specific indicator yet" in words(office.get(address("own_indicators")))
    assert office.get(address("own_indicator_remove", "SO2.P1")).status_code == 404


def test_one_that_a_target_or_a_value_speaks_of_stays(office, there, address, entered):
    way = address("own_indicator_remove", "SO2.P1")
    declared = {"programme": there.programme, "grant": there.first, "indicator": "SO2.P1"}
    for speaking, reason in (
        (lambda: GrantTarget.objects.create(grant=there.first, indicator="SO2.P1", target=5), "has a target on this"),
        (lambda: DeclaredValue.objects.create(**declared, as_of=date(2020, 1, 1), value=1), "A value was declared"),
    ):
        row = speaking()
        shown = words(office.get(way))
        assert reason in shown
        assert reverse("authority:grant", args=[there.first.pk]) in shown
        answer = office.post(way)
        assert answer.status_code == 422
        assert reason in words(answer)
        row.delete()
    assert ProgrammeIndicator.objects.exists()


# And it can be used.


def test_a_grant_can_aim_at_it_and_shows_it_by_its_name(office, there, address, entered):
    grant = Grant.objects.with_content().get(pk=there.first.pk)
    edit = reverse("authority:grant_edit", args=[grant.pk])
    assert f"Programme-specific: SO2.P1 {COURSES['name']}." in words(office.get(edit))
    form = office.get(edit).context["form"]
    assert "SO2.P1" in form.indicators
    said = content_of(grant)
    wanted = replace(said, targets={**said.targets, "SO2.P1": 20}, targets_by_sex={"SO2.P1.female": 9})
    change_grant(grant, wanted, revision=grant.revision, by=there.officer, on=date(2020, 6, 1))
    count_tallies(there.programme)
    assert COURSES["name"] in words(office.get(reverse("authority:grant", args=[grant.pk])))
    assert grant.reference in words(office.get(address("situation_indicator", "SO2.P1")))


def text_of(content: bytes, form: str) -> str:
    """Everything that a file says, on one line."""
    if form == "xlsx":
        cells = (cell.value for sheet in load_workbook(BytesIO(content)) for line in sheet.iter_rows() for cell in line)
        return " ".join(str(each) for each in cells if each is not None)
    if form == "pdf":
        return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())
    return content.decode()


def test_the_workbook_of_grants_offers_it_and_takes_it(there, entered):
    form = grant_form(there.programme)
    target = {"reference": there.first.reference, "indicator": "SO2.P1", "target": 20}
    reading = read(filled(form, grants=[], targets=[target]), form)
    assert [row.values["indicator"] for row in reading.rows["targets"]] == ["SO2.P1"]
    assert "SO2.P1 Women and men in a language course" in text_of(write_template(form), "xlsx")


@pytest.mark.parametrize(("name", "form"), [(name, each) for name, of in EXPORTS.items() for each in of.forms])
def test_every_file_has_it_by_its_name(office, there, address, entered, name, form):
    version = there.programme.versions.get()
    IndicatorTarget.objects.create(version=version, code="SO2.P1", name=COURSES["name"], target=80, unit="number")
    count_tallies(there.programme)
    publish_figures(there.programme, on=localdate(), by=there.officer)
    answer = office.get(address("situation_export", name, form))
    assert answer.status_code == (200 if is_for(EXPORTS[name], there.programme) else 404)
    assert answer.status_code == 404 or COURSES["name"] in text_of(answer.content, form)


def test_its_page_says_what_counts(office, address, entered):
    assert "Persons: Language course" in words(office.get(address("situation_indicator", "SO2.P1")))


def test_the_beneficiary_reads_its_name_too(client, there, entered):
    client.force_login(register.filler(there.first))
    for page, args in (("grant", ()), ("counted", ("SO2.P1",))):
        assert COURSES["name"] in words(client.get(reverse(f"beneficiary:{page}", args=[there.first.pk, *args])))
