"""Send the letters that wait, each only if it is still true."""

from collections import Counter
from datetime import date

from openamif.letters.actions.send_letter import Sending, send_letter
from openamif.letters.queries import letters_waiting


def send_letters(*, on: date) -> Counter[Sending]:
    """How many were sent, dropped, kept for the next time. Where the mail server fails, the rest waits unopened."""
    told: Counter[Sending] = Counter()
    for pk in letters_waiting():
        outcome = send_letter(pk, on=on)
        told[outcome] += 1
        if outcome is Sending.FAILED:
            break
    return told
