"""What every test may ask for."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.traps"]

# A machine that pauses would make a test fail that has found nothing: no example has a deadline, none is too slow.
settings.register_profile("openamif", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("openamif")

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT.parent / "shared" / "seeds" / "be-amif-2014-2020-programme.fr.txt"


@pytest.fixture(scope="session")
def seed_path() -> Path:
    """The Belgian programme as exported by SFC2014; it is not part of this repository."""
    if not SEED.exists():
        pytest.skip("the exported programme is not beside this checkout")
    return SEED


@pytest.fixture(scope="session")
def seed_text(seed_path: Path) -> str:
    return seed_path.read_text(encoding="utf-8")
