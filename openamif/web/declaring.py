"""Values said without a register: the form, the list and what is done with them, which the doors share."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openamif.grants.models import Grant
from openamif.programmes.models import Programme
from openamif.reports.actions.declare_value import Declaration, DeclaredAlready, ValueRefused
from openamif.reports.actions.require_plausible import ValueDoubted
from openamif.reports.models import DeclaredValue
from openamif.reports.queries.counting import book_of, specific
from openamif.reports.queries.declared import declarations_of, declarations_of_whole
from openamif.reports.queries.progress import Reached, progress_of
from openamif.reports.queries.weighed import declaration_findings, total_findings
from openamif.rules.finding import Finding
from openamif.rules.indicators import CountingRule
from openamif.rules.indicators.rule import PROJECTS, SHARE
from openamif.web import doubting
from openamif.web.components import formats
from openamif.web.components.shapes import Badge, Coded
from openamif.web.components.tables import Column
from openamif.web.components.tags.figures import day
from openamif.web.day_fields import DayField, not_to_come
from openamif.web.number_fields import WholeField
from openamif.web.report_sheet import title_of
from openamif.web.short_names import short_name

MOST = 10**9
CHOOSE = ("", gettext_lazy("Choose…"))


class DeclarationForm(forms.Form):
    """A value as of a day, and what it rests on; of a percentage, of how many. ``starts_on``: of the grant."""

    doubts: doubting.Doubts | None = None
    indicator = forms.ChoiceField(label=gettext_lazy("Indicator"))
    value = WholeField(label=gettext_lazy("Value"), least=0, most=MOST)
    denominator = WholeField(
        label=gettext_lazy("Of how many"),
        least=1,
        most=MOST,
        required=False,
        help_text=gettext_lazy(
            "Only for a percentage, told by two numbers: for 40 out of 160 the value is 40, and this is 160."
        ),
    )
    as_of = DayField(
        label=gettext_lazy("As of"),
        help_text=gettext_lazy("The value is all that was reached from the beginning up to this day."),
    )
    note = forms.CharField(
        label=gettext_lazy("What it rests on"),
        max_length=255,
        help_text=gettext_lazy("The document, the count or the person in charge: whoever checks will ask. No names."),
    )

    def __init__(
        self, data: Any, *, rules: Sequence[CountingRule], period: str, today: date, starts_on: date | None, chosen: str
    ) -> None:
        known = {each.indicator: each for each in rules}
        super().__init__(data, initial={"as_of": today, "indicator": chosen if chosen in known else ""})
        self.rules, self.period, self.today, self.starts_on = known, period, today, starts_on
        named = [(code, f"{code} {short_name(code, code, period)}") for code in known]
        self.fields["indicator"].choices = [CHOOSE, *named]  # type: ignore[attr-defined]
        if not any(rule.counts == SHARE for rule in rules):
            del self.fields["denominator"]

    def clean_as_of(self) -> date:
        """Not to come, and not before anything could be reached."""
        as_of = not_to_come(self.cleaned_data["as_of"], self.today)
        if self.starts_on and as_of < self.starts_on:
            told = _("The grant started on %(day)s: before, nothing can have been reached.")
            raise forms.ValidationError(told % {"day": formats.day(self.starts_on)})
        return as_of

    def clean(self) -> dict[str, Any]:
        """A percentage says of how many, and no more than all of them; anything else is of nothing."""
        said: dict[str, Any] = super().clean() or {}
        rule, whole, value = self.rules.get(said.get("indicator", "")), said.get("denominator"), said.get("value")
        if rule is None or "denominator" in self.errors:
            return said
        if rule.counts == SHARE and whole is None:
            self.add_error("denominator", _("A percentage needs the whole that it is of."))
        elif rule.counts != SHARE and whole is not None:
            self.add_error("denominator", _("Only a percentage is of something: leave this open."))
        elif whole is not None and value is not None and value > whole:
            self.add_error("value", _("The part is larger than the whole."))
        return said

    def declaration(self) -> Declaration:
        """What was said, as one value."""
        said, whole = self.cleaned_data, self.cleaned_data.get("denominator")
        denominator = None if whole is None else Decimal(whole)
        value = Decimal(said.get("value", 0))
        return Declaration(said["indicator"], said["as_of"], value, denominator, said["note"])


class WholeForm(DeclarationForm):
    """Of how many a percentage is in the whole programme: the part is counted."""

    value = None  # type: ignore[assignment]
    denominator = WholeField(label=gettext_lazy("Of how many"), least=1, most=MOST)
    as_of = DayField(label=gettext_lazy("As of"))


def of_grant_told() -> str:
    """When a value is declared, and what becomes of it."""
    return _(
        "Where the register counts nothing for an indicator, a value can be said by hand. It is shown as declared "
        "everywhere, and gives way as soon as the register counts."
    )


def form_for_grant(request: HttpRequest, grant: Grant) -> DeclarationForm:
    """Of the indicators of its objective; whether a grant is a project of some kind is no number to declare."""
    rules = book_of(grant.programme, on=localdate()).of(specific(grant.objective))
    told = [rule for rule in rules if rule.counts != PROJECTS]
    return _form(DeclarationForm, request, told, grant.programme.period, grant.starts_on)


def form_for_whole(request: HttpRequest, programme: Programme) -> DeclarationForm:
    """Of the percentages: of how many they are in the whole programme."""
    rules = [rule for rule in book_of(programme, on=localdate()).rules if rule.counts == SHARE]
    return _form(WholeForm, request, rules, programme.period, None)


def _form(
    form: type[DeclarationForm],
    request: HttpRequest,
    rules: Sequence[CountingRule],
    period: str,
    starts_on: date | None,
) -> DeclarationForm:
    data = request.POST if request.method == "POST" else None
    chosen = request.GET.get("indicator", "")
    return form(data, rules=rules, period=period, today=localdate(), starts_on=starts_on, chosen=chosen)


def is_declared(request: HttpRequest, form: DeclarationForm, deed: Callable[..., DeclaredValue]) -> bool:
    """Whether it was sent, and is kept by ``deed`` (of a declaration, ``despite`` its doubts).

    What keeps it from being kept, or speaks against it, is said at the form.
    """
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        made = deed(form.declaration(), despite=doubting.confirmed(request))
    except DeclaredAlready:
        messages.success(request, _("This was declared already: nothing changed."), extra_tags=request.path)
        return True
    except ValueDoubted as doubt:
        field = "value" if "value" in form.fields else "denominator"
        form.doubts = doubting.doubted(form, doubt, field, form.period)
        return False
    except ValueRefused:
        form.add_error("indicator", _("This indicator was not counted yet on that day."))
        return False
    messages.success(request, _("It is kept, and shown as declared without a register."), extra_tags=request.path)
    doubting.tell(request, _weighed(made), form.period)
    return True


def _weighed(made: DeclaredValue) -> tuple[Finding, ...]:
    """What the rules find in a value that was kept."""
    whole, as_of = made.denominator, made.as_of
    if made.grant is None:
        return total_findings(made.programme, made.indicator, made.value, whole=whole, as_of=as_of)
    return declaration_findings(made.grant, made.indicator, made.value, whole=whole, as_of=as_of)


def listed_for_grant(grant: Grant) -> dict[str, Any]:
    """Everything that was said of it, the latest first, and what of it counts today."""
    return _listed(declarations_of(grant), grant.programme.period, progress_of(grant), of_whole=False)


def listed_for_whole(programme: Programme) -> dict[str, Any]:
    """Everything that was said of the programme as a whole."""
    return _listed(declarations_of_whole(programme), programme.period, {}, of_whole=True)


def _listed(
    every: Sequence[DeclaredValue], period: str, reached: dict[str, Reached], *, of_whole: bool
) -> dict[str, Any]:
    columns = [
        Column("indicator", _("Indicator")),
        Column("as_of", _("As of"), wrap=False),
        *([] if of_whole else [Column("value", _("Value"), "count")]),
        *([Column("whole", _("Of how many"), "count")] if any(each.denominator is not None for each in every) else []),
        Column("note", _("What it rests on")),
        Column("by", _("Declared by")),
        Column("state", _("Today"), "badge"),
    ]
    latest: dict[str, int] = {}
    for each in every:
        latest.setdefault(each.indicator, each.pk)
    rows = [
        {
            "indicator": Coded(each.indicator, short_name(each.indicator, each.indicator, period)),
            "as_of": day(each.as_of, length="medium"),
            "value": each.value,
            "whole": each.denominator,
            "note": _rests_on(each),
            "by": f"{each.declared_by or ''}, {formats.day(localtime(each.declared_at).date(), length='medium')}",
            "state": _state(is_latest=latest[each.indicator] == each.pk, reached=reached.get(each.indicator)),
        }
        for each in every
    ]
    return {"columns": columns, "rows": rows}


def _rests_on(said: DeclaredValue) -> str:
    """What it rests on; of a value that the authority put right, the report with which it was accepted."""
    if said.report is None:
        return said.note
    words = {"report": title_of(said.report), "reason": said.note}
    return _("%(report)s, put right by the authority: %(reason)s") % words


def _state(*, is_latest: bool, reached: Reached | None) -> Badge:
    """Whether it counts: unless a later one does, or the register."""
    if not is_latest:
        return Badge(_("replaced"), "idle")
    if reached is not None and not reached.is_declared and reached.number:
        return Badge(_("the register counts %(number)s") % {"number": formats.count(reached.number)}, "wait")
    return Badge(_("counts"), "good")
