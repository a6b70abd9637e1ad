"""The workbook of a programme's grants: its columns, declared once for the template and for the dry run."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from babel import Locale
from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openamif.access.queries import organisations_found
from openamif.grants.queries import frame_of
from openamif.law import LANGUAGES, Code, codes
from openamif.people.identifiers import vat_number
from openamif.programmes.models import Programme
from openamif.rules.grants.aims import CODE_LISTS
from openamif.rules.grants.identity import example_reference
from openamif.rules.grants.money import GROUNDS as LAWFUL_GROUNDS
from openamif.web.authority.grants.labels import COST_CATEGORIES, FIELDS, GROUNDS, PROCEDURES
from openamif.web.labels import ORGANISATION_KINDS
from openamif.web.official import country_name, reader_language
from openamif.workbooks import Choice, Column, Form, Sheet

YES_NO: dict[str, Promise] = {"yes": gettext_lazy("yes"), "no": gettext_lazy("no")}
SHEETS: dict[str, Promise] = {
    "grants": gettext_lazy("Grants"),
    "partners": gettext_lazy("Partners"),
    "targets": gettext_lazy("Targets"),
    "organisations": gettext_lazy("Organisations"),
}
WIDE, MIDDLE, NARROW = 44, 26, 14
OF_A_GRANT = (
    ("reference", "text"),
    ("title", "text"),
    ("summary", "text"),
    ("beneficiary", "choice"),
    ("delegated_authority", "choice"),
    ("objective", "choice"),
    ("action", "count"),
    ("procedure", "choice"),
    ("procedure_reference", "text"),
    ("applied_on", "date"),
    ("signed_on", "date"),
    ("starts_on", "date"),
    ("ends_on", "date"),
    ("ended_on", "date"),
    ("eligible_amount", "amount"),
    ("union_amount", "amount"),
    ("ground", "choice"),
    ("justification", "text"),
    ("location", "text"),
    ("third_country", "choice"),
    ("has_investment", "choice"),
    ("is_strategic", "choice"),
    ("report_months", "count"),
    ("report_days", "count"),
)
REQUIRED = {
    *("reference", "title", "beneficiary", "objective", "procedure", "starts_on", "ends_on"),
    *("eligible_amount", "union_amount"),
}
LONGEST = {"reference": 40, "title": 255, "summary": 2000, "procedure_reference": 50, "location": 5}


def in_every_language(words: Promise) -> tuple[str, ...]:
    """What it is called in each language of the site: a file filled in by a colleague is understood too."""
    said = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            said.append(str(words))
    return tuple(said)


def chosen(labels: Mapping[str, Promise], keys: Iterable[str] | None = None) -> tuple[Choice, ...]:
    """Choices by their labels."""
    return tuple(Choice(key, labels[key], in_every_language(labels[key])) for key in keys or labels)


def coded(every: Iterable[Code]) -> tuple[Choice, ...]:
    """Codes of the law, each offered as ``SO2.NO2 Integration`` and understood in every language."""
    language = reader_language()
    return tuple(
        Choice(
            each.code,
            f"{each.code} {each.name(language)}",
            tuple(f"{each.code} {each.name(code)}" for code in LANGUAGES),
        )
        for each in every
    )


def helps(programme: Programme) -> dict[str, str]:
    """What goes into a column, where its heading does not say it."""
    return {
        "reference": _("As in the accounts, for example %(example)s. The grant is known by it: never change it.")
        % {"example": example_reference(frame_of(programme))},
        "beneficiary": _("One of the names on the sheet of organisations."),
        "delegated_authority": _("Only where the grant is managed by a delegated authority."),
        "action": _("The number of the main action of the programme."),
        "applied_on": _("A date."),
        "signed_on": _("Empty for a grant that is not signed yet."),
        "ended_on": _("Only once the activities are over."),
        "eligible_amount": _("The sum of the cost categories, where these are filled in."),
        "ground": _("Why the Union may pay its share; empty means the standard rate."),
        "justification": _("For a share above the standard rate."),
        "location": _("A code of NUTS, for example BE1 or BE211."),
        "has_investment": _("Whether something is built or bought that calls for a plaque."),
        "report_months": _("12 if left empty."),
        "report_days": _("Days after the end of the period reported on; 0 if left empty."),
        "enterprise_number": _("Ten digits in Belgium."),
        "vat_number": _("With the letters of the Member State, as BE0123456749."),
    }


def grant_form(programme: Programme) -> Form:
    """The workbook for this programme: its own objectives, codes and organisations; in the reader's language."""
    said = helps(programme)
    sheets = (
        Sheet("grants", SHEETS["grants"], tuple(grant_columns(programme, said)), languages("grants"), required=True),
        Sheet("partners", SHEETS["partners"], partner_columns(said), languages("partners")),
        Sheet("targets", SHEETS["targets"], target_columns(programme), languages("targets")),
        Sheet(
            "organisations",
            SHEETS["organisations"],
            organisation_columns(said),
            languages("organisations"),
            examples=tuple(known_organisations()),
        ),
    )
    return Form(
        title=_("Grants of %(programme)s") % {"programme": programme.title},
        sheets=sheets,
        instructions_label=_("Instructions"),
        instructions=instructions(),
        headings=(_("Column"), _("Required"), _("What goes in")),
        yes=_("yes"),
    )


def languages(sheet: str) -> tuple[str, ...]:
    """The names of a sheet in every language."""
    return in_every_language(SHEETS[sheet])


def instructions() -> tuple[str, ...]:
    """How to fill it in."""
    return (
        _("One row for each grant that runs today or has ended. Headings with a star must be filled in."),
        _("Organisations that are here already stand on their sheet; add those that are missing below them."),
        _("Partners and targets have a row each, with the reference of their grant."),
        _("Upload the file: you are shown every error by sheet, row and column before anything is changed."),
        _("You may correct the file and upload it again as often as you like: what did not change is left alone."),
    )


def column(key: str, kind: str = "text", said: Mapping[str, str] | None = None, **more: Any) -> Column:
    """A column that is called as the field is called."""
    label = FIELDS[key]
    width = (
        WIDE
        if key in ("title", "summary", "beneficiary", "name", "organisation", "justification")
        else (NARROW if kind in ("date", "count", "amount") else MIDDLE)
    )
    return Column(
        key, label, kind, help=(said or {}).get(key, ""), others=in_every_language(label), width=width, **more
    )


def grant_columns(programme: Programme, said: Mapping[str, str]) -> Iterable[Column]:
    """One for each field, then the codes of Annex VI where the period has them, then the cost categories."""
    names: tuple[str, str] = ("organisations", "name")
    objectives = frame_of(programme).objectives
    choices: dict[str, Callable[[], tuple[Choice, ...]]] = {
        "objective": lambda: coded(
            each for each in codes("objectives", period=programme.period) if each.code in objectives
        ),
        "procedure": lambda: chosen(PROCEDURES),
        "ground": lambda: chosen(GROUNDS, LAWFUL_GROUNDS[programme.period]),
        "third_country": countries,
        "has_investment": lambda: chosen(YES_NO),
        "is_strategic": lambda: chosen(YES_NO),
    }
    for key, kind in OF_A_GRANT:
        more: dict[str, Any] = {"choices": choices[key]()} if key in choices else {}
        if key in ("beneficiary", "delegated_authority"):
            more["offers"] = names
        yield column(
            key, kind, said, required=key in REQUIRED, longest=LONGEST.get(key), unique=key == "reference", **more
        )
    if programme.period != "2014-2020":
        for name in CODE_LISTS:
            yield column(name, "choice", said, choices=coded(codes(name, period=programme.period)))
    for key in COST_CATEGORIES:
        yield column(key, "amount")


def partner_columns(said: Mapping[str, str]) -> tuple[Column, ...]:
    """Which body takes part in which grant."""
    return (
        column("reference", required=True, within=("grants", "reference")),
        column(
            "organisation",
            "choice",
            {"organisation": said["beneficiary"]},
            required=True,
            offers=("organisations", "name"),
        ),
    )


def target_columns(programme: Programme) -> tuple[Column, ...]:
    """What a grant aims at on an indicator."""
    return (
        column("reference", required=True, within=("grants", "reference")),
        column("indicator", "choice", required=True, choices=coded(codes("indicators", period=programme.period))),
        column("target", "amount", required=True),
    )


def organisation_columns(said: Mapping[str, str]) -> tuple[Column, ...]:
    """The bodies by name."""
    return (
        column("name", required=True, unique=True, longest=255),
        column("short_name", longest=40),
        column("kind", "choice", required=True, choices=chosen(ORGANISATION_KINDS)),
        column("country", "choice", required=True, choices=countries()),
        column("enterprise_number", said=said, longest=20),
        column("vat_number", "identifier", said, longest=20, normalised=vat_number),
    )


def known_organisations() -> Iterable[dict[str, object]]:
    """Those that are here."""
    for body in organisations_found(""):
        yield {
            name: getattr(body, name)
            for name in ("name", "short_name", "kind", "country", "enterprise_number", "vat_number")
        }


def countries() -> tuple[Choice, ...]:
    """Every country by its two letters and its name; understood in every language."""
    made = []
    territories = {language: Locale(language).territories for language in LANGUAGES}
    for code in sorted(map(str, territories["en"])):
        if len(code) == len("BE") and code.isalpha():
            others = tuple(f"{code} {names.get(code, code)}" for names in territories.values())
            made.append(Choice(code, f"{code} {country_name(code)}", others))
    return tuple(made)
