"""The demonstration's document, which every checkout has."""

from pathlib import Path

import pytest

DEMO = Path(__file__).resolve().parents[2] / "openamif" / "demo" / "documents" / "be-amif-2014-2020.fr.txt"


@pytest.fixture(scope="session")
def demo_text() -> str:
    return DEMO.read_text(encoding="utf-8")
