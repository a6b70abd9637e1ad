"""The queue of reports: what was asked for, its stages, its columns, its rows."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from openamif.grants.models import ReportDue
from openamif.grants.queries import delegated_authorities_of, objectives_of
from openamif.people.queries import Holdings
from openamif.programmes.models import Programme
from openamif.reports.models import ProgressReport
from openamif.reports.queries.clock import clock_of
from openamif.reports.queries.reports import COMING, OVERDUE, SORTS, STAGES, Sought
from openamif.reports.states import ReportState
from openamif.web.authority.grants.labels import FIELDS, code_label
from openamif.web.components import formats
from openamif.web.components.shapes import Badge, Link, Tab
from openamif.web.components.tables import Column
from openamif.web.components.tags.figures import deadline, state_badge
from openamif.web.labels import REPORT_STATES
from openamif.web.number_fields import shortened
from openamif.web.report_sheet import clock_words
from openamif.web.seeking import UNKNOWN, SeekingForm

ALL, PRESSING = "", "pressing"
SORTED = {"reference": "reference", "beneficiary": "beneficiary", "objective": "objective", "due": "due_on"}


def stage_label(stage: str) -> str:
    """What a stage of the queue is called."""
    words = {
        ALL: _("All"),
        OVERDUE: _("Overdue"),
        COMING: _("To come"),
        ReportState.SUBMITTED: _("To examine"),
        ReportState.EXAMINED: _("To accept"),
        ReportState.CLARIFICATION: _("Waiting for an answer"),
    }
    return words.get(stage) or str(REPORT_STATES[stage][0])


class SoughtForm(SeekingForm):
    """What is looked for; it stands in the address."""

    q = forms.CharField(label=gettext_lazy("Search"), required=False, max_length=100)
    objective = forms.ChoiceField(label=FIELDS["objective"], required=False)
    delegated = forms.TypedChoiceField(
        label=FIELDS["delegated_authority"], required=False, coerce=int, empty_value=None
    )

    def __init__(self, data: QueryDict, programme: Programme, held: Holdings) -> None:
        super().__init__(data)
        every = [("", _("All"))]
        objectives = sorted(objectives_of(programme))
        labelled = [(code, code_label("objectives", code, programme.period)) for code in objectives]
        self.fields["objective"].choices = every + labelled  # type: ignore[attr-defined]
        delegated = [(body.pk, body.name) for body in delegated_authorities_of(programme, held)]
        if delegated:
            self.fields["delegated"].choices = [*every, (0, pgettext("an authority or an action", "None")), *delegated]  # type: ignore[attr-defined]
        else:
            del self.fields["delegated"]

    def sought(self, stage: str, sort: str) -> Sought:
        """What cannot be understood is left out here, and ``among`` finds nothing then."""
        if self.is_valid() and stage not in (ALL, *STAGES):
            self.add_error(None, UNKNOWN % {"value": shortened(stage)})
        said = self.cleaned_data
        return Sought(
            words=said.get("q", ""),
            stage=stage if stage in STAGES else ALL,
            objective=said.get("objective", ""),
            delegated=said.get("delegated"),
            sort=sort if sort.removeprefix("-") in SORTS else PRESSING,
        )


def stages(request: HttpRequest, current: str, counts: Mapping[str, int]) -> list[Tab]:
    """The stages with how many wait in each; what else is looked for stays."""
    tabs = []
    for stage in (ALL, *STAGES):
        query = request.GET.copy()
        query.pop("page", None)
        query["stage"] = stage
        tabs.append(Tab(stage_label(stage), f"?{query.urlencode()}", stage == current, counts.get(stage)))
    return tabs


def columns(request: HttpRequest, sort: str) -> list[Column]:
    """Each head that can, sorts by its column, and the other way round the second time."""
    shape = (
        ("reference", str(FIELDS["reference"])),
        ("report", _("Report")),
        ("beneficiary", str(FIELDS["beneficiary"])),
        ("objective", str(FIELDS["objective"])),
        ("due", _("Due")),
        ("state", _("State")),
    )
    made = []
    for key, label in shape:
        by = SORTED.get(key)
        if by is None:
            made.append(Column(key, label))
            continue
        query = request.GET.copy()
        query.pop("page", None)
        query["sort"] = f"-{by}" if sort == by else by
        order = {by: "ascending", f"-{by}": "descending"}.get(sort, "")
        made.append(Column(key, label, sort_url=f"?{query.urlencode()}", sorted=order))
    return made


def rows(dues: Iterable[ReportDue], latest: Mapping[int, ProgressReport], on: date) -> list[dict[str, Any]]:
    """The reports of a page."""
    return [_row(due, latest.get(due.latest or 0), on) for due in dues]  # type: ignore[attr-defined]


def _row(due: ReportDue, report: ProgressReport | None, on: date) -> dict[str, Any]:
    sent: int | None = due.latest_sent  # type: ignore[attr-defined]
    words = _("Report %(number)d") % {"number": due.number}
    address = reverse("authority:report", args=[sent]) if sent else ""
    name = format_html('<a href="{}">{}</a>', address, words) if address else words
    return {
        "reference": Link(due.grant.reference, reverse("authority:grant", args=[due.grant_id])),
        "report": format_html(
            '<span>{}<br><span class="note">{}</span></span>', name, formats.days(due.starts_on, due.ends_on)
        ),
        "beneficiary": due.grant.beneficiary.name,
        "objective": due.grant.objective,
        "due": deadline(due.due_on, on, met=sent is not None),
        "state": format_html(
            '<span class="badges">{}{}</span>', _shown(state_of(due, report, on)), clock_badge(report, on)
        ),
    }


def _shown(state: Badge) -> SafeString:
    return state_badge(state.label, state.tone)


def state_of(due: ReportDue, report: ProgressReport | None, on: date) -> Badge:
    """Where it is: overdue where nothing was sent and its day is gone by."""
    if report is None:
        return Badge(_("Overdue"), "bad") if due.due_on < on else Badge(_("Not begun"), "idle")
    label, tone = REPORT_STATES[report.state]
    return Badge(str(label), tone)


def clock_badge(report: ProgressReport | None, on: date) -> SafeString | str:
    """What the clock of the examination says; blank where it does not run."""
    clock = clock_of(report, on=on) if report and report.state != ReportState.PREPARING else None
    if clock is None or report is None or report.accepted_at:
        return ""
    words, tone = clock_words(clock, brief=True)
    return state_badge(words, tone)
