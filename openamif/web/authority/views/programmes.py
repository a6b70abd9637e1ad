"""The reader's programmes: what waits, and the list."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.people.policy import is_known
from openamif.people.queries import holdings
from openamif.programmes.policy import can_begin_programme, can_import_into, can_see_total
from openamif.programmes.queries import programmes_for_list
from openamif.programmes.states import MOVES
from openamif.web.authority.steps import NEXT
from openamif.web.components.shapes import Action, Badge, Link
from openamif.web.components.tables import Column
from openamif.web.doors import guarded_by
from openamif.web.labels import MOVES as MOVE_LABELS
from openamif.web.labels import VERSION_STATES


@guarded_by(is_known)
def home(request: HttpRequest) -> HttpResponse:
    """What waits for her, programme by programme."""
    rows = _rows(request)
    waiting = [row for row in rows if row["next"]]
    return render(request, "authority/home.html", _context(request, rows) | {"waiting": waiting})


@guarded_by(is_known)
def programmes(request: HttpRequest) -> HttpResponse:
    """Every programme for which she holds a role."""
    return render(request, "authority/programmes.html", _context(request, _rows(request)))


def _context(request: HttpRequest, rows: list[dict[str, object]]) -> dict[str, object]:
    may_begin = bool(can_begin_programme(request.user))  # type: ignore[arg-type]
    begin = Action(_("Import a document"), reverse("authority:import"), main=True)
    columns = [
        Column("title", _("Programme")),
        Column("period", _("Period")),
        Column("version", _("Version")),
        Column("state", _("State"), "badge"),
        Column("total", _("Total (EUR)"), "money"),
        Column("authority", _("Responsible authority")),
    ]
    return {
        "columns": columns,
        "rows": rows,
        "begin": begin if may_begin else None,
        "actions": [begin] if may_begin else [],
    }


def _rows(request: HttpRequest) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for programme in programmes_for_list(holdings(request.user)):  # type: ignore[arg-type]
        label, tone = VERSION_STATES[programme.latest_state]
        url = reverse("authority:version", args=[programme.latest_pk])
        sees_total = can_see_total(request.user, programme)  # type: ignore[arg-type]
        responsible = can_import_into(request.user, programme)  # type: ignore[arg-type]
        moves = [move for move in NEXT if responsible and programme.latest_state in MOVES[move].sources]
        following = moves[0] if moves else ""
        rows.append(
            {
                "title": Link(programme.title, url),
                "period": programme.period,
                "version": f"{programme.latest_number}.{programme.latest_working}",
                "state": Badge(str(label), tone),
                "total": programme.latest_total_amount if sees_total else None,
                "authority": str(programme.responsible_authority),
                "next": str(MOVE_LABELS[following]) if following else "",
            }
        )
    return rows
