"""The figures and code lists of the law, read for a day from ``<period>/<subject>.yaml``: strict, and never silent.

A file holds ``figures:`` (``subject.name`` is a figure's key), ``codes:`` (``subject`` is the list's name) or
``rules:`` (rows whose words the rules that read them know).
A file is read at the first question about it, and once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import cast

from openamif.law.errors import BeforeFirstValue, KeyGivenTwice, MalformedFile, UnknownKey
from openamif.law.strict_yaml import read_strictly

LANGUAGES = ("en", "fr", "nl", "de")
PERIODS = ("2014-2020", "2021-2027")
FOLDER = Path(__file__).parent
_FILE = {"title", "checked", "source", "sure", "note", "rendering", "figures", "codes", "rules"}
_FIGURE = {"title", "unit", "source", "sure", "note", "values"}
_CODE = {"code", *LANGUAGES, "source", "valid_from", "valid_until", "sure", "note", "rendering"}
_FURTHER = {"article", "breakdown", "changed_from", "counts", "kind", "lump_sum", "objective", "parent", "part", "role"}
_FURTHER |= {"limit", "oldest", "section", "short", "unit", "years", "youngest"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the law on a day. ``unit`` in the file's words: ``percent``, ``EUR``, ``EUR per person``, ``date`` …;

    ``since``: the first day of this value; ``sure``: the source was seen; ``note`` says what is not settled.
    """

    key: str
    value: Decimal | date
    unit: str
    source: str
    since: date
    title: str = ""
    sure: bool = True
    note: str = ""

    @property
    def number(self) -> Decimal:
        """The value of a figure that is a number; a date is refused."""
        if isinstance(self.value, Decimal):
            return self.value
        raise TypeError(f"{self.key} is a date, not a number")

    @property
    def day(self) -> date:
        """The value of a figure that is a date; a number is refused."""
        if isinstance(self.value, date):
            return self.value
        raise TypeError(f"{self.key} is a number, not a date")


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a list. ``names``: by language, en, fr, nl, de; ``rendering``: the languages whose name is our own

    rendering, not the official text. ``valid_until``: the last day. ``extra``: the list's own further words, as text
    or tuple of texts (``parent``, ``unit``, ``article`` …). ``sure`` is False where ``note`` says what is open.
    """

    code: str
    names: Mapping[str, str]
    source: str
    valid_from: date | None = None
    valid_until: date | None = None
    sure: bool = True
    note: str = ""
    rendering: tuple[str, ...] = ()
    extra: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)

    def name(self, language: str) -> str:
        """The name in that language, else in English."""
        return self.names.get(language) or self.names["en"]

    def valid(self, on: date) -> bool:
        """Whether the code may be used on that day."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_until is None or on <= self.valid_until
        )

    def text(self, key: str) -> str:
        """A further word of the list that is a single text; empty where the code has none."""
        value = self.extra.get(key, "")
        return value if isinstance(value, str) else " ".join(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """A further word of the list that is several texts; empty where the code has none."""
        value = self.extra.get(key, ())
        return (value,) if isinstance(value, str) else value


def figure(key: str, *, on: date, period: str) -> Figure:
    """The figure ``subject.name`` in force on that day. Raises UnknownKey or BeforeFirstValue."""
    subject, _, name = key.partition(".")
    file = _file(period, subject)
    entry = _entries(file, "figures", period, subject).get(name)
    if entry is None:
        raise UnknownKey(f"{period}/{subject}.yaml has no figure {name!r} (asked: {key})")
    since = max((day for day in entry.values if day <= on), default=None)
    if since is None:
        first = min(entry.values)
        raise BeforeFirstValue(f"{period}/{subject}.yaml, {name}: no value on {on}; the first is of {first}")
    return Figure(key, entry.values[since], entry.unit, entry.source, since, entry.title, entry.sure, entry.note)


@lru_cache(maxsize=256)
def codes(name: str, *, period: str, on: date | None = None) -> tuple[Code, ...]:
    """The code list of that name in the file's order: the codes valid on that day, or with no day all of them."""
    every = _codes(period, name)
    return every if on is None else tuple(code for code in every if code.valid(on))


def code(name: str, value: str, *, period: str, on: date | None = None) -> Code:
    """One code of a list; raises UnknownKey where the list does not hold it on that day."""
    for each in codes(name, period=period, on=on):
        if each.code == value:
            return each
    raise UnknownKey(f"{period}/{name}.yaml has no code {value!r}")


def rule_rows(name: str, *, period: str) -> tuple[Mapping[str, object], ...]:
    """The rows of a file of rules in its order, each with the file's ``source`` where it has none of its own."""
    file = _file(period, name)
    rows = file.get("rules")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UnknownKey(f"{period}/{name}.yaml holds no rules")
    return tuple({"source": _text(file, "source", f"{name}.yaml"), **row} for row in rows)


def subjects(period: str) -> tuple[str, ...]:
    """The files of a period, by name."""
    return tuple(sorted(path.stem for path in (FOLDER / _known(period)).glob("*.yaml")))


def figure_keys(period: str) -> tuple[str, ...]:
    """Every figure of a period, as ``subject.name``."""
    return tuple(
        f"{subject}.{name}"
        for subject in subjects(period)
        if "figures" in _file(period, subject)
        for name in _entries(_file(period, subject), "figures", period, subject)
    )


def checked_on(subject: str, *, period: str) -> date:
    """The day on which a person last compared the file with its sources."""
    return cast("date", _file(period, subject)["checked"])


def stale_subjects(period: str, *, on: date) -> tuple[str, ...]:
    """The files that nobody has compared with their sources for more than a year on that day."""
    year_before = on - timedelta(days=365)
    return tuple(each for each in subjects(period) if checked_on(each, period=period) < year_before)


@dataclass(frozen=True, slots=True)
class _Entry:
    title: str
    unit: str
    source: str
    sure: bool
    note: str
    values: Mapping[date, Decimal | date]


def _known(period: str) -> str:
    if period not in PERIODS:
        raise UnknownKey(f"no period {period!r}; known: {', '.join(PERIODS)}")
    return period


@lru_cache(maxsize=256)
def _file(period: str, subject: str) -> dict[str, object]:
    path = FOLDER / _known(period) / f"{subject}.yaml"
    if not subject.isidentifier() or not path.is_file():
        raise UnknownKey(f"no file {period}/{subject}.yaml")
    content = read_strictly(path)
    _refuse_unknown(content, _FILE, path.name)
    if not isinstance(content.get("checked"), date):
        raise MalformedFile(f"{path.name}: `checked:` must be a day")
    if len({"figures", "codes", "rules"} & content.keys()) != 1:
        raise MalformedFile(f"{path.name}: either `figures:` or `codes:` or `rules:`, and not both")
    return content


def _refuse_unknown(mapping: dict[str, object], known: set[str], where: str) -> None:
    unknown = sorted(set(mapping) - known)
    if unknown:
        raise UnknownKey(f"{where}: unknown key {unknown[0]!r}")


@lru_cache(maxsize=256)
def _parsed(period: str, subject: str) -> dict[str, _Entry]:
    file = _file(period, subject)
    figures = file["figures"]
    if not isinstance(figures, dict):
        raise MalformedFile(f"{subject}.yaml: `figures:` must be a mapping")
    return {name: _entry(file, entry, f"{subject}.yaml, {name}") for name, entry in figures.items()}


def _entries(file: dict[str, object], kind: str, period: str, subject: str) -> dict[str, _Entry]:
    if kind not in file:
        raise UnknownKey(f"{period}/{subject}.yaml holds no {kind}")
    return _parsed(period, subject)


def _entry(file: dict[str, object], entry: object, where: str) -> _Entry:
    if not isinstance(entry, dict):
        raise MalformedFile(f"{where}: must be a mapping")
    _refuse_unknown(entry, _FIGURE, where)
    values = entry.get("values")
    if not isinstance(values, dict) or not values:
        raise MalformedFile(f"{where}: `values:` must give at least one day and value")
    unit = _text(entry, "unit", where)
    return _Entry(
        title=_text(entry, "title", where),
        unit=unit,
        source=str(entry.get("source") or _text(file, "source", where)),
        sure=entry.get("sure", file.get("sure", True)) is True,
        note=str(entry.get("note", "")),
        values={_day(day, where): _value(value, unit, where) for day, value in values.items()},
    )


def _text(mapping: dict[str, object], key: str, where: str) -> str:
    value = mapping.get(key)
    if not isinstance(value, str) or not value:
        raise MalformedFile(f"{where}: `{key}:` must be a text")
    return value


def _day(value: object, where: str) -> date:
    if not isinstance(value, date):
        raise MalformedFile(f"{where}: {value!r} is not a day")
    return value


def _value(value: object, unit: str, where: str) -> Decimal | date:
    if unit == "date":
        return _day(value, where)
    try:
        return Decimal(value) if isinstance(value, str) else Decimal("not a text")
    except InvalidOperation:
        raise MalformedFile(f"{where}: {value!r} is not a quoted number") from None


@lru_cache(maxsize=256)
def _codes(period: str, name: str) -> tuple[Code, ...]:
    file = _file(period, name)
    rows = file.get("codes")
    if not isinstance(rows, list):
        raise UnknownKey(f"{period}/{name}.yaml holds no codes")
    every = tuple(_code(file, row, f"{name}.yaml, code {number}") for number, row in enumerate(rows, start=1))
    seen: set[tuple[str, date | None]] = set()
    for each in every:
        if (each.code, each.valid_from) in seen:
            raise KeyGivenTwice(f"{name}.yaml: the code {each.code} is given twice")
        seen.add((each.code, each.valid_from))
    return every


def _code(file: dict[str, object], row: object, where: str) -> Code:
    if not isinstance(row, dict):
        raise MalformedFile(f"{where}: must be a mapping")
    where = f"{where} ({row.get('code')})"
    _refuse_unknown(row, _CODE | _FURTHER, where)
    names = {language: _text(row, language, where) for language in LANGUAGES if language in row}
    _text(row, "en", where)
    return Code(
        code=_text(row, "code", where),
        names=names,
        source=str(row.get("source") or _text(file, "source", where)),
        valid_from=_day(row["valid_from"], where) if "valid_from" in row else None,
        valid_until=_day(row["valid_until"], where) if "valid_until" in row else None,
        sure=row.get("sure", file.get("sure", True)) is True,
        note=str(row.get("note", "")),
        rendering=tuple(cast("list[str]", row.get("rendering", file.get("rendering", [])))),
        extra={key: _further(value, f"{where}, {key}") for key, value in row.items() if key not in _CODE},
    )


def _further(value: object, where: str) -> str | tuple[str, ...]:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    raise MalformedFile(f"{where}: must be a text or a list of texts")
