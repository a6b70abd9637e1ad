"""The document that the benchmarks read: the exported one where it lies beside the checkout, else our own."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT.parent / "shared" / "seeds" / "be-amif-2014-2020-programme.fr.txt"
DEMO = ROOT / "openamif" / "demo" / "documents" / "be-amif-2014-2020.fr.txt"
DOCUMENT = SEED if SEED.exists() else DEMO


def name() -> str:
    """Which of the two it is, in words."""
    return "exported programme" if DOCUMENT == SEED else "demonstration document"
