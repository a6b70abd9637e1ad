"""Two dozen grants of the francophone integration strand of 2021-2027, dated around the day they are played."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from openamif.demo.beneficiaries import FIRST_NUMBER_2021, OF_2021, enter_bodies
from openamif.demo.grants_2014 import CENT, SHARES
from openamif.demo.stage import at_hour
from openamif.demo.strand_2021 import PLACES, THEMES, Theme
from openamif.grants.actions.change_grant import change_grant
from openamif.grants.actions.end_grant import end_grant
from openamif.grants.actions.enter_grant import enter_grant
from openamif.grants.actions.name_owners import name_owners
from openamif.grants.actions.sign_grant import sign_grant
from openamif.grants.facts import (
    AmendmentContent,
    ContactContent,
    ContractContent,
    GrantContent,
    OwnerContent,
    content_of,
)
from openamif.grants.models import Grant
from openamif.people.models import Organisation, Person
from openamif.people.states import OrganisationKind
from openamif.programmes.models import Programme
from openamif.rules.grants.calendar import months_later

NUMBER, SMALLEST, WEEK = 24, 96_000, timedelta(days=7)
LAST_START, LAST_END = date(2027, 6, 1), date(2029, 12, 31)
STARTED_MONTHS_AGO = (35, 31, 29, 27, 26, 24, 23, 21, 20, 19, 17, 16, 14, 13, 12, 10, 9, 8, 7, 5, 4, 2, -1, -3)
"""Of each grant: some are over, most run, two are to begin. Half-yearly reports then fall due on many days."""


def play_grants_2021(programme: Programme, *, delegated: Organisation, by: Person, on: date) -> list[Organisation]:
    """Entered while they were drawn up, signed and ended one by one, with what else a grant would have of each kind."""
    bodies = enter_bodies(OF_2021, FIRST_NUMBER_2021)
    for number in range(NUMBER):
        content = _content(number, bodies, delegated, on)
        signed_on = content.starts_on - timedelta(days=18 + number % 9)
        grant = enter_grant(programme, content, by=by, at=at_hour(min(signed_on, on) - WEEK, 9))
        if content.starts_on > on:
            continue
        grant = sign_grant(grant, signed_on=signed_on, by=by, on=on)
        _live_on(grant, number, by=by, on=on)
        if content.ends_on < on:
            end_grant(grant, ended_on=content.ends_on, by=by)
    return bodies


def _content(number: int, bodies: Sequence[Organisation], delegated: Organisation, on: date) -> GrantContent:
    theme, (location, place) = THEMES[number % len(THEMES)], PLACES[(number * 2 + number // 6) % len(PLACES)]
    beneficiary = bodies[number % len(bodies)]
    starts_on = min(months_later(on.replace(day=1), -STARTED_MONTHS_AGO[number]), LAST_START)
    ends_on = min(months_later(starts_on, 36 if number % 5 == 4 else 24) - timedelta(days=1), LAST_END)
    eligible = Decimal(SMALLEST + number * 23_700 % 410_000)
    targets = _targets(theme, eligible, beneficiary)
    partners = (bodies[(number + 1) % len(bodies)],) if number % 3 == 0 else ()
    share = 90 if theme.is_annex_iv else 75 - number % 3 * 5
    return GrantContent(
        reference=f"BE/AMIF/{starts_on.year}/{number + 1:04d}",
        title=theme.title.format(place=place),
        summary=theme.summary,
        beneficiary=beneficiary,
        delegated_authority=delegated,
        partners=partners,
        contacts={each.name: _contact(number) for each in partners},
        location=location,
        applied_on=months_later(starts_on, -7),
        starts_on=starts_on,
        ends_on=ends_on,
        eligible_amount=eligible,
        union_amount=(eligible * share / 100).quantize(CENT),
        budget={name: (eligible * part / 100).quantize(CENT) for name, part in SHARES.items()},
        targets=targets,
        targets_by_sex=_by_sex(targets) if number % 2 == 0 else {},
        issued_by=delegated.name,
        public_amount=eligible,
        contact_name=f"Coordination du projet {number + 1}",
        contact_email=f"projet{number + 1}@demo.openamif.eu",
        procedure_reference=f"AMIF-INT {starts_on.year}-1 (démonstration)",
        **_of_theme(theme),
    )


def _contact(number: int) -> ContactContent:
    return ContactContent(f"Coordination du partenaire {number + 1}", f"partenaire{number + 1}@demo.openamif.eu")


def _of_theme(theme: Theme) -> dict[str, Any]:
    """What all grants of a theme say alike."""
    return {
        "objective": "SO2",
        "action": theme.action,
        "procedure": "open_call",
        "intervention_fields": theme.field,
        "types_of_action": theme.type_of_action,
        "implementation": "003" if theme.is_annex_iv else "001",
        "particular_themes": "003",
        "ground": "annex_iv" if theme.is_annex_iv else "standard",
        "annex_iv_action": "4" if theme.is_annex_iv else "",
        "justification": "Publics vulnérables : mineurs non accompagnés." if theme.is_annex_iv else "",
        "report_months": 6,
        "report_days": 45,
        "work_packages": dict(enumerate(theme.packages, start=1)),
        "is_vat_recoverable": False,
    }


def _targets(theme: Theme, eligible: Decimal, beneficiary: Organisation) -> dict[str, Decimal]:
    """By what the theme reaches for 10 000 EUR; a project of a local authority is one of its own indicator."""
    targets = {code: Decimal(max(int(eligible * each / 10_000), 2)) for code, each in theme.aims}
    if beneficiary.kind == OrganisationKind.LOCAL_PUBLIC_BODY:
        targets["O.2.7"] = Decimal(1)
    return targets


def _by_sex(targets: dict[str, Decimal]) -> dict[str, Decimal]:
    """A little more than half are women, of those whom the grant supports."""
    supported = targets.get("O.2.3")
    if supported is None:
        return {}
    women = int(supported * 54 / 100)
    return {"O.2.3.female": Decimal(women), "O.2.3.male": supported - women}


def _live_on(grant: Grant, number: int, *, by: Person, on: date) -> None:
    """A few pass something on to others, a few are amended, those of a company say who owns it."""
    content = content_of(grant)
    changed = content
    if number % 4 == 1:
        signed_on = grant.starts_on + timedelta(days=40)
        contract = ContractContent("Interprètes et traductions", "Voix Croisées SCRL (démonstration)", signed_on,
                                   Decimal(56_400), "contract", "BE0400000036")  # fmt: skip
        changed = replace(changed, contracts={f"M-{number + 1:03d}": contract})
    if number % 6 == 2 and months_later(grant.starts_on, 8) < on:
        what = "Un module de plus et un partenaire de plus, sans changement du montant."
        changed = replace(changed, amendments={1: AmendmentContent(months_later(grant.starts_on, 8), what)})
    if changed != content:
        change_grant(grant, changed, revision=grant.revision, by=by, on=on)
    if grant.beneficiary.kind == OrganisationKind.COMPANY:
        name_owners(grant, [OwnerContent(register_reference="UBO-DEMO-001")], by=by)
