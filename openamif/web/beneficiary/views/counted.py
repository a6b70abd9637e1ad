"""The page that opens a figure of a grant to its beneficiary: who counts for an indicator, and by which events."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.grants.models import Grant
from openamif.record.actions.append_trail import append_trail
from openamif.register import policy
from openamif.reports.queries.contributions import Contributions, Counted, contributions
from openamif.reports.queries.counting import specific
from openamif.reports.queries.own import names_of_own
from openamif.web.beneficiary.subjects import held_by, reader_of, the_grant
from openamif.web.components.shapes import Link
from openamif.web.components.tables import Column
from openamif.web.contributions import (
    AsOf,
    as_of,
    counted_words,
    opened,
    person_columns,
    person_row,
    share_words,
    thing_columns,
    thing_row,
)
from openamif.web.doors import guarded_by
from openamif.web.official import indicator_name
from openamif.web.register_labels import FIELDS
from openamif.web.register_sheet import called
from openamif.web.short_names import short_name


@guarded_by(policy.can_see_register, of=the_grant)
def counted(request: HttpRequest, grant: Grant, code: str) -> HttpResponse:
    """What counts for an indicator by today, or as a report tells it; a partner sees pseudonyms, and that it looked

    is written down.
    """
    reader, period = reader_of(request), grant.programme.period
    asked = as_of(request, grant, held_by(request), localdate())

    def found_from(first: int) -> Contributions | None:
        found = contributions(grant, code, until=asked.until, known=asked.known, first=first)
        is_own = found and (asked.known or found.rule.objective == specific(grant.objective))
        return found if is_own else None

    found, page = opened(found_from, request.GET.get("page", ""))
    by_reference = bool(policy.can_see_local_references(reader, grant))
    if found.persons and not by_reference:
        append_trail(grant, "opened", by=reader, details={"what": "contributions", "indicator": code})
    printed = names_of_own(grant.programme, [code]).get(code, code)
    columns, rows = table_of(found, grant, by_reference=by_reference)
    context = {
        "grant": grant,
        "code": code,
        "title": short_name(code, printed, period),
        "official": indicator_name(code, printed, period),
        "crumbs": [Link(grant.reference, reverse("beneficiary:grant", args=[grant.pk]))],
        "as_of": asked.words,
        "today": reverse("beneficiary:counted", args=[grant.pk, code]),
        "share": share_told(found, grant, asked),
        "whole": (thing_columns(), list(map(thing_row, found.whole))) if found.whole else None,
        "counted_words": counted_words(found),
        "columns": columns,
        "rows": rows,
        "page": page,
        "is_erased": policy.is_erased(grant),
    }
    return render(request, "beneficiary/counted.html", context)


def share_told(found: Contributions, grant: Grant, asked: AsOf) -> str:
    """Of a percentage, that what is listed is its numerator, and of how many; blank elsewhere."""
    value = asked.value_of(grant, found.share.indicator) if found.share else None
    return share_words(value.indicator, value.numerator, value.denominator) if value else ""


def table_of(found: Contributions, grant: Grant, *, by_reference: bool) -> tuple[list[Column], list[dict[str, Any]]]:
    """Persons as the reader knows them, things, or the grant itself as a project."""
    if found.persons:
        name = str(FIELDS["local_reference"]) if by_reference else _("Pseudonym")
        return person_columns(name), [
            person_row(each, known(each, by_reference=by_reference), {}) for each in found.persons
        ]
    if found.things:
        return thing_columns(), [thing_row(each) for each in found.things]
    return [Column("title", _("Title"))], [{"title": grant.title} for _project in found.projects]


def known(counted: Counted, *, by_reference: bool) -> Link:
    """Somebody, leading to her page in the register."""
    participant = counted.participants[0]
    return Link(
        called(participant, by_reference=by_reference), reverse("beneficiary:participant", args=[participant.pk])
    )
