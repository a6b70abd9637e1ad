"""The form for a grant entered by hand: what its agreement says."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from openamif.access.queries import organisations_found
from openamif.grants.facts import SEXES, GrantContent
from openamif.grants.queries import bodies_to_delegate_to
from openamif.law import codes
from openamif.people.models import Organisation
from openamif.programmes.models import Programme
from openamif.rules.grants import Frame
from openamif.rules.grants.aims import CODE_LISTS
from openamif.rules.grants.identity import example_reference
from openamif.rules.grants.money import GROUNDS as LAWFUL_GROUNDS
from openamif.web.authority.grants.initial import initial_of, number_in
from openamif.web.authority.grants.labels import (
    CELL_ERRORS,
    COST_CATEGORIES,
    FIELDS,
    GROUNDS,
    OWED_WHEN,
    PROCEDURES,
    code_label,
    vat_words,
)
from openamif.web.authority.grants.lines import packages_in, read_lines
from openamif.web.authority.grants.particulars_form import (
    AID,
    CodeField,
    ParticularsForm,
    amount,
    annex_iv_field,
    currencies,
)
from openamif.web.authority.grants.row_forms import TABLES
from openamif.web.cells import COMMON_ERRORS
from openamif.web.components import formats
from openamif.web.day_fields import DayField, PastField
from openamif.web.doors import key_in
from openamif.web.number_fields import WholeField
from openamif.web.official import country_name, places_of

SECTIONS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (_("What it is"), ("reference", "title", "summary")),
    (_("Who carries it out"), ("beneficiary", "partners", "delegated_authority")),
    (_("Place in the programme"), ("objective", "action", *CODE_LISTS, "location", "third_country", "is_strategic")),
    (_("Selection"), ("procedure", "procedure_reference", "applied_on")),
    (_("Dates and reports"), ("starts_on", "ends_on", "report_months", "report_days", "reports_start_on")),
    (_("Money"), ("eligible_amount", "union_amount", "ground", "annex_iv_action", "justification", "has_investment")),
    (_("Budget by cost category"), tuple(COST_CATEGORIES)),
    (_("Targets and work packages"), ("targets", "work_packages")),
    (_("Who to ask, and who issued it"), ("contact_name", "contact_email", "contact_phone", "issued_by")),
    (_("Aid, partnership, reimbursement"), (*AID, "aid_body", "partnership_part", "reimbursement")),
    (_("Further on the money"), ("public_amount", "is_vat_recoverable", "currency")),
)
TARGET = re.compile(r"(\S+)\s+([\d\s.,]+)(?:\(([\d\s.,]*)/([\d\s.,]*)\))?\s*")


class BodiesField(forms.ModelMultipleChoiceField[Organisation]):
    """Some of the bodies that are here."""

    def clean(self, value: Any) -> Any:
        """A key that no record can have is none of them."""
        for each in value or ():
            if not key_in(str(each)):
                raise forms.ValidationError(self.error_messages["invalid_choice"], params={"value": each})
        return super().clean(value)


class GrantForm(ParticularsForm):
    """Everything but the days of signature and end."""

    reference = forms.CharField(label=FIELDS["reference"], max_length=40)
    title = forms.CharField(label=FIELDS["title"], max_length=255)
    summary = forms.CharField(
        label=FIELDS["summary"], max_length=2000, required=False, widget=forms.Textarea({"rows": 4})
    )
    beneficiary = forms.ModelChoiceField(
        label=FIELDS["beneficiary"], queryset=Organisation.objects.none(), empty_label=_("Choose…")
    )
    partners = BodiesField(
        label=FIELDS["partners"],
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    delegated_authority = forms.ModelChoiceField(
        label=FIELDS["delegated_authority"],
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=pgettext_lazy("an authority or an action", "None"),
        error_messages={
            "invalid_choice": _("This body is no delegated authority of the programme. Choose one of its own, or none.")
        },
    )
    objective = forms.ChoiceField(label=FIELDS["objective"])
    action = forms.TypedChoiceField(label=FIELDS["action"], required=False, coerce=int, empty_value=None)
    location = CodeField(
        r"^[A-Z]{2}[0-9A-Z]{0,3}$", label=FIELDS["location"], max_length=5, required=False,
        help_text=_("A code of NUTS."),
    )  # fmt: skip
    third_country = CodeField(
        r"^[A-Z]{2}$", label=FIELDS["third_country"], max_length=2, required=False,
        error_messages={"invalid": _("“%(value)s” is no code of a country: write its two letters, such as MA.")},
        help_text=_("Two letters, where activities take place outside the Union."),
    )  # fmt: skip
    is_strategic = forms.BooleanField(label=FIELDS["is_strategic"], required=False)
    procedure = forms.ChoiceField(label=FIELDS["procedure"], choices=[*PROCEDURES.items()])
    procedure_reference = forms.CharField(label=FIELDS["procedure_reference"], max_length=50, required=False)
    applied_on = PastField(label=FIELDS["applied_on"], required=False)
    starts_on = DayField(label=FIELDS["starts_on"])
    ends_on = DayField(label=FIELDS["ends_on"])
    report_months = WholeField(label=FIELDS["report_months"], least=1, most=60, initial=12)
    report_days = WholeField(label=FIELDS["report_days"], least=0, most=366, initial=60)
    reports_start_on = DayField(
        label=FIELDS["reports_start_on"], required=False,
        help_text=_("For a grant that ran before it was entered here: reports on days before were made elsewhere."),
    )  # fmt: skip
    eligible_amount = amount("eligible_amount", required=True)
    union_amount = amount("union_amount", required=True)
    ground = forms.ChoiceField(label=FIELDS["ground"])
    justification = forms.CharField(
        label=FIELDS["justification"], required=False, max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text=_("For a share above the standard rate."),
    )  # fmt: skip
    has_investment = forms.BooleanField(label=FIELDS["has_investment"], required=False)
    targets = forms.CharField(label=FIELDS["targets"], required=False, widget=forms.Textarea({"rows": 4}))
    work_packages = forms.CharField(
        label=FIELDS["work_packages"], required=False, widget=forms.Textarea({"rows": 4}),
        help_text=_("One a line with its number, for example “1 Language courses”. Reports tell of each apart."),
    )  # fmt: skip

    def __init__(
        self,
        programme: Programme,
        frame: Frame,
        data: Any = None,
        *,
        content: GrantContent | None = None,
        delegated: Organisation | None = None,
    ) -> None:
        """``content``: of a grant that is here; of a new one, ``delegated``: which authority is to look after it."""
        super().__init__(data, initial=initial_of(content) if content else {"delegated_authority": delegated})
        period = programme.period
        self.offer_bodies(frame, content)
        self.offer_places(programme, frame)
        self.choose("currency", currencies(period, content.currency if content else ""))
        self.fields["reference"].help_text = gettext("For example %(example)s") % {"example": example_reference(frame)}
        self.fields["is_vat_recoverable"].help_text = vat_words(period)
        if period != "2014-2020":
            for name in CODE_LISTS:
                offered = [(each.code, code_label(name, each.code, period)) for each in codes(name, period=period)]
                self.fields[name] = forms.ChoiceField(label=FIELDS[name], choices=[("", _("Choose…")), *offered])
            self.fields["annex_iv_action"] = annex_iv_field(period)
        for name in COST_CATEGORIES:
            self.fields[name] = amount(name)
        for name, words in OWED_WHEN[period].items():
            self.fields[name].owed_when = words  # type: ignore[attr-defined]
        self.programme, self.before = programme, content
        self.know_indicators(frame)
        self.order_fields(name for _title, names in SECTIONS for name in names)

    def offer_bodies(self, frame: Frame, content: GrantContent | None) -> None:
        """Partners that it has come first; it is delegated to an authority of the programme, or to the one it has."""
        every = organisations_found("")
        for name in ("beneficiary", "partners"):
            self.fields[name].queryset = every  # type: ignore[attr-defined]
        chosen = {body.pk for body in content.partners} if content else set()
        bodies = [(body.pk, body.name) for body in every]
        self.choose("partners", sorted(bodies, key=lambda body: body[0] not in chosen))
        known = bodies_to_delegate_to(frame, and_to=content.delegated_authority if content else None)
        self.fields["delegated_authority"].queryset = known  # type: ignore[attr-defined]

    def offer_places(self, programme: Programme, frame: Frame) -> None:
        """Objectives, actions and grounds of the programme; places of its country where the law lists them."""
        period, nothing = programme.period, ("", _("Choose…"))
        objectives = [(code, code_label("objectives", code, period)) for code in sorted(frame.objectives)]
        self.choose("objective", [nothing, *objectives])
        self.choose("ground", [(key, GROUNDS[key]) for key in LAWFUL_GROUNDS[period]])
        actions = [(number, f"{number} ({objective})") for number, objective in frame.actions.items()]
        self.choose("action", [("", pgettext_lazy("an authority or an action", "None")), *actions])
        if places := places_of(programme.country, period):
            offered = [nothing, *places]
            self.fields["location"] = forms.ChoiceField(label=FIELDS["location"], choices=offered, required=False)

    def clean_third_country(self) -> str:
        """A country that is one."""
        code = str(self.cleaned_data["third_country"])
        if code and country_name(code) == code:
            raise forms.ValidationError(_("No country has the letters “%(found)s”."), params={"found": code})
        return code

    def know_indicators(self, frame: Frame) -> None:
        """What targets may be set on, with an example of one; the programme's own are told by their names."""
        counting = {each.code: each.text("counts") for each in codes("indicators", period=frame.period)}
        self.indicators = frozenset({*counting, *frame.own_indicators})
        self.example = next(code for code, counted in counting.items() if counted == "persons")
        words = gettext("One indicator a line with its target, for example “%(example)s 250”; women and men in "
                        "brackets, “%(example)s 250 (130/120)”.")  # fmt: skip
        self.fields["targets"].help_text = words % {"example": self.example}
        if frame.own_indicators:
            own = formats.listed(f"{code} {each.name}" for code, each in frame.own_indicators.items())
            told = gettext("Programme-specific: %(indicators)s.") % {"indicators": own}
            self.fields["targets"].help_text += f" {told}"

    def choose(self, name: str, choices: list[Any]) -> None:
        """What a field offers."""
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def sections(self) -> Iterable[tuple[Any, list[forms.BoundField]]]:
        """The fields by what they are about, for the page."""
        for heading, names in SECTIONS:
            yield heading, [self[name] for name in names if name in self.fields]

    def clean_reference(self) -> str:
        """In capitals."""
        return str(self.cleaned_data["reference"]).upper()

    def clean_targets(self) -> dict[str, Decimal]:
        """Indicators of the period, each once, with women and men where they are said."""
        targets: dict[str, Decimal] = {}
        self.by_sex: dict[str, Decimal] = {}

        def read(line: str) -> None:
            code, target, *by_sex = self.target_in(line)
            if code in targets:
                raise forms.ValidationError(str(COMMON_ERRORS["twice"]), params={"found": code})
            targets[code] = target
            parts = zip(SEXES, by_sex, strict=True)
            self.by_sex |= {f"{code}.{sex}": number for sex, number in parts if number is not None}

        read_lines(self.cleaned_data["targets"], read)
        return targets

    def target_in(self, line: str) -> tuple[str, Decimal, Decimal | None, Decimal | None]:
        """The indicator of a line, its target, that for women and that for men."""
        parts = TARGET.fullmatch(line.upper())
        try:
            target, female, male = (number_in(each) for each in parts.groups()[1:]) if parts else (None, None, None)
        except ValueError:
            target = None
        if parts is None or target is None:
            words = _("“%(line)s” is not an indicator with its target: write it as “%(example)s”.")
            raise forms.ValidationError(words, params={"line": line, "example": f"{self.example} 250"})
        if parts[1] not in self.indicators:
            words = _("The period has no indicator %(found_code)s.")
            raise forms.ValidationError(words, params={"found_code": parts[1]})
        return parts[1], target, female, male

    def clean_work_packages(self) -> dict[int, str]:
        """Each with a number of its own."""
        return packages_in(self.cleaned_data["work_packages"])

    def clean(self) -> dict[str, Any]:
        """Days and amounts in order; the beneficiary is no partner of itself."""
        said = super().clean() or {}
        if said.get("starts_on") and said.get("ends_on") and said["starts_on"] > said["ends_on"]:
            words = gettext("The end, %(found_day)s, is before the start, %(first_day)s.")
            self.add_error(
                "ends_on",
                words % {"found_day": formats.day(said["ends_on"]), "first_day": formats.day(said["starts_on"])},
            )
        ended_on = self.before.ended_on if self.before else None
        if ended_on and said.get("starts_on") and said["starts_on"] > ended_on:
            words = gettext("The activities ended on %(day)s: they cannot start after that day.")
            self.add_error("starts_on", words % {"day": formats.day(ended_on)})
        union, eligible = said.get("union_amount"), said.get("eligible_amount")
        if union is not None and eligible is not None and union > eligible:
            self.add_error("union_amount", CELL_ERRORS["above_cost"] % {"expected": formats.money(eligible)})
        if said.get("beneficiary") in (said.get("partners") or ()):
            self.add_error("partners", _("The beneficiary is not a partner of itself."))
        return said

    def content(self) -> GrantContent:
        """What was said, as one value; what has a page of its own stays as it is."""
        said = dict(self.cleaned_data)
        partners = tuple(said.pop("partners"))
        budget = {name: said.pop(name) for name in COST_CATEGORIES}
        kept = {name: getattr(self.before, name) for name in TABLES} if self.before else {}
        return GrantContent(
            **said,
            **kept,
            partners=partners,
            budget={name: value for name, value in budget.items() if value},
            targets_by_sex=self.by_sex,
        )
