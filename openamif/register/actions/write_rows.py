"""Write many rows at once in the way that the database is quickest at: COPY, or as many to a statement as it takes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, repeat
from typing import Any

from django.db import connection, models
from django.db.backends.utils import CursorWrapper
from psycopg.copy import QueuedLibpqWriter

_ESCAPED = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
_NULL = r"\N"
ROWS_AT_A_TIME = 100 * 100
MOST_VALUES = 999
"""That any SQLite takes in one statement."""


@dataclass(frozen=True, slots=True)
class Same:
    """A column in which every row has this value."""

    value: Any


Column = Sequence[Any] | Same
Pair = tuple[models.Field[Any, Any], Column]
Told = Callable[[int], None]


def untold(_done: int) -> None:
    """Nobody asks how far it is."""


def new_keys(model: type[models.Model], number: int) -> list[int]:
    """Keys that no row has yet, growing. Whoever asks holds a lock, so that rows come in their order."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [table])
            (sequence,) = cursor.fetchone()
            cursor.execute("SELECT nextval(%s::regclass) FROM generate_series(1, %s)", [sequence, number])
            return sorted(key for (key,) in cursor.fetchall())
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or (0,))[0]
        return list(range(last + 1, last + number + 1))


def write_rows(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """``names``: of fields that may hold anything; each row a tuple in their order. Nothing is filled in."""
    columns = list(zip(*rows, strict=True))
    if columns:
        write_columns(model, dict(zip(names, columns, strict=True)))


def write_columns(model: type[models.Model], columns: Mapping[str, Column], *, told: Told = untold) -> None:
    """The same column by column: a server takes some rows in while the next are made. ``told`` hears how many are done.

    Columns are as long as one another. Days, instants and exact numbers may be texts already, as ISO 8601 and the
    database write them.
    """
    fields: list[models.Field[Any, Any]] = [model._meta.get_field(name) for name in columns]  # type: ignore[misc]
    names = ", ".join(f'"{field.column}"' for field in fields)
    into = f'"{model._meta.db_table}" ({names})'
    pairs = list(zip(fields, columns.values(), strict=True))
    with connection.cursor() as cursor:
        write = _copy if connection.vendor == "postgresql" else _insert
        write(cursor, into, pairs, told)


def _copy(cursor: CursorWrapper, into: str, pairs: Sequence[Pair], told: Told) -> None:
    server = cursor.cursor
    with server.copy(f"COPY {into} FROM STDIN", writer=QueuedLibpqWriter(server)) as copy:
        for part in _parts(pairs, told):
            copy.write("\n".join([*map("\t".join, part), ""]))


def _insert(cursor: CursorWrapper, into: str, pairs: Sequence[Pair], told: Told) -> None:
    """As many rows to a statement as it takes values; what all have alike stands in it, and is taken in once."""
    varying = [pair for pair in pairs if not isinstance(pair[1], Same)]
    row, together = ", ".join(_places(cursor, pairs)), MOST_VALUES // len(varying)
    for part in _parts(varying, told):
        rows = list(part)
        runs = (rows[at : at + together] for at in range(0, len(rows), together))
        for number, some in groupby(runs, key=len):
            statement = f"INSERT INTO {into} VALUES {', '.join([f'({row})'] * number)}"  # noqa: S608
            cursor.executemany(statement, [list(chain.from_iterable(run)) for run in some])


def _places(cursor: CursorWrapper, pairs: Sequence[Pair]) -> Iterator[str]:
    """Of each column: its one value as the database itself quotes it, or where a value goes."""
    same = [_written(*pair, slice(0, 1)) for pair in pairs if isinstance(pair[1], Same)]
    quoted: Iterator[str] = iter(())
    if same:
        cursor.execute(f"SELECT {', '.join(['quote(%s)'] * len(same))}", list(chain.from_iterable(same)))
        quoted = iter(cursor.fetchone())
    for _field, column in pairs:
        yield next(quoted).replace("%", "%%") if isinstance(column, Same) else "%s"


def _parts(pairs: Sequence[Pair], told: Told) -> Iterator[Iterable[tuple[Any, ...]]]:
    """Rows as the database takes them, some thousands at a time."""
    number = next(len(column) for _field, column in pairs if not isinstance(column, Same))
    for done in range(0, number, ROWS_AT_A_TIME):
        told(done)
        some = slice(done, min(done + ROWS_AT_A_TIME, number))
        yield zip(*(_written(field, column, some) for field, column in pairs), strict=True)
    told(number)


def _written(field: models.Field[Any, Any], whole: Column, some: slice) -> Iterable[Any]:
    """Some values of a column as the database takes them; each is written once, however often it comes."""
    write = _WRITERS[connection.vendor].get(type(field), _OTHERS[connection.vendor])
    if isinstance(whole, Same):
        return repeat(_or_none(write, whole.value), some.stop - some.start)
    column = whole[some]
    if write is None or (write is _escaped and _stands_as_it_is(column)):
        return column
    known = {value: _or_none(write, value) for value in set(column)}
    return [known[value] for value in column]


def _or_none(write: Callable[[Any], Any] | None, value: Any) -> Any:
    if value is None:
        return _NULL if connection.vendor == "postgresql" else None
    return value if write is None else write(value)


def _instant(value: Any) -> Any:
    return value if isinstance(value, str) else connection.ops.adapt_datetimefield_value(value)


def _stands_as_it_is(column: Sequence[Any]) -> bool:
    """Whether these are texts, and nothing in them means anything to the server."""
    if None in column:
        return False
    text = "".join(column)
    return not any(chr(mark) in text for mark in _ESCAPED)


def _escaped(value: Any) -> str:
    return str(value).translate(_ESCAPED)


_OTHERS: Mapping[str, Callable[[Any], Any] | None] = {"postgresql": str, "sqlite": None}
_WRITERS: Mapping[str, Mapping[type[Any], Callable[[Any], Any]]] = {
    "postgresql": {
        models.BooleanField: lambda value: "t" if value else "f",
        models.CharField: _escaped,
        models.TextField: _escaped,
    },
    "sqlite": {
        models.BooleanField: int,
        models.DateField: str,
        models.DateTimeField: _instant,
        models.DecimalField: str,
    },
}
