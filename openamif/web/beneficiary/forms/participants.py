"""The forms for a participant: who she is, which is turned into a pseudonym and dropped, and how she is described."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openamif.methods.names import national_number
from openamif.methods.pseudonyms import Identity, what_is_lost
from openamif.register.facts import PersonDescription
from openamif.register.models.persons import Description
from openamif.web.beneficiary.forms.seen import SeenForm
from openamif.web.day_fields import BirthdayField
from openamif.web.number_fields import WholeField
from openamif.web.register_labels import (
    FIELDS,
    NAME_LEADS_TO_NOBODY,
    NATIONALITY_GROUPS,
    NUMBER_OF_NOBODY,
    SEXES,
    STANDINGS,
    YEAR_DIFFERS,
    choices,
)

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
NOT_KNOWN = _("Not known")
NATIONALITY_NOT_KNOWN = pgettext_lazy("a nationality", "Not known")
NAMING = ("national_number", "surname", "given_names", "born_on")
YEAR_IS_ANOTHER = _("The register has %(year)s as the year of birth: correct the date, or first the description.")
LEADS_TO_NOBODY = _("This leads to nobody: give a national number, or the names with the date of birth.")
ONE_NAME_LEADS_TO_NOBODY = _(
    "A single name with the date of birth leads to nobody: give the other one or a national number, or leave the names "
    "open."
)
DESCRIBING = (
    "birth_year",
    "sex",
    "nationality_group",
    "standing",
    "is_vulnerable",
    "is_unaccompanied_minor",
)


class DescriptionForm(SeenForm):
    """What the indicators need to know; whatever is not known stays unknown."""

    birth_year = WholeField(label=FIELDS["birth_year"], required=False, least=EARLIEST_YEAR, most=LATEST_YEAR)
    sex = forms.ChoiceField(label=FIELDS["sex"], required=False, choices=choices(SEXES, blank=NOT_KNOWN))
    nationality_group = forms.ChoiceField(
        label=FIELDS["nationality_group"],
        required=False,
        choices=choices(NATIONALITY_GROUPS, blank=NATIONALITY_NOT_KNOWN),
    )
    standing = forms.ChoiceField(label=FIELDS["standing"], required=False, choices=choices(STANDINGS, blank=NOT_KNOWN))
    is_vulnerable = forms.BooleanField(
        label=FIELDS["is_vulnerable"],
        required=False,
        help_text=_("For example a victim of torture or trafficking, a disabled or elderly person, a single parent."),
    )
    is_unaccompanied_minor = forms.BooleanField(label=FIELDS["is_unaccompanied_minor"], required=False)

    def __init__(self, data: Any = None, *, today: date, described: Description | None = None) -> None:
        initial = {name: getattr(described, name) for name in DESCRIBING} if described else {}
        super().__init__(data, initial=initial)
        self.fields["birth_year"].most = today.year  # type: ignore[attr-defined]

    def description(self) -> PersonDescription:
        """What was said, as one value."""
        return PersonDescription(**{name: self.cleaned_data[name] for name in DESCRIBING})

    def describing(self) -> list[forms.BoundField]:
        """The fields that are kept."""
        return [self[name] for name in DESCRIBING]


class IdentityForm(forms.Form):
    """Who somebody is: turned into a pseudonym, and dropped."""

    national_number = forms.CharField(
        label=FIELDS["national_number"], max_length=30, required=False, widget=forms.TextInput({"autocomplete": "off"})
    )
    surname = forms.CharField(
        label=FIELDS["surname"], max_length=150, required=False, widget=forms.TextInput({"autocomplete": "off"})
    )
    given_names = forms.CharField(
        label=FIELDS["given_names"], max_length=150, required=False, widget=forms.TextInput({"autocomplete": "off"})
    )
    born_on = BirthdayField(label=FIELDS["born_on"], required=False)

    def clean_national_number(self) -> str:
        """One that identifies somebody: any other would be dropped without a word, and she could count twice."""
        number: str = self.cleaned_data["national_number"]
        if number and not national_number(number):
            raise forms.ValidationError(NUMBER_OF_NOBODY)
        return number

    def identity(self) -> Identity:
        """What names the person; it is dropped once it is a pseudonym."""
        return Identity(**{name: self.cleaned_data[name] for name in NAMING})

    def naming(self) -> list[forms.BoundField]:
        """The fields that are dropped."""
        return [self[name] for name in NAMING]


class KnownIdentityForm(IdentityForm):
    """Who a participant is, where that was not known. ``year_known``: of her birth, where it was said."""

    def __init__(self, data: Any = None, *, year_known: int | None) -> None:
        super().__init__(data)
        self.year_known = year_known

    def clean(self) -> dict[str, Any]:
        """What leads to one person, born in the year that is in the register."""
        said = super().clean() or {}
        born_on = said.get("born_on")
        if born_on and self.year_known and born_on.year != self.year_known:
            self.add_error("born_on", YEAR_IS_ANOTHER % {"year": self.year_known})
        if not self.errors and not (said["national_number"] or (said["surname"] and said["given_names"] and born_on)):
            raise forms.ValidationError(LEADS_TO_NOBODY)
        return said


class ParticipantForm(IdentityForm, DescriptionForm):
    """A new participant."""

    field_order = ("local_reference", *NAMING, *DESCRIBING)
    local_reference = forms.CharField(
        label=FIELDS["local_reference"],
        max_length=60,
        help_text=_("Her or his number in your own files. Never a name: this is kept, and you find the person by it."),
    )

    def clean(self) -> dict[str, Any]:
        """The year follows from the date; the two do not differ. A name without a code is told, not dropped."""
        said = super().clean() or {}
        lost = "" if any(name in self.errors for name in NAMING) else what_is_lost(self.identity())
        if lost == "name_without_day":
            self.add_error("born_on", NAME_LEADS_TO_NOBODY)
        elif lost == "one_name":
            self.add_error("given_names" if said["surname"] else "surname", ONE_NAME_LEADS_TO_NOBODY)
        born_on, year = said.get("born_on"), said.get("birth_year")
        if born_on and year and born_on.year != year:
            self.add_error("birth_year", YEAR_DIFFERS)
        elif born_on:
            said["birth_year"] = born_on.year
        return said
