"""Pages for what goes wrong, in the reader's language."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from openamif.people.policy import Verdict
from openamif.web.above import page_above
from openamif.web.labels import refusal_reason

STANDS_OTHERWISE = frozenset(
    (
        *("version_frozen", "version_in_another_state", "version_in_progress", "version_not_latest"),
        *("grant_in_another_state", "grant_not_signed", "register_erased", "check_in_another_state"),
        *("report_in_another_state", "report_begun_already", "correction_begun_already"),
        *("file_in_another_state", "file_has_errors"),
    )
)
"""Reasons that lie in the thing and not in her: no role would help."""
WRITTEN = ("text", "answer", "question", "reason", "void-reason", "note")
"""What forms call the texts that one writes in them."""


def refusal(request: HttpRequest, verdict: Verdict) -> HttpResponse:
    """She may not, and this is why; where the thing stands otherwise by now, the way to how it stands.

    What she wrote is shown: a colleague may have been quicker, and the form that it stood in is no longer there.
    """
    said: dict[str, Any] = {"reason": refusal_reason(verdict.reason)}
    said["written"] = [words for name in WRITTEN if (words := request.POST.get(name, "").strip())]
    if verdict.reason in STANDS_OTHERWISE:
        said["above"] = page_above(request.path)
    return render(request, "403.html", said, status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form came without its token: the page was open too long, or cookies are refused."""
    return render(request, "403_csrf.html", status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request could not be understood."""
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """She may not."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page, or she may not know of it."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke on our side; the page needs neither database nor context."""
    return HttpResponse(render_to_string("500.html", request=None), status=500)
