"""Documents: kept as they came, under their checksum."""

import hashlib

import pytest

from openamif.record.actions.keep_document import keep_document
from openamif.record.queries import file_is_intact, kept_document
from tests.factories.people import person

pytestmark = pytest.mark.django_db
CONTENT = "Une décision.\r\n".encode("utf-16")


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def test_document_is_kept_byte_by_byte():
    by = person()
    document = keep_document(CONTENT, name="../../décision 1.txt", content_type="text/plain", by=by)
    assert document.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert (document.size, document.kept_by) == (len(CONTENT), by)
    with document.file.open("rb") as stored:
        assert stored.read() == CONTENT


def test_name_of_the_reader_is_only_a_label(folder):
    document = keep_document(CONTENT, name="../../etc/passwd", content_type="text/plain", by=None)
    assert folder in (folder / document.file.name).resolve().parents
    assert "passwd" not in document.file.name


def test_changed_file_is_found(folder):
    document = keep_document(CONTENT, name="decision.txt", content_type="text/plain", by=None)
    assert file_is_intact(document)
    (folder / document.file.name).write_bytes(CONTENT + b"!")
    assert not file_is_intact(document)


def test_kept_document_is_found_or_not():
    document = keep_document(CONTENT, name="decision.txt", content_type="text/plain", by=None)
    assert kept_document(document.pk) == document
    assert kept_document(document.pk + 1) is None
