"""What the administrator's forms ask."""

from collections.abc import Iterable, Mapping
from typing import Any

from babel import Locale
from django import forms
from django.conf import settings
from django.forms import model_to_dict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openamif.access.queries import (
    organisation_of_name,
    organisations_found,
    part_is_entered,
    person_by_address,
    role_is_held,
    scopes_to_give,
    takes_scope,
    who_has_address,
    who_has_number,
    wholes,
)
from openamif.law.loader import PERIODS, codes
from openamif.people.identifiers import enterprise_number, vat_number
from openamif.people.models import Organisation, Person, Scope
from openamif.people.states import RoleKind
from openamif.web.account_forms import NO_ADDRESS
from openamif.web.labels import LEGAL_FORMS, ORGANISATION_KINDS, ROLES
from openamif.web.official import country_name, reader_language
from openamif.web.seeking import SeekingForm
from openamif.web.short_names import objective_short_name

STATES = (
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
    "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
)  # fmt: skip


def chosen(labels: Mapping[str, Promise]) -> Iterable[tuple[str, Promise | str]]:
    """Choices that begin with none."""
    return [("", _("Choose…")), *labels.items()]


def countries() -> list[tuple[str, str]]:
    """The Member States by name in the reader's language."""
    names = Locale(reader_language()).territories
    return sorted(((code, str(names[code])) for code in STATES), key=lambda each: each[1])


class SearchForm(forms.Form):
    """A few words."""

    q = forms.CharField(label=_("Search"), required=False, max_length=100)


class PersonForm(forms.Form):
    """Who is entered, or what is right of ``person``, who was."""

    name = forms.CharField(label=_("Name"), max_length=150)
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("The link to choose a password is sent there."),
        error_messages={"invalid": NO_ADDRESS},
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    def __init__(self, data: Mapping[str, str] | None = None, person: Person | None = None, **said: Any) -> None:
        super().__init__(data, **said)
        self.besides = person.pk if person else None
        if person:
            self.initial = model_to_dict(person, list(self.fields))
            self.fields["email"].help_text = _(
                "She logs in with it. Another address is told to the old and to the new one, and ends her sessions."
            )

    def clean_email(self) -> str:
        """An address that nobody else has."""
        email = str(self.cleaned_data["email"])
        if other := who_has_address(email, besides=self.besides):
            told = _("This is already the address of %(name)s. Everybody logs in with an address of their own.")
            raise forms.ValidationError(told, params={"name": other.name})
        return email


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        help_text=_("It is kept in the trail. Write nothing about health or other private matters."),
    )


class ScopeField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A part is named after its whole."""

    def label_from_instance(self, obj: Scope) -> str:
        """``Programme › part``."""
        return f"{obj.parent} › {obj}" if obj.parent else str(obj)


class RoleForm(forms.Form):
    """What role, on behalf of whom, for what."""

    kind = forms.ChoiceField(label=_("Role"), choices=lambda: chosen(ROLES))
    organisation = forms.ModelChoiceField(
        label=_("On behalf of"), queryset=Organisation.objects.none(), empty_label=_("Choose…")
    )
    scope = ScopeField(
        label=_("For"),
        queryset=Scope.objects.none(),
        required=False,
        empty_label=_("Choose…"),
        help_text=_("A programme or a part of it. An administrator’s role needs none."),
    )

    def __init__(self, person: Person, data: Mapping[str, str] | None = None) -> None:
        super().__init__(data)
        self.person = person
        self.fields["organisation"].queryset = organisations_found("")  # type: ignore[attr-defined]
        self.fields["scope"].queryset = scopes_to_give()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        """A scope where one is needed, none where not; for a delegated authority a part; not what she holds already."""
        said = super().clean() or {}
        kind, organisation = said.get("kind"), said.get("organisation")
        if not kind or not organisation:
            return said
        if not takes_scope(kind):
            said["scope"] = None
        elif not said.get("scope"):
            self.add_error("scope", _("Say for which programme, or for which part of it."))
            return said
        elif kind == RoleKind.DELEGATED_AUTHORITY and not said["scope"].parent_id:
            self.add_error("scope", _("A delegated authority sees its part alone: choose the part, or enter it first."))
            return said
        if role_is_held(self.person, kind=kind, organisation=organisation, scope=said.get("scope")):
            self.add_error(None, _("This person holds this role already."))
        return said


def objectives_to_delegate(period: str) -> list[str]:
    """National objectives and specific actions; from 2021 on, where there are none, the objectives themselves."""
    every = [each.code for each in codes("objectives", period=period)]
    return [each for each in every if "." in each] or [each for each in every if each != "TA"]


def objectives_by_code() -> list[tuple[str, str]]:
    """Those of each period, by the short names that the reader knows."""
    return [
        (each, f"{period} · {each} {objective_short_name(each, period)}")
        for period in PERIODS
        for each in objectives_to_delegate(period)
    ]


class OrganisationForm(forms.Form):
    """What body is entered, or what is right of ``organisation``, which was."""

    name = forms.CharField(label=_("Name"), max_length=255)
    short_name = forms.CharField(label=_("Short name"), max_length=40, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=lambda: chosen(ORGANISATION_KINDS))
    legal_form = forms.ChoiceField(
        label=_("Legal form"), choices=lambda: [("", _("Not said")), *chosen(LEGAL_FORMS)], required=False
    )
    country = forms.ChoiceField(label=_("Country"), choices=countries, initial=settings.SITE_COUNTRY)
    enterprise_number = forms.CharField(label=_("Enterprise number"), max_length=20, required=False)
    vat_number = forms.CharField(label=_("VAT number"), max_length=20, required=False)

    def __init__(self, data: Mapping[str, str] | None = None, organisation: Organisation | None = None) -> None:
        super().__init__(data, initial=model_to_dict(organisation) if organisation else None)
        self.besides = organisation.pk if organisation else None
        if organisation and organisation.country not in STATES:
            own = (organisation.country, country_name(organisation.country))
            self.fields["country"].choices = [*countries(), own]  # type: ignore[attr-defined]

    def clean_vat_number(self) -> str:
        """With the letters of its Member State, and right in its check digits."""
        given = str(self.cleaned_data["vat_number"])
        number = vat_number(given) if given else ""
        if number is None:
            told = _(
                "“%(found)s” is no VAT number: the letters of its country, then its digits, as in BE 0202.239.951."
            )
            raise forms.ValidationError(told, params={"found": given})
        return number

    def clean(self) -> dict[str, object]:
        """Once for each name and country; its numbers right, and no other body's."""
        said = super().clean() or {}
        country = said.get("country", "")
        if said.get("name") and (other := organisation_of_name(said["name"], country, besides=self.besides)):
            told = _("“%(name)s” is entered already: use that one, or say in the name what tells this one from it.")
            self.add_error("name", told % {"name": other})
        if given := said.get("enterprise_number"):
            said["enterprise_number"] = enterprise_number(given, country=country) or ""
            if not said["enterprise_number"]:
                told = _(
                    "“%(found)s” is no enterprise number of this country: check its digits. A Belgian one has ten, "
                    "as in 0202.239.951; the last two follow from the others."
                )
                self.add_error("enterprise_number", told % {"found": given})
        for name in ("enterprise_number", "vat_number"):
            number = {name: said[name]} if said.get(name) else {}
            if number and (other := who_has_number(country=country, besides=self.besides, **number)):
                self.add_error(name, _("%(name)s has this number already: no two bodies share one.") % {"name": other})
        return said


class PartForm(forms.Form):
    """Which objectives of which programme make up the part."""

    whole = forms.ModelChoiceField(label=_("Programme"), queryset=Scope.objects.none(), empty_label=_("Choose…"))
    name = forms.CharField(
        label=_("Name"), max_length=255, help_text=_("Such as “Integration in Flanders”. It is chosen by this name.")
    )
    objectives = forms.MultipleChoiceField(
        label=_("Objectives"), choices=objectives_by_code, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Mapping[str, str] | None = None) -> None:
        super().__init__(data)
        self.fields["whole"].queryset = wholes()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        """Of the period of the programme: others would make a part of nothing."""
        said = super().clean() or {}
        whole = said.get("whole")
        if whole and said.get("name") and part_is_entered(whole, said["name"]):
            told = _(
                "This programme has a part “%(name)s” already, and a part is chosen by its name: give this one "
                "another name."
            )
            self.add_error("name", told % {"name": said["name"]})
        programme = getattr(whole, "programme", None)
        if programme and not set(said.get("objectives", [])) <= {*objectives_to_delegate(programme.period)}:
            self.add_error(
                "objectives",
                _("This programme is of %(period)s: tick objectives of that period.") % {"period": programme.period},
            )
        return said


class TrailForm(SeekingForm):
    """Which events to show."""

    event = forms.ChoiceField(label=_("Event"), required=False)
    person = forms.CharField(label=_("Done by or about (e-mail address)"), required=False, max_length=254)

    def __init__(self, data: Mapping[str, str], events: Mapping[str, str]) -> None:
        super().__init__(data)
        self.fields["event"].choices = [("", _("Every event")), *events.items()]  # type: ignore[attr-defined]

    def clean_person(self) -> str:
        """Somebody's: a part of an address finds nobody."""
        address = str(self.cleaned_data["person"])
        if address and not person_by_address(address):
            told = _("Nobody here has the address “%(found)s”, so nothing is found. Write the whole of it.")
            raise forms.ValidationError(told, params={"found": address})
        return address
