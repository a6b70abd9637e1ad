"""The values of a report computed again: as they were known when it was sent, and as they are known today."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from openamif.record.actions.append_trail import append_trail
from openamif.reports import policy
from openamif.reports.models import ProgressReport
from openamif.reports.queries.frozen import Differences, differences, is_intact
from openamif.reports.queries.own import names_of_own
from openamif.reports.queries.values import Value
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.authority.reports.later import later_columns, later_rows
from openamif.web.authority.reports.pages import head_of
from openamif.web.authority.reports.subjects import the_report
from openamif.web.components.shapes import Badge, Coded
from openamif.web.components.tables import Column
from openamif.web.doors import guarded_by
from openamif.web.short_names import short_name

DIGITS = 12
"""Of a checksum: enough to tell it by eye."""


@guarded_by(policy.can_see_report, of=the_report)
def proof(request: HttpRequest, report: ProgressReport) -> HttpResponse:
    """Each value with its checksum, and what came later that explains a difference; persons under their pseudonyms.

    The trail keeps who looked at persons.
    """
    found = differences(report)
    reader = reader_of(request)
    later = [row for each in found for row in later_rows(report, each, reader)]
    if any(each.events or each.descriptions for each in found):
        said = {"what": "differences", "report": report.pk}
        append_trail(report.grant, "opened", by=reader, details=said)
    first = found[0].frozen if found else None
    context = head_of(report, inside=True) | {
        "values": (value_columns(), value_rows(report, found)),
        "later": (later_columns(), later),
        "known_at": first.known_at if first else None,
        "is_erased": any(each.is_erased for each in found),
    }
    return render(request, "authority/report_proof.html", context)


def value_columns() -> list[Column]:
    """Reported, then, today."""
    return [
        Column("indicator", _("Indicator")),
        Column("reported", _("Reported"), "count"),
        Column("then", _("As known then"), "count"),
        Column("today", _("As known today"), "count"),
        Column("state", _("What that says"), "badge"),
        Column("checksum", _("Checksum (SHA-256)")),
    ]


def value_rows(report: ProgressReport, found: Sequence[Differences]) -> list[dict[str, Any]]:
    """A line an indicator."""
    own = names_of_own(report.grant.programme, [each.frozen.indicator for each in found])
    period = report.grant.programme.period
    return [
        {
            "indicator": Coded(code, short_name(code, own.get(code, code), period)),
            "reported": each.frozen.value,
            "then": number_of(each, each.then),
            "today": number_of(each, each.today),
            "state": state_of(each),
            "checksum": each.frozen.digest[:DIGITS],
        }
        for each in found
        for code in [each.frozen.indicator]
    ]


def number_of(found: Differences, value: Value | None) -> Decimal | None:
    """What it comes to; nothing where the register is gone."""
    if found.is_erased:
        return None
    return value.number if value else Decimal(0)


def state_of(found: Differences) -> Badge:
    """The worst first: changed behind the checksum, counted otherwise or not reproduced, other today, the same."""
    if not is_intact(found.frozen):
        return Badge(_("changed since it was frozen"), "bad")
    if found.is_erased:
        return Badge(_("the checksum stands for it"), "idle")
    if not found.is_reproduced and found.rule_now:
        return Badge(_("counted by another rule now"), "wait")
    if not found.is_reproduced:
        return Badge(_("not the same any more"), "bad")
    return Badge(_("the same"), "good") if found.is_same else Badge(_("the same then, other today"), "wait")
