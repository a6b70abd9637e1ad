"""From the template to the grants: download, dry run in words, confirm, come back with the same file."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from python_calamine import CalamineWorkbook

from openamif.grants.models import Grant
from openamif.grants.queries import grants_with_content
from openamif.people.models import Person
from openamif.record.models import Document
from openamif.reports.queries.tallies import are_stale
from openamif.web.authority.grants.labels import CELL_ERRORS, FILE_REFUSALS
from openamif.web.authority.grants.workbook import grant_form
from openamif.workbooks import read
from tests.factories import grants, people
from tests.grants.workbooks import filled, row
from tests.house.tree import APPLICATION
from tests.programmes.bare import bare_programme


def uploaded(client, at, raw: bytes, name: str = "grants.xlsx") -> Any:
    """The page that the upload leads to."""
    return client.post(at("grants_import"), {"file": SimpleUploadedFile(name, raw)}, follow=True)


def workbook(desk, **sheets) -> bytes:
    return filled(grant_form(desk.programme), **sheets)


@pytest.mark.parametrize(("language", "sheets"), [
    ("en", ["Grants", "Partners", "Targets", "Organisations"]),
    ("fr", ["Subventions", "Partenaires", "Valeurs cibles", "Organisations"]),
])  # fmt: skip
def test_template_is_made_for_the_programme_in_her_language(desk, officer, at, language, sheets):
    Person.objects.filter(pk=desk.officer.pk).update(language=language)
    response = officer.get(at("grants_template"))
    assert response["Content-Disposition"].startswith("attachment")
    book = CalamineWorkbook.from_filelike(BytesIO(response.content))
    assert [name for name in book.sheet_names if name in sheets] == sheets
    assert len(book.sheet_names) == len(sheets) + 6
    offered = {cell for line in book.get_sheet_by_name("lists").to_python() for cell in line}
    assert any(cell.startswith("SO2.NO2 ") for cell in offered)
    assert not any(cell.startswith("SPECIAL") for cell in offered)
    known = [line[0] for line in book.get_sheet_by_name("Organisations").to_python()]
    assert "House of the Four Winds" in known


def test_template_of_2021_2027_has_the_codes_of_annex_vi(db):
    keys = [column.key for column in grant_form(bare_programme(period="2021-2027")).sheets[0].columns]
    assert {"intervention_fields", "types_of_action", "implementation", "particular_themes"} <= set(keys)


def test_workbook_of_2021_2027_offers_the_four_actions_of_annex_iv(db):
    form = grant_form(bare_programme(period="2021-2027"))
    (offered,) = [column for column in form.sheets[0].columns if column.key == "annex_iv_action"]
    assert [choice.key for choice in offered.choices] == ["1", "2", "3", "4"]
    found = read(filled(form, grants=[{"reference": "BE/AMIF/2023/0001", "annex_iv_action": "4"}]), form)
    assert [each.get("annex_iv_action") for each in found.rows["grants"]] == ["4"]
    assert "annex_iv_action" not in {each.key for each in grant_form(bare_programme()).sheets[0].columns}


def test_template_may_hold_the_grants_that_are_here(desk, officer, at):
    raw = officer.get(f"{at('grants_template')}?filled=1").content
    book = CalamineWorkbook.from_filelike(BytesIO(raw))
    assert book.get_sheet_by_name("Grants").to_python()[1][:2] == ["BE/2019/PR/0001", "A first welcome"]
    page = uploaded(officer, at, raw)
    assert page.context["plan"].unchanged == 1
    assert "there is nothing to import" in page.content.decode()


def test_a_draft_that_is_not_right_yet_holds_up_no_other_grant(desk, officer, at):
    grants.draft(desk.programme, by=desk.officer, union_amount="190000")
    with_all = officer.get(f"{at('grants_template')}?filled=1").content
    page = uploaded(officer, at, with_all)
    assert page.status_code == 200
    assert (page.context["plan"].unchanged, page.context["error_count"]) == (2, 0)


def test_empty_template_changes_nothing(desk, officer, at):
    page = uploaded(officer, at, officer.get(at("grants_template")).content)
    assert (page.status_code, page.context["error_count"]) == (200, 0)
    assert "No grant stands in this file" in page.content.decode()
    assert "here already" not in page.content.decode()


def test_a_body_that_is_no_delegated_authority_of_the_programme_is_told_at_its_cell(desk, officer, at):
    people.organisation("Print shop")
    page = uploaded(officer, at, workbook(desk, grants=[row(11, delegated_authority="Print shop")]))
    (told,) = page.context["errors"]
    assert (page.status_code, told.row, told.heading) == (422, 2, "Delegated authority")
    assert "“Print shop” is no delegated authority of this programme" in told.sentence


def test_a_currency_is_one_of_a_member_state(desk, officer, at):
    page = uploaded(officer, at, workbook(desk, grants=[row(11, currency="XXX"), row(12, currency="czk")]))
    (told,) = page.context["errors"]
    assert (told.row, told.heading) == (2, "Currency")
    assert told.sentence.startswith("“XXX” is none of the values offered: EUR euro")


def test_papers_signed_on_a_day_to_come_are_told_at_their_rows(desk, officer, at):
    of, later = "BE/2019/PR/0011", date(2099, 1, 1)
    page = uploaded(officer, at, workbook(
        desk, grants=[row(11), row(12, signed_on=later)],
        contracts=[{"reference": of, "contract": "C-1", "contract_name": "Rooms", "party": "Halls", "signed_on": later,
                    "amount": 60000}],
        amendments=[{"reference": of, "number": 1, "signed_on": later, "what": "Half a year longer"}],
    ))  # fmt: skip
    told = [(each.sheet, each.row, each.column, each.heading) for each in page.context["errors"]]
    assert told == [
        ("Grants", 3, "K", "Signed on"),
        ("Amendments", 2, "C", "Signed on"),
        ("Contracts", 2, "G", "Signed on"),
    ]
    assert "contract C-1 would be signed on 1\u00a0January\u00a02099" in page.context["errors"][2].sentence


def test_from_dry_run_to_grants_and_back_with_the_same_file(desk, officer, at):
    raw = workbook(desk, grants=[row(11), row(12)])
    page = uploaded(officer, at, raw)
    assert [(figure.label, figure.value) for figure in page.context["figures"]] == [
        ("Grants in the file", 2), ("New", 2), ("Changed", 0), ("Unchanged", 0), ("New organisations", 0),
    ]  # fmt: skip
    assert [each["reference"] for each in page.context["new"][1]] == ["BE/2019/PR/0011", "BE/2019/PR/0012"]
    assert Grant.objects.count() == 1
    no_target = "No target is set, so the grant will not show in any indicator. Enter what it aims at."
    assert page.context["warnings"] == [f"Targets of the grant: {no_target} (BE/2019/PR/0011; BE/2019/PR/0012)"]
    confirm = at("grants_confirm", Document.objects.latest("pk").pk)
    assert officer.get(confirm, follow=True).context["plan"].new
    assert Grant.objects.count() == 1
    done = officer.post(confirm, follow=True)
    assert "Imported: 2 new, 0 changed, 0 as they were." in done.content.decode()
    assert Grant.objects.count() == 3
    assert not are_stale(desk.programme)
    again = uploaded(officer, at, raw)
    assert "there is nothing to import" in again.content.decode()
    edited = uploaded(officer, at, workbook(desk, grants=[row(11, title="New title"), row(12)]))
    assert [(each["reference"], [field["name"] for field in each["fields"]]) for each in edited.context["changed"]] == [
        ("BE/2019/PR/0011", ["Title"])
    ]


def test_a_cell_that_cannot_be_read_is_shown_as_no_change(desk, officer, at):
    form = grant_form(desk.programme, list(grants_with_content(desk.programme)))
    (here,) = form.sheets[0].examples
    page = uploaded(officer, at, filled(form, grants=[{**here, "report_months": 99}]))
    assert (page.context["error_count"], page.context["changed"]) == (1, [])
    assert page.context["plan"].changed == []


def test_a_file_of_the_other_period_is_told_in_one_sentence(desk, officer, at):
    said = [row(1, reference="BE/AMIF/2023/0001", report_months=0)]
    page = uploaded(officer, at, workbook(desk, grants=said))
    assert "This is a file of grants of 2021-2027" in page.content.decode()
    assert "0 is out of range: from 1 to 60." in page.content.decode()
    said += [row(2, report_months=0)]
    assert not uploaded(officer, at, workbook(desk, grants=said)).context["period_meant"]


def test_what_nobody_read_of_a_file_is_told(desk, officer, at):
    form = grant_form(desk.programme)
    first, *_others, last = form.sheets
    odd = replace(first, columns=tuple(replace(each, label="Smmary") if each.key == "summary" else each
                                       for each in first.columns))  # fmt: skip
    raw = filled(replace(form, sheets=(odd, replace(last, key="x", label="My notes"), last)), grants=[row(11)])
    told = uploaded(officer, at, raw).context["warnings"]
    assert "the template has no heading “Smmary”" in " ".join(told)
    assert "Nothing was read of the sheet “My notes”" in " ".join(told)
    assert "lists" not in " ".join(told)


def test_what_differs_of_a_body_and_a_number_given_to_it_are_told_in_words(desk, officer, at):
    body = {"name": "House of the Four Winds", "kind": "company", "country": "FR"}
    page = uploaded(officer, at, workbook(desk, organisations=[body]))
    said = [each.sentence for each in page.context["errors"]]
    assert any("company” differs from what is known here, “Non-governmental" in each for each in said), said
    assert any("“France” differs from what is known here, “Belgium”" in each for each in said)
    body |= {"kind": "ngo", "country": "BE", "enterprise_number": "0123456749"}
    page = uploaded(officer, at, workbook(desk, grants=[], organisations=[body]))
    assert ("Organisations completed", 1) in [(each.label, each.value) for each in page.context["figures"]]


def test_the_legal_form_of_a_body_is_filled_in_and_shown(desk, officer, at):
    body = {"name": "House of the Four Winds", "kind": "ngo", "country": "BE", "legal_form": "private_law"}
    page = uploaded(officer, at, workbook(desk, organisations=[body]))
    assert ("Organisations completed", 1) in [(each.label, each.value) for each in page.context["figures"]]
    officer.post(at("grants_confirm", Document.objects.latest("pk").pk), {"seen": page.context["plan"].as_seen})
    assert "Private law body" in officer.get(reverse("authority:grant", args=[desk.grant.pk])).content.decode()
    page = uploaded(officer, at, workbook(desk, organisations=[body | {"legal_form": "public_law"}]))
    (said,) = [each.sentence for each in page.context["errors"]]
    assert "“Public law body” differs from what is known here, “Private law body”" in said


def test_a_file_confirmed_after_a_colleague_changed_the_grant_is_shown_again(desk, officer, at):
    here = row(1, title="From the file", delegated_authority="Flemish authority")
    page = uploaded(officer, at, workbook(desk, grants=[here]))
    Grant.objects.filter(pk=desk.grant.pk).update(summary="By a colleague")
    confirm = at("grants_confirm", Document.objects.latest("pk").pk)
    late = officer.post(confirm, {"seen": page.context["plan"].as_seen}, follow=True)
    assert "A grant was changed here since the file was read" in late.content.decode()
    for _twice in range(2):
        assert officer.post(confirm, {"seen": late.context["plan"].as_seen})["Location"] == at("grants")


def test_what_would_change_is_said_in_words(desk, officer, at):
    said = workbook(
        desk,
        grants=[row(1, title=desk.grant.title, procedure="direct_award")],
        targets=[{"reference": "BE/2019/PR/0001", "indicator": "SO2.C2", "target": 1200}],
        contracts=[{"reference": "BE/2019/PR/0001", "contract": "C1", "contract_name": "Paper", "level": "contract",
                    "party": "Print", "signed_on": date(2019, 3, 1), "amount": 1250}],
    )  # fmt: skip
    page = uploaded(officer, at, said)
    (changed,) = page.context["changed"]
    words = {field["name"]: " → ".join((field["before"], field["after"])) for field in changed["fields"]}
    words = {name: " ".join(said.split()) for name, said in words.items()}
    assert words["Selection procedure"] == "Open call for proposals → Direct award"
    assert words["Targets › SO2.C2"].endswith("→ 1 200")
    assert words["Contracts › C1"] == "→ Contract · Paper · Print · 1 March 2019 · 1 250.00 EUR"


def test_a_file_in_another_language_is_understood(desk, officer, at):
    with translation.override("nl"):
        raw = workbook(desk, grants=[row(11)])
    assert uploaded(officer, at, raw).context["error_count"] == 0


def test_errors_are_told_by_sheet_row_and_column_in_words(desk, officer, at):
    raw = workbook(
        desk,
        grants=[row(11, union_amount=190000), row(12, objective="SO9"), row(13, beneficiary="Nobody")],
        targets=[{"reference": "BE/2019/PR/0099", "indicator": "SO2.C2", "target": 1}],
    )
    page = uploaded(officer, at, raw)
    assert page.status_code == 422
    told = [(each.sheet, each.row, each.heading) for each in page.context["errors"]]
    assert told == [
        ("Grants", 2, "Union contribution (EUR)"),
        ("Grants", 3, "Objective"),
        ("Grants", 4, "Beneficiary"),
        ("Targets", 2, "Reference"),
    ]
    sentences = [each.sentence for each in page.context["errors"]]
    assert sentences[0].startswith("The Union’s share: The Union would pay 95")
    assert sentences[1].startswith("“SO9” is none of the values offered: SO1.NO1 ")
    assert sentences[2] == "No organisation is called “Nobody”. Add it to the sheet of organisations first."
    assert sentences[3] == "“BE/2019/PR/0099” does not stand on the sheet “Grants”."
    assert [each.column for each in page.context["errors"]] == ["P", "F", "D", "A"]
    officer.post(at("grants_confirm", Document.objects.latest("pk").pk))
    assert Grant.objects.count() == 1


def test_what_the_rules_find_on_another_sheet_is_told_at_its_row_and_column_there(desk, officer, at):
    of = "BE/2019/PR/0012"
    raw = workbook(
        desk,
        grants=[row(11), row(12), row(13, staff=140000, travel=1), row(14, indirect=None, staff=1)],
        partners=[{"reference": of.lower(), "organisation": "Partner of others"}],
        targets=[
            {"reference": "BE/2019/PR/0011", "indicator": "SO2.C2", "target": 9, "male": 10},
            {"reference": of, "indicator": "SO2.C2", "target": 250, "female": 130, "male": 121},
            {"reference": of, "indicator": "SO3.C2", "target": 5},
        ],
        organisations=[{"name": "Partner of others", "kind": "ngo", "country": "BE"}],
    )
    told = [(each.sheet, each.row, each.column, each.heading) for each in uploaded(officer, at, raw).context["errors"]]
    assert told == [
        ("Grants", 4, "AL–AT", "Budget"),
        ("Grants", 5, "AL", "Staff costs"),
        ("Targets", 2, "E", "of which men"),
        ("Targets", 3, "D, E", "of which women, of which men"),
        ("Targets", 4, "B", "Indicator"),
    ]


def test_the_errors_of_a_target_that_the_file_does_not_hold_are_told_at_its_grant(desk, officer, at):
    raw = workbook(desk, targets=[{"reference": desk.grant.reference, "indicator": "SO2.C2", "target": 9}],
                   grants=[row(1)])  # fmt: skip
    uploaded(officer, at, raw)
    officer.post(at("grants_confirm", Document.objects.latest("pk").pk))
    form = grant_form(desk.programme)
    bare = replace(form, sheets=tuple(each for each in form.sheets if each.key != "targets"))
    page = uploaded(officer, at, filled(bare, grants=[row(1, objective="SO3.NO1", action=None)]))
    told = [(each.sheet, each.row, each.heading) for each in page.context["errors"]]
    assert told == [("Grants", 2, "Reference")]


def test_every_error_of_a_workbook_of_500_grants_can_be_taken_away(desk, officer, at):
    raw = workbook(desk, grants=[row(number, objective="SO9", report_months=0) for number in range(1, 501)])
    page = uploaded(officer, at, raw)
    assert (page.context["error_count"], len(page.context["errors"]), page.context["more_errors"]) == (1000, 200, 800)
    links = {str(link.text): link.url for link in page.context["error_files"]}
    assert all(f'href="{url}"' in page.content.decode() for url in links.values())
    book = CalamineWorkbook.from_filelike(BytesIO(officer.get(links["Workbook (Excel)"]).content))
    first, *lines = book.get_sheet_by_index(0).to_python()
    assert first == ["Sheet", "Row", "Column", "Heading", "What is wrong"]
    assert len(lines) == 1000
    assert lines[-1] == ["Grants", 501, "W", "Months between reports", "0 is out of range: from 1 to 60."]
    assert len(officer.get(links["CSV"]).content.decode("utf-8-sig").splitlines()) == 1001
    assert officer.get(at("grants_errors", Document.objects.latest("pk").pk, "pdf")).status_code == 404


def test_errors_past_what_is_kept_are_said_to_be_in_no_file(desk, officer, at, monkeypatch):
    monkeypatch.setattr("openamif.web.authority.grants.workbook.MOST_TAKEN_AWAY", 300)
    page = uploaded(officer, at, workbook(desk, grants=[row(number, objective="SO9") for number in range(1, 402)]))
    assert (page.context["error_count"], len(page.context["errors"])) == (401, 200)
    assert "The files hold the first 300" in page.content.decode()
    whole = uploaded(officer, at, workbook(desk, grants=[row(number, objective="SO9") for number in range(1, 202)]))
    assert "The files hold" not in whole.content.decode()


@pytest.mark.parametrize("raw", [b"no workbook", b"PK\x03\x04torn"])
def test_what_is_no_workbook_is_refused_in_words(desk, officer, at, raw):
    page = uploaded(officer, at, raw)
    assert page.status_code == 422
    assert "This file is no Excel workbook" in page.content.decode()
    assert officer.post(at("grants_confirm", Document.objects.latest("pk").pk)).status_code == 302
    assert Grant.objects.count() == 1


def test_too_large_a_file_is_not_kept(desk, officer, at):
    page = uploaded(officer, at, b"x" * (5_000_001))
    assert page.status_code == 422
    assert "larger than 5 MB" in page.content.decode()
    assert not Document.objects.filter(name="grants.xlsx").exists()


def test_an_upload_is_its_owners_and_imports_are_for_the_responsible_authority(desk, officer, at, client):
    uploaded(officer, at, workbook(desk, grants=[row(11)]))
    document = Document.objects.latest("pk").pk
    from tests.factories import grants

    client.force_login(grants.manager(desk.programme))
    assert client.get(at("grants_check", document)).status_code == 404
    assert client.get(at("grants_errors", document, "csv")).status_code == 404
    assert client.post(at("grants_confirm", document)).status_code == 404
    for who, status in ((desk.delegate, 403), (desk.auditor, 403), (desk.beneficiary, 403), (desk.stranger, 404)):
        client.force_login(who)
        answers = {
            client.get(at("grants_template")).status_code,
            client.get(at("grants_import")).status_code,
            client.post(at("grants_confirm", document)).status_code,
        }
        assert answers == {status}
    assert Grant.objects.count() == 1


def test_every_code_of_an_error_has_words():
    said = {*CELL_ERRORS, *FILE_REFUSALS}
    own = [APPLICATION / "grants" / "queries" / f"{name}.py" for name in ("importing", "children")]
    sources = [*(APPLICATION / "workbooks").glob("*.py"), *own]
    text = "".join(path.read_text() for path in sources)
    assert {code for code in said if f'"{code}"' not in text} == set()
    assert reverse("authority:all_grants") == "/office/grants/"
