"""The objectives and their colours: the one place from which classes (`objective--asylum`) and charts take them.

Each is dark enough to carry white text (contrast of at least 4.5). `objectives.css` repeats the same figures; a test
holds the two together.
"""

from collections.abc import Mapping
from types import MappingProxyType

OBJECTIVE_COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "asylum": "#1646b5",
        "integration": "#2f7d6b",
        "return": "#8a5a9e",
        "solidarity": "#8f6900",
        "assistance": "#66728f",
    }
)
OBJECTIVE_CODES: Mapping[str, str] = MappingProxyType(
    {"SO1": "asylum", "SO2": "integration", "SO3": "return", "SO4": "solidarity", "TA": "assistance"}
)
LATE = "#b35c00"
"""Of a bar that has not come to where it should stand by now."""
INK, INK_SOFT, LINE, TRACK = "#14203b", "#4a5673", "#e1e6ef", "#e6ebf4"


def objective_key(code: str) -> str:
    """The objective that an official code belongs to (`SO2.NO3` is integration); empty for none."""
    return OBJECTIVE_CODES.get(code.replace("/", ".").split(".")[0].upper(), "")
