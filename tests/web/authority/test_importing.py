"""Importing a document: what is refused and why, what is shown before anything is kept, what confirming does."""

import hashlib
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from openamif.people.states import RoleKind
from openamif.programmes.models import Programme, Version
from openamif.programmes.models.changing import with_amounts
from openamif.programmes.queries import content_of
from openamif.record.models import Document, Trail
from openamif.record.queries import file_is_intact
from openamif.sfc.errors import CODES
from openamif.sfc.reader_2014 import LARGEST
from openamif.sfc.writer_2014 import write
from openamif.web.components import formats
from tests.factories import people, programmes
from tests.web.authority.reading import words

UPLOAD = "/office/imports/"
NAME = {"country": "NL", "title": "Fund in the Netherlands", "cci": "2014NL65AMNP001", "number": 5, "working": 1}


@pytest.fixture
def newcomer(client, db):
    """A responsible authority without a programme yet, at her browser."""
    person = people.person(RoleKind.RESPONSIBLE_AUTHORITY)
    client.force_login(person)
    client.person = person
    return client


def upload(client, content: bytes, name: str = "programme.txt", into: int | None = None):
    address = UPLOAD + (f"?into={into}" if into else "")
    return client.post(address, {"file": SimpleUploadedFile(name, content, "text/plain")})


def read_page(client, content: bytes, into: int | None = None):
    """The page that says what was read."""
    return client.get(upload(client, content, into=into).url if into is None else followed(client, content, into))


def followed(client, content: bytes, into: int) -> str:
    answer = upload(client, content, into=into)
    assert answer.status_code == 302
    return UPLOAD + answer.url if not answer.url.startswith("/") else answer.url


def kept(answer) -> int:
    return int(re.search(r"(\d+)/", answer.url)[1])


def nothing_came_of_it() -> bool:
    return not Programme.objects.exists() and not Version.objects.exists() and not Trail.objects.exists()


def test_what_may_be_uploaded_at_most_is_told(newcomer):
    assert formats.size(LARGEST) in newcomer.get(UPLOAD).content.decode()


def test_the_upload_leads_to_what_was_read(newcomer, export):
    answer = upload(newcomer, export)
    assert answer.status_code == 302
    document = Document.objects.get()
    assert answer.url == f"{document.pk}/"
    assert (document.name, document.sha256) == ("programme.txt", hashlib.sha256(export).hexdigest())
    assert document.kept_by == newcomer.person
    assert file_is_intact(document)
    assert nothing_came_of_it()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The submitted file is empty."),
        (b"PK\x03\x04\x00\x00 a workbook", "is not plain text"),
        (b"x" * (LARGEST + 1), "larger than a programme can be"),
    ],
    ids=["empty", "not_text", "too_large"],
)
def test_a_file_that_cannot_be_a_programme_is_refused_beside_the_field(newcomer, content, message):
    answer = upload(newcomer, content)
    assert answer.status_code == 422
    assert message in words(answer)
    assert not Document.objects.exists()
    assert nothing_came_of_it()


def test_no_file_at_all_is_refused_beside_the_field(newcomer):
    answer = newcomer.post(UPLOAD, {"csrfmiddlewaretoken": "x"})
    assert answer.status_code == 422
    assert "This field is required." in words(answer)


def refused(client, content: bytes):
    """The page of a document that cannot be read."""
    address = UPLOAD + upload(client, content).url
    page = client.get(address)
    assert page.status_code == 422
    assert nothing_came_of_it()
    assert "/confirm/" not in words(page)
    return words(page)


def said(code: str) -> str:
    sentence = gettext(CODES[code])
    return sentence[:1].upper() + sentence[1:]


def test_a_text_that_is_no_programme_is_refused_with_what_was_found(newcomer):
    page = refused(newcomer, b"Dear colleague,\nplease find attached\nthe programme.\n")
    assert said("not_a_programme") in page
    assert "Dear colleague," in page


def test_a_file_that_is_not_utf_8_is_refused(newcomer):
    assert said("encoding") in refused(newcomer, "Programme national\nRéinstallation\n".encode("latin-1"))


def test_a_file_of_spaces_is_refused(newcomer):
    assert said("empty") in refused(newcomer, b"  \n \n")


def test_a_document_cut_short_is_refused_with_line_expected_found_and_the_lines_around(newcomer, export):
    lines = export.decode().splitlines()
    half = lines[: len(lines) // 2]
    page = refused(newcomer, "\n".join(half).encode())
    assert "Expected" in page
    assert re.search(r"Line [\d\u202f]+<", page)
    assert 'class="is-wrong"' in page


def test_a_wrong_amount_is_refused_with_its_line_and_those_around(newcomer, export):
    lines = export.decode().splitlines()
    at = next(number for number, line in enumerate(lines) if "2,500,000.00" in line)
    lines[at] = lines[at].replace("2,500,000.00", "two millions")
    page = refused(newcomer, "\n".join(lines).encode())
    assert said("not_a_number") in page
    assert "two millions" in page
    assert f'<li class="is-wrong"><span class="line-number">{at + 1}</span>' in page
    assert f'<span class="line-number">{at}</span>' in page
    assert f'<span class="line-number">{at + 2}</span>' in page


def test_confirming_what_could_not_be_read_leads_back_to_why(newcomer):
    pk = kept(upload(newcomer, b"Dear colleague,\n"))
    answer = newcomer.post(f"{UPLOAD}{pk}/confirm/", NAME)
    assert answer.url == f"{UPLOAD}{pk}/"
    assert nothing_came_of_it()


@pytest.mark.parametrize("language", ["fr", "nl", "de"])
def test_a_refusal_is_in_the_readers_language(newcomer, language):
    type(newcomer.person).objects.filter(pk=newcomer.person.pk).update(language=language)
    page = refused(newcomer, b"Dear colleague,\n")
    with translation.override(language):
        assert said("not_a_programme") in page
        assert gettext("The document could not be read") in page


def test_the_dry_run_says_what_was_read_found_and_not_understood(newcomer, export):
    wrong = replace(programmes.SMALL, summary=())
    page = words(newcomer.get(UPLOAD + upload(newcomer, write(wrong).encode()).url))
    assert formats.money_short(Decimal(9260000))[0] in page
    assert "Lines read" in page
    assert "What the rules find" in page
    assert "No rule finds anything wrong." not in page
    assert "Lines not understood" in page
    assert hashlib.sha256(write(wrong).encode()).hexdigest() in page
    assert nothing_came_of_it()


def test_the_dry_run_shows_lines_that_found_no_place(newcomer, export):
    lines = export.decode().splitlines()
    page = newcomer.get(UPLOAD + upload(newcomer, "\n".join(["A stray remark", *lines]).encode()).url)
    assert page.status_code == 200
    assert '<span class="line-number">1</span> <span>A stray remark</span>' in words(page)


def test_the_dry_run_of_the_commissions_own_export_tells_what_was_inferred(newcomer, seed_path):
    page = newcomer.get(UPLOAD + upload(newcomer, seed_path.read_bytes()).url)
    assert page.status_code == 200
    assert "Put back by the reader" in words(page)
    assert re.search(r"\d+ headings", words(page))


def test_confirming_begins_the_programme_and_keeps_the_file(newcomer, export):
    pk = kept(upload(newcomer, export))
    answer = newcomer.post(f"{UPLOAD}{pk}/confirm/", NAME)
    version = Version.objects.get()
    assert answer.url == reverse("authority:version", args=[version.pk])
    assert (version.label, version.state, version.source_id) == ("5.1", "open", pk)
    assert version.source.sha256 == hashlib.sha256(export).hexdigest()
    assert (version.programme.title, version.programme.country) == (NAME["title"], "NL")
    assert content_of(version).document == programmes.SMALL
    assert Trail.objects.get(event="begun").details == {"source": version.source.sha256}
    history = words(newcomer.get(reverse("authority:version_history", args=[version.pk])))
    assert version.source.sha256 in history
    assert "programme.txt" in history


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("title", "", "This field is required."),
        ("country", "XX", "XX is not one of the available choices."),
        ("number", "0", "greater than or equal to 1"),
        ("cci", "2014BE65AMNP001-too-long", "at most 17 characters"),
    ],
)
def test_a_wrong_name_is_refused_beside_its_field_and_what_was_typed_stays(newcomer, export, name, value, message):
    pk = kept(upload(newcomer, export))
    answer = newcomer.post(f"{UPLOAD}{pk}/confirm/", {**NAME, name: value})
    assert answer.status_code == 422
    assert message in words(answer)
    assert f'id="id_{name}-error"' in words(answer)
    kept_field = "2014NL65AMNP001" if name != "cci" else value
    assert f'value="{kept_field}"' in words(answer)
    assert nothing_came_of_it()


def test_a_programme_that_is_here_already_is_refused_in_words_and_nothing_is_lost(office, officer, export):
    pk = kept(upload(officer, export))
    answer = officer.post(f"{UPLOAD}{pk}/confirm/", {**NAME, "country": "BE"})
    assert answer.status_code == 422
    assert "This Member State’s programme is already here" in words(answer)
    assert NAME["title"] in words(answer)
    assert Programme.objects.count() == Version.objects.count() == 1
    assert Document.objects.filter(pk=pk).exists()


def other_document(**amounts: str) -> bytes:
    moved = {(line.replace("_", "."), None): Decimal(amount) for line, amount in amounts.items()}
    return write(with_amounts(programmes.SMALL, "plan", moved)).encode()


def test_a_second_import_shows_what_would_change_and_that_a_decision_is_needed(office, officer):
    content = other_document(SO1_NO1="2600000.00", SO3_NO1="300000.00")
    page = words(officer.get(followed(officer, content, office.programme.pk)))
    assert "A new decision of the Commission is needed." in page
    text = re.sub(r"<[^>]+>", "", page)
    assert "2\u202f600\u202f000.00" in text
    assert "2\u202f500\u202f000.00" in text
    assert "Financial plan › SO1.NO1" in text
    assert "fields differ from version 1.0" in page
    assert content_of(office.version).document == programmes.SMALL


def test_a_shift_within_an_objective_needs_no_decision(office, officer):
    content = other_document(SO1_NO1="2400000.00", SO1_NO2="600000.25")
    page = words(officer.get(followed(officer, content, office.programme.pk)))
    assert "No new decision is needed." in page


def test_the_same_document_changes_nothing(office, officer, export):
    page = words(officer.get(followed(officer, export, office.programme.pk)))
    assert "Nothing: the document says what the version says." in page


def test_the_programmes_to_import_into_are_offered(office, officer, export):
    programmes.version(country="FR")
    page = words(officer.get(UPLOAD + upload(officer, export).url))
    assert f'<option value="{office.programme.pk}">' in page
    assert "Fund in FR" not in page


def test_confirming_into_an_open_version_replaces_its_content(office, officer):
    content = other_document(SO1_NO1="2600000.00")
    pk = kept(upload(officer, content))
    officer.post(f"{UPLOAD}{pk}/confirm/", {"into": office.programme.pk})
    version = office.programme.versions.get()
    assert (version.pk, version.source_id) == (office.version.pk, pk)
    assert content_of(version).document.financial_plan["SO1.NO1"] == Decimal("2600000.00")


def test_confirming_into_an_adopted_programme_begins_a_version(officer, office):
    adopted = programmes.adopted_version(country="NL", by=office.officer)
    content = other_document(SO1_NO1="2600000.00")
    pk = kept(upload(officer, content))
    answer = officer.post(f"{UPLOAD}{pk}/confirm/", {"into": adopted.programme_id})
    new = adopted.programme.versions.get(state="open")
    assert answer.url == reverse("authority:version", args=[new.pk])
    assert (new.label, new.continues_id, new.source_id) == ("2.0", adopted.pk, pk)
    assert content_of(adopted).document.financial_plan["SO1.NO1"] == Decimal("2500000.00")


def test_nothing_goes_into_a_version_that_is_with_the_commission(officer, office, export):
    sent = programmes.sent_version(country="NL", by=office.officer)
    page = words(officer.get(followed(officer, export, sent.programme_id)))
    assert "nothing can go into it" in page
    assert "/confirm/" not in page
    pk = kept(upload(officer, export))
    assert officer.post(f"{UPLOAD}{pk}/confirm/", {"into": sent.programme_id}).status_code == 403
    assert sent.programme.versions.count() == 1


def test_nobody_imports_into_a_programme_of_others(office, newcomer, export):
    pk = kept(upload(newcomer, export))
    page = words(newcomer.get(f"{UPLOAD}{pk}/?into={office.programme.pk}"))
    assert "What would change" not in page
    answer = newcomer.post(f"{UPLOAD}{pk}/confirm/", {"into": office.programme.pk})
    assert answer.status_code == 422
    assert content_of(office.version).document == programmes.SMALL
    assert office.programme.versions.count() == 1


def test_a_reader_of_the_programme_does_not_import_into_it(office, client, export):
    auditor = people.person(RoleKind.AUDIT_AUTHORITY, scope=office.programme.scope)
    people.role(auditor, RoleKind.RESPONSIBLE_AUTHORITY)
    client.force_login(auditor)
    pk = kept(upload(client, export))
    assert client.post(f"{UPLOAD}{pk}/confirm/", {"into": office.programme.pk}).status_code == 403


def test_one_file_at_a_time(newcomer, export):
    files = [SimpleUploadedFile(f"{number}.txt", export) for number in range(2)]
    assert newcomer.post(UPLOAD, {"file": files}).status_code == 400
    assert not Document.objects.exists()


@pytest.mark.parametrize("into", ["x", "²", "9" * 40, "9" * 5000, "-1"])
def test_a_programme_that_cannot_be_is_no_target(newcomer, export, into):
    pk = kept(upload(newcomer, export))
    assert newcomer.get(f"{UPLOAD}{pk}/?into={into}").status_code == 200
    assert newcomer.post(f"{UPLOAD}?into={into}", {"file": SimpleUploadedFile("a.txt", export)}).status_code == 302


def test_the_upload_of_another_is_not_opened(office, officer, client, export):
    pk = kept(upload(officer, export))
    client.force_login(office.stranger)
    page = client.get(f"{UPLOAD}{pk}/")
    assert page.status_code == 403
    assert "This upload belongs to somebody else." in words(page)
    assert client.post(f"{UPLOAD}{pk}/confirm/", NAME).status_code == 403
    assert client.get(f"{UPLOAD}{pk + 1}/").status_code == 404
    assert Programme.objects.count() == 1


@pytest.mark.parametrize("kind", [RoleKind.AUDIT_AUTHORITY, RoleKind.DELEGATED_AUTHORITY, RoleKind.EVALUATOR])
def test_who_begins_no_programme_uploads_nothing(client, db, export, kind):
    client.force_login(people.person(kind))
    assert client.get(UPLOAD).status_code == 403
    assert upload(client, export).status_code == 403
    assert not Document.objects.exists()


def test_confirming_is_a_post(newcomer, export):
    pk = kept(upload(newcomer, export))
    assert newcomer.get(f"{UPLOAD}{pk}/confirm/").headers["Location"] == f"{UPLOAD}{pk}/"
