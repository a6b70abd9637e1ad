"""Pages for what goes wrong, in the reader's language."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from openamif.grants.models import Grant
from openamif.grants.queries.rights import acts_for, colleagues_of, reaches
from openamif.grants.states import Right
from openamif.people.policy import Verdict
from openamif.web.above import page_above
from openamif.web.components import formats
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
NO_ROLE_HELPS = frozenset(
    (
        *("own_account", "own_role", "own_last_administrator_role", "administrator_exists", "key_of_another"),
        *("four_eyes", "report_four_eyes", "controller_decided_on_a_report", "report_of_her_own"),
        *("version_was_sent", "only_version", "programme_entered_as_a_whole", "programme_of_another_period"),
        *("not_your_import", "report_not_submitted", "sample_not_looked_at", "last_signer"),
        *("indicator_aimed_at", "indicator_declared", "indicator_in_a_report", "indicator_of_erased_register"),
    )
)
"""Reasons that say already who else may, or what has to be done first."""
BY_RIGHT = frozenset(("no_right_to_edit", "no_right_to_sign", "cannot_give_rights"))
"""Reasons of colleagues who have the role and lack the right to the grant."""
WRITTEN = ("text", "answer", "question", "reason", "void-reason", "note")
"""What forms call the texts that one writes in them."""


def refusal(request: HttpRequest, verdict: Verdict) -> HttpResponse:
    """She may not, and this is why; where the thing stands otherwise by now, the way to how it stands.

    What she wrote is shown: a colleague may have been quicker, and the form that it stood in is no longer there.
    """
    said: dict[str, Any] = {"reason": refusal_reason(verdict.reason)}
    said["written"] = [words for name in WRITTEN if (words := request.POST.get(name, "").strip())]
    said["role_helps"] = verdict.reason not in NO_ROLE_HELPS | BY_RIGHT
    if verdict.reason in STANDS_OTHERWISE:
        said["above"] = page_above(request.path)
    if verdict.reason in BY_RIGHT:
        said["by_right"], said["givers"] = True, formats.listed(givers(request))
    return render(request, "403.html", said, status=403)


def givers(request: HttpRequest) -> list[str]:
    """Who of her own organisation signs for the grant, and so gives rights to it; nobody of another body is named."""
    about = getattr(request, "asked_about", None)
    grant = about if isinstance(about, Grant) else getattr(about, "grant", None)
    if not isinstance(grant, Grant):
        return []
    bodies = acts_for(request.user, grant)  # type: ignore[arg-type]
    signers = [each for each in colleagues_of(grant) if reaches(each.right, Right.SIGN)]
    return [each.person.name for each in signers if each.role.organisation_id in bodies]


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
