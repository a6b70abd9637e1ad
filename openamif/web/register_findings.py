"""What stands against something to be written into a register, told at the field it is about."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext

from openamif.register.states import EventKind
from openamif.rules.finding import Finding
from openamif.web.explaining import shown
from openamif.web.register_labels import EVENT_KINDS, OUTPUT_KINDS
from openamif.web.wording import finding_text

KINDS = {kind.name.lower(): EVENT_KINDS[kind] for kind in EventKind} | OUTPUT_KINDS


def sentence_of(finding: Finding, period: str) -> str:
    """What is wrong, in the reader's words."""

    def show(name: str, value: object) -> str:
        if name == "kind":
            return str(KINDS.get(str(value), value))
        return shown(name, value, period)

    return finding_text(finding, gettext, show).sentence


def tell(form: forms.Form, findings: Iterable[Finding], period: str) -> None:
    """Each finding once, at its field; over the whole form where the form has no such field."""
    told = set()
    for finding in findings:
        said = finding.place, sentence_of(finding, period)
        if said not in told:
            told.add(said)
            form.add_error(finding.place if finding.place in form.fields else None, said[1])
