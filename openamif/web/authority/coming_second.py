"""Whoever comes second to a step, because a colleague was quicker: told why, with what she wrote."""

from collections.abc import Container

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from openamif.people.policy import Verdict, require
from openamif.web.labels import refusal_reason


def too_late(request: HttpRequest, verdict: Verdict, *, reasons: Container[str], back: str) -> HttpResponse | None:
    """To ``back``, with the reason, for whoever comes to a step that is not to be taken now; what she sends is kept.

    ``reasons``: those that say so. Any other refusal stays one.
    """
    if verdict.reason not in reasons:
        require(verdict)
    elif request.method != "POST":
        messages.error(request, str(refusal_reason(verdict.reason)))
        return redirect(back)
    return None


def still_here(told: str) -> str:
    """Why it was not done, and that nothing she wrote is lost."""
    kept = _("What you wrote is still here.")
    return f"{told} {kept}"
