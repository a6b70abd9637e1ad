"""Files of reports go when the law lets them go; that they came, and what they were, stays."""

from datetime import date

import pytest
from django.urls import reverse

from openamif.grants.actions.erase_persons import NotDue
from openamif.record.actions.keep_document import keep_document
from openamif.record.models import Document
from openamif.record.queries import documents_checked, trail_of
from openamif.reports.actions.attach_file import attach_file
from openamif.reports.actions.begin_report import begin_report
from openamif.reports.actions.erase_files import erase_files
from openamif.reports.actions.remove_attachment import remove_attachment
from openamif.reports.queries.retention import files_due
from openamif.web.command import main
from tests.factories import reports

pytestmark = pytest.mark.django_db
LAST_DAY, DUE_ON = date(2028, 10, 15), date(2028, 10, 16)
PDF = b"%PDF-1.4 "


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def cast():
    """A report with a file, and one that was taken away again."""
    cast = reports.cast()
    report = begin_report(cast.due, by=cast.editor)
    for number in (1, 2):
        said = {"name": f"list {number}.pdf", "kind": "evidence", "by": cast.editor, "on": reports.DAY}
        attached = attach_file(report, PDF + bytes([48 + number]), **said)
    remove_attachment(attached, by=cast.editor)
    keep_document(b"other", name="other.pdf", content_type="application/pdf", by=None)
    return cast


def test_files_go_and_their_proof_stays(cast, client, django_capture_on_commit_callbacks):
    with pytest.raises(NotDue):
        erase_files(cast.grant, on=LAST_DAY)
    assert list(files_due(LAST_DAY)) == []
    assert [(each.grant, each.files, each.size) for each in files_due(DUE_ON)] == [(cast.grant, 2, 20)]
    with django_capture_on_commit_callbacks(execute=True):
        assert erase_files(cast.grant, on=DUE_ON) == 2
    first = Document.objects.get(name="list 1.pdf")
    assert first.erased_at
    assert (len(first.sha256), first.size) == (64, 10)
    assert not first.file.storage.exists(first.file.name)
    assert Document.objects.get(name="other.pdf").erased_at is None
    assert list(files_due(DUE_ON)) == []
    assert documents_checked()[1] == []
    assert trail_of(cast.grant).first().details == {"due_on": "2028-10-16", "files": 2, "size": 20}


def test_an_erased_file_whose_bytes_are_still_there_is_found(cast):
    erase_files(cast.grant, on=DUE_ON)
    assert {each.name for each in documents_checked()[1]} == {"list 1.pdf", "list 2.pdf"}


def test_the_page_says_that_it_was_erased_and_gives_nothing_out(cast, client):
    erase_files(cast.grant, on=DUE_ON)
    report = cast.grant.progress_reports.get()
    client.force_login(cast.editor)
    page = client.get(reverse("beneficiary:report", args=[report.pk])).content.decode()
    assert "the retention period of the grant is over" in page
    assert Document.objects.get(name="list 1.pdf").sha256 in page
    download = reverse("beneficiary:report_file", args=[report.attachments.get().pk])
    assert f'href="{download}"' not in page
    assert client.get(download).status_code == 404


def test_the_command_tells_all_that_is_due_and_keeps_back_what_it_is_told(cast, capsys, monkeypatch):
    assert main(["register", "erase-due", "--on", "2028-10-16"]) == 1
    told = capsys.readouterr().out
    assert f"{cast.grant.reference}: 2 files, 20 bytes, due on 2028-10-16\n" in told
    assert "1 grants with files of reports due\n" in told
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: DUE_ON)
    assert main(["register", "erase-due", "--yes", "--keep", cast.grant.reference]) == 0
    assert "due on 2028-10-16: kept back\n" in capsys.readouterr().out
    assert main(["register", "erase-due", "--yes"]) == 0
    assert "1 grants with files of reports due and erased\n" in capsys.readouterr().out
    assert not Document.objects.filter(name__startswith="list", erased_at=None).exists()
