"""What a workbook of 2021-2027 would do, in the reader's words."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openamif.grants.facts import content_of as grant_content_of
from openamif.grants.facts import grant_facts
from openamif.grants.queries import frame_of, grants_with_content
from openamif.programmes.facts import ProgrammeContent
from openamif.programmes.facts.rows_2021 import ASSISTANCE
from openamif.programmes.facts.workbook_2021 import content_in
from openamif.programmes.models import Programme, Version
from openamif.programmes.queries import (
    changes_by,
    content_of,
    content_with,
    findings_in,
    latest_version,
    programme_exists,
)
from openamif.programmes.states import EDITABLE
from openamif.record.models import Document
from openamif.rules.grants.aims import place_in_programme
from openamif.rules.national_programme.changes import Change
from openamif.rules.programme_2021.table import PERIOD
from openamif.web.authority.differences import sides
from openamif.web.authority.dry_run import MAY_CONTINUE
from openamif.web.authority.grants.errors import in_words, said_of, titled
from openamif.web.authority.grants.labels import CELL_ERRORS as GRANT_ERRORS
from openamif.web.authority.grants.labels import FILE_REFUSALS as GRANT_REFUSALS
from openamif.web.cells import Told
from openamif.web.components.shapes import Explained, Figure
from openamif.web.explaining import explained, failing_first
from openamif.web.exports.programme_2021 import programme_form
from openamif.web.exports.programme_2021.words import SHEETS
from openamif.web.official import reader_language
from openamif.web.places import field_of, field_words, place_words, row_of
from openamif.workbooks import CellError, NotAWorkbook, read

FUND = "AMIF"
SHOWN_ERRORS = 200
CELL_ERRORS = {
    **GRANT_ERRORS,
    "not_financed": gettext_lazy(
        "%(found)s has no amount on the sheet “%(expected)s”. Give it one, or take this row away."
    ),
    "no_amount": gettext_lazy("No specific objective has an amount: fill in the column of amounts for one at least."),
    "one_alone": gettext_lazy("A programme has one authority in this role; the first stands in row %(expected)s."),
}
FILE_REFUSALS = {
    **GRANT_REFUSALS,
    "unpacks_too_large": gettext_lazy(
        "The file unpacks to far more than the workbook of a programme can be, so it was not opened."
    ),
    "too_long": gettext_lazy(
        "The file has more rows than a programme can have. Take the template and copy your rows into it."
    ),
}


@dataclass(frozen=True)
class DryRun2021:
    """What reading gave: a content and what is to be said of it, or errors, or a refusal of the whole file."""

    document: Document
    into: Programme | None = None
    latest: Version | None = None
    refusal: str = ""
    content: ProgrammeContent | None = None
    errors: tuple[Told, ...] = ()
    error_count: int = 0
    changed: tuple[Change, ...] = ()

    @property
    def can_go_in(self) -> bool:
        """Whether the latest version can be changed or continued."""
        return self.latest is None or self.latest.state in MAY_CONTINUE

    @property
    def is_open(self) -> bool:
        """Whether what would change is an open version, and not a new one."""
        return self.latest is not None and self.latest.state in EDITABLE

    @property
    def more_errors(self) -> int:
        """How many are not shown."""
        return self.error_count - len(self.errors)

    @cached_property
    def findings(self) -> list[Explained]:
        """What the rules find in what the workbook says."""
        assert self.content is not None
        version = self.latest or Version(programme=Programme(period=PERIOD), language=self.content.language)
        found = findings_in(content_with(version, self.content), on=localdate())
        return [explained(each, PERIOD) for each in failing_first(found)]

    @property
    def figures(self) -> list[Figure]:
        """How much was read."""
        assert self.content is not None
        actions = sum(len(each.actions) for each in self.content.objectives)
        objectives = _("in %(count)d objectives") % {"count": len(self.content.objectives)}
        delegated = sum(1 for each in self.content.authorities if each.kind == "DA")
        return [
            Figure(_("Programme total"), self.content.total_amount, "money"),
            Figure(_("Actions"), actions, note=objectives),
            Figure(_("Indicators"), len(self.content.aims)),
            Figure(
                _("Authorities"),
                len(self.content.authorities),
                note=_("intermediate bodies: %(count)d") % {"count": delegated},
            ),
        ]

    @property
    def differences(self) -> list[dict[str, Any]]:
        """What would change, row by row, each field in the reader's words and writing."""
        rows: dict[str, list[Change]] = {}
        for each in self.changed:
            rows.setdefault(row_of(each.place), []).append(each)
        return [difference(row, changed) for row, changed in rows.items()]

    @cached_property
    def grants(self) -> list[str]:
        """What the rules would find in grants that they do not find today: each rule once, with the grants."""
        return against_grants(self.into, self.content) if self.into and self.content else []

    def already_there(self, form: forms.Form) -> bool:
        """Whether that country has its programme here already; the form then says so."""
        if not programme_exists(fund=FUND, country=form.cleaned_data["country"], period=PERIOD):
            return False
        form.add_error("country", _("This Member State’s programme is already here: change it by its own workbook."))
        return True


def difference(row: str, changed: list[Change]) -> dict[str, Any]:
    """A row with its fields that differ; a row of one value has no name of a field."""
    return {
        "place": place_words(row, PERIOD),
        "fields": [
            {
                "name": "" if each.place == row else field_words(each.place),
                **dict(zip(("before", "after", "kind"), sides(each), strict=True)),
            }
            for each in changed
            # What the law calls an indicator and its unit follow from its code.
            if not each.place.startswith("indicators.") or field_of(each.place) not in ("name", "unit")
        ],
    }


def against_grants(programme: Programme, content: ProgrammeContent) -> list[str]:
    """Where objectives or actions go that grants stand under."""
    today = frame_of(programme)
    objectives = frozenset({each.code for each in content.objectives} | {ASSISTANCE})
    actions = {each.number or 0: one.code for one in content.objectives for each in one.actions}
    if objectives >= today.objectives and actions.items() >= today.actions.items():
        return []
    then = replace(today, objectives=objectives, actions=actions)
    found: dict[str, list[str]] = {}
    for grant in grants_with_content(programme):
        facts = grant_facts(grant_content_of(grant), programme)
        before, after = (place_in_programme(facts, frame) for frame in (today, then))
        for was, each in zip(before, after, strict=True):
            if was.holds and not each.holds:
                said = explained(each, PERIOD)
                found.setdefault(f"{said.code} {said.sentence}", []).append(grant.reference)
    return [titled(sentence.rstrip("."), said_of(references)) for sentence, references in found.items()]


def dry_run_2021(document: Document, *, into: Programme | None) -> DryRun2021:
    """Read the kept workbook and say everything about it, changing nothing."""
    with document.file.open("rb") as stored:
        raw = stored.read()
    form = programme_form()
    latest = latest_version(into) if into else None
    try:
        reading = read(raw, form)
    except NotAWorkbook as refusal:
        return DryRun2021(document, into, latest, refusal=str(FILE_REFUSALS[refusal.code]))
    content = content_in(reading, form, language=latest.language if latest else reader_language())
    if reading.count:
        return DryRun2021(
            document, into, latest, errors=tuple(told_in_order(reading.errors)), error_count=reading.count
        )
    changed = changes_by(content, content_of(latest)) if latest else ()
    return DryRun2021(document, into, latest, content=content, changed=changed)


def told_in_order(errors: list[CellError]) -> list[Told]:
    """By sheet in the order of the workbook, then by row; the first of many."""
    order = [str(label) for label in SHEETS.values()]
    ordered = sorted(errors, key=lambda each: (order.index(each.sheet) if each.sheet in order else 0, each.row))
    return [in_words(named(each), CELL_ERRORS) for each in ordered[:SHOWN_ERRORS]]


def named(error: CellError) -> CellError:
    """With the name of the sheet of amounts."""
    return replace(error, expected=str(SHEETS["financing"])) if error.code == "not_financed" else error
