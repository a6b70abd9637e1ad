"""What pages hand to components: small frozen records. A page says what it means, a component how it looks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

Words = str
"""Text already in the reader's language, or a lazy translation of it."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    text: Words
    url: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A state in words; ``tone``: good, wait, bad, info or idle."""

    label: Words
    tone: str = "idle"


@dataclass(frozen=True, slots=True)
class Coded:
    """An official code with its words, and where they lead."""

    code: str
    text: Words
    url: str = ""


@dataclass(frozen=True, slots=True)
class Bullet:
    """A value against its target in a cell of a table, with where it should stand by now."""

    value: Decimal | int
    target: Decimal | int
    milestone: Decimal | int | None = None
    label: Words = ""
    objective: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do now. ``post``: it changes something, so it is sent as a form with ``fields``.

    ``refused``: why it cannot be done now; the button is then shown unavailable, with this reason.
    """

    label: Words
    url: str
    main: bool = False
    post: bool = False
    refused: Words = ""
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure; ``kind``: money (large figure, exact amount below), count, share or text."""

    label: Words
    value: Decimal | int | str | None
    kind: str = "count"
    note: Words = ""
    unit: Words = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole of money; ``objective``: the key of its colour; ``note``: said after its name in the legend."""

    label: Words
    amount: Decimal
    objective: str = ""
    note: Words = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of the thing shown; ``count``: how many wait there."""

    label: Words
    url: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a job; ``state``: done, current, todo or failed."""

    label: Words
    state: str = "todo"
    note: Words = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened, or will; ``at``: a day, an instant or words; ``state``: done, current, todo or failed.

    ``acts``: what can be done about it; ``gone``: it was said and no longer counts, so it is struck through.
    """

    at: date | datetime | str
    title: Words
    text: Words = ""
    by: Words = ""
    url: str = ""
    state: str = "done"
    acts: Sequence[Link] = ()
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """Something that waits for the reader; ``due_on``: until when, where there is a day."""

    title: Words
    url: str
    text: Words = ""
    due_on: date | None = None
    badge: Badge | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A branch of the tree of objectives; ``amount`` in euros where it has one."""

    label: Words
    code: str = ""
    url: str = ""
    amount: Decimal | None = None
    note: Words = ""
    open: bool = False
    children: Sequence["Node"] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A figure of an equation: its sign (``−``, ``=``, ``≤``; empty for the first), its value and what it is.

    A Decimal is shown as money, an int as a count; give ``kind`` (money, count, share, day, text) to say otherwise.
    """

    sign: str
    value: Decimal | int | date | str
    label: Words = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """A finding in the reader's words, as the component shows it.

    ``by``: commission or openamif; ``severity``: info, warning or error; ``equation``: terms, or text as it stands;
    ``place`` and ``place_url``: the field and where it is; ``article``: the official reference; ``more``: what explains
    the gap.
    """

    title: Words
    code: str
    sentence: Words = ""
    equation: Sequence[Term] | str = ()
    by: str = "openamif"
    severity: str = "warning"
    holds: bool = False
    place: Words = ""
    place_url: str = ""
    article: str = ""
    more: Words = ""


@dataclass(frozen=True, slots=True)
class NavItem:
    """A line of the side column; ``due``: what is counted waits for the reader."""

    label: Words
    url: str
    current: bool = False
    count: int | None = None
    due: bool = False


@dataclass(frozen=True, slots=True)
class NavSection:
    """A stage in the life of a grant, with its pages; the first section may have no title."""

    title: Words
    items: Sequence[NavItem] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class WorkingOn:
    """The programme the reader works in; or what ``kind`` says, as the beneficiary's grant."""

    name: Words
    version: Words = ""
    state: Words = ""
    url: str = ""
    kind: Words = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the page: the role first, because roles act and names change."""

    name: str
    role: Words = ""
    organisation: Words = ""
    account_url: str = ""
