"""Specimens of tables and charts."""

from decimal import Decimal

from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from openamif.web.components.colours import OBJECTIVE_COLOURS
from openamif.web.components.gallery.book import Section, Specimen
from openamif.web.components.shapes import Badge, Bullet, Coded, Link
from openamif.web.components.tables import Column, Group

COLUMNS = [
    Column("objective", "Objective"),
    Column("allocated", "Allocated (EUR)", "money"),
    Column("share", "Share", "share"),
    Column("contracted", "Contracted (EUR)", "money"),
    Column("rate", "Contracted share", "bar"),
]


def row(code: str, name: str, allocated: str, share: str, contracted: str, rate: str) -> dict[str, object]:
    """A line of the specimen."""
    return {
        "objective": Coded(code, name, "#tables"),
        "allocated": Decimal(allocated),
        "share": Decimal(share),
        "contracted": Decimal(contracted),
        "rate": Decimal(rate),
    }


ROWS = [
    Group("Asylum", "SO1", {"allocated": Decimal("34892964.44"), "share": Decimal("30.2")}),
    row("SO1.NO1", "Reception and asylum", "22813801.27", "19.8", "20154220.10", "88"),
    row("SO1.NO3", "Resettlement", "2381597.48", "2.1", "0", "0"),
    Group("Integration and legal migration", "SO2"),
    row(
        "SO2.NO2",
        "Integrationsförderungsmaßnahmen und Orientierungsveranstaltungen",
        "36124814.06",
        "31.3",
        "30870000.00",
        "85.4",
    ),
    row("SO2.NO3", "Capacity", "2167561.56", "1.9", "2340000.00", "107.95"),
]
TOTAL = {
    "objective": "Total",
    "allocated": Decimal("115379784.00"),
    "share": Decimal(100),
    "contracted": Decimal("92866853.10"),
    "rate": Decimal("80.5"),
}
TABLE = Specimen(
    "table",
    "Rows under declared columns, with bands and a total; on a phone each row is a card.",
    (
        '{% table columns rows caption="Money by objective" total=total %}',
        '{% table mixed others caption="Versions of the programme" show_caption=True %}',
        '{% table columns none caption="Nothing" empty="No objective has been entered yet." %}',
    ),
    {
        "columns": COLUMNS,
        "rows": ROWS,
        "total": TOTAL,
        "none": [],
        "mixed": [
            Column("version", "Version", sorted="descending", sort_url="#tables"),
            Column("state", "State"),
            Column("pages", "Lines", "count"),
            Column("code", "Code", "code"),
            Column("reached", "Target reached"),
        ],
        "others": [
            {
                "version": Link("5.1", "#tables"),
                "state": Badge("Adopted", "good"),
                "pages": 1039,
                "code": "2014BE65AMNP001",
                "reached": Bullet(6204, 7450, 5215),
            },
            {
                "version": Link("5.2", "#tables"),
                "state": Badge("In preparation", "wait"),
                "pages": None,
                "code": "",
                "reached": Bullet(120, 400, 200),
            },
        ],
    },
    wide=True,
)
PAGES = Specimen(
    "pagination",
    "The way to the other pages of a list; the filters in the address are kept.",
    ("{% pagination first %}", '{% pagination middle label="Pages of grants" %}', "{% pagination only %}"),
    {
        "first": Paginator(range(60), 25).page(1),
        "middle": Paginator(range(12345), 25).page(42),
        "only": Paginator(range(3), 25).page(1),
    },
    wide=True,
)
SECTION = Section("tables", _("Tables"), (TABLE, PAGES))

SPENT = [
    {"year": str(year), "objective": name, "amount": amount}
    for name, amounts in {
        "asylum": (2.1, 4.8, 6.9, 7.4),
        "integration": (1.2, 5.5, 8.8, 9.1),
        "return": (3.4, 6.0, 7.7, 5.2),
    }.items()
    for year, amount in zip(range(2016, 2020), amounts, strict=True)
]
BARS = {
    "data": {"values": SPENT},
    "mark": "bar",
    "encoding": {
        "x": {"field": "year", "type": "ordinal", "title": None, "axis": {"labelAngle": 0}},
        "y": {"field": "amount", "type": "quantitative", "title": "M EUR", "axis": {"format": ",.0f"}},
        "color": {
            "field": "objective",
            "scale": {"domain": list(OBJECTIVE_COLOURS)[:3], "range": list(OBJECTIVE_COLOURS.values())[:3]},
        },
        "tooltip": [
            {"field": "objective"},
            {"field": "year"},
            {"field": "amount", "type": "quantitative", "format": ",.1f"},
        ],
    },
}
CHART = Specimen(
    "chart",
    "A picture drawn on the server, made interactive in the browser, with its words and its figures as a table.",
    (
        '{% chart spec title="Paid by year" description="Payments rose until 2018; return fell in 2019." '
        "columns=columns rows=rows %}",
    ),
    {
        "spec": BARS,
        "columns": [Column("year", "Year"), Column("objective", "Objective"), Column("amount", "M EUR", "count")],
        "rows": [{**line, "amount": Decimal(str(line["amount"]))} for line in SPENT],
    },
    wide=True,
)
CHARTS = Section("charts", _("Charts"), (CHART,))
