"""Forty grants of 2014-2020: invented beneficiaries of real kinds, dated around the period."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from openamif.demo.beneficiaries import FIRST_NUMBER_2014, OF_2014, enter_bodies
from openamif.demo.words import language_of, said
from openamif.grants.actions.end_grant import end_grant
from openamif.grants.actions.enter_grant import enter_grant
from openamif.grants.actions.sign_grant import sign_grant
from openamif.grants.facts import GrantContent
from openamif.people.models import Organisation, Person
from openamif.programmes.models import Programme
from openamif.rules.grants.calendar import months_later

KINDS = (
    ("SO1.NO1", "SO1.C1", "Places that adapt to arrivals", "Reception places and trained teams"),
    ("SO1.NO2", "SO1.C4", "Measuring the asylum procedure", "Country information and evaluation"),
    ("SO2.NO2", "SO2.C2", "Language and first steps", "Language courses and orientation for newcomers"),
    ("SO2.NO2", "SO2.C2", "Towards work", "Coaching and recognition of skills for newcomers"),
    ("SO2.NO3", "SO2.C3", "Intercultural teams in public services", "Training of counsellors"),
    ("SO3.NO1", "SO3.C1", "Return counselling close by", "Independent advice on return"),
    ("SO3.NO2", "SO3.C3", "Returning with a plan", "Assistance before and after voluntary return"),
)
RESETTLEMENT = (
    *("SO1.NO3", "SO1.C6", "Arriving by a safe way"),
    "Preparation before departure, journey and arrival of resettled refugees",
)
RESETTLING = (7, 35)
"""Of forty grants, those that resettle in place of receiving."""
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
NUMBER, YEARS, FIRST_YEAR, SMALLEST = 40, 6, 2015, 84_000
CENT = Decimal("0.01")
PRIORITY = "Strategic priority: separated children and vulnerable persons."
OF_THINGS = ("SO1.C4", "SO2.C3")
"""Indicators that count products and plans, of which a grant brings a few."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The bodies that play."""

    beneficiaries: tuple[Organisation, ...]
    delegated: Organisation


def play_grants_2014(programme: Programme, *, delegated: Organisation, by: Person, on: date) -> None:
    """Entered, signed and ended one by one; a few are drafts still, a few run to the end of the period."""
    cast = Cast(tuple(enter_bodies(OF_2014, FIRST_NUMBER_2014)), delegated)
    for number in range(NUMBER):
        content, signed_on = _content(number, cast)
        grant = enter_grant(programme, content, by=by)
        if number % 20 == 19:
            continue
        grant = sign_grant(grant, signed_on=signed_on, by=by, on=on)
        if content.ends_on < date(FIRST_YEAR + YEARS, 9, 1):
            end_grant(grant, ended_on=content.ends_on, by=by)


def _content(number: int, cast: Cast) -> tuple[GrantContent, date]:
    objective, indicator, title, summary = RESETTLEMENT if number in RESETTLING else KINDS[number % len(KINDS)]
    location, place = PLACES[(number * 3 + number // 7) % len(PLACES)]
    starts_on = months_later(date(FIRST_YEAR, 3, 1), number * YEARS * 12 // NUMBER)
    ends_on = months_later(starts_on, 24 if number % 3 else 36) - timedelta(days=1)
    beneficiary = cast.beneficiaries[number % len(cast.beneficiaries)]
    language = language_of(beneficiary.name)
    eligible = Decimal(SMALLEST + number * 13_450 % 640_000)
    budget = {name: (eligible * share / 100).quantize(CENT) for name, share in SHARES.items()}
    higher = number % 11 == 5
    partners = (cast.beneficiaries[(number + 5) % len(cast.beneficiaries)],) if number % 4 == 0 else ()
    is_flemish = objective == "SO2.NO2" and location.startswith("BE2")
    content = GrantContent(
        reference=f"BE/{starts_on.year}/PR/{number + 1:04d}",
        title=f"{said(title, language)}, {said(place, language)}",
        summary=f"{said(summary, language)} ({said(place, language)}).",
        beneficiary=beneficiary,
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
        justification=said(PRIORITY, language) if higher else "",
        has_investment=number % 10 == 0,
        report_months=6 if number % 2 else 12,
        report_days=60,
        # They ran before this system: but for a few last ones, their reports were made on paper.
        reports_start_on=ends_on + timedelta(days=number % 6),
        budget=budget,
        targets={indicator: Decimal(2 + number % 4 if indicator in OF_THINGS else 40 + number * 17 % 460)},
    )
    return content, starts_on - timedelta(days=20 + number % 15)
