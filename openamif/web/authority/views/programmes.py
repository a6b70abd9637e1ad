"""The reader's programmes: what waits, and the list."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.people.models import Person
from openamif.people.policy import can_administer_people, is_known
from openamif.people.queries import holdings
from openamif.programmes.models import Programme, own_scope_ids
from openamif.programmes.policy import can_begin_programme, can_import_into, can_see_total
from openamif.programmes.queries import programmes_for_list
from openamif.programmes.states import MOVES
from openamif.reports.queries.publishing import published_programmes
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.authority.situation.published import PUBLISHED, overview_of
from openamif.web.authority.steps import NEXT
from openamif.web.authority.waiting import tasks_of
from openamif.web.components.shapes import Action, Badge, Link
from openamif.web.components.tables import Column
from openamif.web.doors import guarded_by
from openamif.web.homes import home_of
from openamif.web.labels import MOVES as MOVE_LABELS
from openamif.web.labels import VERSION_STATES


@guarded_by(is_known)
def home(request: HttpRequest) -> HttpResponse:
    """What waits for her, programme by programme; whoever is a beneficiary alone has a home of her own."""
    if (own := home_of(request.user)) != "authority:home":  # type: ignore[arg-type]
        return redirect(own)
    rows = _rows(request)
    return render(request, "authority/home.html", _context(request, rows) | _waiting(request, rows))


@guarded_by(is_known)
def programmes(request: HttpRequest) -> HttpResponse:
    """Every programme for which she holds a role."""
    return render(request, "authority/programmes.html", _context(request, _rows(request)))


def _waiting(request: HttpRequest, rows: list[dict[str, Any]]) -> dict[str, object]:
    """What she is to decide, and the next step of each programme; ``tasks`` is None for whoever only reads."""
    reader, on = reader_of(request), localdate()
    tasks = tasks_of(reader, holdings(reader), on=on)
    ways = [way for row in rows for way in row["ways"]] if tasks is None else []
    if can_administer_people(reader):
        ways += _ways_of_an_administrator()
    return {"tasks": tasks, "on": on, "waiting": [row for row in rows if row["next"]], "ways": ways}


def _ways(programme: Programme, page: str, published: frozenset[int]) -> list[Link]:
    """Where whoever only reads goes on: to the overview, and for the committee to the report that is made for it."""
    if not page:
        return []
    words = {"programme": programme.title}
    ways = [Link(_("See where the programme stands: %(programme)s") % words, reverse(page, args=[programme.pk]))]
    if page == PUBLISHED and programme.pk in published:
        report = reverse(f"{PUBLISHED}_export", args=[programme.pk, "committee", "pdf"])
        ways.append(Link(_("Take the report for the monitoring committee (PDF): %(programme)s") % words, report))
    return ways


def _ways_of_an_administrator() -> list[Link]:
    """Where whoever looks after persons goes on."""
    return [
        Link(_("Enter a person, or give a role"), reverse("administration:persons")),
        Link(_("Enter an organisation, or correct one"), reverse("administration:organisations")),
        Link(_("See what happened, and check the chain"), reverse("administration:trail")),
    ]


def page_of(programme: Any, by: Person) -> str:
    """Its latest version for its own people; for others the page on which everybody reads it, once it is adopted."""
    if programme.scope_id in own_scope_ids(holdings(by)):
        return reverse("authority:version", args=[programme.latest_pk])
    return reverse("public:programme", args=[programme.pk]) if programme.latest_pk else ""


def _named(programme: Any, page: str) -> Link | str:
    return Link(programme.title, page) if page else programme.title


def version_of(programme: Any) -> dict[str, Any]:
    """Number and state of the latest version that she may read, where there is one."""
    if not programme.latest_pk:
        return {}
    label, tone = VERSION_STATES[programme.latest_state]
    version = f"{programme.latest_number}.{programme.latest_working}"
    return {"version": version, "state": Badge(str(label), tone)}


def _context(request: HttpRequest, rows: list[dict[str, Any]]) -> dict[str, object]:
    may_begin = bool(can_begin_programme(request.user))  # type: ignore[arg-type]
    begin = Action(_("Import a document"), reverse("authority:import"), main=True)
    begin_2021 = Action(_("Begin a programme of 2021-2027"), reverse("authority:import_2021"))
    columns = [
        Column("title", _("Programme")),
        Column("period", _("Period"), wrap=False),
        Column("version", _("Version")),
        Column("state", _("State"), "badge"),
        *([Column("total", _("Total (EUR)"), "money")] if any(row["sees_total"] for row in rows) else []),
        Column("authority", _("Responsible authority")),
    ]
    return {
        "columns": columns,
        "rows": rows,
        "begin": begin if may_begin else None,
        "actions": [begin_2021, begin] if may_begin else [],
    }


def _rows(request: HttpRequest) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    listed = list(programmes_for_list(holdings(request.user)))  # type: ignore[arg-type]
    pages = [overview_of(reader_of(request), programme) for programme in listed]
    published = published_programmes() if PUBLISHED in pages else frozenset()
    for programme, page in zip(listed, pages, strict=True):
        sees_total = can_see_total(request.user, programme)  # type: ignore[arg-type]
        responsible = can_import_into(request.user, programme)  # type: ignore[arg-type]
        moves = [move for move in NEXT if responsible and programme.latest_state in MOVES[move].sources]
        following = moves[0] if moves else ""
        rows.append(
            {
                "title": _named(programme, page_of(programme, reader_of(request))),
                "period": programme.period,
                **version_of(programme),
                "sees_total": sees_total,
                "total": programme.latest_total_amount if sees_total else None,
                "authority": str(programme.responsible_authority),
                "ways": _ways(programme, page, published),
                "next": str(MOVE_LABELS[following]) if following else "",
            }
        )
    return rows
