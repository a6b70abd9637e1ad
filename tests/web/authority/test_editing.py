"""Editing an open version: what is saved, what is refused beside its field, and who was quicker."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils import translation
from django.utils.translation import gettext

from openamif.people.models import Person
from openamif.programmes.actions.revise_version import revise_version
from openamif.programmes.actions.validate_version import validate_version
from openamif.programmes.models import Programme, Version
from openamif.programmes.models.changing import with_section
from openamif.programmes.models.document import sections_of
from openamif.programmes.queries import content_of
from openamif.record.models import Trail
from openamif.sfc.programme_2014 import TurkeyPledge
from openamif.web.authority.forms.tables import TABLES
from tests.factories import programmes
from tests.factories.programmes import DAY
from tests.web.authority.reading import form_of, words

MEANWHILE = "was changed by somebody else while you were writing. What you typed is still here"
AMOUNTS = {"plan": "SO1.NO1-", "special": "resettlement-2014", "annual": "asylum_solidarity-2014"}
PAGES = (
    ("edit_text", "summary"),
    ("edit_action", 1),
    ("edit_new_action", "SO1.NO1"),
    ("edit_control_system",),
    *(("edit_amounts", table) for table in AMOUNTS),
    *(("edit_rows", table) for table in TABLES),
    ("edit_authorities",),
    ("edit_programme",),
)
ROW = {
    "timetable": {"objective": "SO2.NO2", "number": "9", "name": "A ninth action", "planning": "2015"},
    "indicators": {"code": "SO1.C9", "name": "A ninth indicator", "unit": "number", "target": "1 200,50"},
    "resettlement": {"kind": "women_children_at_risk", "first_period": "7"},
    "transfers": {"kind": "relocation_2015_1601", "from_country": "IT", "to_country": "BE", "first_period": "3"},
    "documents": {"title": "Letter of the Minister", "dated_on": "2015-03-03"},
}


def document_of(office):
    return content_of(Version.objects.get(pk=office.version.pk)).document


def revision_of(office) -> int:
    return Version.objects.get(pk=office.version.pk).revision


def changes() -> list[list[str]]:
    """What the trail says was changed last: place, before, after."""
    return Trail.objects.filter(event="changed").order_by("-number")[0].details["changes"]


def somebody_else_saves(office) -> None:
    version = Version.objects.get(pk=office.version.pk)
    changed = with_section(content_of(version).document, "baseline", ("Somebody else was here.",))
    revise_version(version, changed, revision=version.revision, by=office.colleague)


def in_french(office) -> None:
    Person.objects.filter(pk=office.officer.pk).update(language="fr")


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_page_saved_as_it_stands_changes_nothing(office, officer, url, page):
    before = document_of(office)
    shown = officer.get(url(*page))
    assert shown.status_code == 200
    if page[0] == "edit_new_action":
        return
    answer = officer.post(url(*page), form_of(shown))
    assert answer.status_code == 302
    assert document_of(office) == before
    if page[0] not in ("edit_authorities", "edit_control_system"):
        assert not Trail.objects.filter(event="changed").exists()


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_frozen_version_is_not_edited(office, officer, url, page):
    validate_version(office.version, by=office.officer, on=DAY)
    for answer in (officer.get(url(*page)), officer.post(url(*page), {"revision": 1, "paragraphs": "x"})):
        assert answer.status_code == 403
        assert "can no longer be changed" in words(answer)


@pytest.mark.parametrize(
    "page",
    [
        ("edit_text", "nowhere"),
        ("edit_text", "objectives.SO9.strategy"),
        ("edit_action", 99),
        ("edit_new_action", "SO1"),
        ("edit_amounts", "nothing"),
        ("edit_rows", "validation"),
    ],
    ids=str,
)
def test_what_the_programme_does_not_have_is_not_found(officer, url, page):
    assert officer.get(url(*page)).status_code == 404
    assert officer.post(url(*page), {"revision": 1}).status_code == 404


@pytest.mark.parametrize("key", sorted(sections_of(programmes.SMALL)))
def test_each_text_is_edited(office, officer, url, key):
    address = url("edit_text", key)
    data = form_of(officer.get(address)) | {"paragraphs": "A first  paragraph.\r\n\r\n  A second one. \r\n"}
    answer = officer.post(address, data)
    assert answer.status_code == 302
    assert sections_of(document_of(office))[key] == ("A first paragraph.", "A second one.")
    assert [place for place, _before, _after in changes()] == [key]
    assert officer.get(answer.url).status_code == 200


def test_the_trail_keeps_what_stood_before_and_after(office, officer, url):
    data = form_of(officer.get(url("edit_text", "summary"))) | {"paragraphs": "Shorter."}
    officer.post(url("edit_text", "summary"), data)
    assert changes() == [["summary", "A small programme for a small fund.\nIt serves tests.", "Shorter."]]
    row = Trail.objects.get(event="changed")
    assert row.by == office.officer
    assert "Executive summary" in words(officer.get(url("version_history")))
    saved = Version.objects.get(pk=office.version.pk)
    assert (saved.changed_by, saved.revision) == (office.officer, 2)


def test_a_text_may_be_emptied_and_its_finding_stands_beside_the_field(office, officer, url):
    data = form_of(officer.get(url("edit_text", "summary"))) | {"paragraphs": " \n "}
    officer.post(url("edit_text", "summary"), data)
    assert document_of(office).summary == ()
    page = words(officer.get(url("edit_text", "summary")))
    assert 'id="id_paragraphs-findings"' in page
    assert "id_paragraphs-findings" in page.partition("<textarea")[2].partition(">")[0]


@pytest.mark.parametrize("page", [page for page in PAGES if page[0] != "edit_programme"], ids=str)
def test_whoever_was_slower_is_told_and_nothing_is_overwritten(office, officer, url, page):
    data = form_of(officer.get(url(*page)))
    data |= {name: "Typed with care" for name in ("paragraphs", "title", "text") if name in data}
    somebody_else_saves(office)
    before = document_of(office)
    answer = officer.post(url(*page), data)
    assert answer.status_code == 422
    assert MEANWHILE in words(answer)
    assert document_of(office) == before
    again = form_of(answer)
    assert again == data | {"revision": str(revision_of(office))}
    assert officer.post(url(*page), again).status_code == 302
    assert document_of(office).baseline == ("Somebody else was here.",)


def test_what_is_wrong_and_late_is_told_late_only_once_it_is_right(office, officer, url):
    address = url("edit_amounts", "plan")
    data = form_of(officer.get(address)) | {"SO1.NO1-": "many"}
    somebody_else_saves(office)
    answer = officer.post(address, data)
    assert MEANWHILE not in words(answer)
    answer = officer.post(address, form_of(answer) | {"SO1.NO1-": "2 500 000"})
    assert MEANWHILE in words(answer)


@pytest.mark.parametrize("revision", ["", "x", "²", "-1", "9" * 30])
def test_a_form_without_its_revision_overwrites_nothing(office, officer, url, revision):
    answer = officer.post(url("edit_text", "summary"), {"paragraphs": "x", "revision": revision})
    assert answer.status_code == 422
    assert document_of(office) == programmes.SMALL


def test_an_action_is_edited(office, officer, url):
    typed = {
        "title": "Make reception warm",
        "qualifier": "FL",
        "description": "First.\nSecond.",
        "examples": "",
        "desired_results": "A bed.\nA meal.",
    }
    data = form_of(officer.get(url("edit_action", 1))) | typed
    assert officer.post(url("edit_action", 1), data).status_code == 302
    action = document_of(office).objectives[0].national_objectives[0].actions[0]
    assert (action.title, action.qualifier, action.examples) == ("Make reception warm", "FL", ())
    assert (action.description, action.desired_results) == (("First.", "Second."), ("A bed.", "A meal."))
    assert {place for place, _before, _after in changes()} == {
        f"actions.1.{name}" for name in ("title", "qualifier", "description", "examples", "desired_results")
    }


def test_an_action_owes_its_title_and_keeps_the_rest_of_what_was_typed(office, officer, url):
    in_french(office)
    data = form_of(officer.get(url("edit_action", 1))) | {"title": "", "description": "Typed with care"}
    answer = officer.post(url("edit_action", 1), data)
    assert answer.status_code == 422
    with translation.override("fr"):
        assert gettext("This field is required.") in words(answer)
    assert 'id="id_title-error"' in words(answer)
    assert form_of(answer)["description"] == "Typed with care"
    assert document_of(office) == programmes.SMALL


def test_a_title_of_several_lines_is_one_line(office, officer, url):
    data = form_of(officer.get(url("edit_action", 1))) | {"title": "Make reception\r\nwarm"}
    officer.post(url("edit_action", 1), data)
    assert document_of(office).objectives[0].national_objectives[0].actions[0].title == "Make reception warm"


def test_an_action_is_added_and_removed(office, officer, url):
    data = form_of(officer.get(url("edit_new_action", "SO2.NO2"))) | {"title": "Offer a second course"}
    assert officer.post(url("edit_new_action", "SO2.NO2"), data).status_code == 302
    titles = [action.title for action in document_of(office).objectives[1].national_objectives[0].actions]
    assert titles == ["Offer a welcome course", "Offer a second course"]
    number = document_of(office).objectives[1].national_objectives[0].actions[1].number
    data = form_of(officer.get(url("edit_action", number))) | {"remove": "1"}
    assert officer.post(url("edit_action", number), data).status_code == 302
    assert document_of(office) == programmes.SMALL


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("22 813 801,27", "22813801.27"),
        ("22813801.27", "22813801.27"),
        ("22\u00a0813\u00a0801,27", "22813801.27"),
        ("22\u202f813\u202f801.27", "22813801.27"),
        ("22.813.801,27", "22813801.27"),
        ("1 234,5", "1234.50"),
        ("0", "0.00"),
        ("", None),
        (" – ", None),
    ],
)
def test_amounts_are_read_as_people_write_them(office, officer, url, typed, amount):
    data = form_of(officer.get(url("edit_amounts", "plan"))) | {"SO1.NO1-": typed}
    assert officer.post(url("edit_amounts", "plan"), data).status_code == 302
    assert document_of(office).financial_plan["SO1.NO1"] == (amount and Decimal(amount))


def test_sums_of_the_plan_follow(office, officer, url):
    data = form_of(officer.get(url("edit_amounts", "plan"))) | {"SO1.NO1-": "2 600 000"}
    officer.post(url("edit_amounts", "plan"), data)
    plan = document_of(office).financial_plan
    assert [plan[line] for line in ("SO1.NO", "SO1", "TOTAL")] == list(
        map(Decimal, ("3100000.25", "3100000.25", "9360000.00"))
    )
    assert {place for place, _before, _after in changes()} == {
        f"financial_plan.{line}" for line in ("SO1.NO1", "SO1.NO", "SO1", "TOTAL")
    }
    assert ["financial_plan.SO1.NO1", "2500000.00", "2600000.00"] in changes()


def test_sums_of_the_special_cases_reach_the_plan(office, officer, url):
    data = form_of(officer.get(url("edit_amounts", "special"))) | {"resettlement-2014": "90 000"}
    officer.post(url("edit_amounts", "special"), data)
    document = document_of(office)
    assert document.special_cases["resettlement"].total == Decimal(590000)
    assert document.special_cases["total"].by_year[0] == Decimal(90000)
    assert document.special_cases["total"].total == Decimal(650000)
    assert document.financial_plan["SPECIAL"] == Decimal(650000)
    assert document.financial_plan["TOTAL"] == Decimal(9250000)


def test_sums_cannot_be_typed(office, officer, url):
    shown = form_of(officer.get(url("edit_amounts", "plan")))
    assert not {"TOTAL-", "SO1-", "SO1.NO-", "SPECIAL-"} & shown.keys()
    officer.post(url("edit_amounts", "plan"), shown | {"TOTAL-": "1"})
    assert document_of(office) == programmes.SMALL


@pytest.mark.parametrize("typed", ["many", "1,2,3", "12.3456", "1e9", "NaN", "9" * 30, "--5"])
@pytest.mark.parametrize("table", AMOUNTS)
def test_a_wrong_amount_is_told_beside_its_cell_and_stays_typed(office, officer, url, table, typed):
    address = url("edit_amounts", table)
    answer = officer.post(address, form_of(officer.get(address)) | {AMOUNTS[table]: typed})
    assert answer.status_code == 422
    assert f'aria-describedby="id_{AMOUNTS[table]}_error"' in words(answer)
    assert f'id="id_{AMOUNTS[table]}_error"><p class="field-error">' in words(answer)
    assert form_of(answer)[AMOUNTS[table]] == typed
    assert document_of(office) == programmes.SMALL


def test_a_negative_amount_is_for_special_cases_that_were_given_back(office, officer, url):
    answer = officer.post(
        url("edit_amounts", "plan"), form_of(officer.get(url("edit_amounts", "plan"))) | {"SO1.NO1-": "-5"}
    )
    assert "“-5” is negative" in words(answer)
    address = url("edit_amounts", "special")
    officer.post(address, form_of(officer.get(address)) | {"transfer-2014": "\u22126 000"})
    assert document_of(office).special_cases["transfer"].by_year[0] == Decimal(-6000)


def test_a_wrong_amount_is_told_in_french(office, officer, url):
    in_french(office)
    address = url("edit_amounts", "plan")
    answer = officer.post(address, form_of(officer.get(address)) | {"SO1.NO1-": "beaucoup"})
    with translation.override("fr"):
        message = gettext("“%(found)s” is not an amount. Write digits, at most two decimals, such as 1 234,50.")
    assert answer.status_code == 422
    assert message % {"found": "beaucoup"} in words(answer)


def test_amounts_are_shown_as_the_reader_writes_them_and_read_back(office, officer, url):
    in_french(office)
    shown = form_of(officer.get(url("edit_amounts", "plan")))
    assert shown["SO1.NO2-"] == "500\u202f000,25"
    officer.post(url("edit_amounts", "plan"), shown)
    assert document_of(office) == programmes.SMALL


def rows_of(table: str, document) -> tuple:
    return {"documents": document.documents, "resettlement": document.resettlement}.get(table) or getattr(
        document, table
    )


def filled(data: dict[str, str], row: dict[str, str]) -> dict[str, str]:
    """The first of the empty rows, filled in."""
    index = int(data["rows-INITIAL_FORMS"])
    return data | {f"rows-{index}-{name}": value for name, value in row.items()}


@pytest.mark.parametrize("table", ROW)
def test_a_row_is_added_and_removed_again(office, officer, url, table):
    address = url("edit_rows", table)
    answer = officer.post(address, filled(form_of(officer.get(address)), ROW[table]))
    assert answer.status_code == 302, words(answer)
    before, after = rows_of(table, programmes.SMALL), rows_of(table, document_of(office))
    assert len(after) == len(before) + 1
    data = form_of(officer.get(address))
    officer.post(address, data | {f"rows-{len(before)}-DELETE": "on"})
    assert rows_of(table, document_of(office)) == before


@pytest.mark.parametrize("table", [table for table in ROW if table != "documents"])
def test_a_row_that_says_what_another_says_is_refused_beside_it(office, officer, url, table):
    address = url("edit_rows", table)
    data = form_of(officer.get(address))
    first = {name.removeprefix("rows-0-"): value for name, value in data.items() if name.startswith("rows-0-")}
    answer = officer.post(address, filled(data, first))
    assert answer.status_code == 422
    index = int(data["rows-INITIAL_FORMS"])
    message = words(answer).rindex("Another row already says this.")
    assert message > words(answer).index(f'name="rows-{index}-')
    assert re.search(rf"Row {index + 1}, [^:]+: Another row already says this.", words(answer))
    assert words(answer).count("Another row already says this.") == 2
    assert document_of(office) == programmes.SMALL


@pytest.mark.parametrize(
    ("table", "name", "value", "message"),
    [
        ("timetable", "name", "", "This field is required."),
        ("timetable", "planning", "soon", "Enter a whole number."),
        ("timetable", "number", "0", "greater than or equal to 1"),
        ("timetable", "objective", "SO9.NO1", "Select a valid choice."),
        ("indicators", "target", "many", "is not an amount"),
        ("indicators", "code", "", "This field is required."),
        ("resettlement", "first_period", "2.5", "is not a whole number of persons"),
        ("resettlement", "first_period", "9" * 12, ""),
        ("transfers", "kind", "teleport", "Select a valid choice."),
        ("transfers", "from_country", "ITA", "at most 2 characters"),
    ],
)
def test_a_wrong_row_is_told_beside_its_field_and_stays_typed(office, officer, url, table, name, value, message):
    address = url("edit_rows", table)
    answer = officer.post(address, form_of(officer.get(address)) | {f"rows-0-{name}": value})
    assert answer.status_code == 422
    assert message in words(answer)
    assert f'id="id_rows-0-{name}_error"><p class="field-error">' in words(answer)
    if "choice" not in message:
        assert form_of(answer)[f"rows-0-{name}"] == value
    assert document_of(office) == programmes.SMALL


def test_a_table_whose_size_was_tampered_with_changes_nothing(office, officer, url):
    address = url("edit_rows", "timetable")
    for wrong in ({"rows-TOTAL_FORMS": "x"}, {"rows-TOTAL_FORMS": "100000"}):
        answer = officer.post(address, form_of(officer.get(address)) | wrong)
        assert answer.status_code == 422
    assert document_of(office) == programmes.SMALL


def test_sums_of_the_pledges_follow(office, officer, url):
    address = url("edit_rows", "resettlement")
    officer.post(address, form_of(officer.get(address)) | {"rows-0-first_period": "25"})
    assert document_of(office).resettlement_totals.grand_total == (25, 20, 20)


def test_places_given_back_are_negative(office, officer, url):
    address = url("edit_rows", "transfers")
    officer.post(address, form_of(officer.get(address)) | {"rows-0-first_period": "-3"})
    assert document_of(office).transfers[0].persons[0] == -3
    assert form_of(officer.get(address))["rows-0-first_period"] == "\u22123"


def test_admission_from_turkey_is_one_row(office, officer, url):
    address = url("edit_rows", "turkey")
    officer.post(address, filled(form_of(officer.get(address)), {"first_period": "5"}))
    assert document_of(office).turkey == (TurkeyPledge((5, None, None)),)
    second = filled(form_of(officer.get(address)), {"first_period": "6"}) | {"rows-TOTAL_FORMS": "2"}
    answer = officer.post(address, second)
    assert answer.status_code == 422
    assert document_of(office).turkey == (TurkeyPledge((5, None, None)),)


def test_authorities_are_entered_changed_and_removed(office, officer, url):
    address = url("edit_authorities")
    new = {"kind": "RA", "name": "Funds Unit", "head": "Ms Head", "email": "unit@example.org"}
    data = filled(form_of(officer.get(address)), new | {"designated_on": "2014-09-27"})
    assert officer.post(address, data).status_code == 302
    (authority,) = office.version.designatedauthority_set.all()
    assert (authority.kind, authority.name, str(authority.designated_on)) == ("RA", "Funds Unit", "2014-09-27")
    assert ["authorities.RA.1.name", "None", "Funds Unit"] in changes()
    officer.post(address, form_of(officer.get(address)) | {"rows-0-name": "Another unit"})
    assert changes() == [["authorities.RA.1.name", "Funds Unit", "Another unit"]]
    officer.post(address, form_of(officer.get(address)) | {"rows-0-DELETE": "on"})
    assert not office.version.designatedauthority_set.exists()


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("name", "", "This field is required."),
        ("email", "nobody", "Enter a valid email address."),
        ("designated_on", "yesterday", "is no date. Write it as"),
        ("kind", "XX", "Select a valid choice."),
    ],
)
def test_a_wrong_authority_is_told_beside_its_field(office, officer, url, name, value, message):
    address = url("edit_authorities")
    data = filled(form_of(officer.get(address)), {"kind": "RA", "name": "Funds Unit", name: value})
    answer = officer.post(address, data)
    assert answer.status_code == 422
    assert message in words(answer)
    assert not office.version.designatedauthority_set.exists()


def test_the_control_system_is_described(office, officer, url):
    address = url("edit_control_system")
    data = form_of(officer.get(address)) | {"text": "Two pairs of eyes."}
    assert officer.post(address, data).status_code == 302
    assert "Two pairs of eyes." in words(officer.get(url("version_authorities")))
    answer = officer.post(address, form_of(officer.get(address)) | {"text": "x" * 5000})
    assert answer.status_code == 422


def test_every_text_that_may_be_edited_has_a_page_to_edit_it(office, officer, url):
    page = officer.get(url("version_texts")).content.decode()
    edits = set(re.findall(r'href="([^"]*/edit/texts/[^"]*)"', page))
    assert edits
    assert {edit: officer.get(edit).status_code for edit in edits} == dict.fromkeys(edits, 200)


def test_the_types_of_beneficiaries_are_edited_one_a_line(office, officer, url):
    address = url("edit_text", "partnership.6.7.1")
    officer.post(address, form_of(officer.get(address)) | {"paragraphs": "Local public bodies\nSchools"})
    assert document_of(office).beneficiary_types == ("Local public bodies", "Schools")


def test_the_programme_is_named_anew(office, officer, url):
    address = url("edit_programme")
    typed = {"title": "Fund of Belgium", "cci": "2014BE65AMNP001", "reference_allocation_amount": "8 300 000,5"}
    assert officer.post(address, form_of(officer.get(address)) | typed).status_code == 302
    programme = Programme.objects.get(pk=office.programme.pk)
    assert (programme.title, programme.reference_allocation_amount) == ("Fund of Belgium", Decimal("8300000.50"))
    row = Trail.objects.get(event="named")
    assert row.details["before"][0] == "Fund in BE"
    assert row.details["after"][0] == "Fund of Belgium"


@pytest.mark.parametrize(
    ("name", "value"),
    [("title", ""), ("cci", "2014BE65AMNP001-too-long"), ("reference_allocation_amount", "a lot")],
)
def test_a_wrong_detail_of_the_programme_is_told_beside_its_field(office, officer, url, name, value):
    address = url("edit_programme")
    answer = officer.post(address, form_of(officer.get(address)) | {name: value})
    assert answer.status_code == 422
    assert f'id="id_{name}-error"' in words(answer)
    assert form_of(answer)[name] == value
    assert Programme.objects.get(pk=office.programme.pk).title == "Fund in BE"


def test_what_is_typed_comes_back_as_text(office, officer, url):
    script = "<script>alert(1)</script>"
    officer.post(url("edit_text", "summary"), {"revision": 1, "paragraphs": script})
    for name, *args in (("version_texts",), ("edit_text", "summary"), ("version_history",)):
        assert script not in officer.get(url(name, *args)).content.decode()


def test_a_returned_version_is_opened_again_by_the_first_change(office, officer, url):
    officer.post(url("version_move", "return_by_member_state"), {"reason": "Once more, please."})
    officer.post(
        url("edit_text", "summary"), form_of(officer.get(url("edit_text", "summary"))) | {"paragraphs": "Shorter."}
    )
    assert Version.objects.get(pk=office.version.pk).state == "open"
    assert document_of(office) == replace(programmes.SMALL, summary=("Shorter.",))
