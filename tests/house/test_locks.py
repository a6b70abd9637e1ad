"""The locks pin every package by its hash, and say nothing of where one machine gets its packages."""

import re

from tests.house.tree import ROOT


def test_python_locks_name_no_index():
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text()
        assert not re.search(r"^--|://", text, re.M), lock.name
        assert text.count("==") <= text.count("--hash=sha256:"), lock.name


def test_the_lock_of_the_front_end_names_no_address():
    text = (ROOT / "package-lock.json").read_text()
    assert '"resolved"' not in text
    assert text.count('"integrity"') > 0
