"""A value that is doubted: what speaks against it stands at the form, with the tick that records it all the same."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from openamif.reports.actions.require_plausible import ValueDoubted
from openamif.rules.finding import Finding
from openamif.rules.values import doubts, errors, key_of
from openamif.web.components.shapes import Explained
from openamif.web.explaining import explained, failing_first

CONFIRMED = "despite"
"""In what the form sends: the doubts that are confirmed, each by its key."""


@dataclass(frozen=True, slots=True)
class Doubts:
    """What a form shows of a doubted value. ``keys``: what one tick confirms; blank where the value cannot be."""

    findings: tuple[Explained, ...]
    keys: str


def confirmed(request: HttpRequest) -> frozenset[str]:
    """The doubts that were confirmed."""
    return frozenset(key for each in request.POST.getlist(CONFIRMED) for key in each.split())


def doubted(form: forms.Form, doubt: ValueDoubted, field: str, period: str) -> Doubts:
    """For the form, which says at its head or at ``field`` what is to be done."""
    told = tuple(_explained(each, period) for each in failing_first(doubt.findings))
    refused = errors(doubt.findings)
    for each in refused:
        form.add_error(field, _explained(each, period).sentence)
    if refused:
        return Doubts(told, "")
    told_at_its_head = _("Nothing is recorded yet: see what speaks against this value, and confirm it if it is so.")
    form.add_error(None, told_at_its_head)
    return Doubts(told, " ".join(map(key_of, doubts(doubt.findings))))


def tell(request: HttpRequest, found: Sequence[Finding], period: str) -> None:
    """What is only told, once the value is recorded."""
    for each in found:
        if not each.holds and each not in doubts(tuple(found)):
            messages.warning(request, _explained(each, period).sentence, extra_tags=request.path)


def _explained(finding: Finding, period: str) -> Explained:
    """Without its place, which is the field itself."""
    return replace(explained(finding, period), place="")
