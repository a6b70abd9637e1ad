"""The columns of the workbook of a programme's grants, sheet by sheet; each is called as the field is called."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from babel import Locale
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from openamif.grants.facts import PERSONS
from openamif.grants.queries import frame_of
from openamif.grants.queries.importing import FLAGS
from openamif.law import LANGUAGES, codes
from openamif.people.identifiers import vat_number
from openamif.programmes.models import Programme
from openamif.rules.grants.aims import CODE_LISTS
from openamif.rules.grants.money import GROUNDS as LAWFUL_GROUNDS
from openamif.web.authority.grants.labels import (
    CONTRACT_LEVELS,
    COST_CATEGORIES,
    FIELDS,
    GROUNDS,
    OWED_WHEN,
    PARTNERSHIP_PARTS,
    PROCEDURES,
    REIMBURSEMENTS,
)
from openamif.web.choices import chosen, coded, in_every_language
from openamif.web.labels import LEGAL_FORMS, ORGANISATION_KINDS
from openamif.web.official import country_name, places_of
from openamif.workbooks import Choice, Column

YES_NO: dict[str, Promise] = {"yes": gettext_lazy("yes"), "no": gettext_lazy("no")}
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
    ("location", "choice"),
    ("third_country", "choice"),
    ("has_investment", "choice"),
    ("is_strategic", "choice"),
    ("report_months", "count"),
    ("report_days", "count"),
    ("reports_start_on", "date"),
    ("contact_name", "text"),
    ("contact_email", "text"),
    ("contact_phone", "text"),
    ("issued_by", "text"),
    ("is_state_aid", "choice"),
    ("is_de_minimis", "choice"),
    ("aid_body", "text"),
    ("partnership_part", "choice"),
    ("reimbursement", "choice"),
    ("is_vat_recoverable", "choice"),
    ("currency", "choice"),
    ("public_amount", "amount"),
)
REQUIRED = {
    *("reference", "title", "beneficiary", "objective", "procedure", "starts_on", "ends_on"),
    *("eligible_amount", "union_amount"),
}
LONGEST = {
    **{"reference": 40, "title": 255, "summary": 2000, "procedure_reference": 50},
    **{"contact_name": 150, "contact_email": 254, "contact_phone": 40, "issued_by": 255, "aid_body": 255},
}
LEAST = {"report_months": 1}
MOST = {"report_months": Decimal(60), "report_days": Decimal(366), "action": Decimal(9999)}
MOST_PACKAGES, MOST_AMENDMENTS = Decimal(999), Decimal(200)
LONG_TEXTS = ("title", "summary", "beneficiary", "name", "organisation", "justification", "what", "contract_name")


def column(key: str, kind: str = "text", said: Mapping[str, str] | None = None, **more: Any) -> Column:
    """A column that is called as the field is called."""
    label = FIELDS[key]
    width = WIDE if key in LONG_TEXTS else (NARROW if kind in ("date", "birthday", "count", "amount") else MIDDLE)
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
        "location": lambda: coded(codes("nuts", period=programme.period)),
        "partnership_part": lambda: chosen(PARTNERSHIP_PARTS),
        "reimbursement": lambda: chosen(REIMBURSEMENTS),
        "currency": lambda: coded(codes("currencies", period=programme.period)),
        **dict.fromkeys((*FLAGS, "is_vat_recoverable"), lambda: chosen(YES_NO)),
    }
    if not places_of(programme.country, programme.period):
        del choices["location"]
    for key, usual in OF_A_GRANT:
        kind = "text" if key == "location" and key not in choices else usual
        more: dict[str, Any] = {"choices": choices[key]()} if key in choices else {}
        if key in ("beneficiary", "delegated_authority"):
            more["offers"] = names
        more["owed_when"] = OWED_WHEN[programme.period].get(key, "")
        more |= {"longest": LONGEST.get(key), "least": LEAST.get(key, 0), "most": MOST.get(key)}
        yield column(key, kind, said, required=key in REQUIRED, unique=key == "reference", **more)
    if programme.period != "2014-2020":
        for name in CODE_LISTS:
            yield column(name, "choice", said, choices=coded(codes(name, period=programme.period)))
        yield column(
            "annex_iv_action",
            "choice",
            said,
            choices=coded(codes("higher_cofinancing", period=programme.period)),
            owed_when=OWED_WHEN[programme.period]["annex_iv_action"],
        )
    for key in COST_CATEGORIES:
        yield column(key, "amount")


def partner_columns(said: Mapping[str, str]) -> tuple[Column, ...]:
    """Which body takes part in which grant, and whom to ask there."""
    return (
        column("reference", required=True, within=("grants", "reference")),
        column(
            "organisation",
            "choice",
            {"organisation": said["beneficiary"]},
            required=True,
            offers=("organisations", "name"),
        ),
        *(column(name, longest=LONGEST[name]) for name in PERSONS),
    )


def target_columns(programme: Programme) -> tuple[Column, ...]:
    """What a grant aims at on an indicator."""
    return (
        column("reference", required=True, within=("grants", "reference")),
        column("indicator", "choice", required=True, choices=indicators_of(programme)),
        column("target", "amount", required=True),
        column("female", "amount"),
        column("male", "amount"),
    )


def indicators_of(programme: Programme) -> tuple[Choice, ...]:
    """Those of the law, then the programme's own."""
    own = frame_of(programme).own_indicators
    of_the_law = coded(codes("indicators", period=programme.period))
    return (*of_the_law, *(Choice(code, f"{code} {each.name}") for code, each in own.items()))


def work_package_columns() -> tuple[Column, ...]:
    """The parts of the work that reports tell of apart."""
    return (
        column("reference", required=True, within=("grants", "reference")),
        column("number", "count", required=True, most=MOST_PACKAGES),
        column("title", required=True, longest=255),
    )


def contract_columns(said: Mapping[str, str]) -> tuple[Column, ...]:
    """What was passed on to other bodies."""
    return (
        column("reference", required=True, within=("grants", "reference")),
        column("contract", required=True, longest=60),
        column("level", "choice", said, choices=chosen(CONTRACT_LEVELS)),
        column("contract_name", required=True, longest=255),
        column("party", required=True, longest=255),
        column("party_number", longest=30),
        column("signed_on", "date", required=True),
        column("amount", "amount", required=True),
    )


def amendment_columns() -> tuple[Column, ...]:
    """How the agreement was changed, and when."""
    return (
        column("reference", required=True, within=("grants", "reference")),
        column("number", "count", required=True, least=1, most=MOST_AMENDMENTS),
        column("signed_on", "date", required=True),
        column("what", required=True, longest=2000),
    )


def owner_columns(said: Mapping[str, str]) -> tuple[Column, ...]:
    """Who owns the beneficiary, a partner, or the party of a contract."""
    return (
        column("reference", required=True, within=("grants", "reference")),
        column("partner", "choice", said, offers=("organisations", "name")),
        column("contract", said={"contract": said["owner_contract"]}, longest=60),
        column("given_names", longest=150),
        column("surname", said=said, longest=150),
        column("born_on", "birthday"),
        column("tax_number", longest=30),
        column("register_reference", said=said, longest=120),
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
        column("legal_form", "choice", choices=chosen(LEGAL_FORMS)),
    )


def countries() -> tuple[Choice, ...]:
    """Every country by its two letters and its name; understood in every language."""
    made = []
    territories = {language: Locale(language).territories for language in LANGUAGES}
    for code in sorted(map(str, territories["en"])):
        if len(code) == len("BE") and code.isalpha():
            others = tuple(f"{code} {names.get(code, code)}" for names in territories.values())
            made.append(Choice(code, f"{code} {country_name(code)}", others))
    return tuple(made)
