"""The form for an indicator of the programme's own: what it is, what counts for it, and from which day."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from openamif.programmes.models import IndicatorTarget, Programme
from openamif.reports.actions.enter_indicator import IndicatorContent
from openamif.reports.queries.own import codes_of_the_law, own_indicator
from openamif.rules.grants import Frame
from openamif.rules.grants.identity import window
from openamif.rules.indicators.rule import PERSONS, THINGS
from openamif.web.authority.grants.particulars_form import CodeField
from openamif.web.authority.situation.own_words import (
    AMONG,
    CAME_OF_IT,
    COUNTS,
    FLAGS,
    HOW,
    STAFF,
    TARGET_GROUP,
    TOOK_PART,
    UNITS,
)
from openamif.web.authority.situation.sheet import OBJECTIVES
from openamif.web.components import formats
from openamif.web.day_fields import DayField
from openamif.web.register_labels import OUTPUT_KINDS, choices
from openamif.web.short_names import objective_short_name

OF_PERSONS = ("took_part", "came_of_it", "flags", "among")
OF_THINGS = ("outputs", "how", "unit")
OWED = ("took_part", "came_of_it", *OF_THINGS)
"""What must be said where persons, or things, are counted."""
SECTIONS: tuple[tuple[str, Any, Any, tuple[str, ...]], ...] = (
    ("all", _("What it is"), "", ("code", "objective", "name", "valid_from")),
    ("all", _("What counts"), "", ("counts",)),
    (PERSONS, _("Which persons"), _("One of these events is enough; each person counts once."), OF_PERSONS),
    (THINGS, _("Which things"), _("As grants record what they delivered."), OF_THINGS),
)


def ticked(label: Any, labels: Mapping[str, Any], **more: Any) -> forms.MultipleChoiceField:
    """Some of these, or none."""
    return forms.MultipleChoiceField(
        label=label, choices=choices(labels), required=False, widget=forms.CheckboxSelectMultiple, **more
    )


class OwnIndicatorForm(forms.Form):
    """Persons or things: what goes with the other of the two is refused where it stands."""

    code = CodeField(
        r"^[A-Z0-9]+(\.[A-Z0-9]+)*$", label=_("Code"), max_length=20,
        error_messages={"invalid": _("Capitals and digits, with dots between them, such as SO2.P1.")},
        help_text=_("Capitals and digits, with dots between them, such as SO2.P1."),
    )  # fmt: skip
    objective = forms.ChoiceField(
        label=_("Specific objective"), help_text=_("Only grants of this objective count for it.")
    )
    name = forms.CharField(label=_("Name"), max_length=255)
    valid_from = DayField(
        label=_("Counted from"), help_text=_("Figures as of this day and later have it; earlier ones do not.")
    )
    counts = forms.ChoiceField(label=_("It counts"), choices=choices(COUNTS), widget=forms.RadioSelect)
    took_part = ticked(_("Took part in"), TOOK_PART)
    came_of_it = ticked(_("Or: tests, answers, and what came of it"), CAME_OF_IT)
    flags = ticked(_("Only persons of whom one of these is known"), FLAGS)
    among = forms.ChoiceField(label=_("Among whom"), choices=choices(AMONG), required=False)
    outputs = ticked(_("Delivered"), OUTPUT_KINDS)
    how = forms.ChoiceField(label=_("How they are counted"), choices=choices(HOW, blank=_("Choose…")), required=False)
    unit = forms.ChoiceField(label=_("Unit"), choices=choices(UNITS, blank=_("Choose…")), required=False)

    def __init__(
        self, programme: Programme, frame: Frame, data: Any = None, *, stated: IndicatorTarget | None = None
    ) -> None:
        """``stated``: the one of the programme's text that is to be entered."""
        self.programme, self.window = programme, window(programme.period, on=localdate())
        super().__init__(data, initial={"valid_from": self.window[0].day} | self.of_the_text(stated))
        offered = objectives_of(frame)
        named = [(code, f"{code} {objective_short_name(code, programme.period)}") for code in offered]
        self.fields["objective"].choices = choices(dict(named), blank=_("Choose…"))  # type: ignore[attr-defined]

    def of_the_text(self, stated: IndicatorTarget | None) -> dict[str, Any]:
        """What the programme says of it already."""
        if stated is None:
            return {}
        longest = self.base_fields["name"].max_length  # type: ignore[attr-defined]
        return {"code": stated.code, "name": stated.name[:longest], "objective": stated.code.partition(".")[0]}

    def sections(self) -> list[tuple[str, Any, Any, list[forms.BoundField]]]:
        """The fields by what they are about, for the page: of everything, of persons alone, of things alone."""
        for name in OWED:
            self.fields[name].required = True
        return [(of, title, lead, [self[name] for name in names]) for of, title, lead, names in SECTIONS]

    def clean_code(self) -> str:
        """Neither the law's nor taken."""
        code = str(self.cleaned_data["code"])
        said = {"code": code}
        if code in {each.upper() for each in codes_of_the_law(self.programme.period)}:
            raise forms.ValidationError(_("%(code)s is an indicator of the law: choose another code."), params=said)
        if own_indicator(self.programme, code):
            raise forms.ValidationError(_("The programme has an indicator %(code)s already."), params=said)
        return code

    def clean_valid_from(self) -> date:
        """Within the days of the programme's period."""
        day: date = self.cleaned_data["valid_from"]
        first, last = (each.day for each in self.window)
        if not first <= day <= last:
            words = gettext("The programme runs from %(first)s to %(last)s.")
            raise forms.ValidationError(words % {"first": formats.day(first), "last": formats.day(last)})
        return day

    def clean(self) -> dict[str, Any]:
        """Persons need events, things need what is delivered; neither takes what belongs to the other."""
        said = super().clean() or {}
        if said.get("counts") == PERSONS:
            self.refuse(OF_THINGS, _("This goes with an indicator that counts things: clear it, or count things."))
            if not said.get("took_part") and not said.get("came_of_it"):
                self.add_error("took_part", _("Tick at least one event, here or among what came of it."))
        if said.get("counts") == THINGS:
            self.refuse(OF_PERSONS, _("This goes with an indicator that counts persons: clear it, or count persons."))
            self.ask({
                "outputs": _("Tick at least one thing that is delivered."),
                "how": _("Say how they are counted."),
                "unit": _("Say in what they are counted."),
            })  # fmt: skip
        return said

    def refuse(self, names: Sequence[str], words: Any) -> None:
        """Tell each of these fields that is filled in."""
        for name in names:
            if self.cleaned_data.get(name):
                self.add_error(name, words)

    def ask(self, words: Mapping[str, Any]) -> None:
        """Tell each of these fields that is not filled in."""
        for name, sentence in words.items():
            if name not in self.errors and not self.cleaned_data.get(name):
                self.add_error(name, sentence)

    def content(self) -> IndicatorContent:
        """What was said, as one value; it is always a number, never a percentage."""
        said = self.cleaned_data
        rule = rule_of_persons(said) if said["counts"] == PERSONS else rule_of_things(said)
        plain = {name: said[name] for name in ("code", "objective", "name", "valid_from")}
        return IndicatorContent(**plain, unit="number", rule=rule)


def objectives_of(frame: Frame) -> list[str]:
    """The specific objectives under which the programme has grants."""
    spent_on = {each.partition(".")[0] for each in frame.objectives}
    return [each for each in OBJECTIVES if each in spent_on]


def rule_of_persons(said: Mapping[str, Any]) -> dict[str, Any]:
    """In the words of a counting rule."""
    rule: dict[str, Any] = {"counts": PERSONS, "unit": "person", "distinct": "programme", "day": "event"}
    rule["kinds"] = [*said["took_part"], *said["came_of_it"]]
    if said["flags"]:
        rule["flags"] = list(said["flags"])
    if said["among"] == TARGET_GROUP:
        rule["target_group"] = True
    if said["among"] == STAFF:
        rule["standings"] = [STAFF]
    return rule


def rule_of_things(said: Mapping[str, Any]) -> dict[str, Any]:
    """In the words of a counting rule."""
    how, _dot, distinct = said["how"].partition(".")
    told = {"unit": said["unit"], "how": how, "distinct": distinct, "outputs": list(said["outputs"])}
    return {"counts": THINGS, "day": "delivery"} | told
