"""What the frame shows around a page: the side column, the programme or grant worked in, the reader."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.grants.models import Grant
from openamif.grants.queries import grants_seen_by
from openamif.grants.queries.own import as_beneficiary
from openamif.letters.policy import can_see_letters
from openamif.people.policy import can_administer_people, can_read_trail
from openamif.people.queries import Holdings, holdings
from openamif.people.states import RoleKind
from openamif.programmes.models import Version
from openamif.reports.queries.waiting import grants_and_reports_in_hand
from openamif.verification.policy import WATCHERS
from openamif.web.beneficiary.waiting import number_waiting
from openamif.web.components.shapes import NavItem, NavSection, Reader, WorkingOn
from openamif.web.homes import home_of, is_only_beneficiary
from openamif.web.labels import GRANT_STATES, ROLES, VERSION_STATES
from openamif.web.public.navigation import public_nav

WITH_GRANTS = (
    RoleKind.RESPONSIBLE_AUTHORITY,
    RoleKind.DELEGATED_AUTHORITY,
    RoleKind.AUDIT_AUTHORITY,
    RoleKind.EVALUATOR,
    RoleKind.BENEFICIARY,
)
WITH_OVERVIEW = tuple(kind for kind in WITH_GRANTS if kind != RoleKind.BENEFICIARY)
OF_A_REGISTER = (
    "beneficiary:registers",
    "beneficiary:participant",
    "beneficiary:event",
    "beneficiary:activit",
    "beneficiary:attendance",
    "beneficiary:output",
    "beneficiary:import",
)


def frame_source(request: HttpRequest) -> dict[str, Any]:
    """What the frames ask for; only what this reader may open."""
    known = request.user.is_authenticated
    return {
        "nav": _sections(request) if known else [],
        "working_on": _working_on(request),
        "person": _reader(request) if known else None,
        "home_url": reverse(home_of(request.user) if known else "public:home"),  # type: ignore[arg-type]
        "public_home_url": reverse("public:home"),
        "login_url": reverse("account_login"),
        "public_nav": public_nav(request),
        "site_name": settings.SITE_NAME,
    }


def _item(request: HttpRequest, label: str, name: str, *inside: str, **more: Any) -> NavItem:
    """A line that leads to a page; it is where one is on that page and on those whose name begins so."""
    match = request.resolver_match
    here = match.view_name if match else ""
    return NavItem(label, reverse(name), current=here == name or here.startswith(inside or ("-",)), **more)


def _sections(request: HttpRequest) -> list[NavSection]:
    held = holdings(request.user)  # type: ignore[arg-type]
    if is_only_beneficiary(request.user):  # type: ignore[arg-type]
        return _of_a_beneficiary(request, held)
    sections = _of_the_office(request, held)
    if held.holds(RoleKind.BENEFICIARY):
        sections += _of_a_beneficiary(request, held, title=_("As beneficiary"))
    return sections


def _of_a_beneficiary(request: HttpRequest, held: Holdings, title: str = "") -> list[NavSection]:
    """Her work, her grants, her registers, her reports; nothing of the office."""
    own = as_beneficiary(held)
    waiting = number_waiting(own, on=localdate())
    return [
        NavSection(
            title,
            [
                _item(request, _("My work"), "beneficiary:home", count=waiting, due=True),
                _item(request, _("Grants"), "beneficiary:grants", "beneficiary:grant", count=grants_seen_by(own)),
                _item(request, _("Register"), "beneficiary:registers", *OF_A_REGISTER),
                _item(request, _("Reports"), "beneficiary:reports", "beneficiary:report"),
            ],
        )
    ]


def _of_the_office(request: HttpRequest, held: Holdings) -> list[NavSection]:
    """What the authorities, the auditors and the administrator work with."""
    sections = [
        NavSection("", [_item(request, _("My work"), "authority:home")]),
        NavSection(
            _("Plan"),
            [
                _item(
                    request,
                    _("Programmes"),
                    "authority:programmes",
                    "authority:version",
                    "authority:edit",
                    "authority:import",
                )
            ],
        ),
    ]
    in_hand = 0
    if held.holds(*WITH_GRANTS):
        count, in_hand = grants_and_reports_in_hand(held, by=request.user)  # type: ignore[arg-type]
        grants = _item(
            request, _("Grants"), "authority:all_grants", "authority:grant", "authority:register", count=count
        )
        sections.append(NavSection(_("Grant"), [grants]))
    if held.holds(*WITH_OVERVIEW, RoleKind.COMMITTEE_MEMBER):
        reports = [_reports(request, held, in_hand)] if held.holds(*WITH_OVERVIEW) else []
        overviews = _item(
            request, _("Overview"), "authority:all_situations", "authority:situation", "authority:own_indicator"
        )
        sections.append(NavSection(_("Follow"), [*reports, overviews]))
    if held.holds(*WATCHERS):
        checks = _item(request, _("Checks on the spot"), "authority:all_checks", "authority:check")
        sections.append(NavSection(_("Check"), [checks]))
    return [*sections, *_accounts(request)]


def _reports(request: HttpRequest, held: Holdings, in_hand: int) -> NavItem:
    """The queue; how many wait is told to whoever decides on them."""
    decides = held.holds(RoleKind.RESPONSIBLE_AUTHORITY, RoleKind.DELEGATED_AUTHORITY)
    count = in_hand if decides else None
    return _item(request, _("Progress reports"), "authority:all_reports", "authority:report", count=count, due=True)


def _accounts(request: HttpRequest) -> list[NavSection]:
    """Who may do what, and what was done."""
    people = []
    if can_administer_people(request.user):  # type: ignore[arg-type]
        people += [
            _item(request, _("Persons"), "administration:persons", "administration:person"),
            _item(request, _("Organisations"), "administration:organisations", "administration:organisation"),
        ]
    if can_read_trail(request.user):  # type: ignore[arg-type]
        people.append(_item(request, _("Trail"), "administration:trail"))
    if can_see_letters(request.user):  # type: ignore[arg-type]
        people.append(_item(request, _("Letters"), "authority:letters", "authority:letter"))
    return [NavSection(_("Account for"), people)] if people else []


def _working_on(request: HttpRequest) -> WorkingOn | None:
    """The version or the grant that the page is about."""
    if version := getattr(request, "version", None):
        return _version(version)
    if grant := getattr(request, "grant", None):
        return _grant(grant)
    return None


def _version(version: Version) -> WorkingOn:
    label, _tone = VERSION_STATES[version.state]
    words = _("version %(label)s") % {"label": version.label}
    return WorkingOn(version.programme.title, words, str(label), reverse("authority:version", args=[version.pk]))


def _grant(grant: Grant) -> WorkingOn:
    label, _tone = GRANT_STATES[grant.state]
    url = reverse("beneficiary:grant", args=[grant.pk])
    return WorkingOn(grant.title, grant.reference, str(label), url, _("Grant"))


def _reader(request: HttpRequest) -> Reader:
    roles = holdings(request.user).roles  # type: ignore[arg-type]
    first = roles[0] if roles else None
    return Reader(
        name=request.user.name,  # type: ignore[union-attr]
        role=str(ROLES[first.kind]) if first else _("No role yet"),
        organisation=first.organisation.name if first else "",
        account_url=reverse("mfa_index"),
    )
