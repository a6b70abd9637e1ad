"""A small national programme that no error or warning stands against, and its way through the actions to adoption.

Its figures are round and tied together: national objectives 7 800 000, technical assistance 500 000, one specific
action 300 000, 60 persons resettled and 10 relocated at their lump sums 660 000; in all 9 260 000 EUR.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from openamif.people.models import Person
from openamif.people.states import RoleKind
from openamif.programmes.actions.accept_decision import accept_decision
from openamif.programmes.actions.adopt_version import adopt_version
from openamif.programmes.actions.begin_programme import ProgrammeName, begin_programme
from openamif.programmes.actions.enter_programme_2021 import enter_programme_2021
from openamif.programmes.actions.send_version import send_version
from openamif.programmes.actions.validate_version import validate_version
from openamif.programmes.facts import (
    ActionContent,
    AimContent,
    AuthorityContent,
    ObjectiveContent,
    ProgrammeContent,
)
from openamif.programmes.models import Programme, Version
from openamif.sfc.labels_2014 import INDICATORS
from openamif.sfc.programme_2014 import (
    Action,
    IndicatorTarget,
    NationalObjective,
    ResettlementPledge,
    ResettlementTotals,
    SpecificAction,
    SpecificObjective,
    TimetableRow,
    TransferPledge,
    YearlyAmounts,
)
from openamif.sfc.programme_2014 import Programme as Document
from tests.factories.people import organisation, person, role

DAY = date(2020, 6, 1)
DECISION = "C(2020) 3777"


def euros(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text.replace(" ", "")).quantize(Decimal("0.01"))


def yearly(*amounts: str | None) -> YearlyAmounts:
    *years, total = map(euros, amounts)
    return YearlyAmounts(tuple(years), total)


PLAN = {
    "SO1.NO1": "2 500 000",
    "SO1.NO2": "500 000.25",
    "SO1.NO3": None,
    "SO1.NO": "3 000 000.25",
    "SO1.SA1": None,
    "SO1.SA2": None,
    "SO1.SA": "0",
    "SO1": "3 000 000.25",
    "SO2.NO1": None,
    "SO2.NO2": "2 800 000",
    "SO2.NO3": None,
    "SO2.NO": "2 800 000",
    "SO2.SA3": None,
    "SO2.SA4": None,
    "SO2.SA8": None,
    "SO2.SA": "0",
    "SO2": "2 800 000",
    "SO3.NO1": "400 000",
    "SO3.NO2": "1 599 999.75",
    "SO3.NO3": None,
    "SO3.NO": "1 999 999.75",
    "SO3.SA5": "300 000",
    "SO3.SA6": None,
    "SO3.SA7": None,
    "SO3.SA": "300 000",
    "SO3": "2 299 999.75",
    "SO4": "0",
    "TA": "500 000",
    "SPECIAL": "660 000",
    "TOTAL": "9 260 000",
}
SPECIAL = {
    "resettlement": yearly("100000", "100000", "100000", "100000", "66667", "66667", "66666", "600000"),
    "relocation_2015_1523": yearly(None, None, "30000", "30000", None, None, None, "60000"),
    "relocation_2015_1601": yearly(None, None, None, None, None, None, None, "0"),
    "relocation": yearly(None, None, None, None, None, None, None, "0"),
    "transfer": yearly("0", "0", None, None, None, None, None, "0"),
    "turkey": yearly(None, None, None, None, None, None, None, "0"),
    "total": yearly("100000", "100000", "130000", "130000", "66667", "66667", "66666", "660000"),
}
ANNUAL = {
    "asylum_solidarity": yearly("600000", "600000", "630000", "630000", "566667", "566667", "566666", "4160000"),
    "integration_return": yearly("700000", "700000", "700000", "700000", "700000", "700000", "900000", "5100000"),
    "total": yearly("1300000", "1300000", "1330000", "1330000", "1266667", "1266667", "1466666", "9260000"),
}


def action(number: int, title: str, result: str) -> Action:
    return Action(number, title, description=(), examples=("A first example.",), desired_results=(result,))


OBJECTIVES = (
    SpecificObjective(
        "SO1",
        ("Asylum is about reception with dignity.", "And about decisions that hold."),
        (
            NationalObjective(
                "SO1.NO1",
                ("Reception comes first.",),
                (action(1, "Make reception flexible", "Everyone has a place to stay."),),
            ),
            NationalObjective(
                "SO1.NO2", ("What works is measured.",), (action(2, "Measure the procedure", "Decisions come sooner."),)
            ),
        ),
        (),
    ),
    SpecificObjective(
        "SO2",
        ("Integration begins on the first day.",),
        (
            NationalObjective(
                "SO2.NO2", ("Language opens doors.",), (action(3, "Offer a welcome course", "Newcomers speak."),)
            ),
        ),
        (),
    ),
    SpecificObjective(
        "SO3",
        ("Return is voluntary first.",),
        (
            NationalObjective(
                "SO3.NO1", ("Advice for everyone.",), (action(4, "Advise on return", "People choose knowingly."),)
            ),
            NationalObjective(
                "SO3.NO2", ("A safe way back.",), (action(5, "Help people begin again", "Returns last."),)
            ),
        ),
        (SpecificAction("SO3.SA5", ("Liaison officers work together.",)),),
    ),
)
TARGETS = {
    "SO1": {"C1": "4 000", "C3.1": "150", "C3.2": "60", "C6": "60"},
    "SO2": {"C2": "2 500", "C3": "12"},
    "SO3": {"C1": "300", "C2": "450", "C3": "900"},
}
PERCENTAGES = ("C2.2", "C3.2")
TIMETABLE = (("SO1.NO1", 1), ("SO1.NO2", 2), ("SO2.NO2", 3), ("SO3.NO1", 4), ("SO3.NO2", 5))
SMALL = Document(
    language="en",
    summary=("A small programme for a small fund.", "It serves tests."),
    baseline=("There are 4 000 places.",),
    objectives=OBJECTIVES,
    timetable=tuple(
        TimetableRow(objective, 1, f"{number} the action", 2014, 2015, 2020) for objective, number in TIMETABLE
    ),
    resettlement_justification=("The needs are in the region.",),
    resettlement=(ResettlementPledge("syrians_region", (20, 20, 20)),),
    resettlement_totals=ResettlementTotals((20, 20, 20), (20, 20, 20)),
    transfers=(
        TransferPledge("transfer", None, "BE", (0, None, None)),
        TransferPledge("relocation_2015_1523", "GR", "BE", (None, 10, None)),
    ),
    turkey=(),
    indicators=tuple(
        IndicatorTarget(
            f"{objective}.{code}",
            f"Indicator {objective}.{code} as the form names it",
            "percent" if objective == "SO1" and code in PERCENTAGES else "number",
            euros("0"),
            euros(targets.get(code, "0")),
            "Project reporting",
        )
        for objective, targets in TARGETS.items()
        for code in INDICATORS[objective]
    ),
    partnership={section: (f"Text of section {section}.",) for section in ("6.1", "6.2", "6.3", "6.4", "6.5", "6.6")}
    | {"6.7.2": ()},
    beneficiary_types=("Local public bodies", "Non-governmental organisations"),
    financial_plan={line: euros(amount) for line, amount in PLAN.items()},
    special_cases=SPECIAL,
    annual_commitments=ANNUAL,
)


def document(**changed) -> Document:
    """The small programme with some of its parts replaced."""
    return replace(SMALL, **changed)


def colleague(of: Person, scope) -> Person:
    """A second person of the same responsible authority, for the four eyes."""
    return person(RoleKind.RESPONSIBLE_AUTHORITY, scope=scope, of=of.roles.order_by("pk").first().organisation)


def version(
    *, by: Person | None = None, country: str = "BE", title: str = "", cci: str | None = None, content: Document = SMALL
) -> Version:
    """An open first version of a programme of its own, begun by ``by`` or by somebody of a responsible authority.

    It has the number that the Commission would give a programme of that country, unless another is said.
    """
    begun_by = by or person(RoleKind.RESPONSIBLE_AUTHORITY, of=organisation())
    number = f"2014{country}65AMNP001" if cci is None else cci
    name = ProgrammeName(country=country, title=title or f"Fund in {country}", cci=number)
    return begin_programme(content, name=name, by=begun_by)


def programme(**said) -> Programme:
    """A programme with an open version."""
    return version(**said).programme


def sent_version(*, sender: Person | None = None, on: date = DAY, **said) -> Version:
    """A version that one person validated and another one sent."""
    made = version(**said)
    validate_version(made, by=made.entered_by, on=on)
    return send_version(made, by=sender or colleague(made.entered_by, made.programme.scope))


def adopted_version(*, on: date = DAY, **said) -> Version:
    """A version that the Commission adopted."""
    made = sent_version(on=on, **said)
    accept_decision(made, by=made.entered_by)
    return adopt_version(made, decision_reference=DECISION, decision_on=on, by=made.entered_by)


def responsible(of_programme: Programme, **said) -> Person:
    """Somebody of the programme's responsible authority."""
    made = person(**said)
    role(made, RoleKind.RESPONSIBLE_AUTHORITY, scope=of_programme.scope, of=of_programme.responsible_authority)
    return made


DAY_2021 = date(2022, 12, 1)
CONTENT_2021 = ProgrammeContent(
    objectives=(
        ObjectiveContent("SO1", Decimal(30000000), "Reception that holds."),
        ObjectiveContent(
            "SO2",
            Decimal(40000000),
            "Newcomers find their way.",
            (ActionContent("Courses", "Language and citizenship.", "They speak."), ActionContent("Guidance")),
        ),
        ObjectiveContent("SO3", Decimal(30000000)),
    ),
    assistance_amount=Decimal(6000000),
    aims=(AimContent("O.2.3", Decimal(1000), Decimal(9000)), AimContent("R.2.8", None, Decimal(4000))),
    authorities=(AuthorityContent("RA", "European Funds Unit"), AuthorityContent("AA", "Audit authority")),
    summary="A strategy in a sentence.",
)
FULL_2021 = replace(
    CONTENT_2021,
    objectives=(
        CONTENT_2021.objectives[0],
        replace(
            CONTENT_2021.objectives[1],
            strategy="Newcomers find their way.\nLanguage first.",
            actions=(
                ActionContent("Courses", "Language and citizenship.\nNear home.", "They speak.", 1),
                ActionContent("Guidance", number=2),
            ),
        ),
        CONTENT_2021.objectives[2],
    ),
    aims=(
        AimContent("O.2.3", Decimal(1200), Decimal(9000), source="Project reports"),
        AimContent("R.2.8", None, Decimal(4000), Decimal(0), "Tests"),
    ),
    authorities=(
        AuthorityContent("RA", "European Funds Unit", "Head of unit", "Street 1\n1000 Brussels", "unit@example.eu"),
        AuthorityContent("AA", "Audit authority", designated_on=date(2021, 1, 22)),
        AuthorityContent("DA", "Agency", activities="The integration strand."),
    ),
    partnership="Who was asked.",
    communication="Who is told.",
    fields={"I.001": Decimal(20000000), "II.004": Decimal(25000000), "V.002": Decimal(6000000)},
    years={2022: Decimal(53000000), 2023: Decimal(53000000)},
)


def programme_2021(
    *, by: Person | None = None, is_adopted: bool = True, content: ProgrammeContent | None = None
) -> Version:
    """A small programme of 2021-2027 that no rule stands against, adopted unless said otherwise."""
    begun_by = by or person(RoleKind.RESPONSIBLE_AUTHORITY, of=organisation())
    name = ProgrammeName(country="BE", title="Fund of 2021-2027", cci="2021BE65AMPR001")
    made = enter_programme_2021(content or CONTENT_2021, name=name, by=begun_by)
    if not is_adopted:
        return made
    validate_version(made, by=begun_by, on=DAY_2021)
    made = send_version(made, by=colleague(begun_by, made.programme.scope))
    accept_decision(made, by=begun_by)
    return adopt_version(made, decision_reference="C(2022) 1", decision_on=DAY_2021, by=begun_by)
