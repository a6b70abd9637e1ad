"""``openamif documents verify``."""

import pytest

from openamif.record.actions.keep_document import keep_document
from openamif.web.command import main

pytestmark = pytest.mark.django_db


def kept(content: bytes, name: str):
    return keep_document(content, name=name, content_type="text/plain", by=None)


def test_files_as_they_came(capsys):
    kept(b"one", "one.txt")
    kept(b"two", "two.txt")
    assert main(["documents", "verify"]) == 0
    assert capsys.readouterr().out == "2 documents checked\n"


def test_a_changed_and_a_missing_file_are_named(capsys):
    changed, gone = kept(b"changed", "changed.txt"), kept(b"gone", "gone.txt")
    with open(changed.file.path, "wb") as stored:
        stored.write(b"otherwise")
    gone.file.storage.delete(gone.file.name)
    assert main(["documents", "verify"]) == 1
    said = capsys.readouterr()
    assert said.out == "2 documents checked\n"
    assert [line.split(":")[0] for line in said.err.splitlines()] == [
        f"document {changed.pk}, changed.txt",
        f"document {gone.pk}, gone.txt",
    ]
