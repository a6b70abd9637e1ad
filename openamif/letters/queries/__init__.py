"""Reading letters: what they are due to, to whom, whether they are still true, and those that were written."""

from openamif.letters.queries.causes import Cause, causes_of_days, causes_of_events, steps_reached
from openamif.letters.queries.lists import Sought, letter_for, letters_found, letters_of, letters_waiting
from openamif.letters.queries.recipients import editors_of, officers_of
from openamif.letters.queries.truth import import_behind, why_untrue

__all__ = [
    "Cause",
    "Sought",
    "causes_of_days",
    "causes_of_events",
    "editors_of",
    "import_behind",
    "letter_for",
    "letters_found",
    "letters_of",
    "letters_waiting",
    "officers_of",
    "steps_reached",
    "why_untrue",
]
