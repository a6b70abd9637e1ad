"""What the frame shows around a page: the side column, the programme worked in, the reader."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.grants.queries import grants_seen_by
from openamif.people.policy import can_administer_people, can_read_trail
from openamif.people.queries import holdings
from openamif.people.states import RoleKind
from openamif.programmes.models import Version
from openamif.web.components.shapes import NavItem, NavSection, Reader, WorkingOn
from openamif.web.labels import ROLES, VERSION_STATES
from openamif.web.public.navigation import public_nav

WITH_GRANTS = (
    RoleKind.RESPONSIBLE_AUTHORITY,
    RoleKind.DELEGATED_AUTHORITY,
    RoleKind.AUDIT_AUTHORITY,
    RoleKind.EVALUATOR,
    RoleKind.BENEFICIARY,
)


def frame_source(request: HttpRequest) -> dict[str, Any]:
    """What the frames ask for; only what this reader may open."""
    known = request.user.is_authenticated
    return {
        "nav": _sections(request) if known else [],
        "working_on": _working_on(getattr(request, "version", None)),
        "person": _reader(request) if known else None,
        "home_url": reverse("authority:home") if known else reverse("public:home"),
        "public_home_url": reverse("public:home"),
        "login_url": reverse("account_login"),
        "public_nav": public_nav(request),
        "site_name": settings.SITE_NAME,
    }


def _sections(request: HttpRequest) -> list[NavSection]:
    match = request.resolver_match
    here = match.view_name if match else ""

    def item(label: str, name: str, *inside: str, count: int | None = None) -> NavItem:
        return NavItem(label, reverse(name), current=here == name or here.startswith(inside or ("-",)), count=count)

    sections = [
        NavSection("", [item(_("My work"), "authority:home")]),
        NavSection(
            _("Plan"),
            [item(_("Programmes"), "authority:programmes", "authority:version", "authority:edit", "authority:import")],
        ),
    ]
    held = holdings(request.user)  # type: ignore[arg-type]
    if held.holds(*WITH_GRANTS):
        count = grants_seen_by(held)
        sections.append(
            NavSection(_("Grant"), [item(_("Grants"), "authority:all_grants", "authority:grant", count=count)])
        )
    people = []
    if can_administer_people(request.user):  # type: ignore[arg-type]
        people += [
            item(_("Persons"), "administration:persons", "administration:person"),
            item(_("Organisations"), "administration:organisations", "administration:organisation"),
        ]
    if can_read_trail(request.user):  # type: ignore[arg-type]
        people.append(item(_("Trail"), "administration:trail"))
    return [*sections, NavSection(_("Account for"), people)] if people else sections


def _working_on(version: Version | None) -> WorkingOn | None:
    if version is None:
        return None
    label, _tone = VERSION_STATES[version.state]
    words = _("version %(label)s") % {"label": version.label}
    return WorkingOn(version.programme.title, words, str(label), reverse("authority:version", args=[version.pk]))


def _reader(request: HttpRequest) -> Reader:
    roles = holdings(request.user).roles  # type: ignore[arg-type]
    first = roles[0] if roles else None
    return Reader(
        name=request.user.name,  # type: ignore[union-attr]
        role=str(ROLES[first.kind]) if first else _("No role yet"),
        organisation=first.organisation.name if first else "",
        account_url=reverse("mfa_index"),
    )
