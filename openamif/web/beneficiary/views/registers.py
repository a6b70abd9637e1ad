"""The way to a register: the grants, each with what is done in it; straight there where there is one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.grants.queries.own import own_grants
from openamif.people.policy import is_known
from openamif.register import policy
from openamif.register.queries.lists import with_policy
from openamif.web.beneficiary.subjects import held_by, reader_of
from openamif.web.beneficiary.tabs import state_badge
from openamif.web.components.shapes import Link
from openamif.web.components.tables import Column
from openamif.web.doors import guarded_by

GUARDS = {"attendance": policy.can_fill_register, "imports": policy.can_see_local_references}


@guarded_by(is_known)
def registers(request: HttpRequest) -> HttpResponse:
    """Which register?"""
    grants = list(with_policy(own_grants(held_by(request), on=localdate())))
    if len(grants) == 1:
        return redirect("beneficiary:participants", pk=grants[0].pk)
    reader = reader_of(request)
    pages = (
        ("participants", _("Participants")),
        ("attendance", _("Attendance")),
        ("activities", _("Activities")),
        ("outputs", _("Things delivered")),
        ("imports", _("Files")),
    )
    columns = [
        Column("grant", _("Grant")),
        Column("state", _("State")),
        *(Column(name, words) for name, words in pages),
    ]
    rows = [
        {"grant": f"{grant.reference} {grant.title}", "state": state_badge(grant)}
        | {
            name: Link(_("Show"), reverse(f"beneficiary:{name}", args=[grant.pk]))
            for name, words in pages
            if name not in GUARDS or GUARDS[name](reader, grant)
        }
        for grant in grants
    ]
    return render(request, "beneficiary/registers.html", {"columns": columns, "rows": rows})
