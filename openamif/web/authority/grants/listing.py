"""The list of a programme's grants: what was asked for, its columns, its rows."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from openamif.grants.models import Grant
from openamif.grants.queries import SORTS, Sought, beneficiaries_of, delegated_authorities_of, objectives_of
from openamif.people.queries import Holdings
from openamif.programmes.models import Programme
from openamif.web.authority.grants.labels import FIELDS, code_label
from openamif.web.components.shapes import Badge, Link
from openamif.web.components.tables import Column
from openamif.web.components.tags.figures import day
from openamif.web.labels import GRANT_STATES
from openamif.web.seeking import SeekingForm

LISTED = (
    ("reference", "text"),
    ("title", "text"),
    ("beneficiary", "text"),
    ("objective", "code"),
    ("state", "badge"),
    ("starts_on", "text"),
    ("ends_on", "text"),
    ("union_amount", "money"),
)


class SoughtForm(SeekingForm):
    """What is looked for; it stands in the address, so that a list can be kept and sent to a colleague."""

    q = forms.CharField(label=gettext_lazy("Search"), required=False, max_length=100)
    objective = forms.ChoiceField(label=FIELDS["objective"], required=False)
    state = forms.ChoiceField(label=gettext_lazy("State"), required=False)
    beneficiary = forms.TypedChoiceField(label=FIELDS["beneficiary"], required=False, coerce=int, empty_value=None)
    delegated = forms.TypedChoiceField(
        label=FIELDS["delegated_authority"], required=False, coerce=int, empty_value=None
    )

    def __init__(self, data: QueryDict, programme: Programme, held: Holdings) -> None:
        super().__init__(data)
        every = [("", _("All"))]
        objectives = sorted(objectives_of(programme))
        self.choose(
            "objective", every + [(code, code_label("objectives", code, programme.period)) for code in objectives]
        )
        self.choose("state", every + [(key, str(label)) for key, (label, _tone) in GRANT_STATES.items()])
        self.choose("beneficiary", every + [(body.pk, body.name) for body in beneficiaries_of(programme, held)])
        delegated = [(body.pk, body.name) for body in delegated_authorities_of(programme, held)]
        self.choose(
            "delegated", [*every, (0, pgettext("an authority or an action", "None")), *delegated] if delegated else []
        )

    def choose(self, name: str, choices: list[Any]) -> None:
        """What a field offers; without anything to offer it is left out."""
        if choices:
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields[name]

    def sought(self, sort: str) -> Sought:
        """What cannot be understood is left out here, and ``among`` finds nothing then."""
        self.is_valid()
        said = self.cleaned_data
        return Sought(
            words=said.get("q", ""),
            objective=said.get("objective", ""),
            state=said.get("state", ""),
            beneficiary=said.get("beneficiary"),
            delegated=said.get("delegated"),
            sort=sort if sort.removeprefix("-") in SORTS else "reference",
        )


def columns(request: HttpRequest, sort: str) -> list[Column]:
    """Each head sorts by its column, and the other way round the second time."""
    made = []
    for key, kind in LISTED:
        query = request.GET.copy()
        query.pop("page", None)
        query["sort"] = f"-{key}" if sort == key else key
        order = {key: "ascending", f"-{key}": "descending"}.get(sort, "")
        made.append(Column(key, str(FIELDS.get(key, _("State"))), kind, sort_url=f"?{query.urlencode()}", sorted=order))
    return made


def rows(grants: Iterable[Grant]) -> list[dict[str, Any]]:
    """The grants of a page."""
    return [
        {
            "reference": Link(grant.reference, reverse("authority:grant", args=[grant.pk])),
            "title": grant.title,
            "beneficiary": grant.beneficiary.name,
            "objective": grant.objective,
            "state": state_badge(grant),
            "starts_on": day(grant.starts_on, length="medium"),
            "ends_on": day(grant.ends_on, length="medium"),
            "union_amount": grant.union_amount,
        }
        for grant in grants
    ]


def state_badge(grant: Grant) -> Badge:
    """Where the grant is, in the reader's word."""
    label, tone = GRANT_STATES[grant.state]
    return Badge(str(label), tone)
