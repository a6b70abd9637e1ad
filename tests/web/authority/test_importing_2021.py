"""A programme of 2021-2027 by workbook: begun, changed, refused in words, and the same file again changes nothing."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from python_calamine import CalamineWorkbook

from openamif.people.models import Person
from openamif.people.states import RoleKind
from openamif.programmes.actions.validate_version import validate_version
from openamif.programmes.models import Programme, Version
from openamif.programmes.queries import content_of, latest_version
from openamif.record.models import Document, Trail
from openamif.web.authority.dry_run_2021 import CELL_ERRORS
from openamif.web.exports.programme_2021 import programme_form
from openamif.web.official import indicator_as_printed
from openamif.workbooks import write_template
from openamif.workbooks.columns import plain
from tests.factories import grants
from tests.factories.people import administrator, person
from tests.factories.programmes import DAY_2021, FULL_2021, colleague, programme_2021, version
from tests.grants.workbooks import filled

pytestmark = pytest.mark.django_db
NAME = {"country": "BE", "title": "The fund", "cci": "", "number": 1, "working": 0, "language": "en"}
LINES = [{"line": line, "amount": amount} for line, amount in
         (("SO1", 30000000), ("SO2", 40000000), ("SO3", 30000000), ("TA", 6000000))]  # fmt: skip


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def officer(client):
    """The browser of somebody who may begin programmes."""
    officer = person(RoleKind.RESPONSIBLE_AUTHORITY)
    client.force_login(officer)
    return client


@pytest.fixture
def open_version(client):
    """A full programme, its officer logged in."""
    made = programme_2021(is_adopted=False, content=FULL_2021)
    client.force_login(made.entered_by)
    return made


def uploaded(client, raw: bytes, into: Version | None = None) -> Any:
    """The dry run of a file."""
    said = {"into": into.programme_id} if into else {}
    data = {"file": SimpleUploadedFile("programme.xlsx", raw), **said}
    return client.post(reverse("authority:import_2021"), data, follow=True)


def confirmed(client, page: Any, **said: Any) -> Any:
    """What confirming leads to."""
    run = page.context["run"]
    hidden = {"into": run.into.pk, "revision": page.context["revision"]} if run.into else {}
    address = reverse("authority:import_2021_confirm", args=[run.document.pk])
    return client.post(address, hidden | said, follow=True)


def exported(client, version: Version, form: str = "xlsx") -> Any:
    return client.get(reverse("authority:version_export", args=[version.pk, form]))


def sentences(page: Any) -> list[tuple[str, int, str, str]]:
    return [(each.sheet, each.row, each.column, each.sentence) for each in page.context["run"].errors]


@pytest.mark.parametrize(("language", "sheets"), [
    ("en", ["Texts", "Financing", "By year", "Intervention fields", "Actions", "Indicators", "Authorities"]),
    ("fr", ["Textes", "Financement", "Par année", "Domaines d’intervention", "Actions", "Indicateurs", "Autorités"]),
])  # fmt: skip
def test_template_is_in_her_language_with_what_the_law_lists(officer, language, sheets):
    Person.objects.update(language=language)
    response = officer.get(reverse("authority:import_2021_template"))
    assert response["Content-Disposition"].startswith("attachment")
    book = CalamineWorkbook.from_filelike(BytesIO(response.content))
    assert book.sheet_names[:7] == sheets
    assert len(book.get_sheet_by_name(sheets[2]).to_python()) == 1 + 7
    fields = [line[0] for line in book.get_sheet_by_name(sheets[3]).to_python()]
    assert any(cell.startswith("II.004 ") for cell in fields)


def test_list_of_programmes_leads_there_for_whoever_may(officer, client):
    assert reverse("authority:import_2021") in officer.get(reverse("authority:programmes")).content.decode()
    client.force_login(person(RoleKind.AUDIT_AUTHORITY))
    assert reverse("authority:import_2021") not in client.get(reverse("authority:programmes")).content.decode()
    assert client.get(reverse("authority:import_2021")).status_code == 403


def test_empty_template_says_that_an_objective_needs_an_amount(officer):
    page = uploaded(officer, write_template(programme_form()))
    assert page.status_code == 422
    ((sheet, _row, _column, sentence),) = sentences(page)
    assert (sheet, sentence[:34]) == ("Financing", "No specific objective has an amoun")
    confirmed(officer, page, **NAME)
    assert not Programme.objects.exists()


def test_from_template_to_programme(officer):
    page = uploaded(officer, write_template(programme_form(FULL_2021)))
    assert (page.status_code, page.context["run"].findings) == (200, [])
    assert not Programme.objects.exists()
    done = confirmed(officer, page, **NAME)
    assert "The programme is here, as version 1.0." in done.content.decode()
    made = Version.objects.get()
    assert content_of(made).whole == FULL_2021
    assert (made.source.name, made.programme.period, made.state) == ("programme.xlsx", "2021-2027", "open")
    again = confirmed(officer, uploaded(officer, write_template(programme_form(FULL_2021))), **NAME)
    assert again.status_code == 422
    assert "already here" in again.content.decode()


def test_an_administrator_begins_one_too(client):
    client.force_login(administrator())
    assert client.get(reverse("authority:import_2021")).status_code == 200


def test_what_the_rules_find_is_said_and_does_not_stop_it(officer):
    page = uploaded(officer, filled(programme_form(), financing=[LINES[0], {"line": "TA", "amount": 30000000}]))
    assert page.status_code == 200
    assert {each.code for each in page.context["run"].findings} == {"P-02", "P-03"}
    assert confirmed(officer, page, **NAME).status_code == 200
    assert Version.objects.get().state == "open"


def test_export_read_back_changes_nothing(open_version, client):
    page = uploaded(client, exported(client, open_version).content, open_version)
    assert page.status_code == 200
    assert page.context["run"].changed == ()
    assert "there is nothing to import" in page.content.decode()
    confirmed(client, page)
    assert Version.objects.get().revision == 1


def test_a_file_in_another_language_is_understood(open_version, client):
    with translation.override("nl"):
        raw = write_template(programme_form(FULL_2021))
    assert uploaded(client, raw, open_version).context["run"].changed == ()


def test_an_edited_file_shows_old_and_new_and_goes_into_the_open_version(open_version, client):
    edited = replace(
        FULL_2021, communication="", summary="Otherwise.", assistance_amount=FULL_2021.assistance_amount - 1
    )
    page = uploaded(client, write_template(programme_form(edited)), open_version)
    told = {
        each["place"]: (field["before"], field["after"])
        for each in page.context["run"].differences
        for field in each["fields"]
    }
    assert told["Executive summary"] == ("A strategy in a sentence.", "Otherwise.")
    assert told["Communication and visibility"] == ("Who is told.", "")
    assert told["Financial plan › TA Technical assistance"] == (6000000, 5999999)
    assert told["Financial plan › Total"] == (106000000, 105999999)
    assert len(told) == 4
    done = confirmed(client, page)
    assert "Version 1.0 holds what the workbook says." in done.content.decode()
    assert content_of(Version.objects.get()).whole == edited
    again = uploaded(client, write_template(programme_form(edited)), open_version)
    assert again.context["run"].changed == ()


def test_after_adoption_a_new_version_begins_with_it(client):
    adopted = programme_2021(content=FULL_2021)
    client.force_login(adopted.entered_by)
    page = uploaded(client, write_template(programme_form(replace(FULL_2021, summary="Otherwise."))), adopted)
    assert "A new version of Fund of 2021-2027 begins with this workbook." in page.content.decode()
    confirmed(client, page)
    assert latest_version(adopted.programme).label == "2.0"
    assert content_of(adopted).whole == FULL_2021


def test_nothing_goes_into_a_version_that_is_ready(open_version, client):
    validate_version(open_version, by=open_version.entered_by, on=DAY_2021)
    page = uploaded(client, write_template(programme_form(replace(FULL_2021, summary="Otherwise."))), open_version)
    assert "nothing can go into it" in page.content.decode()
    assert confirmed(client, page).status_code == 403
    assert content_of(open_version).whole == FULL_2021


def test_who_comes_second_looks_once_more(open_version, client):
    page = uploaded(client, write_template(programme_form(replace(FULL_2021, summary="Otherwise."))), open_version)
    done = confirmed(client, page, revision=f"{open_version.pk}.7")
    assert "Somebody else changed the programme meanwhile" in done.content.decode()
    assert content_of(open_version).whole == FULL_2021


def test_errors_are_told_by_sheet_row_and_column_in_words(open_version, client):
    raw = filled(
        programme_form(FULL_2021),
        texts=[{"section": "objectives.SO4.strategy", "text": "Solidarity."}],
        fields=[{"field": "IV.001", "amount": 5}, {"field": "IV.001", "amount": 5}],
        actions=[{"number": 1, "objective": "SO9", "title": "A"}, {"number": 99999, "objective": "SO2", "title": "B"}],
        indicators=[{"code": "O.2.3", "target": "some"}],
        authorities=[
            {"kind": "RA", "name": "One", "email": "nowhere"},
            {"kind": "RA", "name": "Two"},
            {"kind": "AA"},
        ],
    )
    page = uploaded(client, raw, open_version)
    assert page.status_code == 422
    told = [(sheet, row, column) for sheet, row, column, _sentence in sentences(page)]
    assert told == [
        ("Texts", 2, "A"),
        ("Intervention fields", 2, "A"),
        ("Intervention fields", 3, "A"),
        ("Actions", 2, "B"),
        ("Actions", 3, "A"),
        ("Indicators", 2, "D"),
        ("Authorities", 2, "E"),
        ("Authorities", 3, "A"),
        ("Authorities", 4, "B"),
    ]
    said = [sentence for *_where, sentence in sentences(page)]
    assert said[0] == "SO4 has no amount on the sheet “Financing”. Give it one, or take this row away."
    assert said[3].startswith("“SO9” is none of the values offered: SO1 ")
    assert said[6:] == [
        "“nowhere” is no e-mail address.",
        "A programme has one authority in this role; the first stands in row 2.",
        "This cell must be filled in.",
    ]
    confirmed(client, page)
    assert content_of(open_version).whole == FULL_2021


def test_a_wrong_amount_is_put_right_first(open_version, client):
    raw = filled(programme_form(FULL_2021), financing=[{"line": "SO1", "amount": "much"}, *LINES[1:]])
    ((sheet, row, column, sentence),) = sentences(uploaded(client, raw, open_version))
    assert (sheet, row, column) == ("Financing", 2, "B")
    assert sentence.startswith("“much” is no amount. Write it")


def test_grants_that_lose_what_they_stand_under_are_named(client):
    adopted = programme_2021(content=FULL_2021)
    client.force_login(adopted.entered_by)
    grants.draft(adopted.programme, reference="BE/2024/2/0001", objective="SO2", action=2)
    first, second, third = FULL_2021.objectives
    fewer = replace(FULL_2021, objectives=(first, replace(second, actions=second.actions[:1]), third))
    page = uploaded(client, write_template(programme_form(fewer)), adopted)
    (told,) = page.context["run"].grants
    assert told.startswith("G-04 ")
    assert told.endswith(": BE/2024/2/0001")
    assert uploaded(client, write_template(programme_form(FULL_2021)), adopted).context["run"].grants == []


def test_a_missing_sheet_or_column_is_refused_rather_than_read_as_nothing(open_version, client):
    form = programme_form(FULL_2021)
    thinned = replace(form.sheets[5], columns=tuple(each for each in form.sheets[5].columns if each.key != "source"))
    raw = write_template(replace(form, sheets=(*form.sheets[:4], thinned, form.sheets[6])))
    page = uploaded(client, raw, open_version)
    assert sentences(page) == [
        ("Actions", 0, "", "The sheet is missing."),
        ("Indicators", 1, "", "The column “Source of data” is missing: its heading was not found."),
    ]


@pytest.mark.parametrize("raw", [b"no workbook", b"PK\x03\x04torn"])
def test_what_is_no_workbook_is_refused_in_words(officer, raw):
    page = uploaded(officer, raw)
    assert page.status_code == 422
    assert "This file is no Excel workbook" in page.content.decode()
    assert confirmed(officer, page, **NAME).status_code == 422


def test_a_file_is_its_owners_and_a_programme_its_authoritys(open_version, client):
    page = uploaded(client, write_template(programme_form(FULL_2021)), open_version)
    check = reverse("authority:import_2021_check", args=[page.context["run"].document.pk])
    client.force_login(colleague(open_version.entered_by, open_version.programme.scope))
    assert client.get(check).status_code == 403
    client.force_login(person(RoleKind.RESPONSIBLE_AUTHORITY))
    assert uploaded(client, b"", open_version).status_code == 404
    of_2014 = version(country="FR")
    client.force_login(of_2014.entered_by)
    assert uploaded(client, b"", of_2014).status_code == 404
    assert Document.objects.filter(name="programme.xlsx").count() == 1


def test_pages_of_the_version_lead_to_its_workbook_and_say_what_it_holds(open_version, client):
    address = f"{reverse('authority:import_2021')}?into={open_version.programme_id}"
    for name in ("version_texts", "version_objectives", "version_plan", "version_indicators", "version_authorities"):
        assert address in client.get(reverse(f"authority:{name}", args=[open_version.pk])).content.decode()
    plan = client.get(reverse("authority:version_plan", args=[open_version.pk])).content.decode()
    assert "Language training" in plan or "II.004" in plan
    assert "Table 5: Financial appropriations per year" in plan
    texts = client.get(reverse("authority:version_texts", args=[open_version.pk])).content.decode()
    assert "7 Communication and visibility" in texts
    assert "Who is told." in texts
    assert address in client.get(reverse("authority:version_steps", args=[open_version.pk])).content.decode()


def test_a_typing_error_in_its_name_or_number_is_mended_while_a_version_is_open(open_version, client):
    address = reverse("authority:edit_programme", args=[open_version.pk])
    assert address in client.get(reverse("authority:version_steps", args=[open_version.pk])).content.decode()
    page = client.get(address).content.decode()
    assert "Reference allocation" not in page
    typed = {"title": "AMIF of Belgium", "cci": "2021BE65AMPR001"}
    assert client.post(address, typed).status_code == 302
    programme = Programme.objects.get(pk=open_version.programme_id)
    assert (programme.title, programme.cci) == ("AMIF of Belgium", "2021BE65AMPR001")
    before, after = (Trail.objects.get(event="named").details[key][:2] for key in ("before", "after"))
    assert before == [open_version.programme.title, open_version.programme.cci]
    assert after == ["AMIF of Belgium", "2021BE65AMPR001"]


def test_what_the_commission_adopted_is_not_named_anew(client):
    adopted = programme_2021()
    client.force_login(adopted.entered_by)
    address = reverse("authority:edit_programme", args=[adopted.pk])
    assert client.post(address, {"title": "Another", "cci": ""}).status_code == 403
    assert address not in client.get(reverse("authority:version_steps", args=[adopted.pk])).content.decode()


def test_the_page_for_a_new_programme_does_not_speak_of_one_that_is_there(officer):
    page = officer.get(reverse("authority:import_2021")).content.decode()
    assert "The template of this programme" not in page


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_indicators_to_choose_from_end_with_no_colon_and_older_workbooks_are_still_read(language):
    with translation.override(language):
        (sheet,) = (each for each in programme_form().sheets if each.key == "indicators")
        codes = next(each for each in sheet.columns if each.key == "code")
        assert not [each.label for each in codes.choices if str(each.label).endswith(":")]
        official = indicator_as_printed("O.2.3", "", "2021-2027")
    (choice,) = (each for each in codes.choices if each.key == "O.2.3")
    assert plain(f"O.2.3 {official}") in choice.understood()
    assert plain(str(choice.label)) in choice.understood()


def test_every_code_of_an_error_of_its_own_has_words():
    with translation.override("en"):
        assert all(str(CELL_ERRORS[code]) for code in ("not_financed", "no_amount", "one_alone", "not_an_address"))
