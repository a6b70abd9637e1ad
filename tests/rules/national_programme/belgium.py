"""The Belgian programme 2014-2020 as facts, in figures: every test begins from it and changes one thing."""

from dataclasses import replace
from decimal import Decimal

from openamif.rules.national_programme.facts import (
    Message,
    Pledge,
    Programme,
    Target,
    Text,
    TimetableRow,
    Yearly,
)

REFERENCE = Decimal("100817784.00")


def money(text: str | None) -> Decimal | None:
    return None if text in (None, "") else Decimal(text.replace(" ", ""))


PLAN = {
    key: money(amount)
    for key, amount in {
        "SO1.NO1": "22 813 801.27",
        "SO1.NO2": "9 697 565.69",
        "SO1.NO3": "2 381 597.48",
        "SO1.NO": "34 892 964.44",
        "SO1.SA1": None,
        "SO1.SA2": None,
        "SO1.SA": "0.00",
        "SO1": "34 892 964.44",
        "SO2.NO1": None,
        "SO2.NO2": "36 124 814.06",
        "SO2.NO3": "2 167 561.56",
        "SO2.NO": "38 292 375.62",
        "SO2.SA3": None,
        "SO2.SA4": None,
        "SO2.SA8": None,
        "SO2.SA": "0.00",
        "SO2": "38 292 375.62",
        "SO3.NO1": "7 348 741.46",
        "SO3.NO2": "25 048 883.67",
        "SO3.NO3": "2 250 240.97",
        "SO3.NO": "34 647 866.10",
        "SO3.SA5": "7 753 663.12",
        "SO3.SA6": None,
        "SO3.SA7": None,
        "SO3.SA": "7 753 663.12",
        "SO3": "42 401 529.22",
        "SO4": "0.00",
        "TA": "7 546 577.84",
        "SPECIAL": "55 994 000.00",
        "TOTAL": "179 127 447.12",
    }.items()
}


def yearly(*amounts: str | None) -> Yearly:
    *years, total = map(money, amounts)
    return Yearly(tuple(years), total)


SPECIAL_CASES = {
    "resettlement": yearly("2000000", "2000000", "5500000", "5500000", "7883333", "7883333", "7883334", "38650000"),
    "relocation_2015_1523": yearly(None, None, "4038000", "4038000", "-1512000", "-1512000", "-1512000", "3540000"),
    "relocation_2015_1601": yearly(None, None, "7344000", "7344000", "-3744000", "-3744000", "-3744000", "3456000"),
    "relocation": yearly(None, None, None, None, None, None, None, "0"),
    "transfer": yearly("0", "0", None, None, None, None, None, "0"),
    "turkey": yearly(None, None, "6396000", "6396000", "-814667", "-814667", "-814666", "10348000"),
    "total": yearly("2000000", "2000000", "23278000", "23278000", "1812666", "1812666", "1812668", "55994000"),
}
COMMITMENTS = {
    "asylum_solidarity": yearly(
        "4704189.95", "6567389", "31792301", "40426050.99", "8594706.37", "5325698.99", "6428284.99", "103838621.29"
    ),
    "integration_return": yearly(
        "8070232.17", "8070231", "8684811", "20243796.01", "11479375.63", "8423492.01", "10316888.01", "75288825.83"
    ),
    "total": yearly(
        "12774422.12", "14637620", "40477112", "60669847", "20074082", "13749191", "16745173", "179127447.12"
    ),
}
PLEDGES = (
    Pledge("resettlement.north_africa", "resettlement", "north_africa", (None, None, 87)),
    Pledge("resettlement.eastern_africa_great_lakes", "resettlement", "eastern_africa_great_lakes", (100, None, 87)),
    Pledge("resettlement.syrians_region", "resettlement", "syrians_region", (300, 1100, 2191)),
    Pledge("transfers.transfer.-.BE", "transfer", "- → BE", (0, None, None)),
    Pledge("transfers.relocation_2015_1523.GR.BE", "relocation_2015_1523", "GR → BE", (None, 538, None)),
    Pledge("transfers.relocation_2015_1523.IT.BE", "relocation_2015_1523", "IT → BE", (None, 808, -756)),
    Pledge("transfers.relocation_2015_1601.GR.BE", "relocation_2015_1601", "GR → BE", (None, 1869, -1711)),
    Pledge("transfers.relocation_2015_1601.IT.BE", "relocation_2015_1601", "IT → BE", (None, 579, -161)),
    Pledge("turkey.admission", "turkey", "", (None, 1968, -376)),
)
TARGETS = tuple(
    Target(
        code,
        "percent" if code in ("SO1.C2.2", "SO1.C3.2") else "number",
        Decimal(0),
        Decimal(value),
        "Project reporting",
    )
    for code, value in {
        "SO1.C1": "7450",
        "SO1.C2.1": "0",
        "SO1.C2.2": "0",
        "SO1.C3.1": "2000",
        "SO1.C3.2": "75",
        "SO1.C4": "25",
        "SO1.C5": "20",
        "SO1.C6": "1450",
        "SO2.C1": "0",
        "SO2.C2": "13112",
        "SO2.C3": "24",
        "SO2.C4": "0",
        "SO2.C5": "0",
        "SO3.C1": "7100",
        "SO3.C2": "7500",
        "SO3.C3": "3150",
        "SO3.C4": "70",
        "SO3.C5": "0",
        "SO3.C6": "0",
    }.items()
)
TIMETABLE = tuple(
    TimetableRow(f"timetable.{objective}.{number}", objective, 2014, 2015, 2022)
    for objective, numbers in {
        "SO1.NO1": (1, 2, 3),
        "SO1.NO2": (1, 2),
        "SO1.NO3": (1,),
        "SO2.NO2": (1, 2, 3),
        "SO2.NO3": (1,),
        "SO3.NO1": (1,),
        "SO3.NO2": (1, 2),
        "SO3.NO3": (1, 3),
        "SO3.SA5": (1,),
    }.items()
    for number in numbers
)
UPDATE = "Update due to regulation (2018/2000): {} is added to this Specific Objective."
TEXTS = (
    Text(
        "summary",
        (
            "An estimated 1450 persons will be resettled.",
            "The plan allocates 32% to asylum, 29,5% to integration,32,5% to return and 6% TA.",
        ),
    ),
    Text(
        "baseline",
        (
            "The network totalizes (01.01.2014) 20.854 places: centres (4.927), RC (5.609), local (7.934), more.",
            "The total budget was € 387.736.961. From this € 379.435.171 is used for reception"
            " from which € 261.288.000 as funding and € 117.147.000 for own facilities.",
            "The remaining budget is used for return (€ 7.101.790) and resettlement (€ 1.536.833).",
        ),
    ),
    Text("objectives.SO1.strategy", ("Strategy.", UPDATE.format("4.9 million Euro"))),
    Text("objectives.SO2.strategy", ("Strategy.", UPDATE.format("4.5 million Euro"))),
    Text("objectives.SO3.strategy", ("Strategy.", UPDATE.format("4.2 M Euro"))),
    *(Text(f"partnership.{section}", ("Text.",)) for section in ("6.1", "6.2", "6.3", "6.4", "6.5", "6.6")),
    Text("partnership.6.7.2", ("Direct award where projects are part of a legal or de facto monopoly.",)),
)
MESSAGES = (
    Message("info", "", "La version du programme a été validée."),
    Message("warning", "2.15", "Une nouvelle décision CE est requise pour les versions > 1."),
    Message(
        "warning",
        "2.22.1",
        "La dotation totale au programme (objectifs nationaux + AT) pour FAMI (115 379 784,00) devrait être équivalente"
        " à la dotation totale pour les montants de base (100 817 784,00).",
    ),
)
BELGIUM = Programme(
    financial_plan=PLAN,
    special_cases=SPECIAL_CASES,
    commitments=COMMITMENTS,
    pledges=PLEDGES,
    pledge_totals={
        "resettlement_totals.union_priorities": (400, 1100, 2365),
        "resettlement_totals.grand_total": (400, 1100, 2365),
    },
    targets=TARGETS,
    timetable=TIMETABLE,
    texts=TEXTS,
    beneficiary_types=("state_authorities", "local_public_bodies"),
    messages=MESSAGES,
)


def belgium(**changed: object) -> Programme:
    """The programme with some of its facts replaced."""
    return replace(BELGIUM, **changed)


def with_plan(**amounts: str | None) -> Programme:
    """The programme with some rows of Table 1 replaced; a dot in a code is written ``_``: ``SO1_NO1``."""
    plan = {**PLAN, **{key.replace("_", "."): money(amount) for key, amount in amounts.items()}}
    return belgium(financial_plan=plan)


def with_text(place: str, *paragraphs: str) -> Programme:
    """The programme with one text replaced."""
    others = tuple(text for text in TEXTS if text.place != place)
    return belgium(texts=(*others, Text(place, paragraphs)))
