"""Specimens of single values."""

from datetime import UTC, date, datetime
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from openamif.web.components.gallery.book import Section, Specimen

AMOUNTS = {
    "amount": Decimal("179127447.12"),
    "zero": Decimal("0.00"),
    "cent": Decimal("0.01"),
    "small": Decimal("640500.00"),
    "huge": Decimal("987654321098.76"),
    "less": Decimal("-1250000.50"),
    "none": None,
}
ON = date(2026, 11, 25)

MONEY = Specimen(
    "money",
    "An exact amount in euros and cents.",
    (
        "{% money amount %}",
        "{% money zero %}",
        "{% money cent %}",
        "{% money huge %}",
        "{% money less %}",
        "{% money amount unit=False %}",
        "{% money small sign=True %}",
        "{% money none %}",
    ),
    AMOUNTS,
)
MONEY_SHORT = Specimen(
    "money_short",
    "A large figure, with the exact amount in small print below. Millions stay millions, however many.",
    (
        "{% money_short amount %}",
        "{% money_short huge %}",
        "{% money_short small %}",
        "{% money_short zero %}",
        "{% money_short less %}",
        "{% money_short none %}",
    ),
    AMOUNTS,
)
COUNT = Specimen(
    "count",
    "A number of persons or things.",
    (
        "{% count persons %}",
        "{% count zero %}",
        "{% count huge %}",
        "{% count posts %}",
        "{% count persons sign=True %}",
        "{% count none %}",
    ),
    {"persons": 3865, "zero": 0, "huge": 1234567890, "posts": Decimal("12.50"), "none": None},
)
SHARE = Specimen(
    "share",
    "A percentage and a short bar, with more decimals where rounding would hide that it misses its minimum, 0 or 100.",
    (
        "{% share rate %}",
        "{% share zero %}",
        "{% share full %}",
        "{% share nearly %}",
        "{% share over %}",
        "{% share less %}",
        "{% share enough minimum=minimum %}",
        "{% share missed minimum=minimum %}",
        '{% share rate objective="integration" %}',
        "{% share rate bar=False %}",
        "{% share none %}",
    ),
    {
        "rate": Decimal("30.25"),
        "zero": Decimal(0),
        "full": Decimal(100),
        "nearly": Decimal("99.97"),
        "over": Decimal("143.2"),
        "less": Decimal("-4.5"),
        "enough": Decimal("33.2"),
        "missed": Decimal("19.98"),
        "minimum": Decimal(20),
        "none": None,
    },
)
SIZE = Specimen(
    "size",
    "The size of a file, never less than it is.",
    ("{% size little %}", "{% size letter %}", "{% size document %}", "{% size most %}"),
    {"little": 1, "letter": 340_001, "document": 5_300_000, "most": 40_000_000},
)
DAY = Specimen(
    "day, instant",
    "A day and, for what happened at a moment, the time in Brussels.",
    (
        "{% day first %}",
        '{% day first length="medium" %}',
        '{% day first length="full" %}',
        "{% day none %}",
        "{% instant moment %}",
        '{% instant moment length="medium" %}',
    ),
    {"first": date(2026, 7, 1), "moment": datetime(2026, 7, 31, 22, 5, tzinfo=UTC), "none": None},
)
DEADLINE = Specimen(
    "deadline",
    "A day by which something is due and how far off it is on a given day; it presses from “soon” days on.",
    (
        "{% deadline late on=on %}",
        "{% deadline yesterday on=on %}",
        "{% deadline today on=on %}",
        "{% deadline soon on=on %}",
        "{% deadline far on=on %}",
        "{% deadline late on=on met=True %}",
        "{% deadline none on=on %}",
    ),
    {
        "on": ON,
        "late": date(2022, 12, 31),
        "yesterday": date(2026, 11, 24),
        "today": ON,
        "soon": date(2026, 12, 4),
        "far": date(2029, 12, 31),
        "none": None,
    },
)
BADGE = Specimen(
    "state_badge",
    "Where a record stands. The tone never stands alone.",
    (
        '{% state_badge "Adopted by the Commission" "good" %}',
        '{% state_badge "In preparation" "wait" %}',
        '{% state_badge "Refused" "bad" %}',
        '{% state_badge "Submitted" "info" %}',
        '{% state_badge "Replaced" "idle" %}',
        '{% state_badge "Von der Kommission mit Durchführungsbeschluss genehmigt" "good" %}',
    ),
)
CODE = Specimen(
    "code",
    "A code of the Commission, or another official one.",
    (
        '{% code "SO1.NO3" %}',
        '{% code "2.22.1" %}',
        '{% code "O.2.3.1" title="Number of participants in a language course" %}',
    ),
)
PERSON = Specimen(
    "person",
    "Who did it. The role stands in for the name where outsiders read.",
    (
        '{% person name="A. Example" role="Programme officer" organisation="FPS Home Affairs" %}',
        '{% person name="A. Example" role="Programme officer" organisation="FPS Home Affairs" by_role=True %}',
        '{% person role="Verantwortliche für die Verwaltungsüberprüfungen" %}',
        "{% person %}",
    ),
)
ARTICLE = Specimen(
    "article",
    "An official reference, in the reader's words, with a link to EUR-Lex where the act can be told from it.",
    (
        '{% article "Regulation (EU) No 514/2014, Article 14(3)" %}',
        '{% article "Regulation (EU) 2021/1147, Article 15(1)" %}',
        '{% article "Implementing Regulation (EU) No 802/2014, Annex" %}',
        '{% article "Delegated Regulation (EU) No 1042/2014, Article 4" short=True %}',
        '{% article "SFC2014 validation rule 2.22.1" %}',
    ),
)
SECTION = Section(
    "values", _("Values"), (MONEY, MONEY_SHORT, COUNT, SHARE, SIZE, DAY, DEADLINE, BADGE, CODE, PERSON, ARTICLE)
)
