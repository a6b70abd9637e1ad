"""The fields of a grant that only Annex XVII asks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openamif.law import codes
from openamif.web.account_forms import NO_ADDRESS
from openamif.web.authority.forms.fields import AmountField
from openamif.web.authority.grants.labels import FIELDS, PARTNERSHIP_PARTS, REIMBURSEMENTS, annex_iv_label, code_label

NEVER_NEGATIVE = {"negative": _("“%(found)s” is negative.")}
AID = ("is_state_aid", "is_de_minimis")
SAID = {"": None, "yes": True, "no": False, True: True, False: False, None: None}


def amount(name: str, *, required: bool = False) -> AmountField:
    """EUR, never negative."""
    return AmountField(label=FIELDS[name], required=required, error_messages=NEVER_NEGATIVE)


def text(name: str, longest: int, help_text: Any = "") -> forms.CharField:
    """A line that may be left empty."""
    return forms.CharField(label=FIELDS[name], max_length=longest, required=False, help_text=help_text)


def annex_iv_field(period: str) -> forms.ChoiceField:
    """Which of the actions of Annex IV it is, where the ground of the Union's share says that it is one."""
    actions = [(each.code, annex_iv_label(each.code)) for each in codes("higher_cofinancing", period=period)]
    return forms.ChoiceField(
        label=FIELDS["annex_iv_action"], choices=[("", _("None")), *actions], required=False,
        help_text=_("Only with the ground “Action of Annex IV”."),
    )  # fmt: skip


def currencies(period: str, standing: str) -> list[tuple[str, str]]:
    """Those of the Member States; the one that stands, too, whatever it is."""
    offered = {each.code: code_label("currencies", each.code, period) for each in codes("currencies", period=period)}
    return [*offered.items(), *([(standing, standing)] if standing and standing not in offered else [])]


def flag(name: str) -> forms.BooleanField:
    """Ticked or not."""
    return forms.BooleanField(label=FIELDS[name], required=False)


class CodeField(forms.RegexField):
    """A code in capitals, however it is typed."""

    def to_python(self, value: Any) -> str:
        """In capitals."""
        return str(super().to_python(value)).upper()


class ParticularsForm(forms.Form):
    """Who to ask, aid, partnership, reimbursement, the rest of the money; all of it may be left empty."""

    contact_name = text("contact_name", 150)
    contact_email = forms.EmailField(
        label=FIELDS["contact_email"], required=False, max_length=254, error_messages={"invalid": NO_ADDRESS}
    )
    contact_phone = text("contact_phone", 40)
    issued_by = text("issued_by", 255, _("Empty for the responsible authority."))
    is_state_aid = flag("is_state_aid")
    is_de_minimis = flag("is_de_minimis")
    aid_body = text("aid_body", 255, _("Who receives the State aid, or grants the de minimis aid."))
    partnership_part = forms.ChoiceField(
        label=FIELDS["partnership_part"], choices=[("", _("None")), *PARTNERSHIP_PARTS.items()], required=False
    )
    reimbursement = forms.ChoiceField(
        label=FIELDS["reimbursement"], choices=[("", _("None")), *REIMBURSEMENTS.items()], required=False
    )
    public_amount = amount("public_amount")
    is_vat_recoverable = forms.TypedChoiceField(
        label=FIELDS["is_vat_recoverable"], coerce=SAID.get, empty_value=None, required=False,
        choices=[("", _("Not said")), ("yes", _("yes")), ("no", _("no"))],
    )  # fmt: skip
    currency = forms.ChoiceField(
        label=FIELDS["currency"], initial="EUR", required=False, help_text=_("In which the agreement stands."),
        error_messages={"invalid_choice": _("“%(value)s” is no currency of a Member State. Choose one, such as EUR.")},
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        initial = kwargs.get("initial") or {}
        if isinstance(said := initial.get("is_vat_recoverable"), bool):
            initial["is_vat_recoverable"] = "yes" if said else "no"
        super().__init__(*args, **kwargs)

    def clean_currency(self) -> str:
        """EUR where nothing is said."""
        return str(self.cleaned_data["currency"] or "EUR")

    def clean(self) -> dict[str, Any]:
        """A body for the aid goes with aid."""
        said = super().clean() or {}
        if said.get("aid_body") and not any(said.get(name) for name in AID):
            self.add_error("aid_body", _("Say whether it is State aid or de minimis aid."))
        return said
