"""Pages for what goes wrong, in the reader's language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from openamif.people.policy import Verdict
from openamif.web.labels import refusal_reason


def refusal(request: HttpRequest, verdict: Verdict) -> HttpResponse:
    """She may not, and this is why."""
    return render(request, "403.html", {"reason": refusal_reason(verdict.reason)}, status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form came without its token: the page was open too long, or cookies are refused."""
    return render(request, "403_csrf.html", status=403)
