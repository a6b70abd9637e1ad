"""A beneficiary writes, checks, signs and corrects its progress reports."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from openamif.people.models import Person
from openamif.reports.actions.ask_clarification import ask_clarification
from openamif.reports.actions.return_report import return_report
from openamif.reports.actions.write_text import write_text
from openamif.reports.models import ProgressReport, ReportText
from tests.factories import register, reports
from tests.factories.people import organisation

PDF = b"%PDF-1.7 a leaflet"
PAGE_QUERIES = 40
HTMX = {"HX-Request": "true"}


@pytest.fixture
def made(db):
    return reports.cast(title="Language and city", partners=(organisation("Partner"),))


@pytest.fixture
def report(made):
    return reports.begun(made)


@pytest.fixture
def editor(made, client):
    client.force_login(made.editor)
    return client


def at(name: str, *args: object) -> str:
    return reverse(f"beneficiary:{name}", args=args)


def test_a_report_is_begun_from_the_calendar_once(made, editor):
    page = editor.post(at("report_begin", made.due.pk))
    assert page.status_code == 302
    assert page.headers["Location"] == at("report", ProgressReport.objects.get().pk)
    again = editor.post(at("report_begin", made.due.pk))
    assert (again.status_code, "begun already" in again.content.decode()) == (403, True)


def test_an_answer_that_a_colleague_gave_first_is_shown_to_be_copied(made, editor):
    report = reports.submitted(made)
    ask_clarification(report, question="How many?", by=made.officer)
    said = {"answer": "Twelve <of them>."}
    assert editor.post(at("report_answer", report.pk), said).status_code == 302
    page = editor.post(at("report_answer", report.pk), {"answer": "Thirteen <of them>."})
    words = page.content.decode()
    assert (page.status_code, "Thirteen &lt;of them&gt;." in words) == (403, True)
    assert f'href="{at("report", report.pk)}"' in words


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_the_page_asks_every_text_and_links_what_is_missing_to_its_field(made, report, editor, language):
    Person.objects.filter(pk=made.editor.pk).update(language=language)
    words = editor.get(at("report", report.pk)).content.decode()
    for key in ("summary", "activities", "issues", "publicity", "deviation-SO2-C2"):
        assert f'href="{at("report", report.pk)}#text-{key}"' in words, key
        assert f'<textarea class="form-control" id="text-{key}"' in words, key
    assert f'href="{at("report", report.pk)}#files"' in words


def test_sections_are_numbered_without_a_gap_where_nothing_deviates(made, report, editor):
    made.grant.targets.all().delete()
    words = editor.get(at("report", report.pk)).content.decode()
    numbers = re.findall(r'id="section-(\d+)"', words)
    assert "deviation" not in words
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_a_word_that_is_only_wished_for_has_its_field_too(made, report, editor):
    course = register.activity(made.grant, by=made.editor)
    for _ in range(3):
        register.event(register.participant(made.grant, by=made.editor), by=made.editor, in_activity=course)
    made.grant.targets.update(target=1)
    words = editor.get(at("report", report.pk)).content.decode()
    linked = set(re.findall(r'href="[^"]*#(text-[^"]+)"', words))
    assert "keeps nobody from signing" not in words
    assert "text-deviation-SO2-C2" in linked <= set(re.findall(r' id="([^"]+)"', words))


def test_the_page_is_read_in_a_bounded_number_of_queries(report, editor, django_assert_max_num_queries):
    editor.get(at("report", report.pk))
    with django_assert_max_num_queries(PAGE_QUERIES):
        assert editor.get(at("report", report.pk)).status_code == 200


def test_a_text_saves_as_one_types(report, editor):
    saved = editor.post(at("report_text", report.pk, "summary"), {"text": "One.", "revision": "0"}, headers=HTMX)
    words = saved.content.decode()
    assert saved.headers["HX-Trigger"] == "report-saved"
    assert 'name="revision" value="1"' in words
    assert ReportText.objects.get().text == "One."
    again = editor.post(at("report_text", report.pk, "summary"), {"text": "Two.", "revision": "1"}, headers=HTMX)
    assert 'value="2"' in again.content.decode()


def test_without_scripts_it_is_saved_by_its_button(report, editor):
    saved = editor.post(at("report_text", report.pk, "summary"), {"text": "One.", "revision": "0"})
    assert saved.headers["Location"] == f"{at('report', report.pk)}#text-summary"


@pytest.mark.parametrize(("headers", "status"), [(HTMX, 200), ({}, 409)])
def test_a_colleagues_text_is_shown_and_kept_until_one_chooses(made, report, editor, headers, status):
    write_text(report, "summary", "Hers.", revision=0, by=made.signer)
    address = at("report_text", report.pk, "summary")
    refused = editor.post(address, {"text": "Mine.", "revision": "0"}, headers=headers)
    words = refused.content.decode()
    assert refused.status_code == status
    assert "Hers." in words
    assert made.signer.name in words
    assert 'name="revision" value="0"' in words, "what one types on is no choice"
    assert ReportText.objects.get().text == "Hers."
    chosen = editor.post(address, {"text": "Both.", "revision": "0", "over": "1"}, headers=headers)
    assert chosen.status_code in (200, 302)
    assert ReportText.objects.get().text == "Both."


def test_only_texts_that_are_asked(report, editor):
    assert editor.post(at("report_text", report.pk, "poem"), {"text": "Roses.", "revision": "0"}).status_code == 404


def test_the_check_is_read_again(report, editor):
    words = editor.get(at("report_check", report.pk)).content.decode()
    assert "#text-summary" in words
    editor.post(at("report_text", report.pk, "summary"), {"text": "One.", "revision": "0"}, headers=HTMX)
    assert "#text-summary" not in editor.get(at("report_check", report.pk)).content.decode()


def attach(editor, report, raw=PDF, name="leaflet.pdf"):
    said = {"file": SimpleUploadedFile(name, raw), "kind": "publicity", "caption": "Leaflet"}
    return editor.post(at("report_attach", report.pk), said)


def test_a_file_is_attached_read_and_taken_away(report, editor):
    assert attach(editor, report).status_code == 302
    attached = report.attachments.get()
    read = editor.get(at("report_file", attached.pk))
    assert (read.content, read.headers["Content-Type"]) == (PDF, "application/pdf")
    assert read.headers["Content-Disposition"].startswith("attachment")
    assert read.headers["X-Content-Type-Options"] == "nosniff"
    assert editor.post(at("report_file_remove", attached.pk)).status_code == 302
    assert not report.attachments.exists()


def test_a_file_of_eight_megabytes_is_taken_and_one_of_twelve_is_not(report, editor):
    assert attach(editor, report, PDF + b"x" * 8_000_000).status_code == 302
    refused = attach(editor, report, PDF + b"x" * 12_000_000)
    told = refused.content.decode()
    assert (refused.status_code, "field-error" in told, "This field is required." in told) == (422, True, False)
    assert "a PDF can be split." in told.partition('<div class="two')[0]
    assert re.search(r"The file is larger than 10\sMB", told)


def test_a_file_a_little_too_large_is_told_with_its_size_and_the_largest_taken(report, editor):
    told = attach(editor, report, PDF + b"x" * 10_100_000).content.decode()
    assert re.search(r"The file has 11\sMB; 10\sMB at most are taken", told)
    assert re.search(r"up to 10\sMB", told)


@pytest.mark.parametrize(("raw", "name"), [(b"MZ", "leaflet.pdf"), (PDF, "leaflet.png"), (b"", "empty.pdf")])
def test_a_file_that_is_not_taken_is_told_at_its_field(report, editor, raw, name):
    refused = attach(editor, report, raw, name)
    assert (refused.status_code, "field-error" in refused.content.decode()) == (422, True)


def test_what_is_missing_keeps_it_from_being_signed(made, report, client):
    client.force_login(made.signer)
    assert "I declare" not in client.get(at("report_sign", report.pk)).content.decode()
    client.post(at("report_sign", report.pk), {"declared": "on"})
    assert ProgressReport.objects.get().state == "preparing"


def test_only_a_signer_is_offered_to_sign(made, report, client):
    reports.written(made, report)
    client.force_login(made.editor)
    assert "I declare" not in client.get(at("report_sign", report.pk)).content.decode()
    assert "Check and sign" not in client.get(at("report_sign", report.pk)).content.decode()
    assert client.post(at("report_sign", report.pk), {"declared": "on"}).status_code == 403
    client.force_login(made.signer)
    assert "keeps nobody from signing" in client.get(at("report_sign", report.pk)).content.decode()
    assert client.post(at("report_sign", report.pk), {}).status_code == 422, "the declaration is owed"
    assert client.post(at("report_sign", report.pk), {"declared": "on"}).status_code == 302
    assert ProgressReport.objects.get().state == "submitted"


def test_a_receipt_is_what_was_signed_whatever_happens_later(made, editor):
    report = reports.submitted(made)
    sent = report.submissions.get()
    receipt = editor.get(at("report_receipt", sent.pk, "pdf"))
    assert receipt.content.startswith(b"%PDF-")
    kept = editor.get(at("report_receipt", sent.pk, "json"))
    assert json.loads(kept.content)["texts"]["summary"] == "About summary."
    return_report(report, reason="More, please.", by=made.officer)
    write_text(report, "summary", "Other.", revision=1, by=made.editor)
    assert editor.get(at("report_receipt", sent.pk, "pdf")).content == receipt.content
    assert editor.get(at("report_receipt", sent.pk, "doc")).status_code == 404
    words = editor.get(at("report", report.pk)).content.decode()
    assert "More, please." in words


def test_a_preview_is_marked_as_unsigned(report, editor):
    assert editor.get(at("report_preview", report.pk)).content.startswith(b"%PDF-")


def test_a_question_is_answered(made, editor):
    report = ask_clarification(reports.submitted(made), question="Which groups?", by=made.officer)
    page = editor.get(at("report", report.pk))
    assert "Which groups?" in page.content.decode()
    assert "once its question is answered" in page.content.decode()
    assert editor.post(at("report_answer", report.pk), {"answer": " "}).status_code == 422
    assert editor.post(at("report_answer", report.pk), {"answer": "All."}).status_code == 302
    assert ProgressReport.objects.get().state == "submitted"
    assert "All." in editor.get(at("report", report.pk)).content.decode()


def test_an_accepted_report_is_corrected_in_a_new_version(made, editor):
    report = reports.accepted(made)
    assert at("report_correct", report.pk) in editor.get(at("report", report.pk)).content.decode()
    assert editor.post(at("report_correct", report.pk), {"reason": ""}).status_code == 422
    begun = editor.post(at("report_correct", report.pk), {"reason": "A course was forgotten."})
    version = ProgressReport.objects.get(version=2)
    assert begun.headers["Location"] == at("report", version.pk)
    assert at("report", version.pk) in editor.get(at("report", report.pk)).content.decode()


def test_a_report_that_was_returned_is_not_called_late(made, editor):
    return_report(reports.submitted(made), reason="Say which.", by=made.officer)
    task, *_later = editor.get(at("home")).context["tasks"]
    assert (task.badge.label, task.due_on) == ("Returned to you", None)


def test_a_correction_is_never_late(made, editor):
    report = reports.accepted(made)
    editor.post(at("report_correct", report.pk), {"reason": "A course was forgotten."})
    version = ProgressReport.objects.get(version=2)
    task = next(task for task in editor.get(at("home")).context["tasks"] if task.url == at("report", version.pk))
    assert task.due_on is None
    page = editor.get(at("report", version.pk)).content.decode()
    assert "late" not in page.split("Before you can sign")[0]
    rows = editor.get(at("grant", made.grant.pk)).context["calendar"]
    assert next(row["met"] for row in rows if row["url"] == at("report", version.pk))


def test_a_partner_reads_and_another_beneficiary_finds_nothing(made, report, client):
    client.force_login(reports.of_partner(made.grant))
    page = client.get(at("report", report.pk))
    assert (page.status_code, "<textarea" in page.content.decode()) == (200, False)
    assert client.post(at("report_text", report.pk, "summary"), {"text": "x", "revision": "0"}).status_code == 403
    other = reports.cast(made.grant.programme)
    client.force_login(other.signer)
    for name in ("report", "report_check", "report_sign", "report_preview"):
        assert client.get(at(name, report.pk)).status_code == 404


def test_what_was_sent_cannot_be_changed_by_hand_made_requests(made, editor):
    attach(editor, report := reports.begun(made))
    attached = report.attachments.get()
    reports.submitted(made, report)
    assert editor.post(at("report_text", report.pk, "summary"), {"text": "x", "revision": "1"}).status_code == 403
    assert attach(editor, report).status_code == 403
    assert editor.post(at("report_file_remove", attached.pk)).status_code == 403
    assert report.attachments.count() == 1
