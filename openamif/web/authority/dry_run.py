"""The dry run of an import: what the document holds, and what confirming would do."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from openamif.people.queries import holdings
from openamif.programmes.facts import programme_facts
from openamif.programmes.models import Programme, Version
from openamif.programmes.models.document import places_of
from openamif.programmes.policy import can_import_into
from openamif.programmes.queries import content_of, latest_version, programme_exists, programmes_for_list
from openamif.programmes.states import ADOPTED, EDITABLE, VersionState
from openamif.record.models import Document
from openamif.rules.national_programme import check
from openamif.rules.national_programme.changes import Change, Verdict, changes, decision_needed
from openamif.sfc.errors import NotReadable
from openamif.sfc.programme_2014 import Reading
from openamif.sfc.reader_2014 import read_bytes
from openamif.web.authority.differences import sides
from openamif.web.components.shapes import Explained, Figure
from openamif.web.explaining import explained, failing_first
from openamif.web.places import place_words
from openamif.web.reading import Refusal, ground_of, refusal_of

PERIOD = "2014-2020"
MAY_CONTINUE = (
    *EDITABLE,
    *ADOPTED,
    VersionState.RETURNED_BY_COMMISSION,
    VersionState.WITHDRAWN,
    VersionState.CANCELLED,
)


@dataclass(frozen=True)
class DryRun:
    """What reading gave: a document and what is to be said of it, or a refusal."""

    document: Document
    reading: Reading | None = None
    refusal: Refusal | None = None
    findings: tuple[Explained, ...] = ()
    into: Programme | None = None
    latest: Version | None = None
    changed: tuple[Change, ...] = ()
    decision: Verdict | None = None

    @property
    def can_go_in(self) -> bool:
        """Whether the latest version can be changed or continued."""
        return self.latest is None or self.latest.state in MAY_CONTINUE

    @property
    def replaces(self) -> bool:
        """Whether an open version would hold this document in place of what it holds."""
        return self.latest is not None and self.latest.state in EDITABLE and bool(self.changed)

    @property
    def counts(self) -> list[Figure]:
        """How much was read."""
        assert self.reading is not None
        programme = self.reading.programme
        actions = sum(len(each.actions) for part in programme.objectives for each in part.national_objectives)
        return [
            Figure(
                _("Lines read"),
                self.reading.lines,
                note=_("%(count)d not understood") % {"count": len(self.reading.unread)},
            ),
            Figure(_("Programme total"), programme.financial_plan.get("TOTAL"), "money"),
            Figure(_("Actions"), actions, note=_("in %(count)d objectives") % {"count": len(programme.objectives)}),
            Figure(_("Indicators"), len(programme.indicators)),
        ]

    @property
    def inferred(self) -> list[dict[str, object]]:
        """The structure that was put back, each with its ground in words."""
        inferred = self.reading.inferred if self.reading else ()
        return [{"line": each.line, "subject": each.subject, "why": ground_of(each)} for each in inferred]

    @property
    def differences(self) -> list[dict[str, object]]:
        """What would change, in the reader's words and writing."""
        return [
            {
                "place": place_words(each.place, PERIOD),
                **dict(zip(("before", "after", "kind"), sides(each), strict=True)),
            }
            for each in self.changed
        ]

    @property
    def guessed_name(self) -> dict[str, Any]:
        """The country that persons are transferred to is the one whose programme it is."""
        assert self.reading is not None or self.refusal is not None
        programme = self.reading.programme if self.reading else None
        countries = {row.to_country for row in programme.transfers if row.to_country} if programme else set()
        country = countries.pop() if len(countries) == 1 else "BE"
        return {"country": country, "title": f"AMIF {PERIOD}", "number": 1, "working": 0}

    def already_there(self, form: forms.Form) -> bool:
        """Whether that country has its programme here already; the form then says so."""
        assert self.reading is not None
        programme = self.reading.programme
        country = form.cleaned_data["country"]
        if not programme_exists(fund=programme.fund, country=country, period=programme.period):
            return False
        form.add_error("country", _("This Member State’s programme is already here: import the document into it."))
        return True


def dry_run(request: HttpRequest, document: Document, *, into: Programme | None) -> DryRun:
    """Read the kept file and say everything about it, changing nothing."""
    with document.file.open("rb") as stored:
        raw = stored.read()
    try:
        reading = read_bytes(raw)
    except NotReadable as refusal:
        return DryRun(document, refusal=refusal_of(refusal, raw))
    reference = into.reference_allocation_amount if into else None
    found = check(programme_facts(reading.programme), reference_allocation=reference, on=localdate())
    latest = latest_version(into) if into else None
    return DryRun(
        document,
        reading,
        findings=tuple(explained(each, PERIOD) for each in failing_first(found)),
        into=into,
        latest=latest,
        **_compared(latest, reading),
    )


def _compared(latest: Version | None, reading: Reading) -> dict[str, Any]:
    if latest is None:
        return {}
    before, after = places_of(content_of(latest).document), places_of(reading.programme)
    return {"changed": changes(before, after), "decision": decision_needed(before, after)}


def targets_for(request: HttpRequest, run: DryRun) -> list[Programme]:
    """The programmes into which she may import a document of this period."""
    visible = programmes_for_list(holdings(request.user))  # type: ignore[arg-type]
    return [each for each in visible if each.period == PERIOD and can_import_into(request.user, each)]  # type: ignore[arg-type]
