"""Sixty grants of the demonstration: invented beneficiaries of real kinds, dated around the period of 2014-2020."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from openamif.grants.actions.end_grant import end_grant
from openamif.grants.actions.enter_grant import enter_grant
from openamif.grants.actions.sign_grant import sign_grant
from openamif.grants.facts import GrantContent
from openamif.people.models import Organisation, Person
from openamif.people.states import OrganisationKind
from openamif.programmes.models import Programme
from openamif.rules.grants.calendar import months_later

K = OrganisationKind
BENEFICIARIES = (
    ("Maison des Quatre Vents (demonstration)", K.NGO),
    ("Huis van de Eerste Stap (demonstratie)", K.NGO),
    ("Réseau Accueil Meuse (demonstration)", K.NGO),
    ("Taalwerkplaats Schelde (demonstratie)", K.EDUCATION_OR_RESEARCH),
    ("Centre d’action sociale de Valombre (demonstration)", K.LOCAL_PUBLIC_BODY),
    ("OCMW Lindenveld (demonstratie)", K.LOCAL_PUBLIC_BODY),
    ("Universität Ostbach (Demonstration)", K.EDUCATION_OR_RESEARCH),
    ("Reception service of the North (demonstration)", K.STATE_AUTHORITY),
    ("Safe Way Home (demonstration)", K.INTERNATIONAL_PUBLIC_ORGANISATION),
    ("Second Chance Cooperative (demonstration)", K.COMPANY),
    ("Carrefour des Parcours (demonstration)", K.NGO),
    ("Steunpunt Nieuwe Buren (demonstratie)", K.NGO),
)
FIRST_NUMBER = 4_000_001
KINDS = (
    (
        "SO1.NO1",
        "SO1.C1",
        "Places that adapt to arrivals: {0}",
        "Reception places and trained teams in {0}.",
    ),
    (
        "SO1.NO2",
        "SO1.C4",
        "Measuring the asylum procedure: {0}",
        "Country information and evaluation in {0}.",
    ),
    ("SO2.NO2", "SO2.C2", "Language and first steps: {0}", "Language courses and orientation for newcomers in {0}."),
    (
        "SO2.NO2",
        "SO2.C2",
        "Towards work: {0}",
        "Coaching and recognition of skills for newcomers in {0}.",
    ),
    ("SO2.NO3", "SO2.C3", "Intercultural teams in public services: {0}", "Training of counsellors in {0}."),
    ("SO3.NO1", "SO3.C1", "Return counselling close by: {0}", "Independent advice on return in {0}."),
    ("SO3.NO2", "SO3.C3", "Returning with a plan: {0}", "Assistance before and after voluntary return from {0}."),
)
PLACES = (
    ("BE1", "Brussels"),
    ("BE21", "Antwerp"),
    ("BE23", "Ghent"),
    ("BE24", "Leuven"),
    ("BE32", "Charleroi"),
    ("BE33", "Liège"),
    ("BE35", "Namur"),
)
SHARES = {"staff": 58, "travel": 4, "supplies": 6, "subcontracting": 12, "target_group": 9, "indirect": 11}
NUMBER, YEARS, FIRST_YEAR, SMALLEST = 60, 6, 2015, 84_000
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Cast:
    """The bodies that play."""

    beneficiaries: tuple[Organisation, ...]
    delegated: Organisation


def play_grants(programme: Programme, *, delegated: Organisation, by: Person, on: date) -> None:
    """Entered, signed and ended one by one; a few are drafts still, a few run to the end of the period."""
    cast = Cast(tuple(_beneficiaries()), delegated)
    for number in range(NUMBER):
        content, signed_on = _content(number, cast)
        grant = enter_grant(programme, content, by=by)
        if number % 20 == 19:
            continue
        grant = sign_grant(grant, signed_on=signed_on, by=by, on=on)
        if content.ends_on < date(FIRST_YEAR + YEARS, 9, 1):
            end_grant(grant, ended_on=content.ends_on, by=by)


def _beneficiaries() -> list[Organisation]:
    bodies = [
        Organisation(name=name, kind=str(kind), enterprise_number=_enterprise_number(FIRST_NUMBER + 777 * number))
        for number, (name, kind) in enumerate(BENEFICIARIES)
    ]
    return Organisation.objects.bulk_create(bodies)


def _enterprise_number(first: int) -> str:
    """Ten digits: eight, and two that agree with them modulo 97."""
    return f"{first:08d}{97 - first % 97:02d}"


def _content(number: int, cast: Cast) -> tuple[GrantContent, date]:
    objective, indicator, title, summary = KINDS[number % len(KINDS)]
    location, place = PLACES[(number * 3 + number // 7) % len(PLACES)]
    starts_on = months_later(date(FIRST_YEAR, 3, 1), number * YEARS * 12 // NUMBER)
    ends_on = months_later(starts_on, 24 if number % 3 else 36) - timedelta(days=1)
    eligible = Decimal(SMALLEST + number * 13_450 % 640_000)
    budget = {name: (eligible * share / 100).quantize(CENT) for name, share in SHARES.items()}
    higher = number % 11 == 5
    partners = (cast.beneficiaries[(number + 5) % len(cast.beneficiaries)],) if number % 4 == 0 else ()
    is_flemish = objective == "SO2.NO2" and location.startswith("BE2")
    content = GrantContent(
        reference=f"BE/{starts_on.year}/PR/{number + 1:04d}",
        title=title.format(place),
        summary=summary.format(place),
        beneficiary=cast.beneficiaries[number % len(cast.beneficiaries)],
        delegated_authority=cast.delegated if is_flemish else None,
        partners=partners,
        objective=objective,
        procedure="direct_award" if number % 9 == 4 else "open_call",
        procedure_reference=f"AMIF {starts_on.year - 1}-{number % 3 + 1}",
        location=location,
        applied_on=months_later(starts_on, -8),
        starts_on=starts_on,
        ends_on=ends_on,
        eligible_amount=eligible,
        union_amount=(eligible * (85 if higher else 75 - number % 4 * 5) / 100).quantize(CENT),
        ground="strategic_priority" if higher else "standard",
        justification="Strategic priority: separated children and vulnerable persons." if higher else "",
        has_investment=number % 10 == 0,
        report_months=6 if number % 2 else 12,
        report_days=60,
        budget=budget,
        targets={indicator: Decimal(40 + number * 17 % 460)},
    )
    return content, starts_on - timedelta(days=20 + number % 15)
