"""A change of a grant from a form: made, or what keeps it from being saved."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate

from openamif.grants.actions.change_grant import GrantChangedMeanwhile, GrantNotLawful, change_grant
from openamif.grants.facts import GrantContent, changes_between, content_of
from openamif.grants.models import Grant
from openamif.web.authority.grants.changes import fields_changed
from openamif.web.authority.grants.following import figures_follow
from openamif.web.authority.grants.sheet import finding_words
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.doors import key_in

ASKED: dict[str, Any] = {"stopped": [], "is_overtaken": False, "overtaken": []}


def asked(request: HttpRequest, grant: Grant) -> dict[str, Any]:
    """What the page is told while nothing keeps it; ``revision``: of the grant as it was when she began to write."""
    return ASKED | {"revision": request.POST.get("revision", str(grant.revision))}


def kept_from(request: HttpRequest, grant: Grant, content: GrantContent) -> dict[str, Any]:
    """Change it; what the page is told where it was not, blank where it was.

    ``stopped``: the rules that stand against it. ``overtaken``: how what she wrote differs from what somebody else
    saved meanwhile; sent once more, the form is about that.
    """
    period, revision = grant.programme.period, request.POST.get("revision", "")
    try:
        change_grant(grant, content, revision=key_in(revision), by=reader_of(request), on=localdate())
    except GrantNotLawful as refusal:
        return ASKED | {"revision": revision, "stopped": [finding_words(each, period) for each in refusal.findings]}
    except GrantChangedMeanwhile:
        grant.refresh_from_db()
        wanted = replace(content, signed_on=grant.signed_on, ended_on=grant.ended_on)
        differing = fields_changed(changes_between(content_of(grant), wanted), period)
        return ASKED | {"revision": grant.revision, "is_overtaken": True, "overtaken": differing}
    figures_follow(grant)
    return {}
