"""What the rules and the doors want to know of a programme: its document of 2014-2020, its content of 2021-2027.

Neither needs the framework; ``rows_2021`` and ``workbook_2021``, which turn a content into rows, do.
"""

from openamif.programmes.facts.programme_2014 import programme_facts
from openamif.programmes.facts.programme_2021 import (
    ActionContent,
    AimContent,
    AuthorityContent,
    ObjectiveContent,
    ProgrammeContent,
    facts_2021,
)

__all__ = [
    "ActionContent",
    "AimContent",
    "AuthorityContent",
    "ObjectiveContent",
    "ProgrammeContent",
    "facts_2021",
    "programme_facts",
]
