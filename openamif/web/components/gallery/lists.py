"""Specimens of several values together, and of findings."""

from datetime import UTC, date, datetime
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from openamif.web.components.gallery.book import Section, Specimen
from openamif.web.components.shapes import (
    Badge,
    Entry,
    Explained,
    Figure,
    Link,
    Node,
    Part,
    Step,
    Task,
    Term,
)

FIGURES = Specimen(
    "figures",
    "Key figures side by side.",
    ("{% figures items %}", "{% figures extremes %}"),
    {
        "items": [
            Figure("Programme total", Decimal("179127447.12"), "money"),
            Figure("Contracted", Decimal("80.5"), "share", "of national objectives and assistance"),
            Figure("Persons pledged", 3865, note="38,65 M EUR in lump sums"),
            Figure("At risk of decommitment", Decimal("1214000.00"), "money", "on 31 December 2022", url="#lists"),
        ],
        "extremes": [
            Figure("None", None),
            Figure("Zero", Decimal(0), "money"),
            Figure("Rechnungsabschlussentscheidung der Verwaltungsbehörde", "offen", "text"),
            Figure("Negative", Decimal("-3650000"), "money"),
        ],
    },
    wide=True,
    bare=True,
)
SPLIT = Specimen(
    "split_bar",
    "A whole of money and its parts, each in the colour that its objective has everywhere.",
    (
        '{% split_bar parts label="Money by objective" %}',
        '{% split_bar one label="Only one part" %}',
        '{% split_bar empty label="Nothing yet" %}',
    ),
    {
        "parts": [
            Part("Asylum", Decimal("34892964.44"), "asylum", "at least 20 %"),
            Part("Integration and legal migration", Decimal("38292375.62"), "integration", "at least 20 %"),
            Part("Return", Decimal("34647866.10"), "return"),
            Part("Solidarity", Decimal("1250000.00"), "solidarity"),
            Part("Technical assistance", Decimal("7546577.84"), "assistance"),
        ],
        "one": [Part("Asylum", Decimal(1), "asylum")],
        "empty": [Part("Asylum", Decimal(0), "asylum"), Part("Return", Decimal(0), "return")],
    },
    wide=True,
)
BULLET = Specimen(
    "bullet",
    "A value against its target; the black line says where it should stand by now, amber that it does not.",
    (
        '{% bullet 6204 7450 milestone=5215 label="Persons assisted" %}',
        '{% bullet 1120 2000 milestone=1240 label="Persons trained" %}',
        '{% bullet 14870 13112 milestone=8916 label="Persons integrated" objective="integration" %}',
        '{% bullet 0 1450 label="Persons resettled" %}',
        '{% bullet 0 0 label="No target" %}',
    ),
)
CHAIN = (
    Term("", Decimal("115379784.00"), "in the plan"),
    Term("−", Decimal("100817784.00"), "reference amounts"),
    Term("=", Decimal("14562000.00"), "too much"),
)
FINDING = Specimen(
    "finding",
    "What is wrong, where, by which figures, and by which article. The Commission's rules and ours are told apart.",
    (
        "{% finding allocation %}",
        "{% finding target %}",
        "{% finding note %}",
        "{% finding order %}",
        "{% finding german %}",
    ),
    {
        "allocation": Explained(
            "Basic allocation differs from the reference",
            "2.22.1",
            "National objectives and technical assistance should equal the reference amounts.",
            CHAIN,
            "commission",
            "error",
            place="Financial plan, basic allocation",
            place_url="#lists",
            article="Implementing Regulation (EU) 2018/2000",
            more="18 212 000 freed from relocation and Turkey, 3 650 000 kept for 365 resettled persons.",
        ),
        "target": Explained(
            "Resettlement target and pledges disagree",
            "X-14",
            equation=(Term("", 1450, "target of C6"), Term("≠", 3865, "persons pledged")),
            place="Target of SO1.C6",
            place_url="#lists",
            article="Regulation (EU) No 516/2014, Article 17",
        ),
        "note": Explained(
            "A new decision is needed for version 6",
            "2.15",
            "The totals of SO1 and SO3 change.",
            by="commission",
            severity="info",
        ),
        "order": Explained(
            "The shares of asylum and of integration are at least 20 %",
            "I-08",
            holds=True,
            article="Regulation (EU) No 516/2014, Article 15(1)",
        ),
        "german": {
            "title": "Die Grundzuweisung weicht von der Zuweisung laut Durchführungsverordnung ab",
            "code": "2.22.1",
            "by": "commission",
            "sentence": "Mittelausstattungsänderungsverfahren und Umsiedlungsverpflichtungen sind unvollständig.",
            "severity": "warning",
            "equation": "987 654 321 098,76 − 987 654 321 000,00 = 98,76",
            "place": "Finanzierungsplan, Grundzuweisung",
            "place_url": "#lists",
        },
    },
    wide=True,
)
DIFF = Specimen(
    "diff",
    "Before and after, with what changed marked.",
    (
        "{% diff before after %}",
        "{% diff nothing after %}",
        '{% diff less more kind="money" %}',
        '{% diff 365 250 kind="count" %}',
        '{% diff start end kind="day" %}',
    ),
    {
        "before": "Reception capacity will be raised to 16 000 places by 2017. A buffer of 3 000 is kept.",
        "after": "Reception capacity will be raised to 24 000 places by 2018, and winter places."
        " A buffer of 3 000 is kept.",
        "nothing": "",
        "less": Decimal("2047561.56"),
        "more": Decimal("2167561.56"),
        "start": date(2014, 1, 1),
        "end": date(2014, 7, 1),
    },
    wide=True,
)
TIMELINE = Specimen(
    "timeline",
    "What happened, and what comes next.",
    ("{% timeline entries %}",),
    {
        "entries": [
            Entry(
                datetime(2026, 11, 3, 9, 12, tzinfo=UTC),
                "Document imported",
                "1 039 lines read, none left over",
                "Programme officer",
            ),
            Entry(date(2026, 11, 12), "Financial plan changed", "SO2.NO3 +120 000,00", "Financial officer", "#lists"),
            Entry(
                date(2026, 11, 20),
                "Sent back with a reason",
                "The committee was not heard.",
                "Responsible authority",
                state="failed",
            ),
            Entry(
                date(2026, 11, 21), "Language course, 3 hours", "Entered for somebody else.", "Beneficiary", gone=True
            ),
            Entry(
                date(2026, 11, 21),
                "Language course, 2 hours",
                by="Beneficiary",
                acts=[Link("Correct", "#lists"), Link("Take away", "#lists")],
            ),
            Entry(date(2026, 11, 25), "Checks and validation", state="current"),
            Entry("then", "Sent to the Commission", state="todo"),
        ]
    },
)
TASKS = Specimen(
    "tasks",
    "What waits for the reader, the most pressing first.",
    ("{% tasks items on=on %}", "{% tasks plain on=on %}"),
    {
        "on": date(2026, 11, 25),
        "items": [
            Task(
                "Report 3 of BE/2019/PR/0001",
                "#lists",
                "“The figures for June are missing.”",
                date(2026, 11, 20),
                Badge("Returned to you", "bad"),
            ),
            Task("Fortschrittsbericht 4 von BE/2019/PR/0002", "#lists", due_on=date(2026, 12, 4)),
            Task("Progress report 1 of BE/2019/PR/0003", "#lists", "A first welcome", date(2027, 2, 28)),
        ],
        "plain": [Task("participants.xlsx: 212 rows to confirm", "#lists")],
    },
    wide=True,
)
STEPS = Specimen(
    "steps",
    "How far a job of several steps has come.",
    ("{% steps items %}", "{% steps failed %}"),
    {
        "items": [
            Step("Choose the file", "done", url="#lists"),
            Step("Read and compare", "current", "1 039 lines"),
            Step("Confirm"),
            Step("Ready"),
        ],
        "failed": [
            Step("Choose the file", "done"),
            Step("Vollständigkeitsüberprüfung", "failed", "Two fields are missing"),
            Step("Confirm"),
        ],
    },
    wide=True,
)
TREE = Specimen(
    "tree",
    "Objectives and what stands under them, to open and close.",
    ("{% tree nodes %}",),
    {
        "nodes": [
            Node(
                "Asylum",
                "SO1",
                amount=Decimal("34892964.44"),
                open=True,
                children=[
                    Node(
                        "Reception and asylum",
                        "SO1.NO1",
                        "#lists",
                        Decimal("22813801.27"),
                        children=[
                            Node("Reception of unaccompanied minors"),
                            Node("Weiterbildung der Sachbearbeiterinnen und Sachbearbeiter im Asylverfahren"),
                        ],
                    ),
                    Node("Evaluation", "SO1.NO2", "#lists", Decimal("9697565.69")),
                    Node("Resettlement", "SO1.NO3", "#lists", Decimal("2381597.48"), "special case"),
                ],
            ),
            Node(
                "Integration and legal migration",
                "SO2",
                amount=Decimal("38292375.62"),
                children=[Node("Integration", "SO2.NO2", "#lists", Decimal("36124814.06"))],
            ),
            Node("Technical assistance", "TA", amount=Decimal("7546577.84")),
        ]
    },
    wide=True,
)
SECTION = Section(
    "lists", _("Figures, findings, lists"), (FIGURES, SPLIT, BULLET, FINDING, DIFF, TASKS, TIMELINE, STEPS, TREE)
)
