"""Tables declared by their columns: each kind of cell is written in one place, for the screen and for the phone."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from openamif.web.components.shapes import Badge, Bullet, Coded, Link
from openamif.web.components.tags import figures, lists

NUMERIC = {"count", "num", "money", "share", "bar"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``key`` names the value in each row; ``kind``: text, count, money, share (figure), bar (figure and
    bar), code, day or instant. A ``Link``, ``Coded``, ``Badge`` or ``Bullet``, or safe HTML, is shown as such under any
    kind.

    ``minimum``: the key of a minimum for a bar. ``sort_url`` and ``sorted`` (ascending, descending or empty) make its
    head a link. ``wrap``: whether its cells may break into lines.
    """

    key: str
    label: str
    kind: str = "text"
    minimum: str = ""
    sort_url: str = ""
    sorted: str = ""
    wrap: bool = True

    @property
    def numeric(self) -> bool:
        """Right-aligned, with tabular figures."""
        return self.kind in NUMERIC


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with what is said of it, and the table behind it."""

    spec: Mapping[str, Any]
    title: str
    description: str
    columns: Sequence[Column]
    rows: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Group:
    """A band across the table that names the rows below it; ``values``: its own subtotals by column."""

    label: str
    code: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cell:
    """A value ready to be shown."""

    column: Column
    content: SafeString | str
    empty: bool

    @property
    def classes(self) -> str:
        """How it stands: figures to the right, nothing said, in one line."""
        said = (("num", self.column.numeric), ("is-empty", self.empty), ("whole", not self.column.wrap))
        return " ".join(name for name, holds in said if holds)


@dataclass(frozen=True, slots=True)
class Line:
    """A row ready to be shown; ``group``: a band."""

    cells: Sequence[Cell]
    group: Group | None = None
    anchor: str = ""
    indented: bool = False

    @property
    def row(self) -> SafeString:
        """Its cells, the first as its head; here and not in the template, for pages have hundreds of them."""
        (first, *others), inside = self.cells, "sub " if self.indented else ""
        head = format_html('<th scope="row" class="{}{}">{}</th>', inside, first.classes, first.content)
        told = ((each.classes, each.column.label, each.content) for each in others)
        return head + format_html_join("", '<td class="{}" data-label="{}">{}</td>', told)


def value_of(row: Any, key: str) -> Any:
    """What the row holds under this key, be it a mapping or a record."""
    return row.get(key) if isinstance(row, Mapping) else getattr(row, key, None)


def shown(value: Any) -> SafeString | str:
    """A value that says by its shape how it is written, or plain words."""
    if isinstance(value, Coded):
        chip = figures.code(value.code)
        words = format_html('<a href="{}">{}</a>', value.url, value.text) if value.url else value.text
        return format_html('<span class="coded">{} <span>{}</span></span>', chip, words)
    if isinstance(value, Link):
        return format_html('<a href="{}">{}</a>', value.url, value.text)
    if isinstance(value, Badge):
        return figures.state_badge(value.label, value.tone)
    if isinstance(value, Bullet):
        drawing = lists.bullet(value.value, value.target, value.milestone, value.label, value.objective)
        return render_to_string("components/bullet.html", drawing)
    return value if isinstance(value, SafeString) else str(value)


WRITERS: Mapping[str, Callable[[Any], SafeString | str]] = {
    "num": figures.count,
    "count": figures.count,
    "money": lambda value: figures.money(value, unit=False),
    "share": lambda value: figures.share(value, bar=False),
    "bar": figures.share,
    "code": figures.code,
    "day": figures.day,
    "instant": figures.instant,
}


def cell(column: Column, row: Any) -> Cell:
    """The cell of a row under a column."""
    value = value_of(row, column.key)
    if value is None or value == "":
        return Cell(column, figures.nothing(), empty=True)
    if column.kind == "bar" and column.minimum:
        return Cell(column, figures.share(value, minimum=value_of(row, column.minimum)), empty=False)
    special = isinstance(value, Coded | Link | Badge | Bullet | SafeString)
    write = shown if special else WRITERS.get(column.kind, shown)
    return Cell(column, write(value), empty=False)


def lines(columns: Sequence[Column], rows: Iterable[Any]) -> list[Line]:
    """The rows ready to be shown; a ``Group`` among them opens a band, and rows after it stand indented."""
    ready: list[Line] = []
    inside = False
    for row in rows:
        if isinstance(row, Group):
            inside = True
            ready.append(Line([cell(column, row.values) for column in columns[1:]], group=row))
        else:
            anchor = value_of(row, "anchor") or ""
            ready.append(Line([cell(column, row) for column in columns], anchor=str(anchor), indented=inside))
    return ready
